"""issuer_not_owner: figures or a budget come from an office that does not hold the data asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from evidence_ai.checking import examples as some
from evidence_ai.checking.cases import ClaimCase, claim_cases, owners
from evidence_ai.checking.claims import compare
from evidence_ai.checking.fields import fields, speaks_for_others
from evidence_ai.checking.labels import names_phrase
from evidence_ai.checking.offices import SURELY, office_of
from evidence_ai.checking.rule import About, Example, Rule, on_document
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.claim import ClaimResult
from evidence_ai.domain.dossier import Dossier, Package
from evidence_ai.domain.edition import Edition, Measure
from evidence_ai.domain.mismatch import Mismatch, Severity
from evidence_ai.domain.quote import Fact

_OF_AN_OFFICE = frozenset(
    {
        "dpa", "rka", "lra", "renja", "renstra", "laporan_kinerja", "laporan_kegiatan", "profil", "tabel_data", "sop",
        "surat_keterangan", "surat_pernyataan", "keputusan_opd", "perjanjian_kinerja",
    }
)  # fmt: skip
"""Kinds an office writes about its own work; statistics, surveys and whole reports are made for all."""


def find(package: Package, edition: Edition) -> Iterator[Mismatch]:
    """One finding for each named document of an office of another field, where no named document is the owner's."""
    for case in claim_cases(package, edition):
        wanted = frozenset(field for owner in case.indicator.owner for field in fields(owner))
        if not wanted or any(_may_be_the_owners(one, wanted) for one in case.dossiers):
            continue
        for dossier in case.dossiers:
            office = office_of(dossier)
            if office is not None and not _speaks_of(dossier, case) and not _proves(case, dossier, package.data_year):
                yield _mismatch(dossier, office, case)


def _may_be_the_owners(dossier: Dossier, wanted: frozenset[str]) -> bool:
    kind, office = dossier.understanding.document_type, office_of(dossier)
    if kind is None or office is None or kind.value not in _OF_AN_OFFICE or office.confidence < SURELY:
        return True
    theirs = fields(office.value)
    return not theirs or bool(theirs & wanted) or speaks_for_others(office.value)


def _speaks_of(dossier: Dossier, case: ClaimCase) -> bool:
    """An office whose title names the subject itself took it over: then the owner's name is what is out of date."""
    title = dossier.understanding.title
    return title is not None and names_phrase(case.indicator, title.value)


def _proves(case: ClaimCase, dossier: Dossier, data_year: int) -> bool:
    if case.indicator.measure is Measure.ADA:
        return False
    return compare(case.claim, case.indicator, (dossier,), data_year=data_year).result is ClaimResult.AGREES


def _mismatch(dossier: Dossier, office: Fact[str], case: ClaimCase) -> Mismatch:
    indicator, owner, theirs = case.indicator, owners((case.indicator,)), _named(office.value)
    return on_document(
        "issuer_not_owner",
        dossier,
        severity=Severity.WARNING,
        quote=office.quote,
        indicator=indicator.id,
        message=Bilingual(
            f"Dokumen ini dibuat oleh {theirs}, sedangkan data {indicator.id} ({indicator.title}) dipegang oleh "
            f"{owner.id}.",
            f"This document was made by {theirs}, while {owner.en} holds the data of {indicator.id} "
            f"({indicator.title}).",
        ),
        advice=Bilingual(
            f"Mintakan dokumen {owner.id}; bila urusan ini memang ada pada {theirs}, jelaskan pada keterangan.",
            f"Ask {owner.en} for its document; if this is indeed the work of {theirs}, say so in the note.",
        ),
    )


def _named(office: str) -> str:
    plain = " ".join(office.split())
    return plain.title().replace(" Dan ", " dan ") if plain.isupper() and " " in plain else plain


def _from(office: str | None, *, kind: str = "laporan_kinerja", confidence: float = 0.9, value: str = "90") -> Package:
    figures = (some.figure("Prevalensi balita stunting", "21,6"),)
    said = some.understanding(kind, title="Laporan Kinerja", period="2023", figures=figures)
    said = replace(said, issuing_office=None if office is None else some.fact(office, confidence))
    report = some.dossier("laporan.pdf", said)
    return some.package(report, claims=(some.claim("KS.H3", value, "laporan.pdf", unit="%"),))


RULE = Rule(
    code="issuer_not_owner",
    severity=Severity.WARNING,
    about=About.CLAIM,
    source="Evaluasi KKP HAM 2019 (HRWG, Ditjen HAM, RWI): tidak jelas instansi mana pemilik data; kolom OPD pada edisi",
    title=Bilingual("Bukan dari pemilik data", "Not from the owner of the data"),
    explanation=Bilingual(
        "Nama OPD pada kop, sampul, atau judul berurusan dengan bidang lain daripada OPD pemilik data indikator. Bappeda, "
        "sekretariat, BPS, dan instansi yang meneruskan data OPD lain tidak dipersoalkan, begitu pula dokumen yang memuat "
        "angka jawabannya.",
        "The office in the letterhead, on the cover or in the heading works in another field than the owner of the data. "
        "Planning boards, secretariats, BPS and others that pass on data are not questioned, nor is a document that "
        "prints the very answer.",
    ),
    check=find,
    fires=(Example("health data from the office of transport", lambda: _from("DINAS PERHUBUNGAN")),),
    silent=(
        Example("from the office of health", lambda: _from("DINAS KESEHATAN")),
        Example("from the planning board", lambda: _from("BADAN PERENCANAAN PEMBANGUNAN DAERAH")),
        Example("an office of two fields", lambda: _from("DINAS KESEHATAN DAN KELUARGA BERENCANA")),
        Example("no office was read", lambda: _from(None)),
        Example("an office only seen under a signature", lambda: _from("DINAS PERHUBUNGAN", confidence=0.7)),
        Example("the answer stands in it", lambda: _from("DINAS PERHUBUNGAN", value="21,6")),
        Example("statistics, made for all", lambda: _from("DINAS PERHUBUNGAN", kind="statistik")),
    ),
)
