"""Tables as strips of cells with places: from ruled cells where a page has them, else from the words themselves.

A strip is one table row, or one visual line where no rules separate rows. Files without places
(CSV, XLSX) count columns and rows as if they were points, so that all later steps see one shape.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from evidence_ai.domain.document import Cell, Page, Table, Word
from evidence_ai.domain.quote import Box
from evidence_ai.understanding.amounts import whole
from evidence_ai.understanding.grid_cells import (
    GridCell,
    Strip,
    cut_words,
    guessed_words,
    line_strips,
    rows_of,
    split_words,
)

MAX_STRIPS = 3000
"""A page with more lines than this is no page a person reads; the rest is left out to stay bounded."""


@dataclass(frozen=True, slots=True)
class Grid:
    """One table of a page. `width` is the page's width, to compare grids of different pages."""

    page: int
    width: float
    strips: tuple[Strip, ...]
    ruled: bool


def grids(page: Page) -> tuple[Grid, ...]:
    """The tables of a page: ruled ones first, then what the lines outside them hold."""
    found = []
    covered: list[Box] = []
    for table in page.tables:
        strips = _ruled_strips(page, table)
        if not _is_table(strips) or _is_torn(page, table, strips):
            continue
        found.append(Grid(page.number, page.width_pt, tuple(strips[:MAX_STRIPS]), ruled=True))
        if table.box is not None:
            covered.append(table.box)
    if page.tables and not any(line.box for line in page.lines):
        return tuple(found)
    outside = [line for line in page.lines if not _inside(line.box, covered)]
    strips = _one_strip_a_row(line_strips(outside[:MAX_STRIPS]))
    if any(len(strip.cells) > 1 for strip in strips):
        found.append(Grid(page.number, page.width_pt, tuple(strips), ruled=False))
    return tuple(found)


def _is_table(strips: Sequence[Strip]) -> bool:
    """Whether the rules enclose columns; a frame around a title or a chart does not."""
    return sum(len(strip.cells) >= 2 for strip in strips) >= 1


def _is_torn(page: Page, table: Table, strips: Sequence[Strip]) -> bool:
    """Whether the rules enclose only a part of a table.

    Then no number is inside, but rows of numbers stand beside or below; or several amounts share a cell with a name.
    """
    if table.box is None:
        return False
    glued = sum(any(_GLUED.search(cell.text) for cell in strip.cells) for strip in strips)
    if glued and 3 * glued >= len(strips):
        return True
    if any(whole(cell.text) is not None for strip in strips for cell in strip.cells):
        return False
    area = table.box
    return any(
        line.box is not None
        and line.box.y1 > area.y0
        and line.box.y0 < area.y1 + _BELOW_PT
        and not _inside(line.box, (area,))
        and sum(whole(word.text) is not None for word in line.words) >= 2
        for line in page.lines
    )


_GLUED = re.compile(
    r"[A-Za-z]{3}[^\n]* \(?-?\d{1,3}(?:[.,]\d{3})+(?:[.,]\d\d)?\)?[^\nA-Za-z]* \(?-?\d{1,3}(?:[.,]\d{3})+(?:[.,]\d\d)?\)?"
)
_BELOW_PT = 40.0
"""How far below a ruled heading the first row of an unruled body may stand."""


def _inside(box: Box | None, covered: Sequence[Box]) -> bool:
    if box is None:
        return False
    x, y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
    return any(area.x0 <= x <= area.x1 and area.y0 <= y <= area.y1 for area in covered)


# Ruled tables


def _ruled_strips(page: Page, table: Table) -> list[Strip]:
    strips: list[Strip] = []
    for at, row in enumerate(table.rows[:MAX_STRIPS]):
        places = [(cell, _place(cell, at, index)) for index, cell in enumerate(row) if cell is not None]
        cells = tuple(GridCell(cell.text, *place, cell.box) for cell, place in places if cell.text.strip())
        if not cells:
            continue
        strip = Strip(cells, min(cell.y0 for cell in cells), max(cell.y1 for cell in cells), ruled=True)
        if _holds_several_rows(strip):
            strips += _by_lines(page, strip, [place for _, place in places])
        else:
            strips.append(strip)
    return _without_tall_names(page, _one_strip_a_row(strips))


def _without_tall_names(page: Page, strips: list[Strip]) -> list[Strip]:
    """Re-cuts rows whose amounts are ruled one by one while all their names share one tall cell."""
    done: list[Strip] = []
    at = 0
    while at < len(strips):
        tall = strips[at]
        below = at + 1
        while below < len(strips) and strips[below].y1 <= tall.y1 + 1 and _only_amounts(strips[below]):
            below += 1
        if tall.ruled and below - at >= 3:
            done += _by_lines(page, tall, [(cell.x0, cell.x1, cell.y0, cell.y1) for cell in tall.cells])
            at = below
        else:
            done.append(tall)
            at += 1
    return done


def _only_amounts(strip: Strip) -> bool:
    return all(whole(cell.text) is not None for cell in strip.cells)


def _place(cell: Cell, row: int, column: int) -> tuple[float, float, float, float]:
    box = cell.box
    if box is None:
        return (float(column), column + 0.9, float(row), row + 0.9)
    return (box.x0, box.x1, box.y0, box.y1)


def _holds_several_rows(strip: Strip) -> bool:
    """Whether columns are ruled but rows are not: a cell with two or more amounts under each other."""
    stacked = 0
    for cell in strip.cells:
        lines = [line for line in cell.text.split("\n") if line.strip()]
        if len(lines) < 2:
            continue
        if sum(_is_amount(line) for line in lines) >= 2:
            return True
        if all(whole(line) is not None for line in lines):
            stacked += 2 if len(lines) > 3 else 1
    return stacked >= 2


def _is_amount(text: str) -> bool:
    number = whole(text)
    return number is not None and (number.is_money or number.percent)


def _by_lines(page: Page, strip: Strip, places: list[tuple[float, float, float, float]]) -> list[Strip]:
    """The lines inside an unruled row, their words sorted into the ruled columns."""
    y0, y1 = min(place[2] for place in places), max(place[3] for place in places)
    columns = sorted({(place[0], place[1]) for place in places})
    inside = [
        word
        for line in page.lines
        if line.box is not None and line.box.y1 > y0 and line.box.y0 < y1
        for word in line.words or guessed_words(line, 0)
        if y0 <= (word.box.y0 + word.box.y1) / 2 <= y1
    ]
    rows: list[Strip] = []
    for words in rows_of(inside):
        cells = _in_columns(split_words(words), columns)
        if cells:
            rows.append(Strip(tuple(cells), min(c.y0 for c in cells), max(c.y1 for c in cells), ruled=False))
    return rows or [strip]


def _in_columns(words: Sequence[Word], columns: Sequence[tuple[float, float]]) -> list[GridCell]:
    cells = []
    for x0, x1 in columns:
        here = [word for word in words if x0 <= (word.box.x0 + word.box.x1) / 2 < x1]
        if here:
            cells += cut_words(here)
    return cells


def _one_strip_a_row(strips: list[Strip]) -> list[Strip]:
    """Joins strips that stand at the same height: a file may keep a row's name and its amounts apart."""
    joined: list[Strip] = []
    for strip in strips:
        if joined and _same_height(joined[-1], strip):
            cells = tuple(sorted((*joined[-1].cells, *strip.cells), key=lambda cell: cell.x0))
            ruled = joined[-1].ruled and strip.ruled
            joined[-1] = Strip(cells, min(joined[-1].y0, strip.y0), max(joined[-1].y1, strip.y1), ruled)
        else:
            joined.append(strip)
    return joined


_ROW_HEIGHTS = 3.0
"""A ruled cell more times as high as its neighbour spans several rows."""


def _same_height(one: Strip, other: Strip) -> bool:
    common = min(one.y1, other.y1) - max(one.y0, other.y0)
    heights = sorted((one.y1 - one.y0, other.y1 - other.y0))
    if common < 0.6 * heights[0] or (one.ruled and heights[1] > _ROW_HEIGHTS * heights[0]):
        return False
    return not any(min(a.x1, b.x1) - max(a.x0, b.x0) > 2 for a in one.cells for b in other.cells)
