"""What makes a page hard to read: measured in its picture and in the lines found on it, so that advice names the cause."""

from __future__ import annotations

import numpy as np
from PIL import Image

from evidence_ai.domain.document import Line
from evidence_ai.domain.flaw import LOW_DPI, Flaw
from evidence_ai.reading.straightening import densest_part, is_shadowed

_CROOKED_DEGREES = 1.5
_LOOKED_AT_DPI = 200
_SHARP = 0.37
"""Steepest step between neighbouring pixels, by the contrast, at 200 dpi. Legible scans of offices show 0.43 and more
(measured on 40), a lens half a letter's stroke out of focus 0.30."""
_CONTRAST = 110
"""Levels between paper and ink; carbon copies and spent toner show less."""
_EDGE_PT = 4.0
_CUT_LINES = 4
"""So many lines that touch one edge of the picture were cut by it; one or two may be stamps and page numbers."""
_LANDSCAPE = (1.2, 1.75)
"""Width by height of two upright sheets side by side."""
_GUTTER = 0.03
_LINES_OF_A_SHEET = 8


def flaws_of(
    image: Image.Image,
    lines: tuple[Line, ...],
    size_pt: tuple[float, float],
    *,
    turned: int,
    skew: float,
    dpi: int | None,
) -> tuple[Flaw, ...]:
    """The flaws of a page, worst first.

    Args:
        image: the page as displayed, grey.
        lines: found on it, boxes in points of the upright page.
        size_pt: of the upright page.
        turned: quarter turns clockwise that set it upright.
        skew: in degrees.
        dpi: of the scan where known; what was enlarged to be read looks blurred, and is coarse.
    """
    coarse, shadowed = dpi is not None and dpi < LOW_DPI, is_shadowed(image)
    sharpness, contrast = _sharpness(image, size_pt if turned % 2 == 0 else size_pt[::-1])
    found = {
        Flaw.UPSIDE_DOWN: turned == 2,
        Flaw.SIDEWAYS: turned in (1, 3),
        Flaw.COARSE: coarse,
        Flaw.BLURRED: sharpness < _SHARP and not coarse,
        Flaw.FAINT: contrast < _CONTRAST and not shadowed,
        Flaw.SHADOWED: shadowed,
        Flaw.CROOKED: abs(skew) >= _CROOKED_DEGREES,
        Flaw.CUT_OFF: _is_cut_off(lines, size_pt[0]),
        Flaw.TWO_PAGES: _are_two_pages(lines, size_pt),
    }
    return tuple(flaw for flaw in Flaw if found[flaw])


def _sharpness(image: Image.Image, size_pt: tuple[float, float]) -> tuple[float, float]:
    """The steepest step between neighbours as a share of the contrast, and the contrast, where most ink is."""
    part = densest_part(image)
    scale = _LOOKED_AT_DPI * size_pt[0] / 72 / max(image.width, 1)
    if abs(scale - 1) > 0.05:
        size = max(round(part.width * scale), 1), max(round(part.height * scale), 1)
        part = part.resize(size, Image.Resampling.BILINEAR if scale < 1 else Image.Resampling.LANCZOS)
    light = np.asarray(part.convert("L"), dtype=np.int16)
    if light.shape[1] < 2:
        return 1.0, 255.0
    ink, paper = (float(level) for level in np.percentile(light, [1.5, 80]))
    contrast = max(paper - ink, 1.0)
    return float(np.percentile(np.abs(np.diff(light, axis=1)), 99)) / contrast, contrast


def _is_cut_off(lines: tuple[Line, ...], width_pt: float) -> bool:
    """Whether lines of print run into the left or the right edge of the picture."""
    boxes = [line.box for line in lines if line.box is not None and len(line.text) > 8]
    left = sum(box.x0 < _EDGE_PT for box in boxes)
    right = sum(box.x1 > width_pt - _EDGE_PT for box in boxes)
    return max(left, right) >= max(_CUT_LINES, len(boxes) // 4)


def _are_two_pages(lines: tuple[Line, ...], size_pt: tuple[float, float]) -> bool:
    """Whether a wide picture shows two sheets: print left and right of an empty gutter in its middle, none across."""
    width, height = size_pt
    if not _LANDSCAPE[0] <= width / max(height, 1.0) <= _LANDSCAPE[1]:
        return False
    words = [word.box for line in lines for word in line.words if len(word.text) > 2]
    low, high = width * (0.5 - _GUTTER), width * (0.5 + _GUTTER)
    if any(box.x0 < high and box.x1 > low for box in words):
        return False
    sides = [
        [line for line in lines if any(_is_at(word.box.x0, side, width) for word in line.words)] for side in (0, 1)
    ]
    return all(len(side) >= _LINES_OF_A_SHEET and _is_prose(side) for side in sides)


def _is_at(x: float, side: int, width: float) -> bool:
    return (x >= width / 2) == bool(side)


def _is_prose(lines: list[Line]) -> bool:
    """Tables leave gutters too; sheets of a document are words more than figures."""
    text = "".join(line.text for line in lines)
    letters, digits = sum(map(str.isalpha, text)), sum(map(str.isdigit, text))
    return letters > 6 * digits
