"""Valid values for tests of every room: a test changes one thing and says its claim.

The builders of the rules' own examples serve here too, so that one Perda of one invented region is the same
everywhere. Import them by name: `from tests.builders import dossier, page, understanding`.
"""

from __future__ import annotations

from collections.abc import Sequence

from evidence_ai.checking.example_edition import edition
from evidence_ai.checking.examples import (
    DATA_YEAR,
    OTHER_REGION,
    OTHER_REGION_CODE,
    PROVINCE,
    PROVINCE_CODE,
    REGION,
    REGION_CODE,
    budget_line,
    claim,
    classification,
    document,
    dossier,
    fact,
    figure,
    indicator,
    package,
    page,
    text,
    understanding,
)
from evidence_ai.domain.document import Cell, Grade, Line, Page, Source, Table, Word
from evidence_ai.domain.quote import Box

__all__ = [
    "DATA_YEAR",
    "OTHER_REGION",
    "OTHER_REGION_CODE",
    "PROVINCE",
    "PROVINCE_CODE",
    "REGION",
    "REGION_CODE",
    "budget_line",
    "claim",
    "classification",
    "document",
    "dossier",
    "edition",
    "fact",
    "figure",
    "indicator",
    "package",
    "page",
    "scanned_page",
    "table",
    "text",
    "understanding",
    "word_line",
]


def word_line(words: str, *, top: float = 72, confidence: float | None = None) -> Line:
    """A line whose words are boxed one by one, six points a character, as OCR or a table page gives them."""
    boxed: list[Word] = []
    left = 72.0
    for word in words.split():
        boxed.append(Word(word, Box(left, top, left + 6 * len(word), top + 12), confidence))
        left += 6 * (len(word) + 1)
    return Line(words, Box(72, top, max(left - 6, 78), top + 12), tuple(boxed))


def scanned_page(
    number: int, words: str, *, confidence: float = 0.9, grade: Grade = Grade.GOOD, layer_text: str = ""
) -> Page:
    """An A4 page read by OCR: every line with boxed words of the given confidence (0..1)."""
    lines = tuple(
        word_line(line, top=72 + 14 * at, confidence=confidence) for at, line in enumerate(words.splitlines())
    )
    return Page(number, 595, 842, Source.OCR, grade, lines, layer_text=layer_text)


def table(rows: Sequence[Sequence[str | None]]) -> Table:
    """A table of rows of cell texts; None marks a merged-away cell."""
    cells = tuple(tuple(None if one is None else Cell(one) for one in row) for row in rows)
    return Table(cells)
