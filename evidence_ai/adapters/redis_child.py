"""A private redis-server: a child process on a unix socket, with an append-only file, gone when we are gone."""

from __future__ import annotations

import ctypes
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from redis import Redis
from redis.exceptions import RedisError

from evidence_ai.errors import DependencyError

_START_S = 15.0
_STOP_S = 10.0
_LONGEST_SOCKET = 100
"""A unix socket's path has room for 107 bytes; a deep data folder has more."""
_PDEATHSIG = 1


class RedisChild:
    """The server and where it listens (`url`)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._socket = _socket_in(folder)
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"unix://{self._socket}"

    @property
    def pid(self) -> int | None:
        """Its process."""
        return None if self._process is None else self._process.pid

    def start(self) -> None:
        """Start it and wait until it answers.

        Raises:
            DependencyError: redis-server is not installed, or does not start.
        """
        program = shutil.which("redis-server")
        if program is None:
            message = "Program redis-server tidak ditemukan di komputer ini, padahal antrean pekerjaan memerlukannya."
            advice = "Pasang dengan `apt-get install redis-server`, atau tunjuk server lain dengan EVIDENCE_QUEUE__URL."
            raise DependencyError(message, advice=advice)
        self._folder.mkdir(parents=True, exist_ok=True)
        with (self._folder / "redis.log").open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603 - the program found above, with arguments of our own
                [program, *_arguments(self._folder, self._socket)],
                stdout=log,
                stderr=log,
                preexec_fn=end_with_parent,  # noqa: PLW1509 - started before any thread
                start_new_session=True,
            )
        self._wait()

    def alive(self) -> bool:
        """Whether the process runs."""
        return self._process is not None and self._process.poll() is None

    def stop(self) -> None:
        """Stop it after it wrote what it holds."""
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(_STOP_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None

    def _wait(self) -> None:
        until = time.monotonic() + _START_S
        with Redis(unix_socket_path=str(self._socket)) as connection:
            while time.monotonic() < until and self.alive():
                try:
                    # While it loads its file it answers with an error.
                    if connection.ping():
                        return
                except RedisError:
                    time.sleep(0.05)
        self.stop()
        message = f"redis-server tidak mau berjalan; lihat {self._folder / 'redis.log'}."
        raise DependencyError(message, advice="Perbaiki sebab yang tertulis di sana, lalu jalankan lagi.")


def _socket_in(folder: Path) -> Path:
    place = folder.absolute() / "redis.sock"
    if len(str(place)) <= _LONGEST_SOCKET:
        return place
    return Path(tempfile.mkdtemp(prefix="evidence-ai-")) / "redis.sock"


def _arguments(folder: Path, socket: Path) -> list[str]:
    return [
        "--port", "0",
        "--unixsocket", str(socket),
        "--unixsocketperm", "700",
        "--dir", str(folder.absolute()),
        "--appendonly", "yes",
        "--appendfsync", "everysec",
        "--save", "",
        "--daemonize", "no",
    ]  # fmt: skip


def end_with_parent() -> None:
    """The kernel ends it when we are killed, so that no server is left behind."""
    ctypes.CDLL(None).prctl(_PDEATHSIG, signal.SIGTERM)
