"""The matcher on the titles written for this project."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.builders import understanding

_TITLES = Path(__file__).parents[3] / "corpora" / "indicator_titles" / "titles.jsonl"


def _titles(*, related: bool) -> Iterator[dict[str, Any]]:
    for line in _TITLES.read_text("utf-8").splitlines():
        entry: dict[str, Any] = json.loads(line)
        if bool(entry["indicators"]) is related:
            yield entry


def test_related_titles_are_right_at_first_choice_nineteen_times_in_twenty(classified: Any) -> None:
    wrong = []
    total = 0
    for entry in _titles(related=True):
        total += 1
        result = classified(understanding(entry["document_type"], title=entry["title"]))
        first = result.candidates[0].indicator if result.candidates else None
        if first not in entry["indicators"]:
            wrong.append((entry["title"], first))
    assert len(wrong) <= total * 0.05, wrong


def test_unrelated_titles_are_answered_with_none_nineteen_times_in_twenty(classified: Any) -> None:
    entries = list(_titles(related=False))
    wrong = [
        entry["title"]
        for entry in entries
        if not classified(understanding(entry["document_type"], title=entry["title"])).abstained
    ]
    assert len(wrong) <= len(entries) * 0.05, wrong
