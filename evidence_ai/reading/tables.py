"""Ruled tables of a PDF page: pdfium's drawn lines make the cells, the words already read fill them."""

from __future__ import annotations

import ctypes
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator

from evidence_ai.domain.document import Cell, Line, Table, Word
from evidence_ai.domain.quote import Box
from evidence_ai.reading.pdfium import PdfPage, raw
from evidence_ai.reading.pdfium_calls import (
    address,
    bounds,
    count_objects,
    count_segments,
    kind_of,
    object_at,
    segment_at,
    segment_closes,
    segment_kind,
    segment_point,
)
from evidence_ai.reading.rows import Fragment, in_reading_order
from evidence_ai.reading.ruling import Rule, tables_of_cells
from evidence_ai.reading.text_layer import Placement, placement

_THIN_PT = 3.0
"""A drawn rectangle thinner than this is a line; Word and Excel draw their borders so."""
_SHORT_PT = 4.0
_MAX_STROKES = 6_000
_MAX_SEGMENTS = 400
_SEGMENTS_OF_A_BOX = 5
"""One line or one rectangle: its own bounds tell it."""
_FEW = 2


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
    paths = _paths(address(page))
    if len(paths) > _MAX_STROKES:
        return None
    rules: list[Rule] = []
    for thing in paths:
        segments = count_segments(thing)
        if segments > _SEGMENTS_OF_A_BOX:
            for box in _drawn(thing, segments, place):
                rules += _as_rules(box)
        elif (found := bounds(thing)) is not None:
            rules += _as_rules(place.box(*found))
    return rules


def _paths(page: int) -> list[int]:
    things = [object_at(page, index) for index in range(count_objects(page))]
    return [thing for thing in things if kind_of(thing) == raw.FPDF_PAGEOBJ_PATH]


def _drawn(thing: int, segments: int, place: Placement) -> Iterator[Box]:
    """The boxes of the segments of one path."""
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(ctypes.cast(thing, raw.FPDF_PAGEOBJECT), matrix)
    a, b, c, d, e, f = matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f
    before: tuple[float, float] | None = None
    start: tuple[float, float] | None = None
    for index in range(min(segments, _MAX_SEGMENTS)):
        segment = segment_at(thing, index)
        kind = segment_kind(segment)
        x, y = segment_point(segment)
        point = (a * x + c * y + e, b * x + d * y + f)
        if kind == raw.FPDF_SEGMENT_LINETO and before is not None:
            yield place.box(*before, *point)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            start = point
        elif start is not None and segment_closes(segment):
            yield place.box(*point, *start)
        before = None if kind == raw.FPDF_SEGMENT_BEZIERTO else point


def _as_rules(box: Box) -> tuple[Rule, ...]:
    width, height = box.x1 - box.x0, box.y1 - box.y0
    if width <= _SHORT_PT and height <= _SHORT_PT:
        return ()
    if height <= _THIN_PT:
        return (Rule((box.y0 + box.y1) / 2, box.x0, box.x1, level=True),)
    if width <= _THIN_PT:
        return (Rule((box.x0 + box.x1) / 2, box.y0, box.y1, level=False),)
    return (
        Rule(box.y0, box.x0, box.x1, level=True),
        Rule(box.y1, box.x0, box.x1, level=True),
        Rule(box.x0, box.y0, box.y1, level=False),
        Rule(box.x1, box.y0, box.y1, level=False),
    )


def _table(cells: list[Box], words: list[Word]) -> Table:
    inside = _words_by_cell(cells, words)
    tops, lefts = sorted({cell.y0 for cell in cells}), sorted({cell.x0 for cell in cells})
    by_place = {(cell.y0, cell.x0): Cell(_text(inside.get(at, [])), cell) for at, cell in enumerate(cells)}
    outer = Box(lefts[0], tops[0], max(cell.x1 for cell in cells), max(cell.y1 for cell in cells))
    return Table(tuple(tuple(by_place.get((top, left)) for left in lefts) for top in tops), outer)


def _words_by_cell(cells: list[Box], words: list[Word]) -> dict[int, list[Word]]:
    """For each cell by its place in the list, the words whose middle it holds. Cells are many: they are looked up by band."""
    tops = sorted({cell.y0 for cell in cells} | {cell.y1 for cell in cells})
    bands: list[list[int]] = [[] for _ in tops]
    for at, cell in enumerate(cells):
        for band in range(bisect_left(tops, cell.y0), bisect_left(tops, cell.y1)):
            bands[band].append(at)
    inside: dict[int, list[Word]] = defaultdict(list)
    for word in words:
        x, y = (word.box.x0 + word.box.x1) / 2, (word.box.y0 + word.box.y1) / 2
        near = bands[bisect_right(tops, y) - 1] if tops[0] <= y else []
        home = next((at for at in near if cells[at].x0 <= x < cells[at].x1), None)
        if home is not None:
            inside[home].append(word)
    return inside


def _text(words: list[Word]) -> str:
    if len(words) < _FEW:
        return words[0].text if words else ""
    rows = in_reading_order([Fragment(word.text, word.box, (word,)) for word in words], float("inf"))
    return "\n".join(row.text for row in rows)
