"""How much of a text is searched for facts. Reading keeps every word; understanding need not look at a book of noise.

The bounds lie far above honest documents (the longest seen holds 2.4 million characters on 900 pages), and what lies
beyond is counted, so that whoever reads the result is told.
"""

from __future__ import annotations

from dataclasses import replace

from evidence_ai.domain.document import DocumentText, Line, Page, Table

_LINE = 8_000
"""Characters of one line. Readers fold their lines; this holds whoever forgets to."""
_PAGE_LINES, _LAST_LINES = 12_000, 1_500
"""A file without pages (Word, a sheet) is one page: three hundred sheets of paper. Totals and signatures stand last."""
_PAGE_CHARACTERS = 600_000
_CELLS = 120_000
_DOCUMENT_CHARACTERS = 4_000_000


def bounded(text: DocumentText) -> tuple[DocumentText, int]:
    """The text as far as facts are sought in it, and how many characters are left out (0 for honest documents)."""
    pages: list[Page] = []
    left, unseen = _DOCUMENT_CHARACTERS, 0
    for page in text.pages:
        held = sum(len(line.text) for line in page.lines)
        kept = page if _is_ordinary(page, held) else _shortened(page)
        seen = held if kept is page else sum(len(line.text) for line in kept.lines)
        if seen > left:
            kept, seen = replace(page, lines=(), tables=()), 0
        left -= seen
        unseen += held - seen
        pages.append(kept)
    return (replace(text, pages=tuple(pages)), unseen) if unseen else (text, 0)


def _is_ordinary(page: Page, characters: int) -> bool:
    return (
        len(page.lines) <= _PAGE_LINES
        and characters <= _PAGE_CHARACTERS
        and sum(_cells(table) for table in page.tables) <= _CELLS
        and (characters <= _LINE or max(len(line.text) for line in page.lines) <= _LINE)
    )


def _shortened(page: Page) -> Page:
    """The first lines and the last; the first cells of each table."""
    lines = page.lines
    if len(lines) > _PAGE_LINES:
        lines = (*lines[: _PAGE_LINES - _LAST_LINES], *lines[-_LAST_LINES:])
    short = tuple(line if len(line.text) <= _LINE else Line(line.text[:_LINE], line.box) for line in lines)
    left, kept = _PAGE_CHARACTERS, 0
    for line in short:
        left -= len(line.text)
        if left < 0:
            break
        kept += 1
    tables: list[Table] = []
    cells = _CELLS
    for table in page.tables:
        rows = table.rows[: cells // max(len(table.rows[0]) if table.rows else 1, 1)]
        cells -= sum(map(len, rows))
        if rows:
            tables.append(replace(table, rows=rows))
    return replace(page, lines=short[:kept], tables=tuple(tables))


def _cells(table: Table) -> int:
    return len(table.rows) * len(table.rows[0]) if table.rows else 0
