"""same_document_other_claim: one document stands behind several answers."""

from __future__ import annotations

from collections.abc import Iterator

from evidence_ai.checking import examples as some
from evidence_ai.checking.cases import claimed_for
from evidence_ai.checking.rule import About, Example, Rule, on_document
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.candidate import Scope
from evidence_ai.domain.dossier import Dossier, Package
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.mismatch import Mismatch, Severity

_MANY_SUBJECTS = frozenset({Scope.WHOLE_BUDGET, Scope.WHOLE_GOVERNMENT_REPORT, Scope.OPD_REPORT})
_FOR_MANY = frozenset(
    {
        "apbd", "dpa", "lra", "lkpj", "lppd", "laporan_kinerja", "laporan_kegiatan", "profil", "statistik", "survei",
        "tabel_data", "surat_keterangan", "publikasi",
    }
)  # fmt: skip
"""Budgets, reports and data are made to hold many answers: there it says nothing."""


def find(package: Package, edition: Edition) -> Iterator[Mismatch]:
    """A note for each document about one subject that two or more answers name."""
    for dossier in package.dossiers:
        indicators = sorted({one.id for one in claimed_for(dossier, package, edition)})
        if len(indicators) < 2 or _holds_many_answers(dossier):
            continue
        named = ", ".join(indicators)
        yield on_document(
            "same_document_other_claim",
            dossier,
            severity=Severity.INFO,
            message=Bilingual(
                f"Dokumen ini dirujuk oleh {len(indicators)} jawaban ({named}). Itu boleh, asal isinya membuktikan "
                "masing-masing indikator.",
                f"This document stands behind {len(indicators)} answers ({named}). That is allowed where its content "
                "proves each of them.",
            ),
            advice=Bilingual(
                "Periksa apakah pasal atau halamannya memang menyangkut setiap indikator itu; tulis halamannya pada keterangan.",
                "Check that an article or page of it speaks of each indicator; name the page in the note.",
            ),
        )


def _holds_many_answers(dossier: Dossier) -> bool:
    kind, classified = dossier.understanding.document_type, dossier.classification
    if kind is not None and kind.value in _FOR_MANY:
        return True
    return classified is not None and classified.scope in _MANY_SUBJECTS


def _named(*indicators: str, kind: str = "perda") -> Package:
    return some.package(
        some.dossier("perda.pdf", some.understanding(kind)), claims=tuple(some.claim(one, "ada") for one in indicators)
    )


RULE = Rule(
    code="same_document_other_claim",
    severity=Severity.INFO,
    about=About.PACKAGE,
    source="Alur KKP HAM: data dukung diperiksa per indikator; satu dokumen boleh membuktikan beberapa indikator",
    title=Bilingual("Satu dokumen, beberapa jawaban", "One document, several answers"),
    explanation=Bilingual(
        "Satu peraturan, keputusan, atau SOP diajukan untuk beberapa indikator; ini keterangan bagi pemeriksa, bukan "
        "kesalahan. Anggaran, laporan, dan data memang memuat banyak jawaban.",
        "One regulation, decree or SOP was claimed for several indicators; this is information for the reviewer, no "
        "mistake. Budgets, reports and data hold many answers by nature.",
    ),
    check=find,
    fires=(Example("a Perda behind two answers", lambda: _named("BH.S1", "BH.S2")),),
    silent=(
        Example("a Perda behind one answer", lambda: _named("BH.S1")),
        Example("the same answer twice", lambda: _named("BH.S1", "BH.S1")),
        Example("a performance report", lambda: _named("KS.H3", "KP.H1", kind="laporan_kinerja")),
    ),
)
