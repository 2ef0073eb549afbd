from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from evidence_ai.adapters.isolation import Confinement
from evidence_ai.adapters.nursery import _life, remove_leftovers
from evidence_ai.adapters.worker_pool import Conversation, Event, Loss, News, WorkerPool

pytestmark = pytest.mark.slow


def prepare(_word: str) -> None:
    """Nothing to build for these tests."""


class Trap:
    """Unpacking this runs code, if the unpacker lets it."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, ("sprung",)


def behave(conversation: Conversation, vice: str, out: str) -> object:
    conversation.within(30)
    if vice == "litter":
        with tempfile.NamedTemporaryFile(delete=False) as left:
            return left.name
    if vice == "hang":
        # Through /proc a shell learns its number as processes outside see it.
        note = f"read number rest < /proc/self/stat; echo $number > {out}; exec sleep 60"
        subprocess.Popen(["sh", "-c", note], start_new_session=True)
        while not Path(out).exists():
            time.sleep(0.01)
        conversation.within(0.5)
        time.sleep(60)
    if vice == "die":
        os._exit(9)
    if vice == "raise":
        raise ValueError(vice)
    if vice == "eat":
        return len(bytes(3_000_000_000))
    if vice == "feed":  # each process stays below the limit, all together do not
        for _ in range(6):
            subprocess.Popen(["python3", "-c", "import time; x = bytearray(90_000_000); time.sleep(30)"])
        time.sleep(30)
    if vice == "call out":
        return socket.create_connection(("127.0.0.1", 9)).fileno()
    if vice == "trap":
        return Trap()
    if vice == "ask":
        return conversation.ask("which?")
    return vice.upper()


@pytest.fixture
def pool() -> Iterator[WorkerPool]:
    made = WorkerPool(Confinement(memory_mb=400, file_mb=1), prepare=prepare, prepare_with=("",))
    yield made
    made.close()


def result(pool: WorkerPool, vice: str, out: Path = Path()) -> Event:
    pool.give(pool.hire(), behave, vice, str(out), task=vice)
    return heard(pool)


def heard(pool: WorkerPool) -> Event:
    ends = time.monotonic() + 20
    while time.monotonic() < ends:
        for event in pool.events(1.0):
            return event
    raise AssertionError


def is_alive(process: str) -> bool:
    return Path(f"/proc/{process}").exists()


def test_a_worker_does_one_task_after_another(pool: WorkerPool) -> None:
    worker = pool.hire()
    for word in ("a", "b"):
        pool.give(worker, behave, word, "", task=word)
        assert heard(pool).value == (word, word.upper())
    assert worker.is_idle


def test_a_worker_can_ask_and_is_answered(pool: WorkerPool) -> None:
    event = result(pool, "ask")
    assert (event.news, event.value) == (News.ASKED, "which?")
    pool.answer(event.worker, "this one")
    assert heard(pool).value == ("ask", "this one")


@pytest.mark.parametrize(
    ("vice", "loss"),
    [
        ("die", Loss.CRASH),
        ("raise", Loss.CRASH),
        ("eat", Loss.MEMORY),
        ("feed", Loss.MEMORY),
        ("hang", Loss.TIMEOUT),
        ("trap", Loss.CRASH),
    ],
)
def test_a_lost_worker_is_named_and_the_next_one_works(pool: WorkerPool, vice: str, loss: Loss, tmp_path: Path) -> None:
    event = result(pool, vice, tmp_path / "child")
    assert (event.news, event.value) == (News.LOST, loss)
    assert result(pool, "a").value == ("a", "A")
    assert not Path("sprung").exists()


def test_an_error_is_told_by_its_place_without_its_words(pool: WorkerPool) -> None:
    event = result(pool, "raise")
    assert "ValueError" in event.why
    assert "in behave" in event.why
    assert "raise" not in event.why.replace("behave", "")


def test_a_worker_cannot_reach_the_network(pool: WorkerPool) -> None:
    assert result(pool, "call out").why.startswith(("PermissionError", "OSError"))


def test_programs_a_lost_worker_started_end_with_it(pool: WorkerPool, tmp_path: Path) -> None:
    child = tmp_path / "child"
    result(pool, "hang", child)
    assert not is_alive(child.read_text().strip())


def test_files_a_worker_leaves_behind_go_with_it(pool: WorkerPool) -> None:
    event = result(pool, "litter")
    left = Path(event.value[1])
    assert left.exists()
    pool.dismiss(event.worker)
    pool.close()
    assert not left.exists()
    assert not pool.scratch.exists()


def test_a_nursery_that_is_killed_is_replaced(pool: WorkerPool) -> None:
    os.kill(pool._nursery._process.pid, signal.SIGKILL)
    pool._nursery._process.wait()
    assert result(pool, "a").value == ("a", "A")


KILLED = """
import sys, time
from evidence_ai.adapters.isolation import Confinement
from evidence_ai.adapters.worker_pool import WorkerPool
from tests.unit.adapters.test_worker_pool import behave, prepare
pool = WorkerPool(Confinement(), prepare=prepare, prepare_with=("",))
pool.give(pool.hire(), behave, "ask", "", task="ask")
worker, heard = pool.workers[0], []
while not (worker.keeper and heard):
    heard += pool.events(1)
print(worker.keeper, pool._nursery._process.pid, pool.scratch, flush=True)
time.sleep(60)
"""


def test_nothing_is_left_when_the_parent_is_killed() -> None:
    parent = subprocess.Popen([sys.executable, "-c", KILLED], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    keeper, nursery, scratch = parent.stdout.readline().split()
    assert is_alive(keeper)
    parent.kill()
    parent.wait()
    ends = time.monotonic() + 10
    while time.monotonic() < ends and (is_alive(keeper) or is_alive(nursery) or Path(scratch).exists()):
        time.sleep(0.05)
    assert not is_alive(keeper)
    assert not is_alive(nursery)
    assert not Path(scratch).exists()
    parent.stdout.close()


def test_what_a_killed_machine_left_is_removed_by_the_next_pool(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    own = _life(os.getpid())
    dead = f"{own.split('-')[0]}-999999999-1"
    elsewhere = "1-999999999-1"
    for life in (own, dead, elsewhere):
        (tmp_path / f"evidence-ai-{life}-abc").mkdir()
    remove_leftovers()
    assert {path.name for path in tmp_path.iterdir()} == {f"evidence-ai-{life}-abc" for life in (own, elsewhere)}
