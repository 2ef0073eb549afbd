"""Tables as strips of cells with places: from ruled cells where a page has them, else from the words themselves.

A strip is one table row, or one visual line where no rules separate rows. Files without places
(CSV, XLSX) count columns and rows as if they were points, so that all later steps see one shape.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from evidence_ai.domain.document import Cell, Line, Page, Table, Word
from evidence_ai.domain.quote import Box
from evidence_ai.understanding.amounts import repaired_number, whole

MAX_STRIPS = 3000
"""A page with more lines than this is no page a person reads; the rest is left out to stay bounded."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """Text with its place; `lines` are its printed lines."""

    text: str
    x0: float
    x1: float
    y0: float
    y1: float
    box: Box | None

    @property
    def flat(self) -> str:
        """The text on one line; a word broken by a hyphen at the end of a line is kept as printed."""
        return " ".join(self.text.split())

    @property
    def middle(self) -> float:
        """Horizontal centre."""
        return (self.x0 + self.x1) / 2


@dataclass(frozen=True, slots=True)
class Strip:
    """Non-empty cells from left to right, standing in the same row of a ruled table or on the same line."""

    cells: tuple[GridCell, ...]
    y0: float
    y1: float
    ruled: bool

    @property
    def text(self) -> str:
        """All its words, left to right."""
        return " ".join(cell.flat for cell in self.cells)


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
        if not _is_table(strips):
            continue
        found.append(Grid(page.number, page.width_pt, tuple(strips[:MAX_STRIPS]), ruled=True))
        if table.box is not None:
            covered.append(table.box)
    if page.tables and not any(line.box for line in page.lines):
        return tuple(found)
    outside = [line for line in page.lines if not _inside(line.box, covered)]
    strips = [strip for at, line in enumerate(outside[:MAX_STRIPS]) if (strip := line_strip(line, at)) is not None]
    strips = _one_strip_a_row(strips)
    if any(len(strip.cells) > 1 for strip in strips):
        found.append(Grid(page.number, page.width_pt, tuple(strips), ruled=False))
    return tuple(found)


def line_strip(line: Line, at: int = 0) -> Strip | None:
    """One visual line cut into cells at wide gaps and around numbers that stand apart.

    `at` is its number on the page: the height of a line whose place is not known.
    """
    words = _split(line.words or _guessed_words(line, at))
    if not words:
        return None
    cells = _cut(words)
    return Strip(tuple(cells), min(cell.y0 for cell in cells), max(cell.y1 for cell in cells), ruled=False)


def _is_table(strips: Sequence[Strip]) -> bool:
    """Whether the rules enclose columns; a frame around a title or a chart does not."""
    return sum(len(strip.cells) >= 2 for strip in strips) >= 1


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
    return _without_tall_names(page, strips)


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
        stacked += all(whole(line) is not None for line in lines)
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
        for word in line.words or _guessed_words(line, 0)
        if y0 <= (word.box.y0 + word.box.y1) / 2 <= y1
    ]
    rows: list[Strip] = []
    for words in _rows_of(inside):
        cells = _in_columns(_split(words), columns)
        if cells:
            rows.append(Strip(tuple(cells), min(c.y0 for c in cells), max(c.y1 for c in cells), ruled=False))
    return rows or [strip]


def _rows_of(words: Sequence[Word]) -> list[list[Word]]:
    """Words by the height of their middles: a joined line of the page may hold two rows set close together."""
    if not words:
        return []
    size = median(word.box.y1 - word.box.y0 for word in words)
    rows: list[list[Word]] = []
    middle = float("-inf")
    for word in sorted(words, key=lambda word: word.box.y0 + word.box.y1):
        own = (word.box.y0 + word.box.y1) / 2
        if own - middle > 0.5 * size:
            rows.append([])
            middle = own
        rows[-1].append(word)
        middle += (own - middle) / len(rows[-1])
    return rows


def _in_columns(words: Sequence[Word], columns: Sequence[tuple[float, float]]) -> list[GridCell]:
    cells = []
    for x0, x1 in columns:
        here = [word for word in words if x0 <= (word.box.x0 + word.box.x1) / 2 < x1]
        if here:
            cells += _cut(here)
    return cells


# Lines without rules


def _guessed_words(line: Line, at: int) -> tuple[Word, ...]:
    """Words placed by proportion where only the line's box is known; by character where there is none."""
    text = line.text.expandtabs(8)
    box = line.box or Box(0.0, 12.0 * at, 6.0 * len(text), 12.0 * at + 10.0)
    per_character = (box.x1 - box.x0) / max(len(text), 1)
    return tuple(
        Word(
            found.group(),
            Box(box.x0 + found.start() * per_character, box.y0, box.x0 + found.end() * per_character, box.y1),
        )
        for found in re.finditer(r"[^\s;]+", text)
    )


_TOUCHING = re.compile(
    r"(?<=\.\d{3},\d\d)(?=\(?-?\d{1,3}(?:\.\d{3})+,)|(?<=,\d{3}\.\d\d)(?=\(?-?\d{1,3}(?:,\d{3})+\.)|(?<=\))(?=\(?\d)|(?<=\d)(?=\(\d)"
)
_RULES = re.compile(r"[|\u2502_\[\]{}=~]+")


def _split(words: Iterable[Word]) -> list[Word]:
    """Words in order of x; two amounts printed against each other come apart, strokes of rules go."""
    parts: list[Word] = []
    for word in words:
        text = word.text if word.confidence is None else repaired_number(word.text)
        if _RULES.fullmatch(text):
            continue
        pieces = _TOUCHING.split(text) if len(text) > 14 else [text]
        at = 0
        width = (word.box.x1 - word.box.x0) / max(len(text), 1)
        for piece in pieces:
            x0 = word.box.x0 + at * width
            box = Box(x0, word.box.y0, x0 + len(piece) * width, word.box.y1)
            parts.append(Word(piece.strip("|") or piece, box if len(pieces) > 1 else word.box, word.confidence))
            at += len(piece)
    return sorted(parts, key=lambda word: word.box.x0)


_LONE_RUPIAH = re.compile(r"[RrK]p[.,:]?", re.IGNORECASE)


def _cut(words: Sequence[Word]) -> list[GridCell]:
    """Cells of one line. A wide gap cuts; an amount of money at the end of the line stands alone."""
    size = median(max(word.box.y1 - word.box.y0, 4.0) for word in words)
    kinds = [_is_number_word(word.text) for word in words]
    last_text = max((at for at, kind in enumerate(kinds) if not kind), default=-1)
    groups: list[list[Word]] = [[words[0]]]
    for at, (before, after) in enumerate(pairwise(words), start=1):
        gap = after.box.x0 - before.box.x1
        follows = words[at + 1].text if _LONE_RUPIAH.fullmatch(after.text) and at + 1 < len(words) else after.text
        if _cuts(gap, size, before.text, follows, trailing=at > last_text):
            groups.append([])
        groups[-1].append(after)
    return [_cell(group) for group in groups]


def _cuts(gap: float, size: float, before: str, after: str, *, trailing: bool) -> bool:
    if _LONE_RUPIAH.fullmatch(before) and _is_number_word(after):
        return False
    if gap > 2.2 * size:
        return True
    if trailing and not _is_code_piece(before):
        # 'Jasa Giro Kas Daerah 3.832.802.363,00 59,26': every number behind the last word is a cell,
        # but the second half of '1 234' or of '1. 234' is not.
        return _is_money_word(after) or _is_money_word(before) or gap > 0.9 * size or _has_decimals(before)
    return gap > 0.4 * size and (_is_money_word(after) or _is_money_word(before))


_MONEY_WORD = re.compile(
    r"\(?-?(?:Rp\.?)?\d{1,3}(?:[.,]\d{3}){2,}(?:[.,]\d{1,2})?\)?(?:,-)?|0,00|\(?\d{1,3}\.\d{3},\d\d\)?"
)
_DECIMALS = re.compile(r"\(?-?\d+[.,]\d{1,2}%?\)?")
_NUMBER_WORD = re.compile(r"\(?-?(?:Rp\.?)?\d[\d.,]*\)?%?(?:,-)?|[-\u2013\u2014]|%|\(|\)|Rp[.,]?", re.IGNORECASE)
_CODE_PIECE = re.compile(r"\d{1,4}\.?|\.")


def _is_number_word(text: str) -> bool:
    return _NUMBER_WORD.fullmatch(text) is not None


def _is_money_word(text: str) -> bool:
    return _MONEY_WORD.fullmatch(text) is not None


def _has_decimals(text: str) -> bool:
    return _DECIMALS.fullmatch(text) is not None


def _is_code_piece(text: str) -> bool:
    return _CODE_PIECE.fullmatch(text) is not None


def _cell(words: Sequence[Word]) -> GridCell:
    box = words[0].box
    for word in words[1:]:
        box = box.join(word.box)
    return GridCell(" ".join(word.text for word in words), box.x0, box.x1, box.y0, box.y1, box)


def _one_strip_a_row(strips: list[Strip]) -> list[Strip]:
    """Joins strips that stand at the same height: a file may keep a row's name and its amounts apart."""
    joined: list[Strip] = []
    for strip in strips:
        if joined and _same_height(joined[-1], strip):
            cells = tuple(sorted((*joined[-1].cells, *strip.cells), key=lambda cell: cell.x0))
            joined[-1] = Strip(cells, min(joined[-1].y0, strip.y0), max(joined[-1].y1, strip.y1), strip.ruled)
        else:
            joined.append(strip)
    return joined


def _same_height(one: Strip, other: Strip) -> bool:
    common = min(one.y1, other.y1) - max(one.y0, other.y0)
    if common < 0.6 * min(one.y1 - one.y0, other.y1 - other.y0):
        return False
    return not any(min(a.x1, b.x1) - max(a.x0, b.x0) > 2 for a in one.cells for b in other.cells)
