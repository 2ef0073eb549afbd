"""Loading: an edition by name, linted before anybody relies on it."""

from __future__ import annotations

from pathlib import Path

from evidence_ai.domain.edition import Edition
from evidence_ai.editions.files import folder, folders, read_files
from evidence_ai.editions.parsing import parse


def load(name: str, *, extra: Path | None = None) -> Edition:
    """The edition of this name, among those that ship and those in the folder `extra`.

    Raises:
        NotFoundError: no edition has this name.
        ConfigurationError: the edition's data contain an error (every one of them is named).
    """
    return parse(read_files(folder(name, extra)))


def names(*, extra: Path | None = None) -> tuple[str, ...]:
    """The names of every edition that can be loaded, in alphabetical order."""
    return tuple(folders(extra))
