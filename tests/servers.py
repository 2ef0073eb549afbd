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


class Postgres:
    """A fresh PostgreSQL in a folder of its own; it refuses to run as root, so then it runs as another user."""

    def __init__(self, programs: Path) -> None:
        self._programs = programs
        self._user = _unprivileged()
        self._folder = Path(tempfile.mkdtemp(prefix="pg-"))
        if self._user is not None:
            os.chown(self._folder, self._user, -1)
        self._folder.chmod(0o755)
        self.url = f"postgresql://tester@/postgres?host={self._folder}"
        made = self._run("initdb", "-D", str(self._data), "-U", "tester", "-A", "trust", "-E", "UTF8", "--no-sync")
        assert made.wait(60) == 0
        self._start()

    def kill_and_start(self) -> None:
        """As when its machine loses power: it is killed, then recovers."""
        # Its own processes see that it is gone and end; it does not start beside them.
        self._server.kill()
        self._server.wait()
        time.sleep(1)
        for left in (".s.PGSQL.5432", ".s.PGSQL.5432.lock"):
            (self._folder / left).unlink(missing_ok=True)
        self._start()

    def stop(self) -> None:
        """Stop it and remove its folder."""
        self._server.terminate()
        self._server.wait(_START_S)
        shutil.rmtree(self._folder, ignore_errors=True)

    @property
    def _data(self) -> Path:
        return self._folder / "data"

    def _start(self) -> None:
        told = ("-D", str(self._data), "-k", str(self._folder), "-c", "listen_addresses=", "-c", "fsync=off")
        self._server = self._run("postgres", *told)
        _wait_for(self._folder / ".s.PGSQL.5432")

    def _run(self, program: str, *arguments: str) -> subprocess.Popen[bytes]:
        command, quiet = [str(self._programs / program), *arguments], subprocess.DEVNULL
        return subprocess.Popen(
            command, cwd=self._folder, user=self._user, stdout=quiet, stderr=quiet, env=_environment()
        )


@contextlib.contextmanager
def postgres_server() -> Iterator[Postgres]:
    """A fresh PostgreSQL that can be killed."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if not programs:
        pytest.skip("PostgreSQL is not installed")
    server = Postgres(programs[-1])
    try:
        yield server
    finally:
        server.stop()


@contextlib.contextmanager
def postgres() -> Iterator[str]:
    """The URL of a fresh PostgreSQL."""
    with postgres_server() as server:
        yield server.url


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
