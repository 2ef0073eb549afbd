"""The numbers printed at the top or foot of pages, and where they skip."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from evidence_ai.domain.document import DocumentText, Page

_NUMBER = re.compile(r"^\W*(?:Hal(?:aman)?\.?\s*)?[-–—(]?\s*(\d{1,3})\s*[-–—)]?\W*$", re.IGNORECASE)
_RUN = 3
"""Pages that must be numbered one by one before and after a skip: a table may have a bare number at its edge."""


@dataclass(frozen=True, slots=True)
class Skip:
    """The printed number jumps from `before` to `after` although page `page` (from 1) follows directly."""

    page: int
    before: int
    after: int


def skips(text: DocumentText) -> tuple[Skip, ...]:
    """Where printed numbers leave some out; empty where pages failed or the numbering is not steady."""
    if text.pages_failed:
        return ()
    runs: list[list[tuple[int, int]]] = []
    for page in text.pages:
        printed = _printed(page)
        if printed is None:
            runs.append([])
        elif runs and runs[-1] and printed == runs[-1][-1][1] + 1:
            runs[-1].append((page.number, printed))
        else:
            runs.append([(page.number, printed)])
    pairs = pairwise(runs)
    return tuple(
        Skip(later[0][0], earlier[-1][1], later[0][1])
        for earlier, later in pairs
        if min(len(earlier), len(later)) >= _RUN and later[0][1] > earlier[-1][1] + 1
    )


def _printed(page: Page) -> int | None:
    """The number alone on the first or last line; None where there is none, or two that differ."""
    lines = [line.text for line in page.lines if line.text.strip()]
    found = {int(match[1]) for line in (lines[:1] + lines[-1:]) if (match := _NUMBER.match(line))}
    return found.pop() if len(found) == 1 else None
