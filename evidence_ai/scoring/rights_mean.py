"""34/2016 and 22/2021: per right the weighted mean of each kind; the total is the mean of the rights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from evidence_ai.domain.edition import Indicator, IndicatorKind, Right
from evidence_ai.domain.score import IndicatorScore, KindScore, RightScore
from evidence_ai.scoring.share import FULL, NOTHING, Share, add_up

Weights = Mapping[IndicatorKind, Fraction]


def right_by_kinds(right: Right, shares: Mapping[str, Share], weights: Weights) -> RightScore:
    """The points of one right, 0..100: sum over kinds of weight x mean share.

    A kind with no indicator left gives its weight to the right's other kinds, in proportion to theirs.

    **Source**: weights confirmed for 34/2016, inferred for 22/2021; spreading drafted.
    """
    by_kind: dict[IndicatorKind, list[Indicator]] = {kind: [] for kind in weights}
    for indicator in right.indicators:
        by_kind[indicator.kind].append(indicator)
    spread = spread_weights(
        {kind: sum(shares[one.id].counts for one in ones) for kind, ones in by_kind.items()}, weights
    )
    kinds = tuple(_kind(kind, ones, shares, spread[kind]) for kind, ones in by_kind.items() if ones)
    counted = [kind.points for kind in kinds if kind.points is not None]
    return RightScore(id=right.id, points=sum(counted, NOTHING) if counted else None, kinds=kinds)


def rights_mean(rights: Sequence[RightScore]) -> Fraction:
    """The mean of the rights that have an indicator left; 0 if none has."""
    counted = [right.points for right in rights if right.points is not None]
    return sum(counted, NOTHING) / len(counted) if counted else NOTHING


def spread_weights(counts: Mapping[IndicatorKind, int], weights: Weights) -> dict[IndicatorKind, Fraction]:
    """The weight of each kind once the weights of kinds without an indicator are spread over the others.

    Args:
        counts: how many indicators of each kind count.
        weights: the edition's weights.
    """
    left = sum((weights[kind] for kind, count in counts.items() if count), NOTHING)
    if not left:
        return dict.fromkeys(counts, NOTHING)
    whole = sum(weights.values(), NOTHING)
    if left == whole:
        return dict(weights)
    return {kind: weights[kind] * whole / left if count else NOTHING for kind, count in counts.items()}


def _kind(
    kind: IndicatorKind, indicators: Sequence[Indicator], shares: Mapping[str, Share], weight: Fraction
) -> KindScore:
    count = sum(shares[one.id].counts for one in indicators)
    each = weight / count if count else NOTHING
    scored = tuple(_indicator(one.id, shares[one.id], each) for one in indicators)
    points = each * add_up(shares[one.id] for one in indicators)
    return KindScore(kind=kind, weight=weight, points=points if count else None, indicators=scored)


def _indicator(identifier: str, share: Share, each: Fraction) -> IndicatorScore:
    points = each if share.value is FULL else (share.value or NOTHING) * each
    pending = share.value is None and share.counts
    return IndicatorScore(id=identifier, share=share.value, points=points, because=share.because, pending=pending)
