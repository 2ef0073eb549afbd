"""Rows as the rooms would see them: a text file's pages, understood and weighed by the same code as an upload."""

from __future__ import annotations

from collections.abc import Iterable

from evidence_ai.domain.document import DocumentText, Grade, Line, Outcome, Page, Source
from evidence_ai.domain.quote import Fact
from evidence_ai.domain.understanding import Understanding
from evidence_ai.training.corpus import IndicatorRow
from evidence_ai.understanding import understand
from evidence_ai.understanding.relations import subject


def as_text(pages: Iterable[str]) -> DocumentText:
    """Pages of words as if read from a text file.

    >>> as_text(["SALINAN", "Pasal 1"]).pages[1].text
    'Pasal 1'
    """
    read = tuple(
        Page(number, 0.0, 0.0, Source.TEXT_LAYER, Grade.EXCELLENT, tuple(Line(line) for line in page.split("\n")))
        for number, page in enumerate(pages, start=1)
    )
    return DocumentText(Outcome.OK if read else Outcome.EMPTY, None, len(read), read)


def understood(row: IndicatorRow) -> tuple[Understanding, DocumentText]:
    """A row as an upload: its text read and understood; a bare title of a legal product as that document's title."""
    if not row.is_bare_title:
        text = as_text(row.text.split("\f"))
        return understand(text), text
    known = Understanding(
        document_type=Fact(row.document_type, 1.0, None) if row.document_type else None,
        title=Fact(row.text, 1.0, None),
        subject=subject(row.text),
    )
    return known, as_text(())
