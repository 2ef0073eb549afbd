"""Figures of a model card: rates with intervals, reliability, and coverage against precision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from evidence_ai.services.evaluating.rates import Rate

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Answers of about the same stated probability: how many, the mean stated, the share right."""

    n: int
    stated: float
    right: float


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """What a threshold would give: share of related texts answered, share of answers right."""

    threshold: float
    coverage: float
    precision: float
    n: int


def reliability(stated: Sequence[tuple[float, bool]]) -> tuple[Bin, ...]:
    """Equal-count bins of (probability, right), lowest first."""
    ordered = sorted(stated, key=lambda one: one[0])
    size = max(len(ordered) // BINS, 1)
    groups = [ordered[at : at + size] for at in range(0, len(ordered), size)]
    return tuple(
        Bin(len(one), round(sum(p for p, _ in one) / len(one), 4), round(sum(ok for _, ok in one) / len(one), 4))
        for one in groups
    )


def calibration_error(stated: Sequence[tuple[float, bool]]) -> float | None:
    """Expected calibration error over equal-count bins; None of nothing.

    >>> calibration_error([(0.5, True), (0.5, False)] * 100)
    0.0
    """
    if not stated:
        return None
    return round(sum(one.n * abs(one.stated - one.right) for one in reliability(stated)) / len(stated), 4)


def rate_line(name: str, rate: Rate) -> str:
    """One row of a card's table: `{ measure, right, n, value, low, high }`."""
    low, high = rate.interval or (0.0, 0.0)
    value = rate.value or 0.0
    return (
        f'{{ measure = "{name}", right = {rate.right}, n = {rate.n}, value = {value:.4f}, '
        f"low = {low:.4f}, high = {high:.4f} }}"
    )
