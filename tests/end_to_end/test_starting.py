"""What people read when a part of the service is missing."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.servers import free_port

pytestmark = pytest.mark.slow


def run(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    program = str(Path(sys.executable).with_name("evidence-ai"))
    command = [program, *arguments, "--data-dir", str(folder / "data")]
    return subprocess.run(
        command, env=os.environ | environment, capture_output=True, text=True, check=False, timeout=60
    )


def test_without_redis_server_serve_and_doctor_say_so(tmp_path: Path) -> None:
    programs = tmp_path / "bin"
    programs.mkdir()
    tesseract = shutil.which("tesseract")
    if tesseract is not None:
        (programs / "tesseract").symlink_to(tesseract)
    for verb in ("serve", "doctor"):
        ended = run(verb, folder=tmp_path, PATH=str(programs))
        assert ended.returncode == 4
        assert "apt-get install redis-server" in ended.stderr


def test_a_database_that_is_away_is_named(tmp_path: Path) -> None:
    ended = run("serve", "--port", str(free_port()), folder=tmp_path, EVIDENCE_DATABASE__URL="postgresql:///y?host=/no")
    assert ended.returncode == 4
    assert "EVIDENCE_DATABASE__URL" in ended.stderr


def test_a_worker_without_a_queue_is_told(tmp_path: Path) -> None:
    ended = run("worker", folder=tmp_path)
    assert ended.returncode == 4
    assert "EVIDENCE_QUEUE__URL" in ended.stderr


def test_a_port_in_use_is_named(tmp_path: Path) -> None:
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        ended = run("serve", "--port", str(port), folder=tmp_path)
    assert ended.returncode == 5
    assert f"Port {port}" in ended.stderr
