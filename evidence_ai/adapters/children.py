"""Child processes of the service: started, started again when they fall, stopped in time."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import structlog

from evidence_ai.adapters.redis_child import end_with_parent

_SHORTEST_REST_S, _LONGEST_REST_S = 0.5, 30.0
_STEADY_S = 20.0
"""A child that ran this long had a good start: after a fall it is started again at once."""


@dataclass
class Child:
    """One child: what it runs, and how it fares."""

    name: str
    command: list[str]
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    rest_s: float = _SHORTEST_REST_S
    again_at: float = 0.0


@dataclass
class Children:
    """All children of a supervisor. `environment` is added to ours; `on_fall` hears the name of a child that fell."""

    environment: dict[str, str]
    on_fall: Callable[[str], None] = lambda _name: None
    _all: list[Child] = field(default_factory=list)

    def start(self, name: str, *arguments: str) -> Child:
        """Start `python -m ...`, and keep it running until `stop`."""
        child = Child(name, [sys.executable, "-m", *arguments])
        self._all.append(child)
        self._run(child)
        return child

    def look_after(self) -> None:
        """Start again who fell, with growing rests; called every now and then."""
        now = time.monotonic()
        for child in self._all:
            code = None if child.process is None else child.process.poll()
            if code is not None:
                steady = now - child.started > _STEADY_S
                child.rest_s = _SHORTEST_REST_S if steady else min(child.rest_s * 2, _LONGEST_REST_S)
                child.again_at = now + child.rest_s
                child.process = None
                structlog.get_logger().warning("child_fell", child=child.name, code=code, rest_s=child.rest_s)
                self.on_fall(child.name)
            if child.process is None and now >= child.again_at:
                self._run(child)

    def stop(self, *, grace_s: float, only: Callable[[str], bool] = lambda _name: True) -> None:
        """Ask children to end what they are doing and stop; who does not within the grace is killed."""
        going = [one for one in self._all if only(one.name)]
        self._all = [one for one in self._all if one not in going]
        running = [one.process for one in going if one.process is not None]
        for process in running:
            process.terminate()
        until = time.monotonic() + grace_s
        for process in running:
            try:
                process.wait(max(until - time.monotonic(), 0.1))
            except subprocess.TimeoutExpired:
                _kill(process)

    def _run(self, child: Child) -> None:
        child.process = subprocess.Popen(  # noqa: S603 - our own modules
            child.command,
            env=os.environ | self.environment,
            preexec_fn=end_with_parent,  # noqa: PLW1509 - the supervisor has no threads
            start_new_session=True,
        )
        child.started = time.monotonic()


def _kill(process: subprocess.Popen[bytes]) -> None:
    """The child and whatever it started: its process group is its own."""
    for group in (process.pid, *_forked_by(process.pid)):
        try:
            os.killpg(group, 9)
        except ProcessLookupError:
            continue
    process.wait()


def _forked_by(pid: int) -> list[int]:
    """Processes a worker forked for a job lead groups of their own."""
    try:
        with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as file:  # noqa: PTH123
            return [int(one) for one in file.read().split()]
    except OSError:
        return []
