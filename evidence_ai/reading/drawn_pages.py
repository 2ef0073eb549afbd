"""Which closing pages bear a picture or a drawn stroke below their head: there may be a signature or a stamp."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from evidence_ai.domain.document import Page, Source
from evidence_ai.reading.pdfium import PdfDocument, PdfiumError, PdfPage, library, raw

_MAX_PAGES = 24
_HEAD = 0.2
"""Share of a page's height that belongs to a letterhead: a logo there is no signature."""
_SHORT = 3
"""Pages of a letter: anywhere on them somebody may sign."""
_CLOSES = re.compile(
    r"^\W*D[il1]\s?(?:tetapkan|undangkan|keluarkan|sahkan|buat)\s+d[il1]\b", re.IGNORECASE | re.MULTILINE
)
_CURVES = 12
"""Curves from which a path is handwriting or a stamp; rounded boxes and rules have fewer."""
_SIGNING_ANNOTATIONS = (raw.FPDF_ANNOT_STAMP, raw.FPDF_ANNOT_INK, raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT)


def drawn_pages(content: bytes, pages: Sequence[Page]) -> tuple[int, ...]:
    """Page numbers, among those where a document may close and those after them, that hold more than text.

    Recognised pages are pictures throughout, so they always count.
    """
    drawn = {page.number for page in pages if page.source is not Source.TEXT_LAYER}
    short = len(pages) <= _SHORT
    closing = {page.number for page in pages if short or _CLOSES.search(page.text)}
    wanted = sorted((closing | {number + 1 for number in closing}) - drawn)
    known = {page.number for page in pages}
    wanted = [number for number in wanted if number in known]
    # A document closes near its end; a long one cites too often to look at every such page.
    unlooked = wanted[:-_MAX_PAGES]
    try:
        document = library.PdfDocument(content, autoclose=True)
    except PdfiumError:
        return tuple(sorted(known))
    try:
        drawn |= {number for number in wanted[-_MAX_PAGES:] if _is_drawn(document, number)}
    finally:
        document.close()
    return tuple(sorted(drawn | set(unlooked)))


def _is_drawn(document: PdfDocument, number: int) -> bool:
    try:
        page = document[number - 1]
    except (PdfiumError, IndexError):
        return True
    try:
        return _has_signing_annotation(page) or _has_drawing(page)
    except PdfiumError:
        return True
    finally:
        page.close()


def _has_signing_annotation(page: PdfPage) -> bool:
    for at in range(min(raw.FPDFPage_GetAnnotCount(page), 500)):
        annotation = raw.FPDFPage_GetAnnot(page, at)
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        raw.FPDFPage_CloseAnnot(annotation)
        if kind in _SIGNING_ANNOTATIONS:
            return True
    return False


def _has_drawing(page: PdfPage) -> bool:
    head = page.get_height() * (1 - _HEAD)
    kinds = [raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING]
    for thing in page.get_objects(filter=kinds, max_depth=4):
        if thing.type == raw.FPDF_PAGEOBJ_PATH and not _is_curved(thing):
            continue
        if thing.get_bounds()[1] < head:
            return True
    return False


def _is_curved(path: Any) -> bool:
    count = min(raw.FPDFPath_CountSegments(path), 2_000)
    curves = 0
    for at in range(count):
        curves += raw.FPDFPathSegment_GetType(raw.FPDFPath_GetPathSegment(path, at)) == raw.FPDF_SEGMENT_BEZIERTO
        if curves >= _CURVES:
            return True
    return False
