"""The numbers printed at the top or foot of pages, and where they skip."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from evidence_ai.domain.document import DocumentText, Page

_NUMBER = re.compile(r"^\W*(?:Hal(?:aman)?\.?\s*)?[-–—(]?\s*(\d{1,3})\s*[-–—)]?\W*$", re.IGNORECASE)
_RUN = 3
"""Pages that must be numbered one by one before and after a skip: a table may have a bare number at its edge."""


_EDGE = 2
"""A running title often stands above or below the number."""


@dataclass(frozen=True, slots=True)
class Skip:
    """The printed number jumps from `before` to `after` although page `page` (from 1) follows directly."""

    page: int
    before: int
    after: int


def skips(text: DocumentText) -> tuple[Skip, ...]:
    """Where printed numbers leave some out between two adjacent pages; empty where pages failed or numbers wander."""
    if text.pages_failed:
        return ()
    runs: list[list[tuple[int, int]]] = []
    for page in text.pages:
        found = _printed(page)
        if not found:
            continue
        last = runs[-1][-1] if runs else None
        expected = last[1] + page.number - last[0] if last is not None else None
        if expected in found:
            runs[-1].append((page.number, expected))
        else:
            runs.append([(page.number, min(found))])
    return tuple(
        Skip(later[0][0], earlier[-1][1], later[0][1])
        for earlier, later in pairwise(runs)
        if min(len(earlier), len(later)) >= _RUN
        and later[0][0] == earlier[-1][0] + 1
        and later[0][1] > earlier[-1][1] + 1
    )


def _printed(page: Page) -> frozenset[int]:
    """The numbers alone on the first or last two lines: one may belong to a list or a running foot."""
    lines = [line.text for line in page.lines if line.text.strip()]
    edges = lines[:_EDGE] + lines[-_EDGE:]
    return frozenset(int(match[1]) for line in edges if (match := _NUMBER.match(line)))
