"""A pool of worker processes one can talk with: each is lost alone, and another takes its place in milliseconds.

**Source**: measured here, 2 cores: a forked worker answers within 10 ms, a spawned one after 500.
"""

from __future__ import annotations

import itertools
import json
import os
import pickle
import re
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any

from evidence_ai.adapters import keeper
from evidence_ai.adapters.isolation import Confinement
from evidence_ai.adapters.keeper import Board
from evidence_ai.adapters.nursery import Nursery, Upbringing
from evidence_ai.adapters.packing import packed, unpacked

_TASKS_PER_WORKER = 100
"""A worker starts afresh now and then: PDF and imaging libraries keep memory of large files."""
_LONGEST_MESSAGE = 64_000_000
_LOWER_BY = 8
"""Beside two busy neighbours on two processors it takes a twelfth from each, and goes on all the same."""


class Loss(Enum):
    """How a worker was lost while it had work."""

    TIMEOUT = "timeout"
    MEMORY = "memory"
    CRASH = "crash"


class News(Enum):
    """What a worker can be heard of."""

    TOLD = "told"
    ASKED = "asked"
    DONE = "done"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class PoolSize:
    """How many workers, and what one document may take.

    `timeout_s`: a document; three quarters of it are for reading. `memory_mb`: a worker with its programs; 0 means no
    limit. `page_s`: silence over one page after which its worker is lost.
    """

    workers: int
    timeout_s: int
    memory_mb: int
    page_s: float = 60.0

    @property
    def reading_s(self) -> float:
        """The part of a document's time that is for reading; what was read until then is understood."""
        return 0.75 * self.timeout_s


@dataclass(frozen=True, slots=True)
class Event:
    """Something heard of a worker. For LOST `value` is the Loss and `why` is for the log, never for people."""

    worker: Worker
    news: News
    value: Any
    why: str = ""


@dataclass(eq=False, slots=True)
class Worker:
    """One worker as its pool sees it; `task` is whatever the pool's user notes down with it."""

    number: int
    talk: Connection
    life: Connection
    task: Any = None
    tasks_done: int = 0
    keeper: int = 0
    is_lowered: bool = False

    @property
    def is_idle(self) -> bool:
        """Whether it waits for work."""
        return self.task is None


class Conversation:
    """A worker's side of the talk while it does one task."""

    def __init__(self, line: Connection, board: Board) -> None:
        self._line = line
        self._board = board

    def within(self, seconds: float) -> None:
        """Promise a sign of life within so many seconds; a worker that breaks its promise is lost."""
        self._board.within(seconds)

    def tell(self, value: object) -> None:
        """Say something and go on."""
        self._line.send_bytes(packed((News.TOLD.value, value)))

    def ask(self, value: object) -> Any:
        """Say something and wait for the answer, however long that takes."""
        self._board.within(None)
        self._line.send_bytes(packed((News.ASKED.value, value)))
        return pickle.loads(self._line.recv_bytes())  # noqa: S301 - from our own parent


class WorkerPool:
    """Up to `most` workers; everything is done by whoever calls, from one thread."""

    def __init__(self, limits: Confinement, *, prepare: Callable[..., None], prepare_with: tuple[object, ...]) -> None:
        """Start the nursery; workers are made when they are asked for.

        Args:
            limits: what one worker may take.
            prepare: run once, before any worker, with `prepare_with`; both importable or picklable.
            prepare_with: arguments of `prepare`.
        """
        self._nursery = Nursery(Upbringing(serve, prepare, prepare_with, limits))
        self._numbers = itertools.count(1)
        self.workers: list[Worker] = []

    @property
    def scratch(self) -> Path:
        """A folder that goes with the pool, however it ends."""
        return Path(self._nursery.scratch.name)

    def hire(self) -> Worker:
        """A new idle worker."""
        worker = Worker(next(self._numbers), *self._nursery.worker())
        self.workers.append(worker)
        return worker

    def give(self, worker: Worker, function: Callable[..., object], *arguments: object, task: object) -> None:
        """Let a worker run `function(conversation, *arguments)`; its result arrives as DONE."""
        worker.task = task
        with suppress(OSError):  # it died while idle: its loss arrives as an event
            worker.talk.send_bytes(pickle.dumps((function, arguments)))

    def answer(self, worker: Worker, value: object) -> None:
        """Answer what a worker ASKED."""
        with suppress(OSError):
            worker.talk.send_bytes(pickle.dumps(value))

    def lower(self, worker: Worker) -> None:
        """Let a worker that is not heard of step aside for the others."""
        if worker.keeper and not worker.is_lowered:
            worker.is_lowered = True
            _set_priority(worker.keeper, _LOWER_BY)

    def restore(self, worker: Worker) -> bool:
        """Let it work as before; False where the system does not allow that, then another must take its place."""
        if worker.is_lowered and _set_priority(worker.keeper, 0):
            worker.is_lowered = False
        return not worker.is_lowered

    def dismiss(self, worker: Worker) -> None:
        """End a worker, whatever it does; nothing is heard of it any more."""
        if worker in self.workers:
            self.workers.remove(worker)
        worker.talk.close()
        worker.life.close()

    def events(self, timeout_s: float, *also: Connection) -> Iterator[Event]:
        """What is heard within some time; `also` are lines that end the waiting without being read."""
        lines: dict[Any, Worker] = {}
        for worker in self.workers:
            lines[worker.life] = worker
            if not worker.talk.closed:
                lines[worker.talk] = worker
        # Talk before life: a worker that finished and then died has finished.
        ready = wait([*lines, *also], timeout_s)
        for line in sorted((one for one in ready if one in lines), key=lambda one: one is lines[one].life):
            worker = lines[line]
            if worker in self.workers:
                event = self._heard_of(worker) if line is worker.life else self._heard(worker)
                if event is not None:
                    yield event

    def close(self) -> None:
        """End all workers; no process and no file of theirs is left afterwards."""
        for worker in list(self.workers):
            self.dismiss(worker)
        self._nursery.close()

    def _heard(self, worker: Worker) -> Event | None:
        try:
            content = worker.talk.recv_bytes(_LONGEST_MESSAGE)
        except (EOFError, OSError):
            worker.talk.close()  # its keeper will tell why
            return None
        try:
            news, value = unpacked(content)
            event = Event(worker, News(news), value)
        except (ValueError, TypeError):
            return self._lost(worker, Loss.CRASH, "a message that is none")
        if event.news is News.LOST:
            loss, why = value
            return self._lost(worker, Loss(loss), str(why))
        if event.news is News.DONE:
            worker.tasks_done += 1
            task, worker.task = worker.task, None
            if worker.tasks_done >= _TASKS_PER_WORKER or worker.is_lowered:
                self.dismiss(worker)
            return Event(worker, News.DONE, (task, value))
        return event

    def _heard_of(self, worker: Worker) -> Event | None:
        try:
            told = json.loads(worker.life.recv_bytes())
        except (EOFError, OSError, ValueError):
            return self._lost(worker, Loss.CRASH, "the keeper is gone")
        if "loss" not in told:
            worker.keeper = int(told["keeper"])
            return None
        loss = Loss.CRASH if told["loss"] == keeper.ENDED else Loss(told["loss"])
        return self._lost(worker, loss, str(told["why"]))

    def _lost(self, worker: Worker, loss: Loss, why: str) -> Event:
        self.dismiss(worker)
        return Event(worker, News.LOST, loss, why)


def _set_priority(session: int, nice: int) -> bool:
    """Set how far a worker's session stands behind others, both ways Linux may count it."""
    # With autogroups, niceness counts within a session only, and a session has a niceness of its own.
    with suppress(OSError):
        Path(f"/proc/{session}/autogroup").write_text(str(nice), encoding="ascii")
    try:
        os.setpriority(os.PRIO_PGRP, session, nice)
    except OSError:
        return False
    return True


def serve(line: Connection, board: Board) -> None:
    """A worker's life: one task after another until the line is hung up."""
    while True:
        try:
            function, arguments = pickle.loads(line.recv_bytes())  # noqa: S301 - from our own parent
        except EOFError:
            return
        try:
            told = News.DONE.value, function(Conversation(line, board), *arguments)
            content = packed(told)
        except MemoryError:
            content = packed((News.LOST.value, (Loss.MEMORY.value, "memory limit")))
        except Exception as error:  # noqa: BLE001 - the one place where a worker's unknown failure gets a name
            content = packed((News.LOST.value, (Loss.CRASH.value, f"{type(error).__name__} {_place(error)}")))
        board.within(None)
        line.send_bytes(content)


def _place(error: Exception) -> str:
    """Where a worker failed, without the error's own words: those may hold document text."""
    frames = traceback.extract_tb(error.__traceback__)
    return re.sub(r"\s+", " ", f"at {frames[-1].filename}:{frames[-1].lineno} in {frames[-1].name}") if frames else ""
