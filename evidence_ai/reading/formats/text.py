"""TXT and CSV: one page; rows of a CSV are a table as well."""

from __future__ import annotations

import csv
import io

from evidence_ai.domain.document import Cell, DocumentText, Grade, Line, Outcome, Page, Source, Table
from evidence_ai.reading import outcomes
from evidence_ai.reading.cleaning import clean, folded_lines
from evidence_ai.reading.encodings import decoded, delimiter
from evidence_ai.reading.formats import Reader, Task
from evidence_ai.reading.media_types import CSV, TEXT
from evidence_ai.reading.quality import layer_grade, measure
from evidence_ai.reading.spacing import join_spaced

_MAX_ROWS = 200_000
_MAX_CELLS = 4_000_000


def _read(task: Task) -> DocumentText:
    text = decoded(task.content)
    if len(text) > task.limits.max_characters:
        return outcomes.ended(Outcome.TOO_BIG, outcomes.too_big(len(task.content), task.limits.max_characters))
    if not text.strip():
        return outcomes.ended(Outcome.EMPTY, outcomes.ONLY_BLANK)
    task.progress(1, 1)
    if task.media_type == CSV:
        return outcomes.of_pages([_csv_page(text)], [])
    # A form feed is how plain text ends a page.
    parts = text.rstrip("\f\n ").split("\f")
    if len(parts) > task.limits.max_pages:
        return outcomes.ended(Outcome.TOO_BIG, outcomes.too_many_pages(len(parts), task.limits.max_pages))
    return outcomes.of_pages([_page(number, part) for number, part in enumerate(parts, start=1)], [])


def _page(number: int, text: str) -> Page:
    lines = tuple(Line(line) for part in folded_lines(text) if (line := clean(join_spaced(part.strip()))))
    grade = layer_grade(measure(text)) if lines else Grade.GOOD
    # A short note need not look like Indonesian to be legible.
    grade = Grade.FAIR if grade in (Grade.POOR, Grade.UNREADABLE) and "\ufffd" not in text else grade
    source = Source.TEXT_LAYER if lines else Source.NONE
    return Page(number, 0.0, 0.0, source, grade, lines, note=None if lines else outcomes.BLANK_PAGE)


def _csv_page(text: str) -> Page:
    try:
        return _table_page(text)
    except csv.Error:  # quotation marks that never close: still legible as text
        return _page(1, text)


def _table_page(text: str) -> Page:
    rows: list[list[str]] = []
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text)):
        if any(cell.strip() for cell in row):
            rows.append([cell.strip() for cell in row])
        if len(rows) > _MAX_ROWS:  # too many for a table; as text nothing is lost
            return _page(1, text)
    width = max((len(row) for row in rows), default=0)
    if width * len(rows) > _MAX_CELLS:  # one endless row would make every other as long
        return _page(1, text)
    table = Table(tuple(tuple(Cell(cell) for cell in [*row, *[""] * (width - len(row))]) for row in rows))
    shown = (" ".join(cell for cell in row if cell) for row in rows)
    lines = tuple(Line(line) for row in shown for part in folded_lines(row) if (line := clean(part)))
    return Page(1, 0.0, 0.0, Source.TEXT_LAYER, Grade.EXCELLENT, lines, tables=(table,) if width > 1 else ())


READER = Reader(media_types=(TEXT, CSV), read=_read)
