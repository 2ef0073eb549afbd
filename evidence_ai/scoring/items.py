"""25/2013: every item earns 0..10 points; the total is the points earned of those possible, times 100."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import groupby

from evidence_ai.domain.edition import Right
from evidence_ai.domain.score import IndicatorScore, KindScore, RightScore
from evidence_ai.scoring.share import NOTHING, Share

POINTS_OF_AN_ITEM = 10


def right_by_items(right: Right, shares: Mapping[str, Share]) -> RightScore:
    """The points of one right's items, summed as the regulation's table prints them (not out of 100)."""
    kinds = []
    for kind, indicators in groupby(right.indicators, key=lambda one: one.kind):
        scored = tuple(_item(one.id, shares[one.id]) for one in indicators)
        count = sum(shares[one.id].counts for one in scored)
        points = sum((one.points for one in scored), NOTHING)
        weight = Fraction(POINTS_OF_AN_ITEM * count)
        kinds.append(KindScore(kind=kind, weight=weight, points=points if count else None, indicators=scored))
    counted = [kind.points for kind in kinds if kind.points is not None]
    return RightScore(id=right.id, points=sum(counted, NOTHING) if counted else None, kinds=tuple(kinds))


def items_mean(shares: Mapping[str, Share]) -> Fraction:
    """100 x sum of points / (10 x items assessed); 0 if none was.

    **Source**: inferred; reproduces four published results (162/170, 134/160, 142/160, 136/170).
    """
    counted = [share.value or NOTHING for share in shares.values() if share.counts]
    return 100 * sum(counted, NOTHING) / len(counted) if counted else NOTHING


def _item(identifier: str, share: Share) -> IndicatorScore:
    points = (share.value or NOTHING) * POINTS_OF_AN_ITEM
    pending = share.value is None and share.counts
    return IndicatorScore(id=identifier, share=share.value, points=points, because=share.because, pending=pending)
