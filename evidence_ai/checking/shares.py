"""Part and whole of an answer, from their own columns or from '12 dari 45' in one cell."""

from __future__ import annotations

from evidence_ai.checking.numbers import Ratio, number, ratio
from evidence_ai.domain.claim import Claim


def part_and_whole(claim: Claim) -> Ratio | None:
    """Both numbers where both are there; None otherwise."""
    part, whole = number(claim.numerator), number(claim.denominator)
    if part is not None and whole is not None:
        return Ratio(part, whole)
    return ratio(claim.value)
