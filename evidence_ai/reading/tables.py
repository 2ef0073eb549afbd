"""Ruled tables of a PDF page: pdfium's drawn lines make the cells, the words already read fill them."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Iterator

from evidence_ai.domain.document import Cell, Line, Table, Word
from evidence_ai.domain.quote import Box
from evidence_ai.reading.pdfium import PdfPage, Raw, raw
from evidence_ai.reading.rows import Fragment, in_reading_order
from evidence_ai.reading.ruling import Rule, tables_of_cells
from evidence_ai.reading.text_layer import Placement, placement

_THIN_PT = 3.0
"""A drawn rectangle thinner than this is a line; Word and Excel draw their borders so."""
_SHORT_PT = 4.0
_MAX_STROKES = 6_000
_MAX_SEGMENTS = 400


def ruled_tables(page: PdfPage, lines: tuple[Line, ...]) -> tuple[Table, ...]:
    """The tables of a page whose lines have words; none where too much is drawn to be a table."""
    words = [word for line in lines for word in line.words]
    rules = _rules(page) if words else None
    if rules is None:
        return ()
    tables = [_table(cells, words) for cells in tables_of_cells(rules)]
    return tuple(table for table in tables if any(cell and cell.text for row in table.rows for cell in row))


def _rules(page: PdfPage) -> list[Rule] | None:
    place = placement(page)
    rules: list[Rule] = []
    for count, thing in enumerate(_paths(page)):
        if count > _MAX_STROKES:
            return None
        for box in _drawn(thing, place):
            rules += _as_rules(box)
    return rules


def _paths(page: PdfPage) -> Iterator[Raw]:
    for index in range(raw.FPDFPage_CountObjects(page)):
        thing = raw.FPDFPage_GetObject(page, index)
        if raw.FPDFPageObj_GetType(thing) == raw.FPDF_PAGEOBJ_PATH:
            yield thing


def _drawn(thing: Raw, place: Placement) -> Iterator[Box]:
    """The boxes of what one path draws: of the whole if it is one line or rectangle, else of each segment."""
    segments = raw.FPDFPath_CountSegments(thing)
    if segments <= 5:
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        if raw.FPDFPageObj_GetBounds(thing, left, bottom, right, top):
            yield place.box(left.value, bottom.value, right.value, top.value)
        return
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(thing, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    before: tuple[float, float] | None = None
    start: tuple[float, float] | None = None
    for index in range(min(segments, _MAX_SEGMENTS)):
        segment = raw.FPDFPath_GetPathSegment(thing, index)
        kind = raw.FPDFPathSegment_GetType(segment)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        if kind == raw.FPDF_SEGMENT_LINETO and before is not None:
            yield place.box(*before, *point)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            start = point
        elif start is not None and raw.FPDFPathSegment_GetClose(segment):
            yield place.box(*point, *start)
        before = None if kind == raw.FPDF_SEGMENT_BEZIERTO else point


def _as_rules(box: Box) -> list[Rule]:
    width, height = box.x1 - box.x0, box.y1 - box.y0
    if width <= _SHORT_PT and height <= _SHORT_PT:
        return []
    if height <= _THIN_PT:
        return [Rule((box.y0 + box.y1) / 2, box.x0, box.x1, level=True)]
    if width <= _THIN_PT:
        return [Rule((box.x0 + box.x1) / 2, box.y0, box.y1, level=False)]
    return [
        Rule(box.y0, box.x0, box.x1, level=True),
        Rule(box.y1, box.x0, box.x1, level=True),
        Rule(box.x0, box.y0, box.y1, level=False),
        Rule(box.x1, box.y0, box.y1, level=False),
    ]


def _table(cells: list[Box], words: list[Word]) -> Table:
    inside = _words_by_cell(cells, words)
    tops, lefts = sorted({cell.y0 for cell in cells}), sorted({cell.x0 for cell in cells})
    by_place = {(cell.y0, cell.x0): Cell(_text(inside[cell]), cell) for cell in cells}
    outer = Box(lefts[0], tops[0], max(cell.x1 for cell in cells), max(cell.y1 for cell in cells))
    return Table(tuple(tuple(by_place.get((top, left)) for left in lefts) for top in tops), outer)


def _words_by_cell(cells: list[Box], words: list[Word]) -> dict[Box, list[Word]]:
    inside: dict[Box, list[Word]] = defaultdict(list)
    for word in words:
        x, y = (word.box.x0 + word.box.x1) / 2, (word.box.y0 + word.box.y1) / 2
        home = next((cell for cell in cells if cell.x0 <= x < cell.x1 and cell.y0 <= y < cell.y1), None)
        if home is not None:
            inside[home].append(word)
    return inside


def _text(words: list[Word]) -> str:
    rows = in_reading_order([Fragment(word.text, word.box, (word,)) for word in words], float("inf"))
    return "\n".join(row.text for row in rows)
