"""Corpora: rows of any folder under corpora/ that has a README and JSONL files with the columns named here.

A row about indicators has `indicators` (or `labels`), and `text`, `heading` or `title`; a row about a document type has
`type` or `document_type`, and `pages` or `text` with a form feed between pages. `part` says what a row is for: `heldout`
rows (and all rows of folders named heldout_*) only choose thresholds and measure; every other row is learned from.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evidence_ai.domain.vocabulary import DOCUMENT_TYPES
from evidence_ai.errors import InputError

_LEGAL_VOICES = frozenset({"produk_hukum"})
"""Voices that write titles of legal products without the heading around them."""
_LEARNED_AGAIN = "heldout_documents"
"""Its misses were read and repaired, so it measures nothing any more; its README says so. It is learned from."""


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """A title or passage and the indicators a fair reviewer accepts, best first; none for what is unrelated.

    `whole_budget`: a budget as a whole, evidence for every P1 and for none in particular.
    `document_type`: known type of a bare title; None where the text says it itself.
    """

    id: str
    corpus: str
    text: str
    indicators: tuple[str, ...]
    whole_budget: bool
    document_type: str | None
    kind: str
    voice: str
    heldout: bool

    @property
    def is_bare_title(self) -> bool:
        """What stands after TENTANG and nothing else: no heading, no kind of document around it."""
        return self.document_type is not None or (self.kind == "title" and self.voice in _LEGAL_VOICES)

    @property
    def is_upload(self) -> bool:
        """Whether the row stands for what a region sends: a heading, a typed title, the name of a file; no passage."""
        return self.kind == "title" and (self.document_type is not None or not self.is_bare_title)


@dataclass(frozen=True, slots=True)
class PageRow:
    """Pages of a document and its type."""

    id: str
    corpus: str
    pages: tuple[str, ...]
    document_type: str
    voice: str
    origin: str
    heldout: bool


@dataclass(frozen=True, slots=True)
class Corpora:
    """All rows, and the sha256 of every file they came from, by its path under corpora/."""

    indicator_rows: tuple[IndicatorRow, ...]
    page_rows: tuple[PageRow, ...]
    digests: Mapping[str, str]


def load_corpora(folder: Path, feedback: Path | None = None) -> Corpora:
    """Read every corpus under `folder`; folders without a README or without JSONL are no corpora.

    Args:
        folder: holds one folder per corpus.
        feedback: one more corpus, elsewhere.

    Raises:
        InputError: a line is not what its file's other columns promise; names file and line.
    """
    indicator_rows: list[IndicatorRow] = []
    page_rows: list[PageRow] = []
    digests: dict[str, str] = {}
    apart = sorted(feedback.glob("*.jsonl")) if feedback is not None else []
    for path in (*sorted(folder.glob("*/*.jsonl")), *apart):
        if not (path.parent / "README.md").is_file():
            continue
        digests[f"{path.parent.name}/{path.name}"] = hashlib.sha256(path.read_bytes()).hexdigest()
        for where, row in _rows(path):
            if "indicators" in row or "labels" in row:
                indicator_rows.append(_indicator_row(row, path, where))
            elif "pages" in row or "text" in row:
                page_rows.append(_page_row(row, path, where))
    return Corpora(tuple(indicator_rows), tuple(page_rows), digests)


def _rows(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        where = f"{path.parent.name}/{path.name}:{number}"
        try:
            row = json.loads(line)
        except ValueError as error:
            raise _wrong(where, f"bukan JSON ({error})") from error
        if not isinstance(row, dict):
            raise _wrong(where, "bukan objek JSON")
        yield where, row


def _indicator_row(row: dict[str, Any], path: Path, where: str) -> IndicatorRow:
    labels = [str(one) for one in row.get("indicators", row.get("labels", []))]
    text = row.get("text") or row.get("heading") or row.get("title")
    if not isinstance(text, str) or not text.strip():
        raise _wrong(where, "tidak memuat text, heading, atau title")
    bare = "text" not in row and "heading" not in row
    return IndicatorRow(
        id=str(row.get("id") or where),
        corpus=path.parent.name,
        text=text,
        indicators=tuple(one for one in labels if "." in one),
        whole_budget="APBD" in labels,
        document_type=_known_type(row["document_type"], where) if bare and row.get("document_type") else None,
        kind=str(row.get("kind") or "title"),
        voice=str(row.get("voice") or path.parent.name),
        heldout=_heldout(row, path),
    )


def _page_row(row: dict[str, Any], path: Path, where: str) -> PageRow:
    pages = row.get("pages") or str(row.get("text", "")).split("\f")
    if not isinstance(pages, list) or not all(isinstance(one, str) for one in pages):
        raise _wrong(where, "pages harus daftar teks")
    return PageRow(
        id=str(row.get("id") or where),
        corpus=path.parent.name,
        pages=tuple(pages),
        document_type=_known_type(row.get("type") or row.get("document_type"), where),
        voice=str(row.get("voice") or path.parent.name),
        origin=str(row.get("origin") or "README"),
        heldout=_heldout(row, path),
    )


def _heldout(row: dict[str, Any], path: Path) -> bool:
    if path.parent.name == _LEARNED_AGAIN:
        return False
    return row.get("part") == "heldout" or path.parent.name.startswith("heldout_")


def _known_type(value: Any, where: str) -> str:
    if value not in DOCUMENT_TYPES:
        raise _wrong(where, f"jenis dokumen {value!r} tidak dikenal")
    return str(value)


def _wrong(where: str, why: str) -> InputError:
    return InputError(f"Korpus {where}: {why}.", advice="Perbaiki baris itu; README korpus menyebut kolomnya.")
