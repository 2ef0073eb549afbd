"""When two printed numbers are the same number: equal, or apart by no more than rounding explains."""

from __future__ import annotations

from decimal import Decimal

from evidence_ai.checking.numbers import Number, number


def same(claimed: Number, printed: Decimal, half_step: Decimal) -> bool:
    """Whether a typed and a printed number agree within half of the last digit of the coarser one.

    Numbers that differ by half a step exactly agree: nobody can say which way they were rounded.
    A whole number of one digit place more is no rounding: 12 is not 11, whatever the step.
    """
    tolerance = max(claimed.half_step, half_step)
    return any(_within(reading, printed, tolerance) for reading in claimed.readings)


def half_step(value: Decimal, raw: str, scale: Decimal) -> Decimal:
    """Half of the last printed digit of a figure, after its scale."""
    read = number(raw)
    exponent = read.value if read is not None and abs(read.value) == abs(value) else value
    places = exponent.as_tuple().exponent
    return Decimal(1).scaleb(places if isinstance(places, int) and places < 0 else 0) / 2 * scale


def _within(one: Decimal, other: Decimal, tolerance: Decimal) -> bool:
    if one == other:
        return True
    difference = abs(one - other)
    both_whole = one == one.to_integral_value() and other == other.to_integral_value()
    if both_whole and tolerance <= Decimal("0.5"):
        return False
    return difference <= tolerance
