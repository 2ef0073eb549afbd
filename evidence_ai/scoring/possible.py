"""What an indicator can add to the total: the order in which work pays."""

from __future__ import annotations

from fractions import Fraction

from evidence_ai.domain.edition import Edition, Formula
from evidence_ai.errors import InputError
from evidence_ai.scoring.rights_mean import spread_weights
from evidence_ai.scoring.share import NOTHING


def points_possible(edition: Edition, indicator: str) -> Fraction:
    """The points a full share of `indicator` adds to the total, with every indicator of the edition applicable.

    Raises:
        InputError: the edition has no such indicator.
    """
    wanted = edition.indicator(indicator)
    if wanted is None:
        raise InputError(f"Edisi {edition.name} tidak mempunyai indikator {indicator!r}.")
    if edition.rules.formula is Formula.ITEMS:
        return Fraction(100, len(edition.indicators))
    right = next(one for one in edition.rights if one.id == wanted.right)
    weights = {kind: Fraction(points) for kind, points in edition.rules.weights}
    counts = {kind: sum(one.kind is kind for one in right.indicators) for kind in weights}
    rights = sum(bool(one.indicators) for one in edition.rights)
    weight = spread_weights(counts, weights).get(wanted.kind, NOTHING)
    return weight / counts[wanted.kind] / rights
