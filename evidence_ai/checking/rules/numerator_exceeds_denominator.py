"""numerator_exceeds_denominator: the part answered is bigger than its whole."""

from __future__ import annotations

from collections.abc import Iterator

from evidence_ai.checking import examples as some
from evidence_ai.checking.cases import claim_cases, owners
from evidence_ai.checking.rule import About, Example, Rule, on_claim
from evidence_ai.checking.shares import part_and_whole
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.dossier import Package
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.mismatch import Mismatch, Severity


def find(package: Package, edition: Edition) -> Iterator[Mismatch]:
    """One finding for each percentage whose part exceeds its whole, however the two are read."""
    for case in claim_cases(package, edition):
        pair = part_and_whole(case.claim)
        if pair is None or case.indicator.unit != "%":
            continue
        if min(pair.part.readings) <= max(pair.whole.readings):
            continue
        indicator, owner = case.indicator, owners((case.indicator,))
        yield on_claim(
            "numerator_exceeds_denominator",
            indicator.id,
            severity=Severity.ERROR,
            file_name=case.claim.file_names[0] if case.claim.file_names else None,
            message=Bilingual(
                f"Pembilang {indicator.id} ({pair.part.value}) lebih besar daripada penyebutnya ({pair.whole.value}); "
                "bagian tidak mungkin melebihi keseluruhan.",
                f"The numerator of {indicator.id} ({pair.part.value}) is bigger than its denominator "
                f"({pair.whole.value}); a part cannot exceed its whole.",
            ),
            advice=Bilingual(
                f"Periksa apakah keduanya tertukar atau dari sumber berbeda, dan cocokkan dengan {owner.id}.",
                f"Check whether the two were swapped or come from different sources, and compare with {owner.en}.",
            ),
        )


def _answered(numerator: str | None, denominator: str | None, value: str | None = None) -> Package:
    return some.package(
        some.dossier(), claims=(some.claim("KP.H1", value, numerator=numerator, denominator=denominator),)
    )


RULE = Rule(
    code="numerator_exceeds_denominator",
    severity=Severity.ERROR,
    about=About.CLAIM,
    source="Permenkumham 34/2016, pemeriksaan (e): perhitungan",
    title=Bilingual("Pembilang melebihi penyebut", "The part exceeds the whole"),
    explanation=Bilingual(
        "Pada isian persentase, bagian tidak dapat lebih besar daripada keseluruhan.",
        "In a percentage the part cannot be bigger than the whole.",
    ),
    check=find,
    fires=(
        Example("210 of 200", lambda: _answered("210", "200")),
        Example("the same in one cell", lambda: _answered(None, None, "210 dari 200")),
    ),
    silent=(
        Example("195 of 200", lambda: _answered("195", "200")),
        Example("all of them", lambda: _answered("200", "200")),
        Example("no parts were answered", lambda: _answered(None, None, "97,5 %")),
        Example("words instead of a number", lambda: _answered("nihil", "200")),
    ),
)
