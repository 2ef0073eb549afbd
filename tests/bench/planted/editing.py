"""Small changes to a text as it was read: the pages stay as they were but for one thing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from evidence_ai.domain.document import Cell, DocumentText, Line, Page, Table, Word

Change = Callable[[str], str]


def with_pages(text: DocumentText, pages: Iterable[Page]) -> DocumentText:
    """The same text with other pages, numbered from 1; pages that failed are gone."""
    numbered = tuple(replace(page, number=at) for at, page in enumerate(pages, start=1))
    return replace(text, pages=numbered, pages_total=len(numbered), pages_failed=())


def reworded(text: DocumentText, change: Change, *, pages: range | None = None) -> DocumentText:
    """Every line, word and cell of the pages (all, or those numbered in `pages`) changed."""
    return replace(
        text,
        pages=tuple(_page(one, change) if pages is None or one.number in pages else one for one in text.pages),
    )


def relined(page: Page, lines: Iterable[Line]) -> Page:
    """The page with other lines; its tables go where a line went."""
    return replace(page, lines=tuple(lines), tables=())


def new_line(words: str, near: Line) -> Line:
    """A further line where `near` stands."""
    return Line(words, near.box)


def change_line(line: Line, change: Change) -> Line:
    """One line changed; its words keep their boxes where each word was changed by itself."""
    changed = change(line.text)
    if changed == line.text:
        return line
    parts = changed.split()
    if len(parts) == len(line.words):
        words = tuple(Word(part, word.box, word.confidence) for part, word in zip(parts, line.words, strict=True))
        return Line(changed, line.box, words)
    return Line(changed, line.box)


def first_line(page: Page, pattern: re.Pattern[str]) -> int | None:
    """The index of the first line that matches."""
    return next((at for at, line in enumerate(page.lines) if pattern.search(line.text)), None)


def _page(page: Page, change: Change) -> Page:
    return replace(
        page,
        lines=tuple(change_line(line, change) for line in page.lines),
        tables=tuple(_table(table, change) for table in page.tables),
    )


def _table(table: Table, change: Change) -> Table:
    rows = tuple(tuple(_cell(cell, change) for cell in row) for row in table.rows)
    return replace(table, rows=rows)


def _cell(cell: Cell | None, change: Change) -> Cell | None:
    return None if cell is None else replace(cell, text=change(cell.text))
