"""The process above one worker: watches its memory and its time, and ends it with everything it started.

A worker cannot watch itself, and the process that wants its results may be busy or dead: so each has a keeper, which
ends with whoever ordered it, kills the worker as a family and removes its temporary files.
"""

from __future__ import annotations

import json
import mmap
import os
import select
import shutil
import signal
import struct
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NoReturn

from evidence_ai.adapters import isolation
from evidence_ai.adapters.isolation import Confinement

TIMEOUT, MEMORY, CRASH, ENDED = "timeout", "memory", "crash", "ended"
_LOOK_EVERY_MS = 50
_LONGEST = 3.0
"""Times a promise after which nothing excuses silence."""
_PROMISE = struct.Struct("dd")
_PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")


class Board:
    """A few bytes shared by a worker and its keeper: since when and for how long the worker may be silent."""

    def __init__(self) -> None:
        self._memory = mmap.mmap(-1, mmap.PAGESIZE)

    def within(self, seconds: float | None) -> None:
        """Promise to be heard of again within so many seconds; None while waiting for work."""
        self._memory[: _PROMISE.size] = _PROMISE.pack(time.monotonic(), seconds or 0.0)

    @property
    def promise(self) -> tuple[float, float]:
        """When the promise was made (monotonic), and for how many seconds; 0: for ever."""
        made, seconds = _PROMISE.unpack(self._memory[: _PROMISE.size])
        return float(made), float(seconds)


@dataclass(slots=True)
class _Patience:
    """Counts the time a worker had, without the time it stood in line for a processor: a busy machine is no hang."""

    made: float = 0.0
    stood_in_line_s: float = 0.0
    last: dict[int, int] = field(default_factory=dict)

    def is_over(self, board: Board, processes: list[int]) -> bool:
        """Whether the promise on the board is broken."""
        made, seconds = board.promise
        if made != self.made:
            self.made, self.stood_in_line_s = made, 0.0
        now = {one: _waited_ns(one) for one in processes}
        self.stood_in_line_s += sum(max(ns - self.last.get(one, 0), 0) for one, ns in now.items()) / 1e9
        self.last = now
        silent_s = time.monotonic() - made
        return bool(seconds) and (silent_s - self.stood_in_line_s > seconds or silent_s > _LONGEST * seconds)


def _waited_ns(process: int) -> int:
    """How long a process stood in line for a processor; 0 where the kernel does not count it."""
    try:
        return int(Path(f"/proc/{process}/schedstat").read_text(encoding="ascii").split()[1])
    except (OSError, ValueError, IndexError):
        return 0


def keep(
    work: Callable[[Connection, Board], None],
    *,
    talk: Connection,
    lifeline: int,
    line: Connection,
    limits: Confinement,
    scratch: Path,
) -> NoReturn:
    """Start a worker and watch it to its end. Never returns.

    Args:
        work: what the worker does; it ends when this returns.
        talk: the worker's line to whoever gives it work; not used here.
        lifeline: end of a pipe that hangs up when whoever ordered the worker is gone.
        line: hears {"pid", "protections"} at the start and {"loss", "why", "peak_mb"} at the end; anything that comes
            in, or a hang-up, means: stop.
        limits: what worker and programs may take.
        scratch: a folder of its own, made here and removed at the end.
    """
    try:
        nursery = os.pidfd_open(os.getppid())
        isolation.lead_own_session()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGCHLD):
            signal.signal(number, signal.SIG_DFL)
        scratch.mkdir(mode=0o700)
        board = Board()
        apart = isolation.set_apart()
        worker = os.fork()
        if not worker:
            os.close(lifeline)
            line.close()
            _be_worker(partial(work, talk, board), limits, scratch)
        talk.close()
        line.send_bytes(json.dumps({"pid": worker, "keeper": os.getpid(), "protections": apart}).encode())
        ending = _watch(worker, board, (lifeline, line.fileno(), nursery), limits)
        shutil.rmtree(scratch, ignore_errors=True)
        with suppress(OSError):
            line.send_bytes(json.dumps(ending).encode())
    finally:
        os._exit(0)


def _be_worker(work: Callable[[], None], limits: Confinement, scratch: Path) -> NoReturn:
    code = 1
    try:
        isolation.end_with_parent()
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        os.environ["TMPDIR"] = tempfile.tempdir = str(scratch)
        isolation.confine(limits)
        work()
        code = 0
    finally:
        os._exit(code)


def _watch(worker: int, board: Board, orders: tuple[int, ...], limits: Confinement) -> dict[str, object]:
    """Watch until the worker ends, is lost, or one of `orders` says stop: readable or hung up."""
    handle = os.pidfd_open(worker)
    poll = select.poll()
    for one in (handle, *orders):
        poll.register(one, select.POLLIN | select.POLLHUP)
    most = limits.memory_mb * 1_000_000
    peak = 0
    patience = _Patience()
    loss: tuple[str, str] | None = None
    while loss is None:
        events = {number for number, _ in poll.poll(_LOOK_EVERY_MS)}
        if handle in events:
            break
        family = [worker, *_descendants(worker)]
        peak = max(peak, sum(_resident_bytes(one) for one in family))
        if events:
            loss = ENDED, "told to stop"
        elif most and peak > most:
            loss = MEMORY, f"{peak // 1_000_000} MB of {limits.memory_mb}"
        elif patience.is_over(board, family):
            loss = TIMEOUT, "no sign of life in time"
    status = _end(worker)
    return {**_told(loss, status), "peak_mb": peak // 1_000_000}


def _told(loss: tuple[str, str] | None, status: int) -> dict[str, object]:
    if loss is not None:
        return {"loss": loss[0], "why": loss[1]}
    if os.WIFEXITED(status) and os.WEXITSTATUS(status) == 0:
        return {"loss": ENDED, "why": "done"}
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGXCPU:
        return {"loss": TIMEOUT, "why": "processor time"}
    ended = f"signal {os.WTERMSIG(status)}" if os.WIFSIGNALED(status) else f"exit code {os.WEXITSTATUS(status)}"
    # The kernel takes the process that holds most memory when there is none left for anybody.
    return {"loss": MEMORY if ended == "signal 9" else CRASH, "why": f"worker ended with {ended}"}


def _end(worker: int) -> int:
    """Kill the worker and all that came from it; the worker's wait status.

    With a process namespace the worker's death ends them all. Without, they are found as descendants: this process
    adopts what the worker leaves behind.
    """
    status = 0
    while True:
        for one in _descendants(os.getpid()):
            with suppress(ProcessLookupError):
                os.kill(one, signal.SIGKILL)
        try:
            ended, how = os.waitpid(-1, 0)
        except ChildProcessError:
            return status
        status = how if ended == worker else status


def family_bytes(process: int) -> int:
    """Memory in use by a process and its descendants; pages of files and shared ones are not counted."""
    return sum(_resident_bytes(one) for one in (process, *_descendants(process)))


def _resident_bytes(process: int) -> int:
    try:
        _, resident, shared = Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[:3]
    except (OSError, ValueError):
        return 0
    return (int(resident) - int(shared)) * _PAGE_BYTES


def _descendants(process: int) -> list[int]:
    found: list[int] = []
    waiting = [process]
    while waiting:
        at = waiting.pop()
        with suppress(OSError):
            for thread in Path(f"/proc/{at}/task").iterdir():
                children = (thread / "children").read_text(encoding="ascii").split()
                found += [int(child) for child in children]
                waiting += [int(child) for child in children]
    return found
