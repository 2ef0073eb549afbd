"""The running text of a page outside its tables, parted where a paragraph, a heading or a caption ends."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from evidence_ai.domain.document import Line, Page
from evidence_ai.domain.quote import Box
from evidence_ai.understanding.amounts import whole
from evidence_ai.understanding.grid_cells import line_strip

_SHORT = 0.14
"""Share of the text's width that the last line of a paragraph leaves free."""
_CAPTION = re.compile(r"^\s*(?:sumber|tabel|gambar|grafik|bagan|diagram)\b(?:\s*[:.\d]|$)", re.IGNORECASE)
_SECTION = re.compile(r"^\s*(?:\d{1,2}(?:\.\d{1,2})+\.?|[A-Z]\.|[IVX]{1,4}\.)\s+[A-Z]|^\s*BAB\s+[IVX]+\b")
_BEGINS = re.compile(r"^\W{0,3}[A-Z\d]")
_LIST_MARK = re.compile(r"^\s*(?:\(?\d{1,2}[.)]|\(?[a-z][.)]|[-\u2022\u00b7\uf0b7>*])\s+")


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines of running text joined; `start` is the offset of the text in the page's text."""

    text: str
    start: int


def passages(page: Page, values: Sequence[Box] = ()) -> list[Passage]:
    """The passages of a page, in reading order: neighbouring lines that are no rows of numbers, joined by line breaks.

    `values`: where the values of its tables stand; a line that holds one is their row.
    """
    right = _right_edge(page.lines)
    found: list[Passage] = []
    for block in _blocks(page, values):
        lines: list[str] = []
        start = block[0][0]
        nexts = [line for _, line in block[1:]]
        for (offset, line), after in zip_longest(block, nexts):
            lines.append(line.text)
            if after is None or _ends(line, after, right):
                found.append(Passage("\n".join(lines), start))
                lines = []
                start = offset + len(line.text) + 1
    return found


def _blocks(page: Page, values: Sequence[Box]) -> Iterator[list[tuple[int, Line]]]:
    """Neighbouring lines outside tables, with their offsets in the page's text."""
    boxes = [table.box for table in page.tables if table.box is not None and len(table.rows) > 1]
    rows = {
        _letters(" ".join(cell.text for cell in row if cell is not None))
        for table in page.tables
        if table.box is None
        for row in table.rows
    }
    heights = sorted((box.y0 + box.y1) / 2 for box in values)
    block: list[tuple[int, Line]] = []
    offset = 0
    for line in page.lines:
        inside = line.box is not None and any(
            box.y0 - 1 <= (line.box.y0 + line.box.y1) / 2 <= box.y1 + 1 and line.box.x0 >= box.x0 - 3 for box in boxes
        )
        if inside or _is_row(line) or _holds(line, heights) or (rows and _letters(line.text) in rows):
            if block:
                yield block
            block = []
        else:
            block.append((offset, line))
        offset += len(line.text) + 1
    if block:
        yield block


def _holds(line: Line, heights: Sequence[float]) -> bool:
    """Whether one of the heights, in ascending order, lies on the line."""
    if line.box is None or not any(map(str.isdigit, line.text)):
        return False
    at = bisect_left(heights, line.box.y0)
    return at < len(heights) and heights[at] <= line.box.y1


def _ends(line: Line, after: Line, right: tuple[float, float] | None) -> bool:
    """Whether a paragraph, a heading or a caption ends with `line`."""
    if _CAPTION.match(after.text) or _SECTION.match(after.text):
        return True
    if not _BEGINS.match(after.text):
        return False
    if _LIST_MARK.match(after.text):
        return True
    if line.box is None or right is None or after.box is None:
        return bool(_CAPTION.match(line.text) or _SECTION.match(line.text))
    left, edge = right
    if line.box.x1 < edge - _SHORT * (edge - left):
        return True
    if _is_capitals(line.text) and not _is_capitals(after.text):
        return True
    return after.box.y0 - line.box.y1 > 2.2 * max(line.box.y1 - line.box.y0, 6)


def _is_capitals(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 5 and sum(letter.isupper() for letter in letters) > 0.9 * len(letters)


def _right_edge(lines: Sequence[Line]) -> tuple[float, float] | None:
    """Left and right edge of the running text: the places most of its long lines reach."""
    boxes = [line.box for line in lines if line.box is not None and len(line.text) > 30]
    if len(boxes) < 4:
        return None
    ends = sorted(box.x1 for box in boxes)
    starts = sorted(box.x0 for box in boxes)
    return starts[len(starts) // 10], ends[(9 * len(ends)) // 10]


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


_PROSE = re.compile(
    r"\b(?:sebesar|sejumlah|sebanyak|dengan|atau|dari|dan|menjadi|yaitu|yang|sedangkan|mencapai|berjumlah|adalah|untuk|pada)\b",
    re.IGNORECASE,
)


def _is_row(line: Line) -> bool:
    """Whether a line is a table's row: two or more cells that hold nothing but a number, and no words of a sentence at them."""
    if not line.words or not any(map(str.isdigit, line.text)):
        return False
    strip = line_strip(line)
    if strip is None:
        return False
    lone = [at for at, cell in enumerate(strip.cells) if whole(cell.text) is not None]
    return len(lone) >= 2 and not any(_PROSE.search(cell.text) for cell in strip.cells[max(lone[0] - 1, 1) :])
