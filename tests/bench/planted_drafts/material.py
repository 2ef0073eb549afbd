"""Enacted texts to make drafts of: our own held-out documents and sample, and legal products of the reference set."""

from __future__ import annotations

import csv
import json
import os
import pickle
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pypdfium2

from evidence_ai.domain.document import DocumentText, Line, Page
from evidence_ai.domain.vocabulary import LEGAL_PRODUCTS
from evidence_ai.reading import Limits, read
from evidence_ai.reading.engine import Engine
from evidence_ai.reading.engines import first_available

ROOT = Path(__file__).resolve().parents[3]
_CACHE = ROOT / "build" / "drafts"
_MOST_SCANNED_PAGES = 8
_A_FEW = 50
"""Characters below which a page is a picture."""


@dataclass(frozen=True, slots=True)
class Enacted:
    """An enacted legal product as read; `path` is None for those that are only text. `is_real`: of the reference set."""

    name: str
    text: DocumentText
    is_real: bool
    path: Path | None = None


@cache
def engine() -> Engine:
    """The engine that the product would choose on this machine."""
    return first_available()


def own() -> Iterator[Enacted]:
    """The enacted legal products of corpora/heldout_documents."""
    rows = (ROOT / "corpora" / "heldout_documents" / "documents.jsonl").read_text("utf-8").splitlines()
    for row in map(json.loads, rows):
        if row.get("status") == "enacted" and row["document_type"] in LEGAL_PRODUCTS:
            text = read(row["text"].encode(), "text/plain", engine=engine(), limits=Limits())
            yield Enacted(row["id"], text, is_real=False)


def real() -> Iterator[Enacted]:
    """The enacted legal products of the reference set, read once and kept below build/drafts; none when it is unset.

    Of scans only short ones: recognition takes seconds a page.
    """
    gold = os.environ.get("EVIDENCE_GOLD")
    if not gold:
        return
    with (Path(gold) / "documents.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["status"] == "enacted" and row["confidence"] != "low"]
    for row in rows:
        path = Path(gold) / row["file"]
        text = _kept(path)
        if text is not None:
            yield Enacted(path.stem, text, is_real=True, path=path)


def _kept(path: Path) -> DocumentText | None:
    kept = _CACHE / f"{path.stem}.pickle"
    if kept.exists():
        found: DocumentText = pickle.loads(kept.read_bytes())  # noqa: S301 - written by this file
        return found
    if _is_long_scan(path):
        return None
    text = read(path.read_bytes(), "application/pdf", engine=engine(), limits=Limits())
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(pickle.dumps(text))
    return text


def _is_long_scan(path: Path) -> bool:
    document = pypdfium2.PdfDocument(path)  # type: ignore[no-untyped-call]
    try:
        if len(document) <= _MOST_SCANNED_PAGES:
            return False
        return bool(document[0].get_textpage().count_chars() < _A_FEW)
    finally:
        document.close()  # type: ignore[no-untyped-call]


def relined(text: DocumentText, lines: tuple[str, ...]) -> DocumentText:
    """The text with other words on its lines; a line without words is gone. Word boxes go with the words they held."""
    rest = iter(lines)
    pages: list[Page] = []
    for page in text.pages:
        changed = [_worded(line, next(rest)) for line in page.lines]
        pages.append(replace(page, lines=tuple(line for line in changed if line.text.strip()), tables=()))
    return replace(text, pages=tuple(pages))


def _worded(line: Line, words: str) -> Line:
    return line if words == line.text else Line(words, line.box)


def lines_of(text: DocumentText) -> tuple[str, ...]:
    """All lines of all pages, in order."""
    return tuple(line.text for page in text.pages for line in page.lines)
