"""Loading: an edition by name, linted before anybody relies on it."""

from __future__ import annotations

from importlib.resources.abc import Traversable
from pathlib import Path

from evidence_ai.domain.edition import Edition
from evidence_ai.domain.mismatch import Severity
from evidence_ai.editions.files import folder, folders, read_files
from evidence_ai.editions.linting import lint_files
from evidence_ai.editions.parsing import parse
from evidence_ai.errors import ConfigurationError


def load(name: str, *, extra: Path | None = None) -> Edition:
    """The edition of this name, among those that ship and those in the folder `extra`.

    Raises:
        NotFoundError: no edition has this name.
        ConfigurationError: the edition's data contain an error; every one of them is named.
    """
    return load_folder(folder(name, extra))


def load_folder(root: Traversable) -> Edition:
    """The edition that lies in this folder.

    Raises:
        ConfigurationError: its data contain an error; every one of them is named.
    """
    files = read_files(root)
    errors = [one for one in lint_files(files, root.name) if one.severity is Severity.ERROR]
    if errors:
        named = "; ".join(f"{one.place}: {one.message.id}" for one in errors)
        message = f"Edisi {root.name} tidak dapat dipakai, karena nilai menurutnya bisa keliru: {named}"
        raise ConfigurationError(
            message, advice=f"Perbaiki berkasnya; `evidence-ai editions lint {root.name}` memeriksa lagi."
        )
    return parse(files)


def names(*, extra: Path | None = None) -> tuple[str, ...]:
    """The names of every edition that can be loaded, in alphabetical order."""
    return tuple(folders(extra))
