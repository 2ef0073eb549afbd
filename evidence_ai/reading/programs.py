"""Running a program of the machine on a hostile file: bounded, without network where the kernel allows, gone with us."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_LARGEST_FILE = 2_000_000_000
_OPEN_FILES = 512


@dataclass(frozen=True, slots=True)
class Ran:
    """How a program ended: `code` None where it was stopped because it took too long; `output` what it wrote."""

    code: int | None
    output: bytes


def run(command: list[str], *, folder: Path, seconds: float, memory_mb: int, largest_output: int = 50_000_000) -> Ran:
    """Run a program to its end, or until its time is over.

    Args:
        command: the program's path and its arguments.
        folder: where it works; its home and its temporary files as well.
        seconds: wall time.
        memory_mb: what its own data may take.
        largest_output: bytes kept of what it writes.
    """
    limits = (
        ("data", resource.RLIMIT_DATA, memory_mb * 1_000_000),
        ("cpu", resource.RLIMIT_CPU, int(seconds) + 5),
        ("fsize", resource.RLIMIT_FSIZE, _LARGEST_FILE),
        ("nofile", resource.RLIMIT_NOFILE, _OPEN_FILES),
        ("core", resource.RLIMIT_CORE, 0),
    )
    options = [f"--{name}={_allowed(which, value)}" for name, which, value in limits]
    bounded = [*_prefix(), *_limited(options), *command]
    environment = {
        "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
        "LANG": "C.UTF-8",
        "HOME": str(folder),
        "TMPDIR": str(folder),
    }
    with tempfile.TemporaryFile(dir=folder) as written:
        process = subprocess.Popen(  # noqa: S603 - a program found on this machine, no shell, names of our own
            bounded,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=written,
            stderr=subprocess.DEVNULL,
            process_group=0,
        )
        try:
            code: int | None = process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            code = None
        finally:
            _stop(process)
        written.seek(0)
        return Ran(code, written.read(largest_output))


def _allowed(which: int, value: int) -> int:
    """A limit no higher than this process may set: in a tighter worker the worker's own holds."""
    hard = resource.getrlimit(which)[1]
    return value if hard == resource.RLIM_INFINITY else min(value, hard)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End the program and whatever it started."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@cache
def _prefix() -> tuple[str, ...]:
    """Wrappers that cut the network off and end the program with this process; those that this machine has.

    Inside an isolated worker a namespace of one's own is refused, and not needed: the worker has no network to share.
    """
    found: list[str] = []
    unshare, setpriv = shutil.which("unshare"), shutil.which("setpriv")
    if unshare is not None and _works([unshare, "--map-root-user", "--net", "true"]):
        found += [unshare, "--map-root-user", "--net", "--"]
    if setpriv is not None and _works([setpriv, "--pdeathsig", "KILL", "true"]):
        found += [setpriv, "--pdeathsig", "KILL", "--"]
    return tuple(found)


@cache
def _prlimit() -> str | None:
    return shutil.which("prlimit")


def _limited(limits: list[str]) -> list[str]:
    program = _prlimit()
    return [] if program is None else [program, *limits]


def _works(command: list[str]) -> bool:
    tried = subprocess.run(command, capture_output=True, check=False, timeout=20)  # noqa: S603 - a fixed command
    return tried.returncode == 0
