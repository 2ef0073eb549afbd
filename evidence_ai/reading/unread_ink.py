"""Print that no word was found on: an engine is sure of what it reads, and silent about what it skips."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from evidence_ai.domain.document import Line

_LOOKED_AT_DPI = 75
_DARKER, _SHARE = 10, 0.13
"""Levels, and share of the light of the paper around it, by which print is darker; a shadow takes from both."""
_SOLID = 0.55
"""Share of dark paper around a dot above which it belongs to a photo, an emblem or a bar."""
_SQUARE = 8
_MARGIN_PT = 2.0
_BORDER = 0.03
_SURE_WORD = 0.3


def unread_ink(image: Image.Image, lines: tuple[Line, ...], size_pt: tuple[float, float]) -> float:
    """The share of print (0..1) that lies under no word read with some confidence.

    Stamps, signatures and emblems are print here too, so honest pages show up to a third.
    """
    scale = _LOOKED_AT_DPI / 72
    size = max(round(size_pt[0] * scale), 8), max(round(size_pt[1] * scale), 8)
    small = image.convert("L").reduce(max(image.width // (2 * size[0]), 1)).resize(size, Image.Resampling.BILINEAR)
    paper = np.asarray(_paper(small), dtype=np.int16)
    dark = paper - np.asarray(small, dtype=np.int16) > np.maximum(_DARKER, _SHARE * paper)
    crowded = Image.fromarray(dark.astype(np.uint8) * 255).filter(ImageFilter.BoxBlur(6))
    dark &= np.asarray(crowded) < 255 * _SOLID
    across, down = max(round(_BORDER * size[0]), 1), max(round(_BORDER * size[1]), 1)
    inner = np.s_[down:-down, across:-across]
    total = int(dark[inner].sum())
    if not total:
        return 0.0
    covered = np.asarray(_under_words(lines, size, scale)) > 0
    return float((dark & ~covered)[inner].sum()) / total


def _paper(small: Image.Image) -> Image.Image:
    """The brightest light around every dot, by squares: print is thinner than they are."""
    light = np.asarray(small)
    down, across = light.shape[0] // _SQUARE, light.shape[1] // _SQUARE
    squares = light[: down * _SQUARE, : across * _SQUARE].reshape(down, _SQUARE, across, _SQUARE).max(axis=(1, 3))
    return Image.fromarray(squares).filter(ImageFilter.MaxFilter(3)).resize(small.size, Image.Resampling.BILINEAR)


def _under_words(lines: tuple[Line, ...], size: tuple[int, int], scale: float) -> Image.Image:
    mask = Image.new("L", size, 0)
    draw = ImageDraw.Draw(mask)
    for line in lines:
        for word in line.words:
            if (word.confidence or 0.0) >= _SURE_WORD:
                box = word.box
                left, top = (box.x0 - _MARGIN_PT) * scale, (box.y0 - _MARGIN_PT) * scale
                draw.rectangle((left, top, (box.x1 + _MARGIN_PT) * scale, (box.y1 + _MARGIN_PT) * scale), fill=255)
    return mask
