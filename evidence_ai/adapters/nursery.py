"""Where workers come from: a process that loads every tool once and then forks workers in milliseconds.

Started afresh for a pool, as a program of its own, so it inherits neither threads nor locks nor open files. It never
opens a document, so what a lost worker did cannot reach the next one.
"""

from __future__ import annotations

import gc
import itertools
import os
import pickle
import re
import select
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from multiprocessing.reduction import recv_handle, send_handle
from pathlib import Path

from evidence_ai.adapters.isolation import Confinement
from evidence_ai.adapters.keeper import Board, keep

_NAME = "evidence-ai-"
# One processor a worker: numerical libraries would start a thread for each, and fork does not take threads along.
_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OMP_THREAD_LIMIT", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")

Serve = Callable[[Connection, Board], None]


@dataclass(frozen=True, slots=True)
class Upbringing:
    """What a nursery prepares and what its workers do; everything importable by name, everything picklable."""

    serve: Serve
    prepare: Callable[..., None]
    prepare_with: tuple[object, ...]
    limits: Confinement


class Nursery:
    """The parent's side: asks for workers; closing it ends all of them and leaves no file behind."""

    def __init__(self, upbringing: Upbringing) -> None:
        remove_leftovers()
        # Files of workers lie here; the name tells whose they are, should nobody be left to remove them.
        self.scratch = tempfile.TemporaryDirectory(prefix=f"{_NAME}{_life(os.getpid())}-", ignore_cleanup_errors=True)
        self._upbringing = upbringing
        self._hang_up, self._lifeline = -1, -1
        self._start()

    def _start(self) -> None:
        self._lifeline, self._hang_up = os.pipe()
        self._control, theirs = Pipe(duplex=True)
        command = [sys.executable, "-c", "from evidence_ai.adapters.nursery import run; run()"]
        self._process = subprocess.Popen(  # noqa: S603 - our own module
            [*command, str(theirs.fileno()), str(self._lifeline), self.scratch.name],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,  # a library that prints must not end up in somebody's JSON
            pass_fds=(theirs.fileno(), self._lifeline),
            env={**os.environ, **_ONE_THREAD, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
        theirs.close()
        self._control.send_bytes(pickle.dumps(self._upbringing))

    def worker(self) -> tuple[Connection, Connection]:
        """A new worker: the line to talk with it, and the line on which its keeper tells its end."""
        if self._process.poll() is not None:  # killed by somebody: its workers went with it
            self._stop()
            self._start()
        talk, theirs = Pipe(duplex=True)
        news, keepers = Pipe(duplex=True)
        with theirs, keepers, suppress(OSError):  # where the nursery is just ending, the lines hang up
            self._control.send_bytes(b"worker")
            for one in (theirs, keepers):
                send_handle(self._control, one.fileno(), self._process.pid)
        return talk, news

    def close(self) -> None:
        """End every worker and wait until they are gone."""
        self._stop()
        self.scratch.cleanup()

    def _stop(self) -> None:
        if self._hang_up < 0:
            return
        self._control.close()
        os.close(self._hang_up)
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        os.close(self._lifeline)
        self._hang_up = self._lifeline = -1


def run() -> None:
    """The nursery's own life: prepare, then fork a keeper for every request, until the parent hangs up."""
    control_number, lifeline, scratch = int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a person's Ctrl-C ends the parent, and that ends us
    control = Connection(control_number)
    upbringing: Upbringing = pickle.loads(control.recv_bytes())  # noqa: S301 - from our own parent
    upbringing.prepare(*upbringing.prepare_with)
    # What is loaded now is shared by every worker; the collector would touch it all, and so copy it.
    gc.collect()
    gc.freeze()
    keepers: set[int] = set()
    for number in itertools.count():
        request = _next_request(control, lifeline)
        if request is None:
            break
        talk, news = request
        child = os.fork()
        if not child:
            control.close()
            keep(
                upbringing.serve,
                talk=talk,
                lifeline=lifeline,
                line=news,
                limits=upbringing.limits,
                scratch=scratch / str(number),
            )
        keepers.add(child)
        talk.close()
        news.close()
        keepers -= {one for one in keepers if os.waitpid(one, os.WNOHANG)[0]}
    for one in keepers:  # they saw the same hang-up
        with suppress(ChildProcessError):
            os.waitpid(one, 0)
    shutil.rmtree(scratch, ignore_errors=True)


def _next_request(control: Connection, lifeline: int) -> tuple[Connection, Connection] | None:
    poll = select.poll()
    poll.register(control.fileno(), select.POLLIN)
    poll.register(lifeline, select.POLLIN)
    try:
        if lifeline in {number for number, _ in poll.poll()}:
            return None
        control.recv_bytes()
        return Connection(recv_handle(control)), Connection(recv_handle(control))
    except (EOFError, OSError):
        return None


def _life(process: int) -> str:
    """A process as no other can be: its process namespace, its number, and when it started."""
    try:
        space = re.sub(r"\D", "", str(Path("/proc/self/ns/pid").readlink()))
        stat = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    return f"{space}-{process}-{stat.rpartition(')')[2].split()[19]}"


def remove_leftovers() -> None:
    """Remove what pools left that were killed together with their nursery; not those of other containers."""
    space = _life(os.getpid()).split("-")[0]
    for folder in Path(tempfile.gettempdir()).glob(f"{_NAME}{space}-*-*-*"):
        owner = "-".join(folder.name.removeprefix(_NAME).split("-")[:3])
        number = owner.split("-")[1]
        with suppress(OSError):  # another pool may be removing it
            if number.isdigit() and _life(int(number)) != owner and folder.stat().st_uid == os.geteuid():
                shutil.rmtree(folder, ignore_errors=True)
