"""The same service on PostgreSQL, a Redis of its own and an S3-compatible store, by settings alone."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from evidence_ai.adapters.redis_child import RedisChild
from evidence_ai.services.official_score import verify_receipt
from tests.end_to_end.deciding import review_and_score
from tests.end_to_end.service import REGION, SAMPLE, Running, serving, wait_until_ready
from tests.servers import Postgres, postgres_server

pytestmark = pytest.mark.slow
PERDA = "Perda 5 Tahun 2019 Bantuan Hukum.pdf"


@pytest.fixture(scope="module")
def database() -> Iterator[Postgres]:
    with postgres_server() as found:
        yield found


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory, database: Postgres) -> Iterator[Running]:
    moto = pytest.importorskip("moto.server")
    folder = tmp_path_factory.mktemp("outside")
    store, redis = moto.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False), RedisChild(folder / "redis")
    store.start()
    redis.start()
    host, port = store.get_host_and_port()
    places = {
        "EVIDENCE_DATABASE__URL": database.url,
        "EVIDENCE_QUEUE__URL": redis.url,
        "EVIDENCE_STORAGE__URL": f"s3+http://testing:testing@{host}:{port}/originals",
    }
    with serving(folder / "data", **places) as found:
        yield found
    redis.stop()
    store.stop()


def test_the_whole_way_runs_on_servers_outside(running: Running) -> None:
    region = running.coordinator
    package = region.open_package(REGION, data_year=2024)
    region.upload(package.id, [(PERDA, (SAMPLE / PERDA).read_bytes())])
    claim = {"indicator": "BH.S1", "value": "1", "documents": [PERDA]}
    region.call("POST", f"/v1/packages/{package.id}/claims", json=claim)
    assert region.wait(package.id).examined == 1
    assert region.submit(package.id) == 1
    score = review_and_score(running, package.id)
    receipt = verify_receipt(
        region.receipt(score.id), decisions=region.decisions_file(score.id), public_key=region.public_key()
    )
    assert receipt.valid
    assert not list(Path(running.data).rglob("*.db"))
    assert not (running.data / "originals").exists()


def test_a_database_killed_while_documents_are_read_loses_none(running: Running, database: Postgres) -> None:
    region = running.coordinator
    package = region.open_package(REGION, data_year=2023)
    scan = (SAMPLE / "SK PPID 2024 (scan).pdf").read_bytes()
    files = [(f"{number}.pdf", scan + f"\n% {number}\n".encode()) for number in range(3)]
    region.upload(package.id, files)
    time.sleep(1)
    database.kill_and_start()
    wait_until_ready(running)
    done = region.wait(package.id, timeout_s=240)
    assert (done.examined, done.parked) == (3, 0)
    seen = [one.subject for one in region.events(package.id, follow=False) if one.kind == "document_examined"]
    assert len(seen) == len(set(seen)) == 3
