"""Whether a legal product is enacted or a draft, with the markers behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from evidence_ai.domain.document import Source
from evidence_ai.domain.quote import Fact, Quote
from evidence_ai.domain.vocabulary import LEGAL_PRODUCTS, LegalStatus
from evidence_ai.understanding import signing
from evidence_ai.understanding.enactment import Mark, Marks, marks
from evidence_ai.understanding.places import mended
from evidence_ai.understanding.zones import Zone, ZoneLine, Zones


@dataclass(frozen=True, slots=True)
class StatusReading:
    """`status`: enacted, draft, unknown or not_applicable. The markers are named by `enactment.Mark`.

    `markers_missing` holds what an enacted text of this kind carries and this one lacks or leaves blank; for a text cut
    before its closing it is empty, because nothing can be said to be missing from pages that are not there.
    """

    status: Fact[str] | None
    markers_found: tuple[Fact[str], ...] = ()
    markers_missing: tuple[str, ...] = ()


def decide(zones: Zones, document_type: str | None) -> StatusReading:
    """The status of a document of a known type; None type gives no status.

    A draft must leave its number or its dates blank (or be headed RANCANGAN without them): RANCANGAN left in the heading of
    a numbered, dated, gazetted text proves a careless secretary, not a draft. What OCR cannot see (a stamped date, a
    number in handwriting) is not called blank.

    **Source**: UU 12/2011 Lampiran II; Permendagri 80/2015 (penomoran, pengundangan, autentifikasi).
    """
    if document_type is None:
        return StatusReading(None)
    if document_type not in LEGAL_PRODUCTS:
        return StatusReading(Fact(LegalStatus.NOT_APPLICABLE.value, 1.0, None))
    seen = marks(zones)
    wording = _draft_wording(zones)
    verdict = _verdict(zones, seen, document_type, drafted=wording is not None)
    missing = _missing(seen, document_type) if seen.has_closing or verdict[0] is LegalStatus.DRAFT else ()
    quote = wording if verdict[0] is LegalStatus.DRAFT and wording else _telling_quote(zones, seen, verdict[0])
    return StatusReading(Fact(verdict[0].value, verdict[1], quote), seen.filled, missing)


_STRONG = (
    Mark.GAZETTE_NUMBER,
    Mark.REGISTRATION,
    Mark.CERTIFIED_COPY,
    Mark.ELECTRONIC_SIGNATURE,
)
_GAZETTED = frozenset({"perda", "perkada", "apbd", "peraturan_pusat"})
_UNTYPED = re.compile(
    r"[~^|\\*<>{}\u00a3\u20ac\u00bb\u00ab\u2022\u25a0]|[a-z][A-Z]|[A-Z]{2}[a-z]|[A-Za-z]\d[A-Za-z]|^[!?]"
)
_NOISE = 0.04
_WHOLE_PAGE = 15
"""Lines from which a scan is more than a heading."""
_DATES = (Mark.ENACTED_DATE, Mark.PROMULGATED_DATE)
_DRAFT_LINE = re.compile(
    r"^\W*(?:D ?R ?A ?F ?T?|KONSEP|R ?A ?N ?C ?A ?N ?G ?A ?N|RANPERDA|RAPERDA|RAPERBUP|RANPERBUP|RANPERWAL)\b"
)


def _verdict(zones: Zones, seen: Marks, document_type: str, *, drafted: bool) -> tuple[LegalStatus, float]:
    """Status and confidence from what is filled and what is blank."""
    dated = seen.has(*_DATES) or signing.enacted_on(zones, document_type) is not None
    signed = seen.has(Mark.SIGNATURE, Mark.ELECTRONIC_SIGNATURE, Mark.CERTIFIED_COPY)
    strong = seen.has(*_STRONG)
    blanks = len(seen.blank)
    if Mark.NUMBER in seen.blank:
        return _unnumbered(zones, seen, dated=dated, strong=strong, signed=signed, drafted=drafted)
    numbered = seen.has(Mark.NUMBER)
    if drafted and numbered and not (dated or strong or seen.has_closing):
        return LegalStatus.UNKNOWN, 0.5  # cut before its closing: a careless heading looks just like a draft
    if drafted and not (numbered and (dated or strong)):
        return (LegalStatus.DRAFT, 0.93) if not dated and not strong else (LegalStatus.UNKNOWN, 0.5)
    if dated or strong:
        sure = 0.98 if numbered and (signed or strong) else 0.93 if numbered else 0.85
        return LegalStatus.ENACTED, sure - (0.15 if drafted else 0)
    if blanks >= _ALL_PLACES and not signed and (_is_typed(zones) or _is_dotted(seen)):
        return LegalStatus.DRAFT, 0.75 if _is_typed(zones) else 0.65
    if numbered and signed:
        return LegalStatus.ENACTED, 0.85
    if numbered and document_type not in _GAZETTED and not _is_typed(zones) and len(zones.lines) > _WHOLE_PAGE:
        return LegalStatus.ENACTED, 0.65  # a scanned decree or circular with its number; the stamp was not read
    return LegalStatus.UNKNOWN, 0.6


def _unnumbered(
    zones: Zones, seen: Marks, *, dated: bool, strong: bool, signed: bool, drafted: bool
) -> tuple[LegalStatus, float]:
    """The number line is there and empty."""
    if strong and dated:
        return LegalStatus.ENACTED, 0.75
    if drafted:
        return LegalStatus.DRAFT, 0.95
    if not (dated or signed) and len(seen.blank) >= _ALL_PLACES and _left_blank(zones, seen) and _only_gazette(seen):
        return LegalStatus.DRAFT, 0.65  # a digit read out of the dots of the gazette's line
    if dated or strong:
        return (LegalStatus.ENACTED, 0.6) if signed and strong else (LegalStatus.UNKNOWN, 0.5)
    blanks = len(seen.blank)
    if _is_typed(zones) and (blanks >= 2 or (seen.has_closing and not signed)):
        return LegalStatus.DRAFT, 0.92 if blanks >= 2 else 0.8
    # a scan in which neither number nor any date left a trace is a draft more often than an unread stamp
    if blanks >= 3 and not signed:
        return LegalStatus.DRAFT, 0.65
    if not signed and Mark.ENACTED_DATE in seen.blank and _left_blank(zones, seen):
        return LegalStatus.DRAFT, 0.7
    return LegalStatus.UNKNOWN, 0.5


_ALL_PLACES = 3
"""Number, day of enactment, day of promulgation."""


def _is_dotted(seen: Marks) -> bool:
    """Whether dots or a line stand where the day of enactment belongs."""
    dated = seen.place(Mark.ENACTED_DATE)
    return (
        dated is not None and _HOLLOW.search(dated.text) is not None and _NO_DATE.search(dated.text.upper()) is not None
    )


def _only_gazette(seen: Marks) -> bool:
    """Whether nothing but the gazette's number speaks for an enacted text."""
    return seen.has(Mark.GAZETTE_NUMBER) and not seen.has(
        Mark.REGISTRATION, Mark.CERTIFIED_COPY, Mark.ELECTRONIC_SIGNATURE
    )


_BLANKS = r"[\s._\u2026:,\-\u2013\u2014/]*"
_NO_NUMBER = re.compile(rf"^\W*N[O0]\w{{0,4}}R?\b{_BLANKS}(?:TAHUN\s?{_BLANKS}(?:(?:19|20)\d\d)?{_BLANKS})?$")
_HOLLOW = re.compile(r"/[\s._\u2026]+/|/\s*[._\u2026]{2,}|[._\u2026]{3,}")
_NO_DATE = re.compile(rf"(?:TANGGA[LI1]|TGL){_BLANKS}(?:(?:19|20)\d\d)?{_BLANKS}$")
_LEGIBLE = 0.6
"""Least mean confidence of recognition at which an empty place is believed to be empty."""


def _left_blank(zones: Zones, seen: Marks) -> bool:
    """Whether the places for number and date were read legibly and hold nothing, not even a stroke of a pen.

    Handwriting that recognition could not read leaves letters or signs behind; then nothing is said.
    """
    number, dated = seen.place(Mark.NUMBER), seen.place(Mark.ENACTED_DATE)
    if number is None or dated is None:
        return False
    heading = number.text.upper()
    if not (_NO_NUMBER.match(heading) or _HOLLOW.search(heading)) or not _NO_DATE.search(dated.text.upper()):
        return False
    lines = [line for line in zones.of(Zone.HEADING, Zone.CLOSING) if len(line.normal.text) > _SHORT]
    sure = [line.legibility(0, len(line.normal.text)) for line in lines]
    return bool(sure) and sorted(sure)[len(sure) // 2] >= _LEGIBLE


_SHORT = 6


def _is_typed(zones: Zones) -> bool:
    """Whether heading and closing come from a clean text layer: what OCR did not see may still be on paper.

    A copier's own OCR layer betrays itself by words no keyboard makes ('WALl', 'be~anji').
    """
    lines = zones.of(Zone.HEADING, Zone.CLOSING)
    if not lines or any(line.page.source is Source.OCR for line in lines):
        return False
    words = [word for line in lines for word in line.text.split()]
    return sum(bool(_UNTYPED.search(word)) for word in words) <= _NOISE * len(words)


def _draft_wording(zones: Zones) -> Quote | None:
    """RANCANGAN or DRAFT in the heading or alone above it."""
    heading = zones.heading
    kind: tuple[ZoneLine, ...] = heading.kind[:2] if heading else ()
    number = heading.number if heading and not heading.in_annex else None
    above = [
        line for line in zones.opening if line.zone in (Zone.LETTERHEAD, Zone.COVER) and len(line.normal.text) < 24
    ]
    before = [line for line in zones.opening if number is not None and number.index - 6 <= line.index < number.index]
    for line in (*kind, *above[:12], *before):
        if _DRAFT_LINE.match(mended(line.normal.text)):
            return line.quote()
    return None


def _missing(seen: Marks, document_type: str) -> tuple[str, ...]:
    """Marks expected of this type and not found, in the order of `Mark`."""
    expected = [Mark.NUMBER, Mark.ENACTED_DATE, Mark.SIGNATURE]
    if document_type in _GAZETTED:
        expected += [Mark.PROMULGATED_DATE, Mark.GAZETTE_NUMBER]
    blank_too = [mark for mark in seen.blank if mark not in expected]
    signed = seen.has(Mark.ELECTRONIC_SIGNATURE, Mark.CERTIFIED_COPY)
    lacking = [mark for mark in expected if not seen.has(mark) and not (mark is Mark.SIGNATURE and signed)]
    order = list(Mark)
    return tuple(mark.value for mark in sorted({*lacking, *blank_too}, key=order.index))


def _telling_quote(zones: Zones, seen: Marks, status: LegalStatus) -> Quote | None:
    """The line that tells most: a gazette or signature mark for enacted, the empty number line for a draft."""
    if status is LegalStatus.ENACTED:
        order = [*_STRONG, Mark.SIGNATURE, *_DATES, Mark.NUMBER]
        by_name = {fact.value: fact.quote for fact in seen.filled}
        return next((by_name[mark.value] for mark in order if mark.value in by_name), None)
    heading = zones.heading
    return heading.number.quote() if heading and heading.number else None
