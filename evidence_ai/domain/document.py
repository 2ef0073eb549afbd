"""Document (one uploaded file) and DocumentText (what could be read of it)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from evidence_ai.domain.active_content import ActiveContent
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.flaw import Flaw
from evidence_ai.domain.quote import Box, Quote
from evidence_ai.domain.signature import Signature


@dataclass(frozen=True, slots=True)
class Document:
    """One file, identified by the sha256 of its bytes. `name` is what the uploader called it; names lie."""

    sha256: str
    name: str
    media_type: str
    size_bytes: int


class Outcome(StrEnum):
    """How reading a file ended. Unreadable is never absent: every file ends in exactly one."""

    OK = "ok"
    PARTIAL = "partial"
    UNREADABLE = "unreadable"
    ENCRYPTED = "encrypted"
    TOO_BIG = "too_big"
    TIMEOUT = "timeout"
    MEMORY = "memory"
    CRASH = "crash"
    UNSUPPORTED = "unsupported"
    EMPTY = "empty"


class Source(StrEnum):
    """Where a page's text came from."""

    TEXT_LAYER = "text_layer"
    OCR = "ocr"
    NONE = "none"


class Grade(StrEnum):
    """How far a page's text can be trusted, best first."""

    EXCELLENT = "excellent"
    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something ended as it did: a stable code for programs, words for people."""

    code: str
    message: Bilingual


@dataclass(frozen=True, slots=True)
class Word:
    """One printed word. `confidence` 0..1 from OCR, None from a text layer."""

    text: str
    box: Box
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One visual line in reading order.

    `box` is None for files without pages. `words` is filled for OCR pages and for text-layer pages
    whose numbers need geometry (tables, amounts); otherwise it is empty.
    """

    text: str
    box: Box | None = None
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; `text` may hold line breaks; an empty cell has text ''."""

    text: str
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table as rows of cells, top to bottom, left to right; rows have equal length, None marks a merged-away cell."""

    rows: tuple[tuple[Cell | None, ...], ...]
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page as read. Pages count from 1; sizes in points of the page as displayed.

    `layer_text` keeps the text layer that was judged bad and replaced by OCR ('' otherwise);
    `note` says why that choice was made. `flaws`: what makes a recognised page hard to read, whatever its grade;
    `dpi`: of its scan, None where that is not known.
    """

    number: int
    width_pt: float
    height_pt: float
    source: Source
    grade: Grade
    lines: tuple[Line, ...]
    tables: tuple[Table, ...] = ()
    layer_text: str = ""
    note: Bilingual | None = None
    flaws: tuple[Flaw, ...] = ()
    dpi: int | None = None

    @property
    def text(self) -> str:
        """The page's text, one visual line per line. Never truncated."""
        return "\n".join(line.text for line in self.lines)

    def quote(self, start: int, end: int) -> Quote:
        """The Quote for `self.text[start:end]`, boxed as tightly as the known geometry allows."""
        box: Box | None = None
        offset = 0
        for line in self.lines:
            last = offset + len(line.text)
            if offset < end and start < last and line.box is not None:
                part = _part(line, max(start - offset, 0), min(end - offset, len(line.text)))
                box = part if box is None else box.join(part)
            offset = last + 1
            if offset >= end:
                break
        return Quote(page=self.number, text=self.text[start:end], box=box)


@dataclass(frozen=True, slots=True)
class PageFailure:
    """A page that could not be read at all, and why."""

    page: int
    reason: Reason


@dataclass(frozen=True, slots=True)
class DocumentText:
    """What reading one file gave. Always: len(pages) + len(pages_failed) + pages_waiting == pages_total.

    `pages_waiting` pages were not looked at yet: neither read nor failed, so everything known is "so far".
    Reading a whole file leaves none. For an outcome other than ok and partial, `reason` is set; pages may be empty with pages_total 0
    when the file could not even be opened. `active`: what the file would run or carry along, one entry a kind;
    `signatures`: electronic ones, or the printed notice of one; `drawn_pages`: the pages, among those where a document
    may close, that bear a picture or handwriting below their head (None: not looked at).
    """

    outcome: Outcome
    reason: Reason | None
    pages_total: int
    pages: tuple[Page, ...] = ()
    pages_failed: tuple[PageFailure, ...] = ()
    pages_waiting: int = 0
    active: tuple[ActiveContent, ...] = ()
    signatures: tuple[Signature, ...] = ()
    drawn_pages: tuple[int, ...] | None = None

    def __post_init__(self) -> None:
        if len(self.pages) + len(self.pages_failed) + self.pages_waiting != self.pages_total or self.pages_waiting < 0:
            message = (
                f"{len(self.pages)} pages read, {len(self.pages_failed)} failed and {self.pages_waiting} waiting "
                f"are not {self.pages_total}."
            )
            raise ValueError(message)


def _part(line: Line, start: int, end: int) -> Box:
    """The box of characters start..end of a line: by its words where known, else by proportion."""
    assert line.box is not None
    inside: Box | None = None
    at = 0
    for word in line.words:
        at = line.text.find(word.text, at)
        if at < 0:
            inside = None
            break
        if at < end and start < at + len(word.text):
            inside = word.box if inside is None else inside.join(word.box)
        at += len(word.text)
    if inside is not None:
        return inside
    per_character = (line.box.x1 - line.box.x0) / max(len(line.text), 1)
    return Box(line.box.x0 + start * per_character, line.box.y0, line.box.x0 + end * per_character, line.box.y1)
