"""The doorbell on a real redis-server."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from redis import Redis

from evidence_ai.adapters.argon_passwords import ArgonPasswords
from evidence_ai.adapters.job_queue import RqJobQueue, connect
from evidence_ai.adapters.receipt_keys import ReceiptKey
from evidence_ai.adapters.redis_child import RedisChild
from evidence_ai.domain.jobs import Lane
from evidence_ai.errors import ConfigurationError, DependencyError
from evidence_ai.receipts.signing import is_signed_by, sign
from tests.service_values import job

pytestmark = pytest.mark.slow


@pytest.fixture
def redis(tmp_path: Path) -> Iterator[RedisChild]:
    child = RedisChild(tmp_path / "redis")
    child.start()
    yield child
    child.stop()


def test_a_ring_waits_in_its_lane_once(redis: RedisChild) -> None:
    queue = RqJobQueue(redis.url, timeout_s=60)
    queue.ring(job(lane=Lane.QUICK))
    queue.ring(job(lane=Lane.QUICK))
    assert (queue.length(Lane.QUICK), queue.length(Lane.FULL)) == (1, 0)
    assert queue.knows(job(lane=Lane.QUICK))


def test_a_wiped_redis_knows_no_ring(redis: RedisChild) -> None:
    queue = RqJobQueue(redis.url, timeout_s=60)
    queue.ring(job())
    connection: Redis = connect(redis.url)
    connection.flushall()
    connection.close()
    assert not queue.knows(job())
    assert queue.ready()


def test_rings_outlive_a_killed_redis(redis: RedisChild) -> None:
    queue = RqJobQueue(redis.url, timeout_s=60)
    queue.ring(job())
    assert redis.pid is not None
    os.kill(redis.pid, signal.SIGKILL)
    while redis.alive():
        continue
    redis.start()
    assert RqJobQueue(redis.url, timeout_s=60).length(Lane.FULL) == 1


def test_a_redis_that_is_away_is_named() -> None:
    queue = RqJobQueue("unix:///nowhere/redis.sock", timeout_s=60)
    assert not queue.ready()
    with pytest.raises(DependencyError):
        queue.ring(job())
    with pytest.raises(ConfigurationError):
        connect("nonsense")


def test_a_missing_redis_server_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    with pytest.raises(DependencyError, match="redis-server"):
        RedisChild(tmp_path).start()


def test_a_data_folder_with_a_long_path_still_gets_a_socket(tmp_path: Path) -> None:
    child = RedisChild(tmp_path / ("x" * 60) / ("y" * 60))
    child.start()
    assert RqJobQueue(child.url, timeout_s=60).ready()
    child.stop()


def test_a_receipt_key_is_made_once_and_signs(tmp_path: Path) -> None:
    key = ReceiptKey(tmp_path / "keys" / "receipt.pem")
    signature = sign(b"body", key.private())
    assert is_signed_by(b"body", signature, ReceiptKey(tmp_path / "keys" / "receipt.pem").public())
    assert (tmp_path / "keys" / "receipt.pem").stat().st_mode & 0o077 == 0


def test_a_password_fits_only_itself() -> None:
    passwords = ArgonPasswords()
    kept = passwords.hashed("empat kata yang panjang")
    assert kept.startswith("$argon2id$")
    assert passwords.fits("empat kata yang panjang", kept)
    assert not passwords.fits("kata lain", kept)
    assert not passwords.fits("kata lain", "no hash")
