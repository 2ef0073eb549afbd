"""Words looked for in the texts of a package's documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from evidence_ai.checking.legibility import illegible_pages
from evidence_ai.domain.document import DocumentText
from evidence_ai.domain.people import Caller
from evidence_ai.domain.personal_data import masked
from evidence_ai.domain.stored import StoredDocument
from evidence_ai.services.intake import package_for
from evidence_ai.services.ports import UnitOfWork

_AROUND = 80


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where the words stand: `before`, `match` and `after` are the page's text with blanks folded."""

    document: StoredDocument
    page: int
    before: str
    match: str
    after: str


@dataclass(frozen=True, slots=True)
class NotSearched:
    """A document of which something could not be looked through: `pages`, or None where no page was read (yet)."""

    document: StoredDocument
    pages: tuple[int, ...] | None


@dataclass(frozen=True, slots=True)
class Search:
    """Where words stand, and where nobody can tell."""

    hits: tuple[Hit, ...]
    not_searched: tuple[NotSearched, ...]


def search(work: UnitOfWork, caller: Caller, package_id: str, words: str) -> Search:
    """Every place of these words, one after another as written, in the documents the caller may see.

    Case and line ends do not matter. Personal numbers are masked before anything is looked for, so that a search cannot
    confirm one.

    Raises:
        RefusedError: not allowed, or no such package for this caller.
    """
    package = package_for(work, caller, package_id)
    wanted = _pattern(words)
    hits: list[Hit] = []
    gaps: list[NotSearched] = []
    for document in work.packages.documents(package.id, caller.reach):
        text = None if document.refused else work.results.text(document.sha256, document.version)
        unread = _unread(text)
        if text is None or unread is None or unread:
            gaps.append(NotSearched(document, unread))
        if text is not None and wanted is not None:
            hits += _hits(document, text, wanted)
    return Search(tuple(hits), tuple(gaps))


def _pattern(words: str) -> re.Pattern[str] | None:
    parts = [re.escape(one) for one in words.split()]
    return re.compile(r"\s+".join(parts), re.IGNORECASE) if parts else None


def _hits(document: StoredDocument, text: DocumentText, wanted: re.Pattern[str]) -> Iterator[Hit]:
    for page in text.pages:
        shown = masked(page.text)
        for found in wanted.finditer(shown):
            start, end = found.span()
            before, after = shown[max(start - _AROUND, 0) : start], shown[end : end + _AROUND]
            yield Hit(document, page.number, _folded(before), _folded(found[0]), _folded(after))


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _unread(text: DocumentText | None) -> tuple[int, ...] | None:
    """Pages that could not be read; None where none was."""
    return illegible_pages(text) if text is not None and text.pages else None
