"""A package: ZIP, RAR, 7z, TAR or folder with documents and, optionally, a manifest of claims.

Everything is checked in the archive's directory before a byte is unpacked; what a ZIP holds is never written to disk.
Archives inside are opened as well, and what was attached to a mail is a document of its own.
"""

from __future__ import annotations

import io
import os
import stat
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from evidence_ai.domain.claim import Claim
from evidence_ai.domain.document import DocumentText, Outcome, Reason
from evidence_ai.errors import InputError, NotFoundError
from evidence_ai.reading import outcomes
from evidence_ai.reading.archives import ARCHIVES, Inner, NotUnpackedError, unpacked
from evidence_ai.reading.mails import take_apart
from evidence_ai.reading.manifest import read_manifest
from evidence_ai.reading.media_types import EML, MSG, detect
from evidence_ai.reading.nested import with_nested
from evidence_ai.reading.zip_limits import BOMB, is_bomb

_MAX_FILE_BYTES = 300_000_000
_LITTER_FOLDERS = ("__MACOSX", ".git", ".svn", "$RECYCLE.BIN", "System Volume Information")
_LITTER_FILES = (".ds_store", "thumbs.db", "desktop.ini", ".localized")
_MANIFESTS = ("manifest.csv", "manifest.xlsx")
_OWN_PAPERS = ("decisions.json", "expected.json", "readme.md")
"""Papers about the package, at its top: they are nobody's evidence."""


@dataclass(frozen=True, slots=True)
class PackageFile:
    """One file of a package. `name` is its path inside, with slashes.

    `refused` is how reading ended for a file that must not be opened (locked, a symlink, a bomb);
    its content is never handed out. `media_type` where the package knows more than the bytes say: of a mail whose
    attachments are documents of their own, only the letter is read.
    """

    name: str
    size_bytes: int
    refused: DocumentText | None
    _load: Callable[[], bytes]
    _peek: Callable[[int], bytes] | None = None
    media_type: str | None = None

    def head(self, size_bytes: int) -> bytes:
        """The first bytes, without unpacking the rest where that is possible.

        Raises:
            InputError: the entry is damaged, or refused.
        """
        if self._peek is None or self.refused is not None:
            return self.content()[:size_bytes]
        try:
            return self._peek(size_bytes)
        except Exception as error:  # zlib, lzma and bz2 each raise their own
            raise _damaged(self.name) from error

    def content(self) -> bytes:
        """The bytes, unpacked now.

        Raises:
            InputError: the entry is damaged, or refused.
        """
        if self.refused is not None:
            raise InputError(f"{self.name} is not opened.", advice="See how it was refused.")
        try:
            return self._load()
        except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError, EOFError) as error:
            raise _damaged(self.name) from error
        except Exception as error:  # zlib, lzma and bz2 each raise their own
            raise _damaged(self.name) from error


@dataclass(frozen=True, slots=True)
class PackageFiles:
    """What a package holds. `claims` come from its manifest, `problems` say what was odd, in words for the region."""

    name: str
    files: tuple[PackageFile, ...]
    manifest: str | None
    claims: tuple[Claim, ...]
    problems: tuple[Reason, ...]


def open_package(package: Path | bytes, *, name: str = "") -> PackageFiles:
    """Look into an archive (path or bytes) or a folder.

    Raises:
        NotFoundError: the path does not exist.
        InputError: neither a folder nor an archive that can be opened, or one that would unpack beyond all limits.
    """
    if isinstance(package, bytes):
        return _with_manifest(name or "paket.zip", *_packed_files(package))
    if not package.exists():
        raise NotFoundError(f"Paket {package.name} tidak ditemukan.", advice="Periksa nama dan foldernya.")
    if package.is_dir():
        return _with_manifest(name or _shown(Path(package.resolve().name)), *_folder_files(package))
    return _with_manifest(name or _shown(Path(package.name)), *_packed_files(package.read_bytes()))


def _packed_files(content: bytes) -> tuple[list[PackageFile], list[Reason]]:
    """The files of an archive whose bytes say which kind it is."""
    kind = detect(content, "")
    if kind not in ARCHIVES:
        return _zip_files(content)
    try:
        return _archive_files(content, kind)
    except NotUnpackedError as error:
        words = error.text.reason.message.id if error.text.reason is not None else ""
        raise InputError(words, advice="Kemas ulang sebagai ZIP lalu unggah kembali.") from error


def _inner_files(content: bytes, kind: str) -> tuple[list[PackageFile], list[Reason]]:
    """The files of an archive or a mail found inside the package."""
    if kind in (EML, MSG):
        mail = take_apart(content, kind)
        inner = [Inner(one.name, len(one.content), None, partial(bytes, one.content)) for one in mail.attachments]
        return _checked(inner)
    return _archive_files(content, kind) if kind in ARCHIVES else _zip_files(content)


def _archive_files(content: bytes, kind: str) -> tuple[list[PackageFile], list[Reason]]:
    return _checked(unpacked(content, kind))


def _checked(inner: list[Inner]) -> tuple[list[PackageFile], list[Reason]]:
    """The same names are refused as in a ZIP."""
    files: list[PackageFile] = []
    problems: list[Reason] = []
    seen: set[str] = set()
    for one in inner:
        if _is_litter(one.name):
            continue
        problem = _name_problem(one.name, seen)
        if problem is not None:
            problems.append(problem)
            continue
        seen.add(one.name)
        big = outcomes.ended(Outcome.TOO_BIG, outcomes.too_big(one.size_bytes, _MAX_FILE_BYTES))
        refused = big if one.size_bytes > _MAX_FILE_BYTES else one.refused
        files.append(PackageFile(one.name, one.size_bytes, refused, one.load))
    return files, problems


def _zip_files(content: bytes) -> tuple[list[PackageFile], list[Reason]]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError) as error:
        what = "Paket ini bukan ZIP yang utuh, sehingga tidak satu pun berkasnya dapat diperiksa."
        raise InputError(what, advice="Kemas ulang sebagai ZIP lalu unggah kembali.") from error
    if is_bomb(entries):
        raise InputError(BOMB.message.id, advice="Kemas ulang hanya dokumen yang diperlukan.")
    files: list[PackageFile] = []
    problems: list[Reason] = []
    seen: set[str] = set()
    for entry in entries:
        path = _entry_name(entry)
        if _is_litter(path):
            continue
        problem = _name_problem(path, seen)
        if problem is not None:
            problems.append(problem)
            continue
        seen.add(path)
        files.append(
            PackageFile(path, entry.file_size, _refused(entry), _loader(archive, entry), _opener(archive, entry))
        )
    return files, problems


def _entry_name(entry: zipfile.ZipInfo) -> str:
    """The name as typed: archives without the UTF-8 flag hold UTF-8 (macOS) or an old code page (Windows)."""
    if entry.flag_bits & 0x800:
        return entry.filename
    try:
        return entry.orig_filename.encode("cp437").decode("utf-8").replace("\\", "/")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return entry.filename.replace("\\", "/")


def _is_litter(path: str) -> bool:
    parts = PurePosixPath(path).parts
    last = parts[-1].lower() if parts else ""
    own = last in _OWN_PAPERS and len(parts) == 1
    return (
        own or any(part in _LITTER_FOLDERS for part in parts) or last in _LITTER_FILES or last.startswith(("~$", "._"))
    )


def _name_problem(path: str, seen: set[str]) -> Reason | None:
    parts = PurePosixPath(path).parts
    if not parts or path.startswith("/") or ".." in parts or ":" in parts[0] or "\x00" in path or len(path) > 1_000:
        return outcomes.reason(
            "unsafe_name",
            f"Nama berkas {path[:80]!r} menunjuk ke luar paket, jadi berkas ini tidak dibuka. Ganti namanya lalu kemas ulang.",
            f"The file name {path[:80]!r} points outside the package, so it was not opened. Rename it and pack again.",
        )
    if path in seen:
        return outcomes.reason(
            "name_twice",
            f"Nama berkas {path!r} muncul dua kali di dalam ZIP; hanya yang pertama diperiksa. Kemas ulang dengan nama berbeda.",
            f"The file name {path!r} stands twice in the ZIP; only the first was checked. Pack again under different names.",
        )
    return None


def _refused(entry: zipfile.ZipInfo) -> DocumentText | None:
    if stat.S_ISLNK(entry.external_attr >> 16):
        return outcomes.ended(Outcome.UNSUPPORTED, _LINK)
    if entry.flag_bits & 1:
        return outcomes.ended(Outcome.ENCRYPTED, outcomes.ENCRYPTED)
    if entry.file_size > _MAX_FILE_BYTES:
        return outcomes.ended(Outcome.TOO_BIG, outcomes.too_big(entry.file_size, _MAX_FILE_BYTES))
    return None


def _loader(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Callable[[], bytes]:
    return lambda: archive.read(entry)


def _opener(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Callable[[int], bytes]:
    def peek(size_bytes: int) -> bytes:
        with archive.open(entry) as stream:
            return stream.read(size_bytes)

    return peek


def _folder_files(folder: Path) -> tuple[list[PackageFile], list[Reason]]:
    files: list[PackageFile] = []
    for path in sorted(folder.rglob("*")):
        name = _shown(path.relative_to(folder))
        if _is_litter(name) or (path.is_dir() and not path.is_symlink()):
            continue
        if path.is_symlink() or not path.is_file():
            files.append(PackageFile(name, 0, outcomes.ended(Outcome.UNSUPPORTED, _LINK), bytes))
            continue
        size = path.stat().st_size
        big = outcomes.ended(Outcome.TOO_BIG, outcomes.too_big(size, _MAX_FILE_BYTES))
        files.append(
            PackageFile(name, size, big if size > _MAX_FILE_BYTES else None, path.read_bytes, partial(_head_of, path))
        )
    return files, []


def _head_of(path: Path, size_bytes: int) -> bytes:
    with path.open("rb") as stream:
        return stream.read(size_bytes)


def _shown(path: Path) -> str:
    r"""A path with slashes that can be written as text; bytes that are no UTF-8 stand as \\xNN."""
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")


def _with_manifest(name: str, outer: list[PackageFile], problems: list[Reason]) -> PackageFiles:
    files = with_nested(outer, problems, _inner_files)
    manifests = [file for file in files if PurePosixPath(file.name).name.lower() in _MANIFESTS]
    if not manifests:
        return PackageFiles(name, tuple(files), None, (), tuple(problems))
    # The one nearest the top: people zip a folder as often as its content.
    chosen = min(manifests, key=lambda file: (file.name.count("/"), file.name.lower()))
    if len(manifests) > 1:
        problems.append(_several_manifests(chosen.name))
    rest = tuple(file for file in files if file not in manifests)
    try:
        claims, found = read_manifest(chosen.content(), chosen.name)
    except InputError as error:
        claims, found = (), (outcomes.reason("manifest_broken", error.what, f"{chosen.name} cannot be opened."),)
    return PackageFiles(name, rest, chosen.name, claims, (*problems, *found))


def _several_manifests(chosen: str) -> Reason:
    return outcomes.reason(
        "several_manifests",
        f"Paket memuat lebih dari satu manifest; yang dipakai {chosen}. Hapus yang lain agar jelas.",
        f"The package holds more than one manifest; {chosen} is used. Remove the others to be clear.",
    )


def _damaged(name: str) -> InputError:
    return InputError(f"Berkas {name} rusak di dalam ZIP.", advice="Kemas ulang dari berkas aslinya.")


_LINK = outcomes.reason(
    "link_not_followed",
    "Ini tautan ke berkas lain, bukan berkas; tautan tidak diikuti. Masukkan berkas aslinya ke dalam paket.",
    "This is a link to another file, not a file; links are not followed. Put the file itself into the package.",
)
