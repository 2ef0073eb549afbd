"""Bands as intervals: where they overlap, where they leave gaps, and whether points follow the direction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from evidence_ai.domain.edition import Band, Bound, Direction, Indicator
from evidence_ai.editions.finding import LintFinding, error, warning

# A point on the line: just before (0) or just after (1) a value. So [a, b] is (a, 0)..(b, 1) and gaps are exact.
Position = tuple[Decimal, int]
_FIRST: Position = (Decimal("-Infinity"), 0)
_LAST: Position = (Decimal("Infinity"), 1)


@dataclass(frozen=True, slots=True)
class _Interval:
    start: Position
    end: Position
    band: Band


def band_findings(indicator: Indicator, place: str, gap_policy: str) -> Iterator[LintFinding]:
    """Findings about the bands of one `pita` indicator."""
    for band in indicator.bands:
        if not 0 <= band.points <= 10:
            yield error(
                "points_out_of_range",
                place,
                f"Poin {band.points} di luar 0-10.",
                f"{band.points} points are outside 0 to 10.",
            )
    if sum(band.is_rest for band in indicator.bands) > 1:
        yield error("rest_doubled", place, "Lebih dari satu pita sisa.", "There is more than one rest band.")
    if indicator.direction is Direction.CATEGORY:
        yield from _categories(indicator, place)
    else:
        yield from _numbers(indicator, place, gap_policy)


def _categories(indicator: Indicator, place: str) -> Iterator[LintFinding]:
    seen: set[str] = set()
    for band in indicator.bands:
        if band.is_rest:
            continue
        if band.category is None:
            yield error("band_mixed", place, "Pita kategori berisi angka.", "A category band holds numbers.")
            continue
        if band.category.casefold() in seen:
            yield error(
                "band_overlap",
                place,
                f"Kategori {band.category} ditulis dua kali.",
                f"The category {band.category} is listed twice.",
            )
        seen.add(band.category.casefold())


def _numbers(indicator: Indicator, place: str, gap_policy: str) -> Iterator[LintFinding]:
    if any(band.category is not None for band in indicator.bands):
        yield error("band_mixed", place, "Pita angka berisi kategori.", "A numeric band holds a category.")
        return
    intervals = sorted(
        map(_interval, (band for band in indicator.bands if not band.is_rest)), key=lambda one: one.start
    )
    for one in intervals:
        if one.start >= one.end:
            yield error("band_empty", place, f"Pita {_name(one)} kosong.", f"The band {_name(one)} is empty.")
    has_rest = any(band.is_rest for band in indicator.bands)
    for before, after in pairwise(intervals):
        yield from _between(before, after, place, gap_policy, has_rest=has_rest)
    if not has_rest and indicator.bands_complete:
        yield from _ends(intervals, place)
    yield from _order(indicator, intervals, place)


def _between(
    before: _Interval, after: _Interval, place: str, gap_policy: str, *, has_rest: bool
) -> Iterator[LintFinding]:
    pair = f"{_name(before)} | {_name(after)}"
    if before.end > after.start:
        yield error(
            "band_overlap",
            place,
            f"Pita {pair} bertumpang tindih: satu nilai mendapat dua poin.",
            f"The bands {pair} overlap: one value would earn two different points.",
        )
    elif before.end < after.start and not has_rest:
        declared = gap_policy == "lower_points"
        found = warning if declared else error
        yield found(
            "band_gap",
            place,
            f"Ada celah antara pita {pair}"
            + (
                "; nilai di celah mendapat poin terendah (lower_points)."
                if declared
                else " dan edisi tidak mengaturnya."
            ),
            f"There is a gap between the bands {pair}"
            + (
                "; a value in it takes the lower points (lower_points)."
                if declared
                else " the edition does not settle."
            ),
        )


def _ends(intervals: Sequence[_Interval], place: str) -> Iterator[LintFinding]:
    """No answer is below zero, so bands must reach from zero to any height."""
    if intervals and intervals[0].start > (Decimal(0), 0):
        yield error(
            "band_open_end",
            place,
            f"Nilai di bawah pita {_name(intervals[0])} tidak masuk pita mana pun.",
            f"Values below the band {_name(intervals[0])} are in no band.",
        )
    if intervals and intervals[-1].end < _LAST:
        yield error(
            "band_open_end",
            place,
            f"Nilai di atas pita {_name(intervals[-1])} tidak masuk pita mana pun.",
            f"Values above the band {_name(intervals[-1])} are in no band.",
        )


def _order(indicator: Indicator, intervals: Sequence[_Interval], place: str) -> Iterator[LintFinding]:
    points = [one.band.points for one in intervals]
    wanted = sorted(points, reverse=indicator.direction is Direction.LOWER)
    if points != wanted:
        yield error(
            "band_order",
            place,
            f"Poin pita tidak mengikuti arah {indicator.direction}.",
            f"The points of the bands do not follow the direction {indicator.direction}.",
        )


def _interval(band: Band) -> _Interval:
    return _Interval(_start(band.lower), _end(band.upper), band)


def _start(bound: Bound | None) -> Position:
    return _FIRST if bound is None else (bound.value, 0 if bound.inclusive else 1)


def _end(bound: Bound | None) -> Position:
    return _LAST if bound is None else (bound.value, 1 if bound.inclusive else 0)


def _name(interval: _Interval) -> str:
    if interval.band.printed:
        return interval.band.printed
    opening = "[" if interval.start[1] == 0 else "("
    closing = "]" if interval.end[1] == 1 else ")"
    return f"{opening}{interval.start[0]}, {interval.end[0]}{closing}"
