"""What was claimed, as numbers: the value, and part and whole where given."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from evidence_ai.checking.numbers import Number, number, ratio
from evidence_ai.checking.units import unit
from evidence_ai.domain.claim import Claim
from evidence_ai.domain.edition import Indicator, Measure

_SHARPLY = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer; `unit` in its one form, `shown` as people typed it."""

    shown: str
    value: Number | None
    unit: str | None
    part: Number | None
    whole: Number | None


def answer_of(claim: Claim, indicator: Indicator) -> Answer:
    """The answer with its unit and scale; part over whole where no value was typed."""
    pair = ratio(claim.value)
    part = number(claim.numerator) or (pair.part if pair is not None else None)
    whole = number(claim.denominator) or (pair.whole if pair is not None else None)
    typed = number(claim.value)
    named = claim.unit or (typed.unit if typed is not None else None) or indicator.unit
    canonical, scale = unit(named)
    if typed is not None and scale != 1 and claim.unit:
        other = None if typed.other is None else typed.other * scale
        typed = Number(typed.value * scale, other, typed.half_step * scale, typed.unit)
    shown = " ".join((claim.value or f"{claim.numerator} dari {claim.denominator}").split())
    if typed is None and part is not None and whole is not None and whole.value != 0:
        typed, canonical = _share(part, whole), "%"
    elif indicator.measure is Measure.RASIO and canonical is None:
        canonical = "%"
    return Answer(shown, typed, canonical, part, whole)


def _share(part: Number, whole: Number) -> Number:
    """100 x part / whole, to be compared with whatever was printed: it has all digits, so no rounding of its own."""
    return Number(100 * part.value / whole.value, None, _SHARPLY, "%")
