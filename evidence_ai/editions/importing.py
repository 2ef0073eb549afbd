"""Importing: an edition made elsewhere, checked and copied to where it can be loaded."""

from __future__ import annotations

import shutil
from pathlib import Path

from evidence_ai.domain.edition import Edition
from evidence_ai.editions.files import EDITION_FILE, folders
from evidence_ai.editions.loading import load_folder
from evidence_ai.errors import ConflictError


def import_edition(source: Path, *, into: Path) -> Edition:
    """Check the edition in `source` and copy its data into the folder `into`, under its name.

    Nothing is overwritten: receipts are bound to what an edition said, so a corrected one takes a new name.

    Raises:
        ConfigurationError: the edition's data contain an error; every one of them is named.
        ConflictError: an edition of this name is already there.
    """
    edition = load_folder(source.resolve())
    if edition.name in folders(into):
        message = f"Edisi bernama {edition.name} sudah ada, dan mungkin sudah ada tanda terima yang terikat padanya."
        raise ConflictError(message, advice="Beri nama lain pada edisi yang diperbaiki, misalnya dengan tanggal.")
    target = into / edition.name
    for part in (Path(EDITION_FILE), *_parts(source, "rights"), *_parts(source, "cases")):
        (target / part).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / part, target / part)
    return edition


def _parts(source: Path, folder: str) -> list[Path]:
    return [Path(folder) / file.name for file in sorted((source / folder).glob("*.toml"))]
