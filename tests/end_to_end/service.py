"""A service for tests: `evidence-ai serve` as a child, with people of every role signed in through the client."""

from __future__ import annotations

import contextlib
import io
import os
import re
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from evidence_ai.client import Client
from tests.servers import free_port

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "corpora" / "sample_package"
PASSWORD = "kata sandi untuk uji coba"  # noqa: S105 - of services that live as long as a test
REGION, PROVINCE, OTHER_REGION = "99.01", "99", "99.02"


@dataclass
class Running:
    """A running service; callers are kept by login."""

    address: str
    process: subprocess.Popen[str]
    data: Path
    words: list[str] = field(default_factory=list)
    callers: dict[str, Client] = field(default_factory=dict)

    def person(self, login: str, role: str, *, region_code: str | None = None, office: str | None = None) -> Client:
        """Somebody signed in, made on first use."""
        if login not in self.callers:
            once = self.callers["admin"].add_person(login, login, role, region_code=region_code, office=office)
            self.callers[login] = signed_in(self.address, login, once)
        return self.callers[login]

    @property
    def admin(self) -> Client:
        """The first administrator."""
        return self.callers["admin"]

    @property
    def coordinator(self) -> Client:
        """Who submits for the region of the sample."""
        return self.person("bagian.hukum", "region_coordinator", region_code=REGION)

    @property
    def kanwil(self) -> Client:
        """Who reviews for its province."""
        return self.person("kanwil", "kanwil_reviewer", region_code=PROVINCE)

    @property
    def central(self) -> Client:
        """Who verifies."""
        return self.person("pusat", "central_reviewer")


def signed_in(address: str, login: str, once: str) -> Client:
    """Somebody who changed the one-time password."""
    client = Client(address)
    client.sign_in(login, once)
    client.change_password(once, PASSWORD)
    client.sign_in(login, PASSWORD)
    return client


@contextlib.contextmanager
def serving(data: Path, *, password: str | None = None, **settings: str) -> Iterator[Running]:
    """`evidence-ai serve` until the block ends; then it must stop cleanly."""
    running = start(data, password=password, **settings)
    try:
        yield running
    finally:
        for client in running.callers.values():
            client.close()
        assert stop(running) == 0


def start(data: Path, *, password: str | None = None, **settings: str) -> Running:
    """Start it and sign the administrator in; `password`: the one set at an earlier start."""
    port = free_port()
    program = str(Path(sys.executable).with_name("evidence-ai"))
    command = [program, "serve", "--port", str(port), "--data-dir", str(data)]
    environment = os.environ | {"EVIDENCE_WORKERS": "2", "EVIDENCE_SECOND_READING_PERCENT": "0"} | settings
    log = data.parent / f"{data.name}.log"
    with log.open("a") as told:
        process = subprocess.Popen(command, env=environment, stdout=told, stderr=told, text=True, cwd=data.parent)
    running = Running(f"http://127.0.0.1:{port}", process, data)
    wait_until_ready(running)
    running.words = log.read_text("utf-8").splitlines()
    if password is None:
        (once,) = re.findall(r"sekali pakai: (\S+)", "\n".join(running.words))
        running.callers["admin"] = signed_in(running.address, "admin", once)
    else:
        running.callers["admin"] = Client(running.address)
        running.callers["admin"].sign_in("admin", password)
    return running


def wait_until_ready(running: Running, timeout_s: float = 60.0) -> None:
    """Wait until every part answers."""
    until = time.monotonic() + timeout_s
    while time.monotonic() < until:
        assert running.process.poll() is None, "serve ended"
        with contextlib.suppress(httpx.HTTPError):
            if httpx.get(f"{running.address}/health/ready").status_code == 200:
                return
        time.sleep(0.1)
    message = "serve is not ready"
    raise AssertionError(message)


def stop(running: Running) -> int:
    """Stop it as an operator would."""
    running.process.send_signal(signal.SIGTERM)
    return running.process.wait(60)


def sample_zip(*only: str, folder: Path = SAMPLE) -> bytes:
    """The sample package as a ZIP, or some of its files; the manifest always."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.iterdir()):
            if not only or file.name in {*only, "manifest.csv"}:
                archive.writestr(file.name, file.read_bytes())
    return out.getvalue()
