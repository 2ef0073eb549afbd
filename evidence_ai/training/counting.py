"""What the corpora hold, counted; and whether two texts of one indicator are too much alike."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from evidence_ai.domain.edition import Edition
from evidence_ai.training.corpus import IndicatorRow, load_corpora

MOST_SHARED = 0.5
"""Two texts of one indicator that share more of their four-word runs than this are one text twice."""
_RUN = 4
_FEW_RUNS = 3
"""A text of fewer runs is little more than its subject."""
_FEW = 4
"""A word that fewer texts share is no subject yet."""


def counts(folder: Path, edition: Edition) -> dict[str, Any]:
    """Rows by corpus, part, kind, voice, indicator and document type, and the ids of texts too much alike."""
    corpora = load_corpora(folder)
    rows, pages = corpora.indicator_rows, corpora.page_rows
    return {
        "indicator_rows": len(rows),
        "by_corpus": _ordered(Counter(row.corpus for row in rows)),
        "by_part": _ordered(Counter("heldout" if row.heldout else "train" for row in rows)),
        "by_kind": _ordered(Counter(row.kind for row in rows)),
        "by_voice": _ordered(Counter(row.voice for row in rows)),
        "unrelated": sum(not row.indicators and not row.whole_budget for row in rows),
        "by_indicator": _ordered(Counter(one for row in rows for one in row.indicators)),
        "page_rows": len(pages),
        "pages_by_corpus": _ordered(Counter(row.corpus for row in pages)),
        "by_document_type": _ordered(Counter(row.document_type for row in pages)),
        "too_much_alike": [list(pair) for pair in alike(rows, edition)],
    }


def alike(rows: Sequence[IndicatorRow], edition: Edition) -> Iterator[tuple[str, str]]:
    """Pairs of rows of one corpus and indicator that share more than half of their four-word runs.

    Runs made only of the subject's words (of the indicator's own text, or shared by its texts) do not count.
    """
    by_indicator: dict[tuple[str, str], list[IndicatorRow]] = {}
    for row in rows:
        if row.indicators:
            by_indicator.setdefault((row.corpus, row.indicators[0]), []).append(row)
    named = {one.id: frozenset(_words(f"{one.title} {' '.join(one.cues)}")) for one in edition.indicators}
    for (_, indicator), group in by_indicator.items():
        usual = _subject_words(group) | named.get(indicator, frozenset())
        found = [(row, _runs(row.text, usual)) for row in group]
        for (one, left), (other, right) in combinations(found, 2):
            if left and right and len(left & right) > MOST_SHARED * max(len(left), len(right), _FEW_RUNS):
                yield one.id, other.id


def _subject_words(group: Sequence[IndicatorRow]) -> frozenset[str]:
    """Words in a third of an indicator's texts, and in four at least: its subject, which its texts must share."""
    seen = Counter(word for row in group for word in set(_words(row.text)))
    return frozenset(word for word, count in seen.items() if count >= max(len(group) / 3, _FEW))


def _runs(text: str, usual: frozenset[str]) -> set[tuple[str, ...]]:
    words = _words(text)
    runs = {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}
    return {run for run in runs if not set(run) <= usual}


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())


def _ordered(counted: Counter[str]) -> dict[str, int]:
    return {name: counted[name] for name in sorted(counted)}
