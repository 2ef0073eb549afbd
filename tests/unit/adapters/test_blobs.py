from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from evidence_ai.adapters.blobs import FolderBlobs, blob_store
from evidence_ai.errors import ConfigurationError, DependencyError, InternalError, NotFoundError
from evidence_ai.services.ports import BlobStore

CONTENT = b"Perda Nomor 5 Tahun 2019"
NAME = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture(scope="module")
def s3_address() -> Iterator[str]:
    moto = pytest.importorskip("moto.server")
    server = moto.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"s3+http://testing:testing@{host}:{port}/originals"
    server.stop()


@pytest.fixture(params=["folder", pytest.param("s3", marks=pytest.mark.slow)])
def blobs(request: pytest.FixtureRequest, tmp_path: Path) -> BlobStore:
    if request.param == "folder":
        return blob_store(f"file://{tmp_path}")
    return blob_store(request.getfixturevalue("s3_address"))


def test_what_is_put_comes_back_under_its_sha256(blobs: BlobStore) -> None:
    assert blobs.ready()
    assert blobs.put(CONTENT) == NAME
    assert blobs.put(CONTENT) == NAME
    assert blobs.get(NAME) == CONTENT
    assert blobs.has(NAME)


def test_what_was_removed_is_not_there(blobs: BlobStore) -> None:
    blobs.put(CONTENT)
    blobs.remove(NAME)
    blobs.remove(NAME)
    assert not blobs.has(NAME)
    with pytest.raises(NotFoundError):
        blobs.get(NAME)


def test_an_empty_file_is_kept_too(blobs: BlobStore) -> None:
    assert blobs.get(blobs.put(b"")) == b""


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "A" * 64, "0" * 63, "0" * 64 + "\n"])
def test_a_name_that_is_no_sha256_reaches_nothing(blobs: BlobStore, name: str) -> None:
    with pytest.raises(NotFoundError):
        blobs.get(name)


def test_bytes_changed_behind_our_back_are_not_handed_out(tmp_path: Path) -> None:
    blobs = FolderBlobs(tmp_path)
    blobs.put(CONTENT)
    (place,) = (one for one in tmp_path.rglob("*") if one.is_file())
    place.write_bytes(b"x" * len(CONTENT))
    with pytest.raises(InternalError):
        blobs.get(NAME)


def test_a_half_written_file_is_replaced(tmp_path: Path) -> None:
    blobs = FolderBlobs(tmp_path)
    blobs.put(CONTENT)
    (place,) = (one for one in tmp_path.rglob("*") if one.is_file())
    place.write_bytes(CONTENT[:3])
    blobs.put(CONTENT)
    assert blobs.get(NAME) == CONTENT


def test_a_full_disk_is_named_and_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / NAME[:2]).write_text("a file where a folder should be")
    with pytest.raises(DependencyError):
        FolderBlobs(tmp_path).put(CONTENT)
    assert [one.name for one in tmp_path.iterdir()] == [NAME[:2]]


def test_a_store_that_does_not_answer_is_named() -> None:
    blobs = blob_store("s3+http://key:secret@127.0.0.1:9/bucket")
    assert not blobs.ready()
    with pytest.raises(DependencyError):
        blobs.put(CONTENT)


@pytest.mark.parametrize("place", ["ftp://x", "s3://host/bucket", "s3://k:s@host/"])
def test_an_address_that_is_no_store_is_named(place: str) -> None:
    with pytest.raises(ConfigurationError):
        blob_store(place)
