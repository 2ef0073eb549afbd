"""What a PDF page is made of, besides its characters: pictures, drawings, and which lies on top."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass

from evidence_ai.reading.pdfium import PdfPage, raw
from evidence_ai.reading.pdfium_calls import address, bounds, count_inner, count_objects, inner_at, kind_of, object_at

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
    things = _objects(address(page))
    kinds = list(map(kind_of, things))
    share, pixels, texts_before_picture = 0.0, 0, 0
    for at, kind in enumerate(kinds):
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            part = _area(things[at]) / area
            share += part
            pixels = max(pixels, _pixels(things[at]))
            if part > 0.5:
                texts_before_picture = kinds[:at].count(raw.FPDF_PAGEOBJ_TEXT)
    texts = kinds.count(raw.FPDF_PAGEOBJ_TEXT)
    below = texts > 0 and texts_before_picture > 0.8 * texts
    return PageContent(min(share, 1.0), pixels, below, kinds.count(raw.FPDF_PAGEOBJ_PATH))


def _objects(page: int) -> list[int]:
    """Addresses of what is drawn, in order; the content of a form follows the form."""
    things = [object_at(page, index) for index in range(min(count_objects(page), _MAX_OBJECTS))]
    forms = [at for at, thing in enumerate(things) if kind_of(thing) == raw.FPDF_PAGEOBJ_FORM]
    for at in reversed(forms):
        count = min(max(count_inner(things[at]), 0), _MAX_OBJECTS)
        things[at + 1 : at + 1] = [inner_at(things[at], index) for index in range(count)]
    return things


def _area(thing: int) -> float:
    box = bounds(thing)
    return 0.0 if box is None else max(box[2] - box[0], 0.0) * max(box[3] - box[1], 0.0)


def _pixels(thing: int) -> int:
    width, height = ctypes.c_uint(), ctypes.c_uint()
    handle = ctypes.cast(thing, raw.FPDF_PAGEOBJECT)
    return width.value * height.value if raw.FPDFImageObj_GetImagePixelSize(handle, width, height) else 0
