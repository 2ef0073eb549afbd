"""A picture of a page made easy to read: level lines of text, no ruled lines through figures."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter, ImageStat

_MIN_SKEW_DEGREES, _MAX_SKEW_DEGREES = 0.4, 5.0
_RULE_INCHES = 0.5
"""A straight stroke this long is a ruled line: letters of 36 points are rare, and no budget is printed in them."""
_PART = 0.4
_EVEN = 0.85
"""Share of the brightest paper's light that the darkest gets on a scan. At 0.7, the shadow of a hand, Tesseract's one
threshold may fall between two greys of the paper: a whole page of clear print then gives not one word."""
_DEEP = 0.6
"""Share below which a shadow is worth telling the uploader."""
_DARKEST = 20
"""Black borders of scans stay black."""
_CONTRAST = 70
"""How much darker than its paper ink is; scanned rules are grey."""


def is_blank(image: Image.Image) -> bool:
    """Whether a picture holds no ink to speak of: fewer than one pixel in ten thousand darker than its paper."""
    grey = image.convert("L")
    paper = int(ImageStat.Stat(grey).median[0])
    ink = sum(grey.histogram()[: max(paper - 60, 0)])
    return ink * 10_000 < grey.width * grey.height


def evenly_lit(image: Image.Image) -> Image.Image:
    """The picture with its paper equally bright everywhere; the same picture where it already is.

    Tesseract parts ink from paper by one threshold for the whole page: half a page in the shadow of a hand or a phone
    gives no words at all, and nothing says so (measured on shadowed copies: 39 to 224 of 250 words, with it 223 to 269).
    """
    paper, dark, bright = _light(image)
    if dark > _EVEN * bright:
        return image
    under = np.asarray(paper.resize(image.size, Image.Resampling.BILINEAR), dtype=np.float32)
    lit = np.asarray(image.convert("L"), dtype=np.float32) * (bright / np.maximum(under, _DARKEST))
    return Image.fromarray(np.minimum(lit, 255).astype(np.uint8))


def is_shadowed(image: Image.Image) -> bool:
    """Whether part of the paper gets much less light than the rest; borders of the glass are no paper."""
    x, y = image.width // 16, image.height // 16
    _, dark, bright = _light(image.crop((x, y, image.width - x, image.height - y)))
    return dark <= _DEEP * bright


def _light(image: Image.Image) -> tuple[Image.Image, float, float]:
    """A small picture of the paper alone, how bright it is where it is darkest, and where it is brightest."""
    small = image.convert("L").reduce(max(image.width // 100, 1))
    paper = small.filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.GaussianBlur(3))
    dark, bright = (float(level) for level in np.percentile(np.asarray(paper), [3, 90]))
    return paper, dark, bright


def densest_part(image: Image.Image) -> Image.Image:
    """The part, a sixth of the picture in its own proportions, that holds most ink: enough to see how print lies."""
    grey = np.asarray(image.convert("L").reduce(max(image.width // 300, 1)))
    ink = (grey < np.median(grey) - _CONTRAST).astype(np.int64)
    sums = np.pad(ink.cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))
    height, width = max(round(ink.shape[0] * _PART), 1), max(round(ink.shape[1] * _PART), 1)
    inside = sums[height:, width:] - sums[:-height, width:] - sums[height:, :-width] + sums[:-height, :-width]
    top, left = np.unravel_index(int(inside.argmax()), inside.shape)
    step = image.width / ink.shape[1]
    x, y = int(left * step), int(top * step)
    return image.crop((x, y, x + int(image.width * _PART), y + int(image.height * _PART)))


def skew_degrees(image: Image.Image) -> float:
    """The turn (counter-clockwise positive) that sets the lines of text level; 0 for hardly any.

    The right turn is the one whose rows differ most in ink: all lines, or all gaps.
    """
    small = image.convert("L").reduce(max(image.width // 600, 1))
    grey = np.asarray(small, dtype=np.int16)
    dark = np.argwhere(grey < np.median(grey) - _CONTRAST).astype(np.float32)
    if len(dark) < 200:
        return 0.0
    if len(dark) > 60_000:  # a photo or a dark scan: a part shows the slope as well
        dark = dark[:: len(dark) // 60_000 + 1]
    rough = max(np.arange(-5, 5.1, 0.5), key=lambda angle: _evenness(dark, float(angle)))
    fine = max(np.arange(rough - 0.4, rough + 0.41, 0.1), key=lambda angle: _evenness(dark, float(angle)))
    angle = round(float(fine), 2)
    return angle if _MIN_SKEW_DEGREES <= abs(angle) <= _MAX_SKEW_DEGREES else 0.0


def _evenness(dark: NDArray[np.float32], degrees: float) -> float:
    """How unevenly ink falls on rows after shearing the page, which for small angles is a turn."""
    rows = dark[:, 0] - dark[:, 1] * math.tan(math.radians(degrees))
    counts = np.bincount((rows - rows.min()).astype(np.int64))
    return float(np.sum(counts.astype(np.float64) ** 2))


def without_rules(image: Image.Image, dpi: int) -> Image.Image:
    """The picture without the ruled lines of its tables; the same picture where it has none.

    Tesseract takes the upright lines between figures for letters and digits: on scanned budget
    tables its mean confidence rises from 0.55 to 0.92 without them.
    """
    grey = np.asarray(image.convert("L"))
    paper = _paper(image)
    ink = grey < paper - _CONTRAST
    length = max(int(dpi * _RULE_INCHES), 20)
    upright = _long_runs(ink.T, length)
    if upright is None:  # lines without columns are underlines; taking those would cut letters
        return image
    level = _long_runs(ink, length)
    rules = upright.T if level is None else upright.T | level
    rules[1:] |= rules[:-1]
    rules[:-1] |= rules[1:]
    rules[:, 1:] |= rules[:, :-1]
    rules[:, :-1] |= rules[:, 1:]
    cleared = grey.copy()
    cleared[rules] = paper
    return Image.fromarray(cleared)


def _paper(image: Image.Image) -> int:
    """The median of a grey picture, by counting: sorting four million pixels takes longer than all else here."""
    counts = np.cumsum(image.convert("L").histogram())
    return int(np.searchsorted(counts, counts[-1] / 2))


def _long_runs(ink: NDArray[np.bool_], length: int) -> NDArray[np.bool_] | None:
    """Where ink runs along a row for at least `length` pixels, three pixels in a hundred missing at most; or None."""
    if ink.shape[1] <= length:
        return None
    rows = _promising_rows(ink, length)
    if not len(rows):
        return None
    sums = np.cumsum(np.pad(ink[rows], ((0, 0), (1, 0))), axis=1, dtype=np.int32)
    full = sums[:, length:] - sums[:, :-length] >= 0.97 * length
    if not full.any():
        return None
    edges = np.zeros((len(rows), ink.shape[1] + 1), dtype=np.int32)
    edges[:, : full.shape[1]] += full
    edges[:, length : length + full.shape[1]] -= full
    found = np.zeros_like(ink)
    found[rows] = np.cumsum(edges, axis=1)[:, :-1] > 0
    return found


def _promising_rows(ink: NDArray[np.bool_], length: int) -> NDArray[np.intp]:
    """Rows with a block full of ink: any run of `length` pixels covers one of half that, wherever blocks begin."""
    block = length // 2
    count = ink.shape[1] // block
    blocks = ink[:, : count * block].reshape(ink.shape[0], count, block)
    inked = np.count_nonzero(blocks, axis=2)
    return np.flatnonzero((inked >= block - 0.03 * length - 1).any(axis=1))
