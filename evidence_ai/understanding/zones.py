"""Which part of a document a line belongs to: region, number and dates count by zone, never by citation."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from evidence_ai.domain.document import DocumentText
from evidence_ai.understanding import headings, zone_lines
from evidence_ai.understanding.closings import closing_anchors
from evidence_ai.understanding.headings import Heading, is_office_line, opens_preamble
from evidence_ai.understanding.normal import begins_like, upper_share
from evidence_ai.understanding.zone_lines import Zone, ZoneLine, zoned

__all__ = ["Heading", "Zone", "ZoneLine", "Zones", "zones"]


@dataclass(frozen=True, slots=True)
class Zones:
    """Every non-empty line of a document in reading order, zoned; `heading` is None for files without one."""

    text: DocumentText
    lines: tuple[ZoneLine, ...]
    heading: Heading | None

    def of(self, *zones: Zone) -> tuple[ZoneLine, ...]:
        """The lines of some zones, in reading order."""
        return tuple(line for line in self.lines if line.zone in zones)

    def words(self, *zones: Zone) -> str:
        """The comparable text of some zones, one line per line."""
        return "\n".join(line.normal.text for line in self.of(*zones))

    @property
    def opening(self) -> tuple[ZoneLine, ...]:
        """The first lines of the document (up to 40, from its first two pages that have text), margins left out."""
        pages = list(dict.fromkeys(line.page_number for line in self.lines))[:2]
        return tuple(line for line in self.lines if line.page_number in pages and line.zone is not Zone.MARGIN)[:40]

    @property
    def ending(self) -> tuple[ZoneLine, ...]:
        """The last 40 lines of the document, margins left out."""
        return tuple(line for line in self.lines if line.zone is not Zone.MARGIN)[-40:]


def zones(text: DocumentText) -> Zones:
    """Zone every line of a document.

    Reading order is taken from the pages. Keywords are matched with room for OCR noise. Files without a legal heading
    (reports, tables, SOP, letters) get letterhead, body and closing only.
    """
    lines = zone_lines.lines(text)
    found = headings.find(lines)
    assigned = _assign(lines, found)
    heading = _rebuilt(found, assigned) if found else None
    return Zones(text=text, lines=assigned, heading=heading)


_DECISION_WORDS = ("MEMUTUSKAN", "MENETAPKAN", "KESATU", "PERTAMA", "BAB I", "PASAL 1", "MENGINSTRUKSIKAN")
_CLOSING_LONG = 26
_DECREE_RUN = 220
"""A preamble longer than this many lines has lost its end to bad OCR; the rest counts as body."""


def _assign(lines: list[ZoneLine], heading: Heading | None) -> tuple[ZoneLine, ...]:
    """Walk once through the document and give each line its zone."""
    own = {line.index for line in heading.lines} if heading else set()
    first = min(own) if own and heading and not heading.in_annex else -1
    assigned: list[ZoneLine] = []
    state = Zone.LETTERHEAD if first >= 0 else Zone.BODY
    since = 0
    page_line = 0
    for place, line in enumerate(lines):
        page_line = page_line + 1 if place and lines[place - 1].page_number == line.page_number else 1
        if line.zone is Zone.MARGIN:
            assigned.append(line)
            continue
        before, state = state, _next_state(line, state, page_line=page_line, since=since)
        since = since + 1 if state is before else 0
        zone = state
        if line.index in own:
            zone = Zone.HEADING if not (heading and heading.in_annex) else Zone.ANNEX
            state = zone
        elif line.index < first:
            zone, state = _above(line, lines[first]), Zone.LETTERHEAD
        elif first < 0 and state is Zone.BODY and _in_letterhead(line, lines):
            zone = Zone.LETTERHEAD
        assigned.append(zoned(line, _gazette(line, zone)))
    return tuple(assigned)


def _next_state(line: ZoneLine, state: Zone, *, page_line: int, since: int) -> Zone:
    """The zone after reading one more line."""
    short = len(line.normal.text) < 70
    if page_line <= 8 and re.match(r"^\W*(?:LAMPIRAN|PENJELASAN)\b", line.normal.text) and upper_share(line.text) > 0.6:
        return Zone.ANNEX
    if closing_anchors(line):
        return Zone.CLOSING
    if opens_preamble(line) and state is not Zone.ANNEX:
        return Zone.PREAMBLE if state in (Zone.HEADING, Zone.PREAMBLE, Zone.LETTERHEAD) or since < 8 else state
    if short and state is Zone.PREAMBLE and any(begins_like(line.text, word, at_least=90) for word in _DECISION_WORDS):
        return Zone.BODY
    if state is Zone.HEADING:
        return Zone.PREAMBLE if _opens_enacting_words(line) else Zone.BODY
    if state is Zone.CLOSING and since >= _CLOSING_LONG:
        return Zone.BODY
    if state is Zone.PREAMBLE and since >= _DECREE_RUN:
        return Zone.BODY
    return state


def _opens_enacting_words(line: ZoneLine) -> bool:
    plain = line.normal.text
    return begins_like(line.text, "DENGAN RAHMAT") or bool(is_office_line(line) or "BAHWA" in plain[:12])


def _above(line: ZoneLine, heading_line: ZoneLine) -> Zone:
    return Zone.COVER if line.page_number < heading_line.page_number else Zone.LETTERHEAD


def _in_letterhead(line: ZoneLine, lines: list[ZoneLine]) -> bool:
    """In a file without a heading: capitals or an address among the first eight lines of the first page."""
    if line.page_number != lines[0].page_number or line.index - lines[0].index >= 8:
        return False
    return upper_share(line.text) > 0.7


def _gazette(line: ZoneLine, zone: Zone) -> Zone:
    """'LEMBARAN DAERAH KABUPATEN ...' above the heading or under the signatures."""
    if zone not in (Zone.COVER, Zone.LETTERHEAD, Zone.CLOSING) or upper_share(line.text) < 0.6:
        return zone
    gazette = any(
        begins_like(line.text, word, at_least=88) for word in ("LEMBARAN DAERAH", "BERITA DAERAH", "LEMBARAN NEGARA")
    )
    return Zone.GAZETTE if gazette else zone


def _rebuilt(heading: Heading, lines: Iterable[ZoneLine]) -> Heading:
    """The heading with its lines as zoned."""
    by_index = {line.index: line for line in lines}
    return Heading(
        kind=tuple(by_index[line.index] for line in heading.kind),
        number=by_index[heading.number.index] if heading.number else None,
        tentang=by_index[heading.tentang.index] if heading.tentang else None,
        title=tuple(by_index[line.index] for line in heading.title),
        in_annex=heading.in_annex,
    )
