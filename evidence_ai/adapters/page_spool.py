"""Finished pages on disk, as they are finished: what a lost worker or a killed machine had read is not read again."""

from __future__ import annotations

import hashlib
import os
import struct
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from uuid import uuid4

from evidence_ai.adapters.packing import packed, unpacked
from evidence_ai.domain.document import Page, PageFailure

_HEAD = struct.Struct("<4sIQ16s")
_MARK = b"EVP1"


class PageSpool:
    """The pages of one reading of one document. Many processes may add; each writes a file of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._own = folder / f"{uuid4().hex}.pages"

    def add(self, page: Page | PageFailure) -> None:
        """Keep a page.

        Raises:
            OSError: the disk is full or not writable.
        """
        content = packed(page)
        self._folder.mkdir(parents=True, exist_ok=True)
        with self._own.open("ab") as file:
            file.write(_HEAD.pack(_MARK, _number(page), len(content), _digest(content)) + content)

    def numbers(self) -> frozenset[int]:
        """The pages kept so far."""
        return frozenset(number for number, _ in self._records())

    def pages(self) -> dict[int, Page | PageFailure]:
        """The pages kept so far, by number; a page read wins over its failure."""
        found: dict[int, Page | PageFailure] = {}
        for number, content in self._records():
            try:
                page = unpacked(content)
            except ValueError:
                continue
            if isinstance(page, Page) and page.number == number:
                found[number] = page
            elif isinstance(page, PageFailure) and page.page == number:
                found.setdefault(number, page)
        return found

    def _records(self) -> Iterator[tuple[int, bytes]]:
        """Whole records; what follows a torn one in its file is ignored and read anew."""
        for path in sorted(self._folder.glob("*.pages")):
            with path.open("rb") as file:
                while len(head := file.read(_HEAD.size)) == _HEAD.size:
                    mark, number, length, digest = _HEAD.unpack(head)
                    if mark != _MARK or length > os.fstat(file.fileno()).st_size:
                        break
                    content = file.read(length)
                    if len(content) != length or _digest(content) != digest:
                        break
                    yield number, content


def spool_at(folder: Path, sha256: str, version: str) -> PageSpool:
    """The spool of one document as read by one version of reading."""
    return PageSpool(place_of(folder, sha256, version))


def place_of(folder: Path, sha256: str, version: str) -> Path:
    """Where that spool lies."""
    return folder / f"{sha256}-{version}"


@cache
def reading_version(engine: str) -> str:
    """Changes whenever reading may give another result: with its code, the values it gives, and the engine."""
    digest = hashlib.sha256(engine.encode())
    package = Path(__file__).resolve().parents[1]
    for path in sorted([*package.glob("reading/**/*.py"), *package.glob("domain/*.py"), Path(__file__)]):
        digest.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _number(page: Page | PageFailure) -> int:
    return page.number if isinstance(page, Page) else page.page


def _digest(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=16).digest()
