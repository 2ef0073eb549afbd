"""Parts of a running service are killed while they work; afterwards nothing may be lost, doubled or falsely done.

`EVIDENCE_FAULT_ROUNDS` repeats each fault (`make faults N=20`).
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import random
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from redis import Redis

from evidence_ai.client import Client
from tests.end_to_end.invariants import unfinished, violations
from tests.end_to_end.service import PASSWORD, REGION, SAMPLE, Running, serving, start, wait_until_ready
from tests.samples.typeset import typeset

pytestmark = pytest.mark.slow
ROUNDS = int(os.environ.get("EVIDENCE_FAULT_ROUNDS", "1"))
DOCUMENTS = 5
SCAN = SAMPLE / "SK PPID 2024 (scan).pdf"
"""Takes seconds to read, so that a fault hits work under way."""


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with serving(tmp_path_factory.mktemp("faults") / "data") as found:
        yield found


def kill_workers(running: Running) -> None:
    for pid in children(running, "workers work"):
        kill(pid)


def kill_one_worker(running: Running) -> None:
    kill(children(running, "workers work")[0])


def kill_what_opens_files(running: Running) -> None:
    for worker in children(running, "workers work"):
        for pid in below(worker):
            kill(pid)


def kill_keeper(running: Running) -> None:
    kill(*children(running, "workers keep"))


def kill_api(running: Running) -> None:
    kill(*children(running, "-m api"))


def kill_redis(running: Running) -> None:
    kill(*children(running, "redis-server"))


def wipe_redis(running: Running) -> None:
    with Redis(unix_socket_path=str(running.data / "redis" / "redis.sock")) as connection:
        connection.flushall()


def kill_everything(running: Running) -> None:
    """As a power cut: the supervisor and all it started; then it is started again."""
    running.process.kill()
    running.process.wait()
    time.sleep(0.5)
    again = start(running.data, password=PASSWORD)
    for client in running.callers.values():
        client.close()
    running.process, running.address, running.callers = again.process, again.address, again.callers
    region = Client(running.address)
    region.sign_in("bagian.hukum", PASSWORD)
    running.callers["bagian.hukum"] = region


FAULTS: list[Callable[[Running], None]] = [
    kill_workers, kill_one_worker, kill_what_opens_files, kill_keeper, kill_api, kill_redis, wipe_redis,
    kill_everything,
]  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
@pytest.mark.parametrize("number", range(ROUNDS))
def test_nothing_is_lost_doubled_or_falsely_done(
    running: Running, fault: Callable[[Running], None], number: int
) -> None:
    year = 1990 + (FAULTS.index(fault) * ROUNDS + number) % 100
    package = running.coordinator.open_package(REGION, data_year=year)
    mark = f"{fault.__name__} {number}"
    files = [(f"{name}.pdf", document(f"{mark} {name}")) for name in range(DOCUMENTS - 1)]
    files.append(("pindaian.pdf", SCAN.read_bytes() + f"\n% {mark}\n".encode()))
    running.coordinator.upload(package.id, files)
    time.sleep(random.Random(mark).uniform(0, 2.5))
    fault(running)
    wait_until_ready(running)
    with contextlib.suppress(httpx.HTTPError):
        running.coordinator.work(package.id)  # A killed API closed this connection.
    done = running.coordinator.wait(package.id, timeout_s=180)
    assert (done.examined, done.parked) == (DOCUMENTS, 0)
    uploaded = {name: hashlib.sha256(content).hexdigest() for name, content in files}
    assert violations(running.data, package.id, uploaded) == []
    until = time.monotonic() + 30
    while left := unfinished(running.data):
        assert time.monotonic() < until, left
        time.sleep(0.2)


def document(mark: str) -> bytes:
    """A small Perda of its own bytes."""
    return typeset("perda_bantuan_hukum") + f"\n% {mark}\n".encode()


def children(running: Running, what: str) -> list[int]:
    """Processes the supervisor started, by a part of their command."""
    found = [pid for pid in of_parent(running.process.pid) if what in command_of(pid)]
    assert found, what
    return found


def below(pid: int) -> list[int]:
    """Everything a process started, and what that started."""
    direct = of_parent(pid)
    return direct + [one for child in direct for one in below(child)]


def of_parent(pid: int) -> list[int]:
    try:
        return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def command_of(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")
    except OSError:
        return ""


def kill(*pids: int) -> None:
    for pid in pids:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
