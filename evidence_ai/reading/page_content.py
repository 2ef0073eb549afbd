"""What a PDF page is made of, besides its characters: pictures, drawings, and which lies on top."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

from evidence_ai.reading.pdfium import PdfPage, Raw, raw

_MAX_OBJECTS = 4_000
"""A map may hold hundreds of thousands of strokes; what a page is made of shows earlier."""


@dataclass(frozen=True, slots=True)
class PageContent:
    """`picture_share`: part of the page covered by pictures (0..1, overlaps counted twice, at most 1).

    `picture_pixels`: of the largest embedded picture. `text_below`: most text is drawn before a large
    picture, so hidden by it. `strokes`: drawn paths.
    """

    picture_share: float
    picture_pixels: int
    text_below: bool
    strokes: int


def page_content(page: PdfPage) -> PageContent:
    """Look at the page's objects, one level of forms deep."""
    area = max(page.get_width() * page.get_height(), 1.0)
    share, pixels, strokes = 0.0, 0, 0
    texts, texts_before_picture = 0, 0
    for thing, kind in _objects(page):
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            texts += 1
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            strokes += 1
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            part = _area(thing) / area
            share += part
            pixels = max(pixels, _pixels(thing))
            if part > 0.5:
                texts_before_picture = texts
    below = texts > 0 and texts_before_picture > 0.8 * texts
    return PageContent(min(share, 1.0), pixels, below, strokes)


def _objects(page: PdfPage) -> Iterator[tuple[Raw, int]]:
    at, kind_of = raw.FPDFPage_GetObject, raw.FPDFPageObj_GetType
    for index in range(min(raw.FPDFPage_CountObjects(page), _MAX_OBJECTS)):
        thing = at(page, index)
        kind = kind_of(thing)
        yield thing, kind
        if kind == raw.FPDF_PAGEOBJ_FORM:
            for inner in range(min(max(raw.FPDFFormObj_CountObjects(thing), 0), _MAX_OBJECTS)):
                part = raw.FPDFFormObj_GetObject(thing, inner)
                yield part, kind_of(part)


def _area(thing: Raw) -> float:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not raw.FPDFPageObj_GetBounds(thing, left, bottom, right, top):
        return 0.0
    return max(right.value - left.value, 0.0) * max(top.value - bottom.value, 0.0)


def _pixels(thing: Raw) -> int:
    width, height = ctypes.c_uint(), ctypes.c_uint()
    if not raw.FPDFImageObj_GetImagePixelSize(thing, width, height):
        return 0
    return width.value * height.value
