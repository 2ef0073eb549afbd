"""Floors on reference set A (not distributed). Measuring only: nothing here is learned from."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from tests.end_to_end.command import result

GOLD = os.environ.get("EVIDENCE_GOLD")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not GOLD, reason="EVIDENCE_GOLD is not set: reference set A is not distributed"),
]


@pytest.fixture(scope="module")
def report() -> Any:
    return result("evaluate", "--gold", Path(GOLD or ""))


@pytest.mark.parametrize(
    ("fact", "group", "floor"),
    [
        ("doc_type", "all", 0.85),
        ("region", "all", 0.93),
        ("number", "born-digital", 0.90),
        ("number", "scan", 0.75),
        ("year", "born-digital", 0.90),
        ("year", "scan", 0.75),
        ("title of legal products", "born-digital", 0.80),
    ],
)
def test_facts_reach_their_floor(report: Any, fact: str, group: str, floor: float) -> None:
    assert report["documents"]["facts"][fact][group]["value"] >= floor


def test_titles_are_right_among_the_first_three(report: Any) -> None:
    assert report["titles"]["rates"]["right at 3"]["value"] >= 0.88


def test_no_enacted_document_is_called_a_draft_more_often_than_one_in_a_hundred(report: Any) -> None:
    assert report["documents"]["status"]["enacted called draft"]["value"] <= 0.01
