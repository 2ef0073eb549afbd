"""Lines of a document with their zone: what every fact quotes from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from evidence_ai.domain.document import DocumentText, Line, Page
from evidence_ai.domain.quote import Quote
from evidence_ai.understanding.normal import Normal, begins_like, normal, upper_share


class Zone(StrEnum):
    """A part of a document.

    `cover`: pages before the heading's page; `gazette`: 'LEMBARAN DAERAH ...'; `letterhead`: lines above the heading;
    `heading`: kind, number, TENTANG and title; `preamble`: Menimbang to Memutuskan, full of citations;
    `closing`: place, date and signature; `annex`: LAMPIRAN and PENJELASAN; `margin`: running heads, feet, page numbers.
    """

    COVER = "cover"
    GAZETTE = "gazette"
    LETTERHEAD = "letterhead"
    HEADING = "heading"
    PREAMBLE = "preamble"
    BODY = "body"
    CLOSING = "closing"
    ANNEX = "annex"
    MARGIN = "margin"


@dataclass(frozen=True, slots=True)
class ZoneLine:
    """One line with its zone; `start` and `end` are offsets in `page.text`, `normal.text` is the comparable form."""

    index: int
    zone: Zone
    page: Page
    start: int
    end: int
    text: str
    normal: Normal

    @property
    def page_number(self) -> int:
        """The page the line stands on, from 1."""
        return self.page.number

    def quote(self, start: int = 0, end: int | None = None) -> Quote:
        """The Quote for `text[start:end]`."""
        last = self.end if end is None else self.start + end
        return self.page.quote(self.start + start, last)

    def legibility(self, start: int, end: int) -> float:
        """The least OCR confidence among the words in `normal.text[start:end]`, 0..1; 1 where none is known."""
        raw_start, raw_end = self.normal.raw_span(start, end)
        first, last = self.start + raw_start, self.start + raw_end
        offset = 0
        for line in self.page.lines:
            if offset + len(line.text) > first:
                return min(_word_confidences(line, first - offset, last - offset), default=1.0)
            offset += len(line.text) + 1
        return 1.0

    def quote_normal(self, start: int, end: int) -> Quote:
        """The Quote for `normal.text[start:end]`."""
        raw_start, raw_end = self.normal.raw_span(start, end)
        return self.quote(raw_start, raw_end)


def _word_confidences(line: Line, start: int, end: int) -> Iterator[float]:
    """OCR confidences of the words that overlap `line.text[start:end]`."""
    at = 0
    for word in line.words:
        at = line.text.find(word.text, at)
        if at < 0:
            return
        if at < end and start < at + len(word.text) and word.confidence is not None:
            yield word.confidence
        at += len(word.text)


KINDS = (
    "PERATURAN", "KEPUTUSAN", "SURAT KEPUTUSAN", "SURAT EDARAN", "INSTRUKSI", "UNDANG-UNDANG", "QANUN", "MAKLUMAT",
    "RANCANGAN PERATURAN", "RANCANGAN KEPUTUSAN", "RANCANGAN QANUN", "RANCANGAN UNDANG-UNDANG", "NOTA KESEPAKATAN",
    "NOTA KESEPAHAMAN", "KESEPAKATAN BERSAMA", "PERJANJIAN KERJA SAMA", "PERJANJIAN KERJASAMA", "NASKAH PERJANJIAN",
    "PERJANJIAN HIBAH", "ADDENDUM", "PENGUMUMAN", "BERITA ACARA", "SURAT PERINTAH", "SURAT TUGAS", "SURAT KETERANGAN",
    "SURAT PERNYATAAN", "NOTULEN", "RANPERDA", "PENETAPAN", "SALINAN PERATURAN", "SALINAN KEPUTUSAN",
)  # fmt: skip
"""Words a heading begins with."""

_ONE_LINE = re.compile(r"\s(?=NOMOR\b|Nomor\b|TENTANG\b|[Tt]entang\b)")
BEFORE_KIND = re.compile(r"^\W*(?:SALINAN|LAMPIRAN(?: ?[IVXL\d]{1,5}[A-Z]?(?:\.\d+)?)?\s*:?)?\W*")
_PAGE_NUMBER = re.compile(r"^[\W_]*(?:HALAMAN|HAL|PAGE)?[\W_]*\d{1,4}(?:[\W_]*(?:DARI|OF|/)[\W_]*\d{1,4})?[\W_]*$")


def lines(text: DocumentText) -> list[ZoneLine]:
    """Every non-empty line with its offsets, running heads and page numbers marked; other zones follow later."""
    return _margins(_lines(text))


def _lines(text: DocumentText) -> list[ZoneLine]:
    """Every non-empty line with its offsets; zones follow later."""
    found: list[ZoneLine] = []
    for page in text.pages:
        offset = 0
        for line in page.lines:
            for part in line.text.split("\n"):
                for start, end in _spans(part, early=len(found) < 3, front=len(found) < 60):
                    words = part[start:end]
                    found.append(
                        ZoneLine(len(found), Zone.BODY, page, offset + start, offset + end, words, normal(words))
                    )
                offset += len(part) + 1
    return found


def _spans(text: str, *, early: bool, front: bool) -> list[tuple[int, int]]:
    """The spans of a line to be zoned: one, or a heading written on one line cut before NOMOR and TENTANG.

    Only capitals are cut, or the very first lines of a document: elsewhere such a line is a citation.
    """
    if not text.strip():
        return []
    if not front or not (early or upper_share(text) > 0.8) or not _ONE_LINE.search(text):
        return [(0, len(text))]
    stripped = BEFORE_KIND.sub("", normal(text).text)
    if not any(begins_like(stripped, kind, at_least=92) for kind in ("NOMOR", *KINDS)):
        return [(0, len(text))]
    firsts: dict[str, int] = {}
    for match in _ONE_LINE.finditer(text):
        firsts.setdefault(text[match.end()].upper(), match.start() + 1)  # later ones belong to the title
    cuts = [0, *sorted(firsts.values()), len(text)]
    return [(start, end) for start, end in pairwise(cuts) if text[start:end].strip()]


def _margins(lines: list[ZoneLine]) -> list[ZoneLine]:
    """Mark page numbers and lines repeated at the edges of at least three pages (from their second occurrence on)."""
    edges: dict[int, list[ZoneLine]] = {}
    for line in lines:
        edges.setdefault(line.page_number, []).append(line)
    marginal = list({line.index: line for page in edges.values() for line in (*page[:3], *page[-3:])}.values())
    places = {(line.page_number, re.sub(r"[\W\d]", "", line.normal.text)) for line in marginal}
    counts = Counter(key for _, key in places)
    seen: set[str] = set()
    indexes: set[int] = set()
    for line in marginal:
        key = re.sub(r"[\W\d]", "", line.normal.text)
        repeated = counts[key] >= 3 and len(key) >= 4
        if (len(line.normal.text) < 60 and _PAGE_NUMBER.match(line.normal.text)) or (repeated and key in seen):
            indexes.add(line.index)
        seen.add(key)
    return [zoned(line, Zone.MARGIN) if line.index in indexes else line for line in lines]


def zoned(line: ZoneLine, zone: Zone) -> ZoneLine:
    """The line in another zone."""
    return ZoneLine(line.index, zone, line.page, line.start, line.end, line.text, line.normal)
