"""A photographed page laid flat: the sheet found on its desk, cut out and set square; and the way back for boxes."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from evidence_ai.domain.quote import Box

Point = tuple[float, float]
Corners = tuple[Point, Point, Point, Point]
"""Clockwise from the upper left, as shares of width and height of the picture."""

_LOOKED_AT = 240
"""Pixels across; corners are fitted from whole edges, so more says nothing more."""
_STEPS = 8
_LEAST_AREA, _LEAST_FILL = 0.35, 0.955
"""Share of the picture a sheet covers, and share of its outline that is as bright as paper."""
_MOST_OUTSIDE = 0.02
"""Share of the print that may lie outside: half a page in a shadow looks like a sheet too, with print around it."""
_IS_FRAME = 0.02
"""Corners so near to those of the picture (shares) are its own: a scan, not a photo."""
_SURE = 0.25
"""Doubt below which other measures of bright are not tried."""
_INK, _INK_SHARE = 8, 0.13
"""Levels, and share of its paper's light, by which print is darker: in a shadow both get less."""
_MOST_SLANT = 0.35


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where the sheet lies in the picture, and its own proportions (width by height)."""

    corners: Corners
    proportions: float


def sheet_in(image: Image.Image) -> Sheet | None:
    """The sheet of paper on a darker ground; None where the picture is the page, or no sheet is sure."""
    small = image.convert("L").reduce(max(image.width // _LOOKED_AT, 1))
    paper = small.filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.MinFilter(5))
    light = np.asarray(paper, dtype=np.int16)
    print_there = light - np.asarray(small, dtype=np.int16) > np.maximum(_INK, _INK_SHARE * light)
    low, high = np.percentile(_border(light), 50), np.percentile(light, 85)
    if high - low < 20:
        return None
    corners = _surest((light > level for level in np.linspace(low + 10, high - 10, _STEPS)), print_there)
    if corners is None:
        return None
    height, width = light.shape
    shares = tuple((x / (width - 1), y / (height - 1)) for x, y in corners)
    return Sheet((shares[0], shares[1], shares[2], shares[3]), _proportions(corners))


def _surest(masks: Iterable[NDArray[np.bool_]], print_there: NDArray[np.bool_]) -> Corners | None:
    """The corners that look most like a sheet's, among those of bright parts by several measures of bright."""
    best, least = None, 1.0
    for mask in masks:
        corners = _corners(mask)
        doubt = 1.0 if corners is None else _doubt(corners, mask, print_there)
        if doubt < least:
            best, least = corners, doubt
        if least < _SURE:
            break
    return best


def flattened(image: Image.Image, sheet: Sheet) -> Image.Image:
    """The sheet alone, square, as large as it lies in the picture."""
    corners = _in_pixels(sheet, image.size)
    height = max(math.dist(corners[0], corners[3]), math.dist(corners[1], corners[2]))
    width = max(math.dist(corners[0], corners[1]), math.dist(corners[3], corners[2]))
    size = max(round(width), 1), max(round(height), 1)
    back = _perspective(_square(size), corners)
    return image.transform(size, Image.Transform.PERSPECTIVE, back, resample=Image.Resampling.BICUBIC)


def on_picture(box: Box, sheet: Sheet, sheet_pt: tuple[float, float], picture_pt: tuple[float, float]) -> Box:
    """A box on the flat sheet, as it lies in the picture; both in points."""
    to = _perspective(_square(sheet_pt), _in_pixels(sheet, picture_pt))
    places = [_moved(point, to) for point in ((box.x0, box.y0), (box.x1, box.y0), (box.x1, box.y1), (box.x0, box.y1))]
    across, down = [x for x, _ in places], [y for _, y in places]
    width, height = picture_pt
    return Box(
        round(min(max(min(across), 0), width), 2),
        round(min(max(min(down), 0), height), 2),
        round(max(min(max(across), width), 0), 2),
        round(max(min(max(down), height), 0), 2),
    )


def _border(light: NDArray[np.int16]) -> NDArray[np.int16]:
    return np.concatenate((light[:3].ravel(), light[-3:].ravel(), light[:, :3].ravel(), light[:, -3:].ravel()))


def _corners(mask: NDArray[np.bool_]) -> Corners | None:
    """The corners (pixels) of the four-sided figure around the bright part: lines fitted to its four edges."""
    down, across = np.nonzero(mask)
    if len(down) < _LEAST_AREA * mask.size:
        return None
    ends = [int((sx * across + sy * down).argmin()) for sx, sy in ((1, 1), (-1, 1), (-1, -1), (1, -1))]
    rough = [(float(across[at]), float(down[at])) for at in ends]
    sides = [_fitted(rough[at], rough[(at + 1) % 4], mask) for at in range(4)]
    if any(side is None for side in sides):
        return None
    fitted = [_crossing(sides[at - 1], sides[at]) for at in range(4)]  # type: ignore[arg-type]
    if any(point is None for point in fitted):
        return None
    return fitted[0], fitted[1], fitted[2], fitted[3]  # type: ignore[return-value]


Side = tuple[float, float, float]
"""A line: a x + b y = c."""


def _fitted(start: Point, end: Point, mask: NDArray[np.bool_]) -> Side | None:
    """The edge of the bright part between two corners, by the points where it ends; a finger or a curl is outvoted."""
    level = abs(end[0] - start[0]) >= abs(end[1] - start[1])
    seen = mask if level else mask.T
    (u0, v0), (u1, v1) = (start, end) if level else (start[::-1], end[::-1])
    if abs(u1 - u0) < 10:
        return None
    low, high = sorted((u0, u1))
    margin = 0.08 * (high - low)
    along = np.arange(math.ceil(low + margin), math.floor(high - margin))
    columns = seen[:, along]
    first = (v0 + v1) / 2 < seen.shape[0] / 2
    edge = columns.argmax(axis=0) if first else seen.shape[0] - 1 - columns[::-1].argmax(axis=0)
    along, edge = along[columns.any(axis=0)], edge[columns.any(axis=0)]
    if len(along) < 8:
        return None
    slope, start_at = np.polyfit(along, edge, 1)
    for _ in range(3):
        off = np.abs(edge - (slope * along + start_at))
        near = off <= max(float(np.median(off)) * 2, 1.0)
        slope, start_at = np.polyfit(along[near], edge[near], 1)
    if abs(slope) > _MOST_SLANT:
        return None
    return (float(slope), -1.0, -float(start_at)) if level else (-1.0, float(slope), -float(start_at))


def _crossing(one: Side, other: Side) -> Point | None:
    turn = one[0] * other[1] - other[0] * one[1]
    if abs(turn) < 1e-6:
        return None
    return (one[2] * other[1] - other[2] * one[1]) / turn, (one[0] * other[2] - other[0] * one[2]) / turn


def _doubt(corners: Corners, mask: NDArray[np.bool_], print_there: NDArray[np.bool_]) -> float:
    """How little this looks like a sheet with its print inside: 1 and more is no sheet."""
    height, width = mask.shape
    frame = ((0, 0), (width - 1, 0), (width - 1, height - 1), (0, height - 1))
    off = max(max(abs(x - u) / width, abs(y - v) / height) for (x, y), (u, v) in zip(corners, frame, strict=True))
    if off < _IS_FRAME or any(
        not (-0.1 * width <= x <= 1.1 * width and -0.1 * height <= y <= 1.1 * height) for x, y in corners
    ):
        return 1.0
    inside = _inside(corners, mask.shape)
    area = float(inside.mean())
    if area < _LEAST_AREA:
        return 1.0
    fill = float(mask[inside].mean())
    outside = float(print_there[~inside].sum()) / max(float(print_there.sum()), 1.0)
    spilt = float(mask[~inside].sum()) / max(float(mask.sum()), 1.0)
    return max((1 - fill) / (1 - _LEAST_FILL), outside / _MOST_OUTSIDE, spilt / (2 * _MOST_OUTSIDE))


def _inside(corners: Corners, shape: tuple[int, ...]) -> NDArray[np.bool_]:
    down, across = np.mgrid[: shape[0], : shape[1]]
    inside = np.ones(shape, dtype=np.bool_)
    for at in range(4):
        (x0, y0), (x1, y1) = corners[at], corners[(at + 1) % 4]
        inside &= (x1 - x0) * (down - y0) - (y1 - y0) * (across - x0) >= 0
    return inside


def _proportions(corners: Corners) -> float:
    width = math.dist(corners[0], corners[1]) + math.dist(corners[3], corners[2])
    height = math.dist(corners[0], corners[3]) + math.dist(corners[1], corners[2])
    return width / max(height, 1.0)


def _in_pixels(sheet: Sheet, size: tuple[float, float]) -> Corners:
    scaled = tuple((x * size[0], y * size[1]) for x, y in sheet.corners)
    return scaled[0], scaled[1], scaled[2], scaled[3]


def _square(size: tuple[float, float]) -> Corners:
    return (0.0, 0.0), (float(size[0]), 0.0), (float(size[0]), float(size[1])), (0.0, float(size[1]))


def _perspective(start: Corners, end: Corners) -> tuple[float, ...]:
    """Eight coefficients that take points of `start` to those of `end`."""
    rows: list[list[float]] = []
    for (x, y), (u, v) in zip(start, end, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
    sides = [side for point in end for side in point]
    return tuple(float(value) for value in np.linalg.solve(np.array(rows), np.array(sides)))


def _moved(point: Point, by: tuple[float, ...]) -> Point:
    x, y = point
    depth = by[6] * x + by[7] * y + 1
    return (by[0] * x + by[1] * y + by[2]) / depth, (by[3] * x + by[4] * y + by[5]) / depth
