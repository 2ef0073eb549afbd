"""wrong_document_type: none of the documents named is of a kind the indicator accepts."""

from __future__ import annotations

from collections.abc import Iterator

from evidence_ai.checking import examples as some
from evidence_ai.checking.cases import ClaimCase, claim_cases, owners
from evidence_ai.checking.confidence import gravest
from evidence_ai.checking.rule import About, Example, Rule, on_document
from evidence_ai.checking.words import type_name, type_names
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.candidate import Scope
from evidence_ai.domain.dossier import Dossier, Package
from evidence_ai.domain.edition import Edition, Indicator, IndicatorKind, Measure
from evidence_ai.domain.mismatch import Mismatch, Severity
from evidence_ai.domain.quote import Fact

_WHOLE_REPORTS = frozenset({"lkpj", "lppd", "laporan_kinerja"})
"""A whole government's report holds the figures of every right, so it may stand behind any proses or hasil answer."""

_REPORTS = frozenset({"laporan_kegiatan", "laporan_kinerja"})

_KIN = (
    frozenset({"laporan_kegiatan", "laporan_kinerja", "profil", "statistik", "tabel_data", "survei", "publikasi"}),
    frozenset({"surat_keterangan", "surat_pernyataan", "surat"}),
    frozenset({"sop", "pedoman"}),
    frozenset({"berita_acara", "notulen", "laporan_kegiatan"}),
)
"""Kinds that one writer calls so and another otherwise: between them we only ask to look."""


def find(package: Package, edition: Edition) -> Iterator[Mismatch]:
    """One finding for each named document, but only where no named document is of an accepted kind."""
    for case in claim_cases(package, edition):
        if any(_fits(one, case.indicator) or one.understanding.document_type is None for one in case.dossiers):
            continue
        for dossier in case.dossiers:
            kind = dossier.understanding.document_type
            severity = _severity(kind, case.indicator) if kind is not None else None
            if kind is not None and severity is not None:
                yield _mismatch(dossier, kind, case, severity)


def _fits(dossier: Dossier, indicator: Indicator) -> bool:
    kind = dossier.understanding.document_type
    if kind is None:
        return False
    if kind.value in {*indicator.evidence_types, *indicator.weak_types}:
        return True
    if indicator.kind is IndicatorKind.STRUKTUR:
        return kind.value == "peraturan_pusat"  # a question of level, told by wrong_level
    scope = dossier.classification.scope if dossier.classification is not None else Scope.NONE
    if indicator.measure is Measure.ANGGARAN:
        return scope is Scope.WHOLE_BUDGET
    if indicator.measure is Measure.ADA and not _REPORTS & set(indicator.evidence_types):
        return False  # an SOP or an agreement is shown by itself, not by a report that speaks of it
    return scope is Scope.WHOLE_GOVERNMENT_REPORT or kind.value in _WHOLE_REPORTS


def _severity(kind: Fact[str], indicator: Indicator) -> Severity | None:
    near = kind.value == "lainnya" or any(kind.value in kin and kin & set(indicator.evidence_types) for kin in _KIN)
    return gravest(kind, at_most=Severity.WARNING if near else Severity.ERROR)


def _mismatch(dossier: Dossier, kind: Fact[str], case: ClaimCase, severity: Severity) -> Mismatch:
    indicator, owner = case.indicator, owners((case.indicator,))
    what, wanted = type_name(kind.value), type_names(indicator.evidence_types)
    return on_document(
        "wrong_document_type",
        dossier,
        severity=severity,
        quote=kind.quote,
        indicator=indicator.id,
        message=Bilingual(
            f"Dokumen ini {what.id}, sedangkan {indicator.id} dibuktikan dengan {wanted.id}. "
            "Jenis dokumen lain tidak dihitung.",
            f"This document is a {what.en}, while {indicator.id} is proved by {wanted.en}. "
            "Other kinds of document do not count.",
        ),
        advice=Bilingual(
            f"Ganti dengan {wanted.id} tentang “{indicator.title}”; mintakan kepada {owner.id}.",
            f"Replace it with {wanted.en} about “{indicator.title}”; ask {owner.en} for it.",
        ),
    )


def _claimed(document_type: str, indicator: str = "BH.S1", *, confidence: float = 0.97) -> Package:
    said = some.understanding(document_type, confidence=confidence)
    return some.package(some.dossier("berkas.pdf", said), claims=(some.claim(indicator, "ada", "berkas.pdf"),))


def _with_annexes() -> Package:
    report = some.dossier("laporan.pdf", some.understanding("laporan_kegiatan", period="2023"))
    photo = some.dossier("foto.pdf", some.understanding("foto_kegiatan"))
    return some.package(report, photo, claims=(some.claim("BH.P3", "4", "laporan.pdf", "foto.pdf", unit="kegiatan"),))


RULE = Rule(
    code="wrong_document_type",
    severity=Severity.ERROR,
    about=About.CLAIM,
    source="Jenis bukti per indikator pada edisi; Permenkumham 34/2016, pemeriksaan (d) kesesuaian data dukung",
    title=Bilingual("Jenis dokumen tidak sesuai", "Another kind of document"),
    explanation=Bilingual(
        "Tidak satu pun berkas yang dirujuk termasuk jenis bukti indikator. Lampiran pendukung boleh jenis lain asal "
        "bukti utamanya ada; APBD utuh dan laporan pemerintahan utuh diterima untuk anggaran dan hasil.",
        "None of the named files is of a kind the indicator accepts. Annexes may be of other kinds where the main "
        "evidence is there; whole budgets and whole government reports are accepted for budgets and results.",
    ),
    check=find,
    fires=(
        Example("minutes claimed as a Perda", lambda: _claimed("notulen")),
        Example("a Perbup where a Perda is asked", lambda: _claimed("perkada")),
        Example("an activity report for a budget", lambda: _claimed("laporan_kegiatan", "BH.P1")),
    ),
    silent=(
        Example("a Perda where a Perda is asked", lambda: _claimed("perda")),
        Example("a whole government's report for a result", lambda: _claimed("lkpj", "KS.H3")),
        Example("photos beside the report", _with_annexes),
        Example("a kind only guessed", lambda: _claimed("notulen", confidence=0.4)),
        Example("a plan, which plan_not_approved tells of", lambda: _claimed("rka", "BH.P1")),
        Example("no claim", lambda: some.package(some.dossier("berkas.pdf", some.understanding("notulen")))),
    ),
)
