"""What a page looks like in 32 bytes, to know an unreadable scan again: a perceptual hash of its ink.

The paper around the ink is cut off first, so that a page laid otherwise on the glass keeps its print; then only the
slow waves of light and dark count, which noise, JPEG and resolution leave alone.

**Source**: Zauner (2010), Implementation and benchmarking of perceptual image hash functions (DCT hash).
"""

from __future__ import annotations

import io
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from evidence_ai.errors import InputError
from evidence_ai.reading.pictures import crop

_WIDTH_PX = 400
_LONGEST = 8
"""Sides of a strip longer than this to one are no page, and would be blown up to millions of rows."""
_SOFT_PX = 2.0
"""A blur at this width, stronger than that of a scanner, makes sharp and soft scans one."""
_SIDE = 64
_WAVES = 16
_PAPER, _INK = 0.8, 0.01
"""Where in the order from dark to light paper and ink are taken to be."""
_LEAST_CONTRAST = 20.0
"""Grey levels between the two; a blank page is not blown up to noise."""
_SHADE = 0.15
"""Share of the contrast below which grey is shade and shows through, not print."""
_LEAST_INK = 0.002
"""Mean ink below which a page is blank: blank pages are all alike and no copies."""
_EDGE = 0.05
"""Share of the ink at each side that is cut off: stamps, specks and page numbers do not move the frame."""


def page_prints(content: bytes, media_type: str, pages: Iterable[int]) -> tuple[bytes, ...]:
    """The prints of these pages (from 1), in order; pages that are blank or cannot be drawn have none."""
    prints = []
    for page in pages:
        try:
            picture = crop(content, media_type, page, None, width_px=_WIDTH_PX)
        except InputError:
            continue
        with Image.open(io.BytesIO(picture)) as image:
            one = page_print(image)
        if one is not None:
            prints.append(one)
    return tuple(prints)


def page_print(image: Image.Image) -> bytes | None:
    """The print of one picture, None where it is blank or a strip; the share of equal bits of two tells how alike they look."""
    if max(image.size) > _LONGEST * min(image.size):
        return None
    ink = _inked(image)
    if ink.mean() < _LEAST_INK:
        return None
    framed = Image.fromarray((_framed(ink) * 255).astype(np.uint8))
    dark = np.asarray(framed.resize((_SIDE, _SIDE), Image.Resampling.BOX), dtype=np.float64)
    waves = _COSINES @ dark @ _COSINES.T
    waves[0, 0] = np.median(waves)  # the mean says how dark the scan is, not what it shows
    return np.packbits(waves > np.median(waves)).tobytes()


def _inked(image: Image.Image) -> NDArray[np.float64]:
    """Ink from 0 (paper) to 1, at the width all pages are compared at."""
    height = max(1, round(image.height * _WIDTH_PX / image.width))
    grey = image.convert("L").resize((_WIDTH_PX, height), Image.Resampling.BOX)
    light = np.asarray(grey.filter(ImageFilter.GaussianBlur(_SOFT_PX)), dtype=np.float64)
    paper, black = np.quantile(light, (_PAPER, _INK))
    ink: NDArray[np.float64] = np.clip((paper - light) / max(paper - black, _LEAST_CONTRAST), 0, 1)
    return np.where(ink < _SHADE, 0.0, ink)


def _framed(ink: NDArray[np.float64]) -> NDArray[np.float64]:
    top, bottom = _between(ink.sum(axis=1))
    left, right = _between(ink.sum(axis=0))
    return ink[top : bottom + 1, left : right + 1]


def _between(ink: NDArray[np.float64]) -> tuple[int, int]:
    """The first and last place once a small share of the ink at each end is left out."""
    share = np.cumsum(ink) / ink.sum()
    return int(np.searchsorted(share, _EDGE)), int(np.searchsorted(share, 1 - _EDGE))


def _cosines() -> NDArray[np.float64]:
    """The first rows of the discrete cosine transform (type II); shape (_WAVES, _SIDE)."""
    waves, places = np.arange(_WAVES)[:, None], np.arange(_SIDE)[None]
    found: NDArray[np.float64] = np.cos(np.pi * waves * (2 * places + 1) / (2 * _SIDE))
    return found


_COSINES = _cosines()
