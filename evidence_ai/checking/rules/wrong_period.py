"""wrong_period: a budget, report or statistic is about another year than the data year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_ai.checking import examples as some
from evidence_ai.checking.cases import claimed_for, responsible
from evidence_ai.checking.confidence import gravest
from evidence_ai.checking.periods import covers, years
from evidence_ai.checking.rule import About, Example, Rule, on_document
from evidence_ai.checking.words import type_name
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.dossier import Dossier, Package
from evidence_ai.domain.edition import Edition, IndicatorKind
from evidence_ai.domain.mismatch import Mismatch, Severity

_YEARLY = frozenset(
    {
        "apbd",
        "rka",
        "dpa",
        "lra",
        "kua_ppas",
        "perjanjian_kinerja",
        "laporan_kinerja",
        "lkpj",
        "lppd",
        "laporan_kegiatan",
    }
)
"""Their year is printed in the title and is what they are about: a wrong one is certain."""

_BUDGETS = frozenset({"apbd", "rka", "dpa", "lra", "kua_ppas"})
"""Their tables print last year's column beside this year's."""

_PLANS = frozenset({"rkpd", "renja", "rpjmd", "renstra", "iku_cascading"})
"""Plans prove little; a wrong year is worth a look only."""

_DATA = frozenset({"profil", "statistik", "survei", "tabel_data"})
"""Data are often published under the year after ('Dalam Angka 2024' holds 2023) and hold several years."""

_EVENTS = frozenset({"undangan", "daftar_hadir", "notulen", "foto_kegiatan", "berita_acara"})
"""Papers of one activity: they belong to the data year, though their period is often only implied."""

_HEADING_LINES = 15
"""A cover, or a table's title and column heads, end within so many lines."""


def find(package: Package, edition: Edition) -> Iterator[Mismatch]:
    """One finding for each document whose period leaves out the data year."""
    for dossier in package.dossiers:
        severity = _severity(dossier, package, edition)
        period, kind = dossier.understanding.period, dossier.understanding.document_type
        if severity is None or period is None or kind is None:
            continue
        what, owner = type_name(kind.value), responsible(dossier, package, edition)
        yield on_document(
            "wrong_period",
            dossier,
            severity=severity,
            quote=period.quote,
            message=Bilingual(
                f"Dokumen ini ({what.id}) tentang tahun {period.value}, sedangkan tahun data penilaian "
                f"{package.data_year}. Anggaran, laporan, dan data harus dari tahun yang dinilai.",
                f"This document ({what.en}) is about {period.value}, while the data year is "
                f"{package.data_year}. Budgets, reports and data must be of the year assessed.",
            ),
            advice=Bilingual(
                f"Unggah {what.id} tahun {package.data_year}; mintakan kepada {owner.id}.",
                f"Upload the {what.en} of {package.data_year}; ask {owner.en} for it.",
            ),
        )


def _severity(dossier: Dossier, package: Package, edition: Edition) -> Severity | None:
    said, data_year = dossier.understanding, package.data_year
    if said.period is None or said.document_type is None or covers(said.period.value, data_year):
        return None
    claimed = claimed_for(dossier, package, edition)
    if claimed and all(one.kind is IndicatorKind.STRUKTUR for one in claimed):
        return None  # struktur may be older than the data year
    kind = said.document_type.value
    if kind in _DATA and _holds(dossier, data_year):
        return None
    surest = gravest(said.period, said.document_type)
    if kind in _BUDGETS and _heading_says(dossier, data_year):
        return None  # a column of the year before stands beside the data year's
    if kind in _YEARLY:
        return Severity.WARNING if surest is not None and _heading_says(dossier, data_year) else surest
    if kind in _PLANS | _DATA | _EVENTS and surest is Severity.ERROR and not _heading_says(dossier, data_year):
        return Severity.WARNING
    return None


def _heading_says(dossier: Dossier, year: int) -> bool:
    """Whether the top of the first page or the title prints this year too: then the period may be misread."""
    said, printed = dossier.understanding, re.compile(rf"(?<!\d){year}(?!\d)")
    top = "\n".join(line.text for page in dossier.text.pages[:1] for line in page.lines[:_HEADING_LINES])
    return any(printed.search(one) for one in (top, said.title.value if said.title is not None else ""))


def _holds(dossier: Dossier, data_year: int) -> bool:
    """Whether a collection of data can hold the data year: a figure of it, or published the year after."""
    said = dossier.understanding
    if any(figure.year == data_year for figure in said.figures):
        return True
    return said.period is not None and data_year + 1 in years(said.period.value)


def _dated(document_type: str, period: str, *claims: str, confidence: float = 0.97) -> Package:
    said = some.understanding(document_type, period=period, confidence=confidence)
    return some.package(
        some.dossier("berkas.pdf", said), claims=tuple(some.claim(one, None, "berkas.pdf") for one in claims)
    )


def _compared() -> Package:
    said = some.understanding("renja", period="2024")
    read = some.text(some.page(1, "RENCANA KERJA TAHUN 2023\nDAN PRAKIRAAN MAJU TAHUN 2024"))
    return some.package(some.dossier("renja.pdf", said, text_read=read))


def _two_columns() -> Package:
    said = some.understanding("lra", period="2022")
    read = some.text(some.page(1, "LAPORAN REALISASI ANGGARAN\nAnggaran 2023 Realisasi 2022"))
    return some.package(some.dossier("lra.pdf", said, text_read=read))


RULE = Rule(
    code="wrong_period",
    severity=Severity.ERROR,
    about=About.DOCUMENT,
    source="Masa penilaian 1 Januari-31 Desember tahun data (KKP HAM); PP 12/2019; Perpres 29/2014 (tahun yang dilaporkan)",
    title=Bilingual("Tahun tidak sesuai", "Another year"),
    explanation=Bilingual(
        "Anggaran, laporan, dan statistik harus tentang tahun data; yang dihitung tahun isi, bukan tanggal tanda "
        "tangan. Produk hukum boleh lebih tua; RPJMD dan Renstra cukup mencakup tahun data.",
        "Budgets, reports and statistics must be about the data year; what counts is the year of the content, not of "
        "the signature. Legal products may be older; plans need only cover the data year.",
    ),
    check=find,
    fires=(
        Example("last year's DPA", lambda: _dated("dpa", "2022")),
        Example("a performance report of the year after", lambda: _dated("laporan_kinerja", "2024")),
        Example("a profile of three years ago", lambda: _dated("profil", "2020")),
    ),
    silent=(
        Example("the data year's DPA", lambda: _dated("dpa", "2023")),
        Example("an old Perda", lambda: _dated("perda", "2011")),
        Example("a five-year plan that covers the data year", lambda: _dated("rpjmd", "2021-2026")),
        Example("statistics published under the year after", lambda: _dated("statistik", "2024")),
        Example("a plan whose heading prints the data year too", _compared),
        Example("last year's column beside the data year's", _two_columns),
        Example("a doubtful year", lambda: _dated("dpa", "2022", confidence=0.4)),
        Example("an older annual decree claimed as struktur", lambda: _dated("laporan_kegiatan", "2020", "BH.S1")),
    ),
)
