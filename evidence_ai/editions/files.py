"""The data files of one edition: where they lie, what they hold, and the sha256 that binds them."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from evidence_ai.errors import ConfigurationError, NotFoundError

EDITION_FILE = "edition.toml"


@dataclass(frozen=True, slots=True)
class EditionFile:
    """One data file: its place inside the edition ('rights/01_bantuan_hukum.toml') and its parsed content."""

    place: str
    content: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class EditionFiles:
    """`edition.toml`, the files under rights/ in name order, and their common sha256."""

    edition: EditionFile
    rights: tuple[EditionFile, ...]
    sha256: str


def folders(extra: Path | None = None) -> dict[str, Traversable]:
    """Every edition folder by name: those that ship, then those of `extra`, which may not hide a shipped one."""
    found = _folders_in(resources.files("evidence_ai.editions"))
    for name, folder in _folders_in(extra).items() if extra is not None else ():
        if name in found:
            message = f"Folder {extra} memuat edisi bernama {name!r}, padahal nama itu sudah dipakai edisi bawaan."
            raise ConfigurationError(message, advice="Ganti nama folder itu dan name di edition.toml-nya.")
        found[name] = folder
    return dict(sorted(found.items()))


def folder(name: str, extra: Path | None = None) -> Traversable:
    """The folder of one edition.

    Raises:
        NotFoundError: no edition has this name.
    """
    known = folders(extra)
    if name not in known:
        message = f"Tidak ada edisi bernama {name!r}."
        raise NotFoundError(message, advice=f"Edisi yang ada: {', '.join(known)}.")
    return known[name]


def read_files(root: Traversable) -> EditionFiles:
    """Read and parse every data file of an edition; numbers become Decimal, never float.

    The sha256 covers name and bytes of each file (line ends unified, so that a checkout on another system
    gives the same one). Golden cases are tests of the rules, not rules: they are not part of it.

    Raises:
        ConfigurationError: a file is missing or is not TOML.
    """
    if not root.joinpath(EDITION_FILE).is_file():
        message = f"{root.name} tidak memuat {EDITION_FILE}, jadi bukan edisi."
        raise ConfigurationError(message, advice="Ikuti susunan edisi bawaan: edition.toml dan rights/*.toml.")
    digest = hashlib.sha256()
    edition = _read(root.joinpath(EDITION_FILE), EDITION_FILE, digest)
    rights = tuple(_read(file, f"rights/{file.name}", digest) for file in _toml_in(root.joinpath("rights")))
    return EditionFiles(edition=edition, rights=rights, sha256=digest.hexdigest())


def _folders_in(parent: Traversable) -> dict[str, Traversable]:
    if not parent.is_dir():
        return {}
    return {
        child.name: child for child in parent.iterdir() if child.is_dir() and child.joinpath(EDITION_FILE).is_file()
    }


def _toml_in(parent: Traversable) -> list[Traversable]:
    if not parent.is_dir():
        return []
    return sorted((file for file in parent.iterdir() if file.name.endswith(".toml")), key=lambda file: file.name)


def _read(file: Traversable, place: str, digest: hashlib._Hash) -> EditionFile:
    content = file.read_bytes().replace(b"\r\n", b"\n")
    # Lengths keep two different sets of files from running together into the same bytes.
    digest.update(f"{place}\n{len(content)}\n".encode())
    digest.update(content)
    try:
        return EditionFile(place, tomllib.loads(content.decode("utf-8"), parse_float=Decimal))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        message = f"{place} tidak dapat dibaca sebagai TOML: {error}."
        raise ConfigurationError(
            message, advice="Perbaiki baris yang disebut; bandingkan dengan edisi bawaan."
        ) from error
