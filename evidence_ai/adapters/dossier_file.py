"""A dossier on disk, page by page: packing a book at once would take as much memory again as the book."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from evidence_ai.adapters.packing import packed, unpacked
from evidence_ai.domain.document import Page
from evidence_ai.domain.dossier import Dossier

_LENGTH = struct.Struct("<Q")
_MOST_BYTES = 1_000_000_000


def write_dossier(path: Path, dossier: Dossier) -> None:
    """Write a dossier.

    Raises:
        OSError: the disk is full or not writable.
    """
    text = dossier.text
    hollow = replace(text, pages=(), pages_waiting=text.pages_waiting + len(text.pages))
    with path.open("wb") as file:
        for part in ((replace(dossier, text=hollow), text.pages_waiting), *text.pages):
            content = packed(part)
            file.write(_LENGTH.pack(len(content)) + content)


def read_dossier(path: Path) -> Dossier:
    """Read it again.

    Raises:
        OSError: the file is not there.
        ValueError: the file holds something else, or is cut off.
    """
    size = path.stat().st_size
    if size > _MOST_BYTES:
        message = "no dossier is that long"
        raise ValueError(message)
    with path.open("rb") as file:
        parts = _parts(file, size)
        first = next(parts, None)
        pages = tuple(page for page in parts if isinstance(page, Page))
    dossier, waiting = first if isinstance(first, tuple) and len(first) == 2 else (None, 0)
    if not isinstance(dossier, Dossier) or not isinstance(waiting, int):
        message = "this file holds no dossier"
        raise ValueError(message)  # noqa: TRY004 - a wrong file, not a wrong call
    # A page that is missing is noticed here: a text counts its pages.
    return replace(dossier, text=replace(dossier.text, pages=pages, pages_waiting=waiting))


def _parts(file: BinaryIO, size: int) -> Iterator[object]:
    while head := file.read(_LENGTH.size):
        length = _LENGTH.unpack(head)[0] if len(head) == _LENGTH.size else size + 1
        if length > size:
            message = "this file is cut off"
            raise ValueError(message)
        yield unpacked(file.read(length))
