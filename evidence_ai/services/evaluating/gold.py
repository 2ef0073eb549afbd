"""The reference set: CSV files beside the documents they describe; read, never written, never learned from."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from evidence_ai.errors import NotFoundError

Row = dict[str, str]
SCORED_CONFIDENCE = frozenset({"high", "medium"})


@dataclass(frozen=True, slots=True)
class Gold:
    """The rows of a reference set that are to be scored (confidence high and medium)."""

    folder: Path
    documents: tuple[Row, ...]
    titles: tuple[Row, ...]
    figures: tuple[Row, ...]
    budget_lines: tuple[Row, ...]


def load_gold(folder: Path) -> Gold:
    """Read a reference set.

    Raises:
        NotFoundError: the folder or its documents.csv is not there.
    """
    if not (folder / "documents.csv").is_file():
        message = f"Di {folder} tidak ada documents.csv, jadi tidak ada yang dapat diukur."
        raise NotFoundError(message, advice="Tunjuk folder himpunan acuan dengan --gold atau EVIDENCE_GOLD.")
    rows = {name: _rows(folder / f"{name}.csv") for name in ("documents", "titles", "figures", "budget_lines")}
    return Gold(folder, rows["documents"], rows["titles"], rows["figures"], rows["budget_lines"])


def _rows(path: Path) -> tuple[Row, ...]:
    if not path.is_file():
        return ()
    with path.open(encoding="utf-8-sig", newline="") as file:
        return tuple(row for row in csv.DictReader(file) if row.get("confidence") in SCORED_CONFIDENCE)
