"""Real servers for tests: each is a child of the test, on a socket or port of its own, and is stopped by its pid."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

_START_S = 30.0


def free_port() -> int:
    """A port nobody listens on now."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
        return port


@contextlib.contextmanager
def postgres() -> Iterator[str]:
    """The URL of a fresh PostgreSQL; it refuses to run as root, so then it runs as another user."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if not programs:
        pytest.skip("PostgreSQL is not installed")
    run_as = _unprivileged()
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    if run_as is not None:
        os.chown(folder, run_as, -1)
    folder.chmod(0o755)

    def run(*command: str) -> subprocess.Popen[bytes]:
        quiet = subprocess.DEVNULL
        return subprocess.Popen(command, cwd=folder, user=run_as, stdout=quiet, stderr=quiet, env=_environment())

    data = str(folder / "data")
    made = run(str(programs[-1] / "initdb"), "-D", data, "-U", "tester", "-A", "trust", "-E", "UTF8", "--no-sync")
    assert made.wait(60) == 0
    server = run(
        str(programs[-1] / "postgres"), "-D", data, "-k", str(folder), "-c", "listen_addresses=", "-c", "fsync=off",
    )  # fmt: skip
    try:
        _wait_for(folder / ".s.PGSQL.5432")
        yield f"postgresql://tester@/postgres?host={folder}"
    finally:
        server.terminate()
        server.wait(_START_S)
        shutil.rmtree(folder, ignore_errors=True)


def _environment() -> dict[str, str]:
    return {key: value for key, value in os.environ.items() if not key.startswith("PG")}


def _unprivileged() -> int | None:
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name).pw_uid
    return None


def _wait_for(path: Path) -> None:
    until = time.monotonic() + _START_S
    while not path.exists():
        assert time.monotonic() < until, f"{path} did not appear"
        time.sleep(0.05)
    time.sleep(0.3)
