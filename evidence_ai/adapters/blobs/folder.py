"""Originals in a folder, each under its sha256: written beside, flushed to disk, then renamed into place."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from pathlib import Path

from evidence_ai.adapters.blobs.naming import damaged, missing, valid
from evidence_ai.errors import DependencyError


class FolderBlobs:
    """A folder `ab/cd/abcd...`, two levels deep so that no folder holds too many files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, content: bytes) -> str:
        """Keep `content`; a power cut leaves either all of it or nothing.

        Raises:
            DependencyError: the folder cannot be written, or the disk is full.
        """
        sha256 = hashlib.sha256(content).hexdigest()
        place = self._place(sha256)
        if place.is_file() and place.stat().st_size == len(content):
            return sha256
        try:
            _write(place, content)
        except OSError as error:
            message = f"Berkas tidak dapat disimpan ({error.strerror}), sehingga unggahan ini tidak diterima."
            raise DependencyError(message, advice="Periksa ruang kosong dan izin folder penyimpanan.") from error
        return sha256

    def get(self, sha256: str) -> bytes:
        """The bytes of this name, verified."""
        place = self._place(sha256)
        if not place.is_file():
            raise missing(sha256)
        content = place.read_bytes()
        if hashlib.sha256(content).hexdigest() != sha256:
            raise damaged(sha256)
        return content

    def has(self, sha256: str) -> bool:
        """Whether there are bytes of this name."""
        return self._place(sha256).is_file()

    def remove(self, sha256: str) -> None:
        """Forget the bytes of this name."""
        self._place(sha256).unlink(missing_ok=True)

    def ready(self) -> bool:
        """Whether the folder can be written."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return False
        return os.access(self._folder, os.W_OK)

    def _place(self, sha256: str) -> Path:
        name = valid(sha256)
        return self._folder / name[:2] / name[2:4] / name


def _write(place: Path, content: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    number, beside = tempfile.mkstemp(prefix=".new-", dir=place.parent)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).replace(place)
    except OSError:
        with contextlib.suppress(OSError):
            Path(beside).unlink()
        raise
    _flush(place.parent)


def _flush(folder: Path) -> None:
    """The name of a file is content of its folder, and must reach the disk too."""
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
