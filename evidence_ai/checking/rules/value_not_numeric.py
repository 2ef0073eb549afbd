"""value_not_numeric: words were answered where a number is asked."""

from __future__ import annotations

from collections.abc import Iterator

from evidence_ai.checking import examples as some
from evidence_ai.checking.cases import ClaimCase, claim_cases, owners
from evidence_ai.checking.numbers import is_nil, number, ratio
from evidence_ai.checking.rule import About, Example, Rule, on_claim
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.dossier import Package
from evidence_ai.domain.edition import Direction, Edition, Measure
from evidence_ai.domain.mismatch import Mismatch, Severity


def find(package: Package, edition: Edition) -> Iterator[Mismatch]:
    """One finding for each answer, part or whole that is filled and is not a number."""
    for case in claim_cases(package, edition):
        if case.indicator.measure is Measure.ADA or case.indicator.direction is Direction.CATEGORY:
            continue
        wrong = _wrong(case)
        if wrong is not None:
            yield _mismatch(case, wrong)


def _wrong(case: ClaimCase) -> str | None:
    claim = case.claim
    if claim.value is not None and claim.value.strip() and number(claim.value) is None and ratio(claim.value) is None:
        return claim.value
    parts = [one for one in (claim.numerator, claim.denominator) if one is not None and one.strip()]
    return next((one for one in parts if number(one) is None), None)


def _mismatch(case: ClaimCase, wrong: str) -> Mismatch:
    indicator, owner = case.indicator, owners((case.indicator,))
    nil = (
        Bilingual(" Bila memang tidak ada, tulis 0.", " If there is none, write 0.")
        if is_nil(wrong)
        else Bilingual("", "")
    )
    return on_claim(
        "value_not_numeric",
        indicator.id,
        severity=Severity.ERROR,
        file_name=case.claim.file_names[0] if case.claim.file_names else None,
        message=Bilingual(
            f"Jawaban {indicator.id} “{wrong}” bukan angka, padahal yang diminta angka"
            f"{f' dalam {indicator.unit}' if indicator.unit else ''}; jawaban seperti ini tidak dapat dinilai.",
            f"The answer to {indicator.id} “{wrong}” is no number, while a number"
            f"{f' in {indicator.unit}' if indicator.unit else ''} is asked; such an answer cannot be scored.",
        ),
        advice=Bilingual(
            f"Isi dengan angka saja.{nil.id} Tanyakan angkanya kepada {owner.id}.",
            f"Fill in a number only.{nil.en} Ask {owner.en} for it.",
        ),
    )


def _answered(value: str | None, indicator: str = "KS.H3", numerator: str | None = None) -> Package:
    denominator = None if numerator is None else "45"
    return some.package(
        some.dossier(), claims=(some.claim(indicator, value, numerator=numerator, denominator=denominator),)
    )


RULE = Rule(
    code="value_not_numeric",
    severity=Severity.ERROR,
    about=About.CLAIM,
    source="Portal Ditjen HAM: 'nihil' ditulis pada isian angka (Aksi HAM B-08, Kendal)",
    title=Bilingual("Jawaban bukan angka", "Not a number"),
    explanation=Bilingual(
        "Isian angka berisi kata seperti “nihil” atau “ada”.", "A numeric field holds words such as 'nihil' or 'ada'."
    ),
    check=find,
    fires=(
        Example("'nihil' for a percentage", lambda: _answered("nihil")),
        Example("'ada' for an amount", lambda: _answered("ada", "BH.P1")),
        Example("a part that is no number", lambda: _answered(None, "KP.H1", "belum didata")),
    ),
    silent=(
        Example("a number", lambda: _answered("21,6")),
        Example("a part of a whole", lambda: _answered("12 dari 45", "KP.H1")),
        Example("zero", lambda: _answered("0")),
        Example("'ada' where that is asked", lambda: _answered("ada", "BH.S1")),
        Example("nothing answered", lambda: _answered(None)),
    ),
)
