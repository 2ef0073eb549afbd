"""When a document was enacted (or signed) and promulgated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from evidence_ai.domain.quote import Fact
from evidence_ai.understanding.closings import closing_anchors
from evidence_ai.understanding.dates import FoundDate, date_in_year, dates
from evidence_ai.understanding.zones import Zone, ZoneLine, Zones

_HEAD_LINES = 8
"""Lines at the front of a document that cannot be its closing."""
_REACH = 4
"""Lines between 'Ditetapkan di ...' and its date: place and date may stand on lines of their own."""
_PLACE_DATE = re.compile(r"^\W*[A-Z][A-Z .'-]{2,30}\W{0,3}$")
_DATE_LABEL = re.compile(
    r"(?:^|\W)(?:TANGGAL|TGL\.?)(?: ?(?:PEMBUATAN|PENGESAHAN|EFEKTIF|REVISI|DITETAPKAN|TERBIT|BERLAKU|PENETAPAN))? ?[:.]? ?(?:[A-Z']{4,7} ?,? ?)?$"
)
_SOP_LABELS = (re.compile(r"\b(?:PENGESAHAN|DISAHKAN)[ :]*$"), re.compile(r"\bEFEKTIF[ :]*$"))
"""An SOP prints several dates; the day it was approved is the day it was signed, else the day it takes effect."""
_OWN_LABEL = re.compile(r"^\W*(?:TANGGAL|TGL\.?)(?: SURAT)? ?[:.]? ?$")
"""A letter's own date; 'Hari/tanggal' is that of the event, 'Saudara tanggal ...' that of another letter."""
_LETTERS = frozenset({"surat", "undangan", "surat_edaran"})
_ANNEX_REACH = 10
_ANNEX_LABEL = re.compile(r"^\W*TANGGAL ?[:;.]? ?$")
_HEADS = re.compile(
    r"^\W*(?:A\.?N\.? )?(?:PJ\.? |PLT\.? |PENJABAT )?(?:BUPATI|WALI ?KOTA|GUBERNUR|KEPALA|KETUA|PIMPINAN|CAMAT|DIREKTUR|INSPEKTUR|SEKRETARIS|DEWAN)\b"
)
_WEEKDAY = re.compile(r"^\W*(?:HARI )?\W*(?:SENIN|SELASA|RABU|KAMIS|JUM.?AT|SABTU|MINGGU|AHAD)\b")
_HEAD_PLACE_DATE = re.compile(r"(?:^|[ :])[A-Z][A-Z.'-]{2,20}(?: [A-Z][A-Z.'-]{2,20})?, ?(?:TGL|TANGGAL)? ?$")
_LEGAL_CLOSING = frozenset({"perda", "perkada", "peraturan_pusat", "keputusan_dprd", "keputusan_kepala_daerah", "apbd"})
"""Types whose date is only the one after 'Ditetapkan': a date elsewhere would be an invention."""
_UNDATED = frozenset({"publikasi", "naskah_akademik", "pedoman", "tabel_data", "statistik", "lainnya", "profil"})


def enacted_on(zones: Zones, document_type: str | None) -> Fact[date] | None:
    """The date after 'Ditetapkan di ... pada tanggal'; for agreements, letters, SOPs and reports the signing date."""
    found = _first(_anchored(zones, "enacted"))
    if found is not None:
        return found
    if zones.heading is not None and zones.heading.in_annex:
        return _annex_date(zones)
    if document_type in _LEGAL_CLOSING:
        return _first(_annexed(zones)) or _first(_signature_date(zones))
    if document_type in _UNDATED:
        return None
    return _signed_on(zones, document_type)


def promulgated_on(zones: Zones) -> Fact[date] | None:
    """The date after 'Diundangkan di ... pada tanggal'."""
    return _first(_anchored(zones, "promulgated"))


def _first(found: Iterator[Fact[date]]) -> Fact[date] | None:
    return next(found, None)


def _anchored(zones: Zones, wanted: str) -> Iterator[Fact[date]]:
    """Dates that follow an anchor, oldest open anchor first: in two columns both anchors stand before both dates."""
    heading_number = zones.heading.number.text if zones.heading and zones.heading.number else ""
    printed_year = re.search(r"(?:19|20)\d\d", heading_number)
    year = int(printed_year[0]) if printed_year else None
    pending: list[str] = []
    left = 0
    for line, below in pairwise((*zones.lines, None)):
        if line is None or line.zone in (Zone.PREAMBLE, Zone.HEADING, Zone.MARGIN):
            continue
        anchors = list(closing_anchors(line))
        if anchors:
            pending = pending + anchors if left == _REACH else anchors
            left = _REACH + 1
        for found in _dates_from(line, below, year) if left else ():
            if pending and pending.pop(0) == wanted:
                yield _fact(line, found, 0.97)
        left = max(0, left - 1)
        if not left:
            pending = []


def _dates_from(line: ZoneLine, below: ZoneLine | None, year: int | None) -> list[FoundDate]:
    """Dates that begin on a line; one may run on into the line below, one may lack a legible year."""
    text = line.normal.text
    if below is not None and below.page_number == line.page_number and re.search(r"\d{1,2} ?$|\d [A-Z]+ ?$", text):
        text = f"{text} {below.normal.text}"
    found = [item for item in dates(text) if item.start < len(line.normal.text)]
    repaired = date_in_year(line.normal.text, year) if year and not found else None
    return [repaired] if repaired else found


def _annex_date(zones: Zones) -> Fact[date] | None:
    """The TANGGAL of an annex's head, where the regulation itself is not in the file."""
    heading = zones.heading
    if heading is None:
        return None
    first = heading.lines[0].index
    near = [line for line in zones.lines if first - 4 <= line.index <= first + 16 and line.zone is not Zone.MARGIN]
    return _first(_fact(line, found, 0.85) for line in near for found in dates(line.normal.text))


def _annexed(zones: Zones) -> Iterator[Fact[date]]:
    """The TANGGAL in the head of an annex, which repeats that of its regulation, where the closing itself is unreadable."""
    left = 0
    for line in zones.lines:
        if re.match(r"^\W*LAMPIRAN\b", line.normal.text) and line.zone is Zone.ANNEX:
            left = _ANNEX_REACH
        for found in dates(line.normal.text) if left else ():
            if _ANNEX_LABEL.match(line.normal.text[: found.start]):
                yield _fact(line, found, 0.75)
        left = max(0, left - 1)


def _signature_date(zones: Zones) -> Iterator[Fact[date]]:
    """'Wonosobo, 16 Maret 2020' right above the office that signs, where nothing says 'Ditetapkan'."""
    if any(closing_anchors(line) for line in zones.lines):
        return
    ending = zones.ending[-25:]
    head = max((line.index for line in zones.heading.lines), default=0) if zones.heading else _HEAD_LINES
    for line, *below in zip(ending, ending[1:], ending[2:], strict=False):
        if line.index > head + 1 and any(_HEADS.match(one.normal.text) for one in below):
            yield from _beside_place((line,), left_out=(Zone.HEADING,))


def _signed_on(zones: Zones, document_type: str | None) -> Fact[date] | None:
    """Signing date: in the opening sentence, in the head, beside the place, at the end; in this order.

    A letter is dated beside its place, at its head or above the signature, whatever other dates it speaks of.
    """
    front = [line for line in zones.opening if line.zone is not Zone.PREAMBLE]
    pages = sorted({line.page_number for line in zones.lines})
    outer = {*pages[:6], *pages[-4:]}
    places = [line for line in zones.lines if line.page_number in outer]
    first = (
        (_head_place(front), _beside_place(places), _bare(front[:8]), _labelled(front, (_OWN_LABEL,), inline=False))
        if document_type in _LETTERS
        else ()
    )
    labels = (*_SOP_LABELS, _DATE_LABEL) if document_type == "sop" else (_DATE_LABEL,)
    steps = (
        *first,
        _anchored(zones, "signed"),
        _today(zones.lines[:120]),
        _labelled(front, labels, inline=document_type == "sop"),
        _beside_place(places),
        _bare(zones.ending[-12:]),
    )
    return next((fact for step in steps for fact in step), None)


def _labelled(lines: Sequence[ZoneLine], labels: tuple[re.Pattern[str], ...], *, inline: bool) -> Iterator[Fact[date]]:
    """'TANGGAL : 5 NOVEMBER 2018' alone on a line; in an SOP's head also beside its number, or in the cell below."""
    for wanted in labels:
        for at, line in enumerate(lines):
            for found in dates(line.normal.text):
                before = line.normal.text[: found.start]
                below_label = inline and at and not before.strip(" :") and wanted.search(lines[at - 1].normal.text)
                if below_label or (wanted.search(before) and (inline or len(before) < 24)):
                    yield _fact(line, found, 0.85)


def _head_place(lines: Sequence[ZoneLine]) -> Iterator[Fact[date]]:
    """'Nomor : 005/11      Wonosobo, 16 Maret 2020': place and date close a line of the letter's head."""
    for line in lines[:16]:
        for found in dates(line.normal.text):
            before, after = line.normal.text[: found.start], line.normal.text[found.end :]
            place = _HEAD_PLACE_DATE.search(before)
            event = re.search(r"\b(?:HARI|ACARA|PUKUL)\b", before) or (place and _WEEKDAY.match(place[0]))
            if place and not event and not after.strip(" .,"):
                yield _fact(line, found, 0.85)


def _today(lines: Sequence[ZoneLine]) -> Iterator[Fact[date]]:
    """'Pada hari ini ... tanggal dua puluh lima bulan ...', over up to three lines."""
    for at, line in enumerate(lines):
        if "HARI INI" not in line.normal.text:
            continue
        text = " ".join(near.normal.text for near in lines[at : at + 3])
        for found in dates(text[text.index("HARI INI") :])[:1]:
            yield Fact(found.value, round(found.certainty * 0.9, 2), line.quote())


def _beside_place(
    lines: Sequence[ZoneLine], *, left_out: tuple[Zone, ...] = (Zone.PREAMBLE, Zone.HEADING)
) -> Iterator[Fact[date]]:
    """'Wonosobo, 16 Maret 2020' alone on a line."""
    for line in lines:
        if line.zone in left_out or len(line.normal.text) > 70:
            continue
        for found in dates(line.normal.text):
            before, after = line.normal.text[: found.start], line.normal.text[found.end :]
            if (
                _PLACE_DATE.match(before)
                and not after.strip(" .,")
                and not _WEEKDAY.match(before)
                and not re.search(r"\b(?:TANGGAL|PER|SAMPAI|TAHUN)\b", before)
            ):
                yield _fact(line, found, 0.8)


def _bare(lines: Sequence[ZoneLine]) -> Iterator[Fact[date]]:
    """A date alone on one of the last lines."""
    for line in lines:
        for found in dates(line.normal.text):
            if found.end - found.start >= len(line.normal.text) - 2:
                yield _fact(line, found, 0.6)


def _fact(line: ZoneLine, found: FoundDate, base: float) -> Fact[date]:
    confidence = base * found.certainty * (0.5 + 0.5 * line.legibility(found.start, found.end))
    return Fact(found.value, round(confidence, 3), line.quote_normal(found.start, found.end))
