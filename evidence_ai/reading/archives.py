"""Archives beside ZIP: TAR and its compressions by the standard library, RAR and 7z through an installed unpacker.

What would come out is listed and held against the limits first; only then is anything unpacked.
"""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import shutil
import tarfile
import tempfile
import weakref
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from evidence_ai.domain.document import DocumentText, Outcome, Reason
from evidence_ai.reading import media_types as kinds
from evidence_ai.reading import outcomes
from evidence_ai.reading.programs import run
from evidence_ai.reading.zip_limits import BOMB, MAX_TOTAL, is_bomb

ARCHIVES = frozenset({kinds.RAR, kinds.SEVEN_ZIP, kinds.TAR, kinds.GZIP, kinds.BZIP2, kinds.XZ})
_UNPACKING_S = 300.0
_MEMORY_MB = 1_000
_MAX_LISTING = 40_000_000
_OPENERS: dict[str, Callable[..., Any]] = {
    kinds.GZIP: gzip.open,
    kinds.BZIP2: bz2.open,
    kinds.XZ: lzma.open,
}
_SINGLE = 300_000_000
_BROKEN = (tarfile.TarError, zlib.error, OSError, EOFError, ValueError, lzma.LZMAError, MemoryError)


@dataclass(frozen=True, slots=True)
class Inner:
    """One file of an archive; `refused` where it must not be opened, `load` gives its bytes."""

    name: str
    size_bytes: int
    refused: DocumentText | None
    load: Callable[[], bytes]


class NotUnpackedError(Exception):
    """An archive that stays closed: `text` says how that ended and why."""

    def __init__(self, text: DocumentText) -> None:
        super().__init__(text.reason.code if text.reason else "")
        self.text = text


def unpacked(content: bytes, media_type: str) -> list[Inner]:
    """The files of an archive, in its order.

    Raises:
        NotUnpackedError: broken, locked, too big, or no program here can open it.
    """
    if media_type == kinds.TAR:
        return _of_tar(content)
    if media_type in _OPENERS:
        return _of_stream(_decompressed(content, media_type))
    return _of_program(content, media_type)


def _of_stream(content: bytes) -> list[Inner]:
    """What a compressed stream holds: a TAR with many files, or one file."""
    if content[257:262] == b"ustar":
        return _of_tar(content)
    return [Inner("isi", len(content), None, lambda: content)]


def _decompressed(content: bytes, media_type: str) -> bytes:
    try:
        with _OPENERS[media_type](io.BytesIO(content)) as stream:
            out = bytes(stream.read(_SINGLE + 1))
    except _BROKEN as error:
        raise _ended(Outcome.UNREADABLE, outcomes.CORRUPT) from error
    if len(out) > _SINGLE or is_bomb([_as_entry("isi", len(out), len(content))]):
        raise _ended(Outcome.TOO_BIG, BOMB)
    return out


def _of_tar(content: bytes) -> list[Inner]:
    try:
        archive = tarfile.open(fileobj=io.BytesIO(content), mode="r:")  # noqa: SIM115 - files are read from it later
        members = [member for member in archive.getmembers() if not member.isdir()]
    except _BROKEN as error:
        raise _ended(Outcome.UNREADABLE, outcomes.CORRUPT) from error
    if is_bomb([_as_entry(member.name, member.size, member.size) for member in members]):
        raise _ended(Outcome.TOO_BIG, BOMB)
    return [
        Inner(
            member.name.removeprefix("./"),
            member.size,
            None if member.isfile() else _LINKED,
            partial(_member, archive, member),
        )
        for member in members
    ]


def _member(archive: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    stream = archive.extractfile(member)
    return b"" if stream is None else stream.read()


def _of_program(content: bytes, media_type: str) -> list[Inner]:
    ways = [way for way in _WAYS[media_type] if _found(way.lister) and _found(way.unpacker)]
    if not ways:
        raise _ended(Outcome.UNSUPPORTED, _NO_UNPACKER)
    ended = _ended(Outcome.UNREADABLE, outcomes.CORRUPT)
    for way in ways:
        try:
            return _by(way, content)
        except NotUnpackedError as error:
            ended = error
            if error.text.outcome is not Outcome.UNREADABLE:
                break
    raise ended


@dataclass(frozen=True, slots=True)
class _Listed:
    name: str
    size: int
    is_locked: bool
    is_link: bool


@dataclass(frozen=True, slots=True)
class _Way:
    """One pair of programs: how it lists and how it unpacks into `out`."""

    lister: str
    listing: tuple[str, ...]
    unpacker: str
    unpacking: tuple[str, ...]
    listed: Callable[[bytes], Iterator[_Listed]]


def _by(way: _Way, content: bytes) -> list[Inner]:
    scratch = _Scratch()
    try:
        return _listed_and_unpacked(way, content, scratch)
    except NotUnpackedError:
        scratch.remove()
        raise


class _Scratch:
    """A folder that lives as long as the files in it may be asked for."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="evidence-arsip-"))
        self.remove = weakref.finalize(self, shutil.rmtree, self.folder, ignore_errors=True)


def _listed_and_unpacked(way: _Way, content: bytes, scratch: _Scratch) -> list[Inner]:
    folder = scratch.folder
    (folder / "arsip").write_bytes(content)
    listing = run(
        [_found(way.lister) or way.lister, *way.listing, "arsip"],
        folder=folder, seconds=60, memory_mb=_MEMORY_MB, largest_output=_MAX_LISTING,
    )  # fmt: skip
    entries = _entries(way, listing.output) if listing.code is not None else None
    if not entries:
        raise _ended(Outcome.UNREADABLE, outcomes.CORRUPT)
    if any(entry.is_locked for entry in entries):
        raise _ended(Outcome.ENCRYPTED, outcomes.ENCRYPTED)
    # A solid archive tells no size of its own for each file: each gets its share of the whole.
    total = sum(entry.size for entry in entries)
    shares = [_as_entry(entry.name, entry.size, len(content) * entry.size // max(total, 1)) for entry in entries]
    if is_bomb(shares):
        raise _ended(Outcome.TOO_BIG, BOMB)
    (folder / "out").mkdir()
    ran = run(
        [_found(way.unpacker) or way.unpacker, *way.unpacking, "arsip"],
        folder=folder, seconds=_UNPACKING_S, memory_mb=_MEMORY_MB, largest_output=1_000,
    )  # fmt: skip
    if ran.code is None:
        raise _ended(Outcome.TIMEOUT, _TOO_SLOW)
    files = list(_files_of(folder / "out", scratch))
    if not files:
        raise _ended(Outcome.UNREADABLE, outcomes.CORRUPT)
    if sum(one.size_bytes for one in files) > MAX_TOTAL:
        raise _ended(Outcome.TOO_BIG, BOMB)
    here = {one.name for one in files}
    lost = [entry for entry in entries if entry.name not in here and not entry.is_link]
    damaged = outcomes.ended(Outcome.UNREADABLE, outcomes.CORRUPT)
    return [*files, *(Inner(entry.name, entry.size, damaged, bytes) for entry in lost)]


def _entries(way: _Way, output: bytes) -> list[_Listed] | None:
    try:
        return list(way.listed(output))
    except (ValueError, KeyError, TypeError):
        return None


def _files_of(out: Path, scratch: _Scratch) -> Iterator[Inner]:
    for path in sorted(out.rglob("*")):
        name = path.relative_to(out).as_posix().encode("utf-8", "backslashreplace").decode()
        if path.is_symlink():
            yield Inner(name, 0, _LINKED, bytes)
        elif path.is_file():
            yield Inner(name, path.stat().st_size, None, partial(_kept, path, scratch))


def _kept(path: Path, _scratch: _Scratch) -> bytes:
    return path.read_bytes()


def _listed_by_lsar(output: bytes) -> Iterator[_Listed]:
    for entry in json.loads(output)["lsarContents"]:
        if not entry.get("XADIsDirectory"):
            yield _Listed(
                str(entry["XADFileName"]),
                int(entry.get("XADFileSize", 0)),
                bool(entry.get("XADIsEncrypted")),
                bool(entry.get("XADIsLink")),
            )


def _listed_by_7z(output: bytes) -> Iterator[_Listed]:
    """`7z l -slt`: blocks of 'Name = value', one a file."""
    for block in output.decode("utf-8", "replace").replace("\r\n", "\n").split("\n\n"):
        said = dict(line.split(" = ", 1) for line in block.splitlines() if " = " in line)
        if "Path" not in said or "D" in said.get("Attributes", "").split(" ")[0]:
            continue
        size = said.get("Size", "0")
        yield _Listed(
            said["Path"],
            int(size) if size.isdigit() else 0,
            said.get("Encrypted") == "+",
            bool(said.get("Symbolic Link")),
        )


def _as_entry(name: str, size: int, packed: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name[:200] or "isi")
    entry.file_size, entry.compress_size = size, packed
    return entry


@cache
def _found(program: str) -> str | None:
    return shutil.which(program)


def _ended(outcome: Outcome, why: Reason) -> NotUnpackedError:
    return NotUnpackedError(outcomes.ended(outcome, why))


# A password that nobody uses keeps 7z from asking for one.
_SEVEN = _Way("7z", ("l", "-slt", "-ba", "-pevidence"), "7z", ("x", "-y", "-bd", "-pevidence", "-oout"), _listed_by_7z)
_UNAR = _Way(
    "lsar",
    ("-json",),
    "unar",
    ("-quiet", "-no-directory", "-force-overwrite", "-output-directory", "out"),
    _listed_by_lsar,
)
_WAYS = {kinds.RAR: (_UNAR, _SEVEN), kinds.SEVEN_ZIP: (_SEVEN, _UNAR)}
_LINKED = outcomes.ended(
    Outcome.UNSUPPORTED,
    outcomes.reason(
        "link_not_followed",
        "Ini tautan ke berkas lain, bukan berkas; tautan tidak diikuti. Masukkan berkas aslinya ke dalam arsip.",
        "This is a link to another file, not a file; links are not followed. Put the file itself into the archive.",
    ),
)
_NO_UNPACKER = outcomes.reason(
    "unpacker_missing",
    "Arsip jenis ini hanya dapat dibuka bila program unar atau 7-Zip terpasang di komputer ini. Kemas ulang sebagai ZIP, atau "
    "unggah berkas di dalamnya satu per satu.",
    "Archives of this kind can be opened only where unar or 7-Zip is installed. Pack again as ZIP, or upload the files inside "
    "one by one.",
)
_TOO_SLOW = outcomes.reason(
    "unpacking_timeout",
    "Arsip ini terlalu lama dibuka. Kemas ulang sebagai ZIP dalam beberapa bagian, lalu unggah kembali.",
    "Unpacking this archive took too long. Pack it again as ZIP in several parts and upload those.",
)
