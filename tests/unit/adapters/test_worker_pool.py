from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

import pytest

from evidence_ai.adapters.worker_pool import Loss, Lost, PoolSize, work

pytestmark = pytest.mark.slow
SMALL = PoolSize(workers=2, timeout_s=4, memory_mb=1200)


def prepare(_word: str) -> None:
    """Nothing to build for these tests."""


def behave(vice: str) -> str:
    if vice == "litter":
        with tempfile.NamedTemporaryFile(delete=False) as left:
            Path(left.name).with_name(f"{Path(left.name).name}.page").write_text("left behind")
        return left.name
    if vice == "hang":
        time.sleep(60)
    if vice == "die":
        os._exit(9)
    if vice == "raise":
        raise ValueError(vice)
    if vice == "eat":
        return "x" * len(bytearray(3_000_000_000))
    return vice.upper()


def run(items: list[str]) -> list[tuple[str, str | Lost[str]]]:
    return list(work(items, behave, size=SMALL, prepare=prepare, prepare_with=("",)))


def test_results_come_in_the_order_given_and_none_is_missing() -> None:
    items = [f"item {at}" for at in range(25)]
    assert run(items) == [(one, one.upper()) for one in items]


def test_a_worker_that_dies_costs_its_item_only() -> None:
    results = dict(run(["a", "die", "b", "raise", "c"]))
    assert [results[one] for one in "abc"] == ["A", "B", "C"]
    assert isinstance(results["die"], Lost)
    assert isinstance(results["raise"], Lost)
    assert {results["die"].loss, results["raise"].loss} == {Loss.CRASH}


def test_a_worker_that_hangs_is_stopped_and_its_item_named() -> None:
    results = dict(run(["hang", "a"]))
    assert results["a"] == "A"
    assert isinstance(results["hang"], Lost)
    assert results["hang"].loss is Loss.TIMEOUT


def test_a_worker_that_needs_too_much_memory_ends_with_memory() -> None:
    results = dict(run(["eat", "a"]))
    assert results["a"] == "A"
    assert isinstance(results["eat"], Lost)
    assert results["eat"].loss is Loss.MEMORY


def test_files_a_worker_leaves_behind_go_with_the_pool() -> None:
    left = dict(run(["litter"]))["litter"]
    assert isinstance(left, str)
    assert not Path(left).exists()
    assert not Path(left).parent.exists()
