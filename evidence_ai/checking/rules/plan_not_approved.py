"""plan_not_approved: a budget plan (RKA) was sent where the approved budget (DPA) is due."""

from __future__ import annotations

from collections.abc import Iterator

from evidence_ai.checking import examples as some
from evidence_ai.checking.cases import ClaimCase, claim_cases, owners
from evidence_ai.checking.confidence import gravest
from evidence_ai.checking.rule import About, Example, Rule, on_document
from evidence_ai.checking.words import type_name, type_names
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.dossier import Dossier, Package
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.mismatch import Mismatch, Severity


def find(package: Package, edition: Edition) -> Iterator[Mismatch]:
    """One finding for each weak document, where no named document is of an accepted kind."""
    for case in claim_cases(package, edition):
        kinds = [one.understanding.document_type for one in case.dossiers]
        if any(kind is None or kind.value in case.indicator.evidence_types for kind in kinds):
            continue
        for dossier in case.dossiers:
            kind = dossier.understanding.document_type
            severity = gravest(kind)
            if kind is not None and kind.value in case.indicator.weak_types and severity is not None:
                yield _mismatch(dossier, kind.value, case, severity)


def _mismatch(dossier: Dossier, kind: str, case: ClaimCase, severity: Severity) -> Mismatch:
    indicator, owner = case.indicator, owners((case.indicator,))
    what, wanted = type_name(kind), type_names(indicator.evidence_types)
    said = dossier.understanding.document_type
    return on_document(
        "plan_not_approved",
        dossier,
        severity=severity,
        quote=said.quote if said is not None else None,
        indicator=indicator.id,
        message=Bilingual(
            f"Dokumen ini {what.id}, yaitu rencana yang belum disahkan; {indicator.id} memerlukan {wanted.id}, "
            "sehingga dokumen ini tidak memberi nilai.",
            f"This document is a {what.en}, a plan not yet approved; {indicator.id} needs {wanted.en}, "
            "so it earns nothing.",
        ),
        advice=Bilingual(
            f"Ganti dengan DPA yang sudah disahkan PPKD; mintakan kepada {owner.id}.",
            f"Replace it with the DPA approved by the PPKD; ask {owner.en} for it.",
        ),
    )


def _plan(document_type: str = "rka", *further: Dossier, confidence: float = 0.97) -> Package:
    said = some.understanding(document_type, period="2023", confidence=confidence)
    names = ("rka.pdf", *(one.document.name for one in further))
    return some.package(
        some.dossier("rka.pdf", said), *further, claims=(some.claim("BH.P1", "100.000.000", *names, unit="rupiah"),)
    )


RULE = Rule(
    code="plan_not_approved",
    severity=Severity.ERROR,
    about=About.CLAIM,
    source="PP 12/2019; Permendagri 77/2020: RKA adalah rencana, DPA yang disahkan PPKD menjadi dasar pelaksanaan",
    title=Bilingual("Rencana, belum disahkan", "A plan, not approved"),
    explanation=Bilingual(
        "RKA hanya rencana; yang membuktikan alokasi ialah DPA, APBD, atau LRA.",
        "An RKA is only a plan; a DPA, the APBD or an LRA proves the allocation.",
    ),
    check=find,
    fires=(Example("an RKA for a budget indicator", _plan),),
    silent=(
        Example("the DPA itself", lambda: _plan("dpa")),
        Example(
            "an RKA beside its DPA",
            lambda: _plan("rka", some.dossier("dpa.pdf", some.understanding("dpa", period="2023"))),
        ),
        Example("an RKA only guessed", lambda: _plan(confidence=0.4)),
    ),
)
