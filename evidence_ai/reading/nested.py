"""Packages inside packages: archives are looked into, what was attached to a mail becomes a document of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from evidence_ai.domain.document import DocumentText, Outcome, Reason
from evidence_ai.reading import media_types as kinds
from evidence_ai.reading import outcomes
from evidence_ai.reading.archives import ARCHIVES, NotUnpackedError
from evidence_ai.reading.media_types import detect
from evidence_ai.reading.zip_limits import BOMB, MAX_ENTRIES, MAX_TOTAL

if TYPE_CHECKING:
    from evidence_ai.reading.package import PackageFile

_DEEPEST = 3
"""An archive in an archive in a package happens; more is somebody's trick."""
_HEAD = 1024
_MAILS = {kinds.EML: kinds.LETTER, kinds.MSG: kinds.MSG_LETTER}

LookInto = Callable[[bytes, str], "tuple[list[PackageFile], list[Reason]]"]


def with_nested(files: list[PackageFile], problems: list[Reason], look_into: LookInto) -> list[PackageFile]:
    """The files with every archive replaced by what it holds and every mail followed by what was attached.

    What is inside is named by its path through both: 'paket/lampiran.rar/perda.pdf'. An archive that stays closed is
    kept, with how that ended. `look_into` opens content of a kind; oddities it finds are added to `problems`.
    """
    left = [MAX_ENTRIES, MAX_TOTAL]
    return [inner for file in files for inner in _opened(file, problems, look_into, left, depth=1)]


def _opened(
    file: PackageFile, problems: list[Reason], look_into: LookInto, left: list[int], *, depth: int
) -> list[PackageFile]:
    kind = _kind(file)
    if kind is None:
        return [file]
    if depth > _DEEPEST:
        return [_closed(file, outcomes.ended(Outcome.UNSUPPORTED, _TOO_DEEP))]
    try:
        inner, odd = look_into(file.content(), kind)
    except NotUnpackedError as error:
        return [_closed(file, error.text)]
    except Exception:  # noqa: BLE001 - a broken container costs that container, with its name
        broken = outcomes.ended(Outcome.UNREADABLE, outcomes.CORRUPT)
        return [file if kind in _MAILS else _closed(file, broken)]
    problems += odd
    left[0] -= len(inner)
    left[1] -= sum(one.size_bytes for one in inner)
    if min(left) < 0:
        return [_closed(file, outcomes.ended(Outcome.TOO_BIG, BOMB))]
    found = [
        deeper
        for one in inner
        for deeper in _opened(replace(one, name=f"{file.name}/{one.name}"), problems, look_into, left, depth=depth + 1)
    ]
    if kind in _MAILS:
        return [replace(file, media_type=_MAILS[kind]), *found]
    return found or [_closed(file, outcomes.ended(Outcome.EMPTY, _NOTHING_INSIDE))]


def _kind(file: PackageFile) -> str | None:
    """The kind of container a file is; None for a document. Its first bytes tell whether the rest must be looked at."""
    if file.refused is not None:
        return None
    try:
        head = file.head(_HEAD)
        kind = detect(head, file.name)
        if kind in (kinds.OLE, kinds.ZIP, *_MAILS) or head.startswith((b"\xd0\xcf\x11\xe0", b"PK")):
            kind = detect(file.content(), file.name)
    except Exception:  # noqa: BLE001 - whoever reads it will say how it is broken
        return None
    return kind if kind in ARCHIVES or kind == kinds.ZIP or kind in _MAILS else None


def _closed(file: PackageFile, text: DocumentText) -> PackageFile:
    return replace(file, refused=text)


_TOO_DEEP = outcomes.reason(
    "nested_too_deep",
    "Arsip di dalam arsip ini bersarang terlalu dalam, jadi tidak dibuka. Keluarkan berkasnya dan kemas ulang dalam satu ZIP.",
    "Archives are nested too deeply here, so this one was not opened. Take the files out and pack them in one ZIP.",
)
_NOTHING_INSIDE = outcomes.reason(
    "archive_empty",
    "Arsip ini tidak memuat satu berkas pun. Kemas ulang dengan dokumennya lalu unggah kembali.",
    "The archive holds no file at all. Pack it again with its documents and upload it.",
)
