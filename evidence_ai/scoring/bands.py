"""Bands: which points a value takes, also where the printed bands leave a gap."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from evidence_ai.domain.edition import Band, Bound, Indicator
from evidence_ai.domain.score import Because

LOWER_POINTS = "lower_points"


def band_share(
    indicator: Indicator, written: str, value: Fraction | None, gap_policy: str
) -> tuple[Fraction | None, Because]:
    """The share and its reason for one value.

    Args:
        indicator: its bands decide.
        written: the value as the person wrote it; a category when `value` is None.
        value: the same as a number.
        gap_policy: `lower_points`: a value between two bands takes the lower points of the two.
    """
    found = _band_of(indicator.bands, written, value)
    if found is not None:
        return _earned(found, "band_rest" if found.is_rest else "band", written, (("band", band_text(found)),))
    below, above = _neighbours(indicator.bands, value)
    if below is not None and above is not None and gap_policy == LOWER_POINTS:
        lowest = min(below, above, key=lambda one: one.points)
        return _earned(lowest, "band_gap", written, (("below", band_text(below)), ("above", band_text(above))))
    if not indicator.bands_complete:
        return None, Because("points_needed", (("value", written),))
    return None, Because("band_none", (("value", written),))


def band_text(band: Band) -> str:
    """The band as printed, else as a short formula.

    >>> from decimal import Decimal
    >>> band_text(Band(Decimal(8), lower=Bound(Decimal(110), inclusive=False), upper=Bound(Decimal(140), inclusive=True)))
    '> 110, <= 140'
    """
    if band.printed:
        return band.printed
    if band.category is not None:
        return band.category
    parts = []
    if band.lower is not None:
        parts.append(f"{'>=' if band.lower.inclusive else '>'} {band.lower.value}")
    if band.upper is not None:
        parts.append(f"{'<=' if band.upper.inclusive else '<'} {band.upper.value}")
    return ", ".join(parts) or "-"


def _band_of(bands: tuple[Band, ...], written: str, value: Fraction | None) -> Band | None:
    for band in bands:
        if not band.is_rest and _holds(band, written, value):
            return band
    return next((band for band in bands if band.is_rest), None)


def _holds(band: Band, written: str, value: Fraction | None) -> bool:
    if band.category is not None:
        return band.category.casefold() == " ".join(written.split()).casefold()
    return value is not None and _above(value, band.lower) and _below(value, band.upper)


def _above(value: Fraction, bound: Bound | None) -> bool:
    return bound is None or value > bound.value or (bound.inclusive and value == bound.value)


def _below(value: Fraction, bound: Bound | None) -> bool:
    return bound is None or value < bound.value or (bound.inclusive and value == bound.value)


def _neighbours(bands: tuple[Band, ...], value: Fraction | None) -> tuple[Band | None, Band | None]:
    """The nearest band wholly below the value and the nearest wholly above it."""
    if value is None:
        return None, None
    below = [(band.upper.value, band) for band in bands if band.upper is not None and not _below(value, band.upper)]
    above = [(band.lower.value, band) for band in bands if band.lower is not None and not _above(value, band.lower)]
    nearest_below = max(below, key=lambda one: one[0])[1] if below else None
    nearest_above = min(above, key=lambda one: one[0])[1] if above else None
    return nearest_below, nearest_above


def _earned(band: Band, code: str, written: str, more: tuple[tuple[str, str], ...]) -> tuple[Fraction, Because]:
    inputs = (("value", written), *more, ("points", str(band.points)))
    return _share_of_points(band.points), Because(code, inputs)


@lru_cache(maxsize=64)
def _share_of_points(points: Decimal) -> Fraction:
    return Fraction(points) / 10
