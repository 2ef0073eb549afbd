"""The marks an enacted text carries and a draft lacks: number, dates, signature, gazette, registration."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from evidence_ai.domain.document import Source
from evidence_ai.domain.quote import Fact, Quote
from evidence_ai.understanding.normal import as_digits, upper_share
from evidence_ai.understanding.zones import Zone, ZoneLine, Zones


class Mark(StrEnum):
    """One enactment marker; its name is what `markers_found` and `markers_missing` hold."""

    NUMBER = "number"
    ENACTED_DATE = "enacted_date"
    PROMULGATED_DATE = "promulgated_date"
    SIGNATURE = "signature"
    GAZETTE_NUMBER = "gazette_number"
    REGISTRATION = "registration_number"
    CERTIFIED_COPY = "certified_copy"
    ELECTRONIC_SIGNATURE = "electronic_signature"
    COPY_STAMP = "copy"


@dataclass(frozen=True, slots=True)
class Marks:
    """What was seen of each mark: filled in, left blank, or (in neither) not there at all.

    `places` are the lines of the blank marks, in the same order.
    """

    filled: tuple[Fact[str], ...]
    blank: tuple[Mark, ...]
    has_closing: bool
    places: tuple[Quote | None, ...] = ()

    def place(self, mark: Mark) -> Quote | None:
        """Where a mark was left blank."""
        return self.places[self.blank.index(mark)] if mark in self.blank and self.places else None

    def has(self, *wanted: Mark) -> bool:
        """Whether at least one of the marks is filled in."""
        return any(fact.value in wanted for fact in self.filled)


def marks(zones: Zones) -> Marks:
    """Every mark of a document, with its quote.

    **Source**: UU 12/2011 Lampiran II (bagian penutup); Permendagri 80/2015 Pasal 102 ff. (nomor register), Pasal 119 ff.
    (penomoran, pengundangan), Pasal 124 ff. (autentifikasi: 'salinan sesuai dengan aslinya').
    """
    after = [line for line in zones.lines if line.zone not in (Zone.PREAMBLE, Zone.HEADING, Zone.MARGIN)]
    filled: list[Fact[str]] = []
    blank: list[Mark] = []
    places: list[Quote | None] = []
    for mark, look in _LOOKS:
        states = list(look(zones, after))
        quote = next((state.quote for state in states if state.filled), None)
        if any(state.filled for state in states):
            filled.append(Fact(mark.value, 0.9, quote))
        elif states:
            blank.append(mark)
            places.append(states[0].quote)
    has_closing = any(_ANCHOR.search(line.normal.text) for line in after)
    return Marks(tuple(filled), tuple(blank), has_closing, tuple(places))


@dataclass(frozen=True, slots=True)
class _State:
    filled: bool
    quote: Quote | None


_ANCHOR = re.compile(r"(?:^|\W)(?:DITETAPKAN|DISAHKAN|DIKELUARKAN|DIUNDANGKAN)\s?DI\b")
_ENACTED = re.compile(r"^(?:.{0,45}\W)?(?:DITETAPKAN|DISAHKAN|DIKELUARKAN|DITERBITKAN)\s?DI\b")
_PROMULGATED = re.compile(r"^(?:.{0,45}\W)?DIUNDANGKAN\s?DI\b")
_ON_DATE = re.compile(r"(?:PADA\s?)?TANGGA[LI]\b(.*)$")
_YEAR_ONLY = re.compile(r"\b(?:19|20)\s?\d\d\b|\b20(?=[\W_]|$)")
_MONTHS = (
    r"JAN[A-Z]*|FEB[A-Z]*|PEB[A-Z]*|MAR[A-Z]*|APR[A-Z]*|MEI|JUN[A-Z]*|JUL[A-Z]*|AG[A-Z]*|SEP[A-Z]*|OKT[A-Z]*|"
    r"NO[PV][A-Z]*|DES[A-Z]*|BULAN|TAHUN|X+"
)
_ERAS = r"M|MASEHI|[1I]4\d\d|H|HIJRI[A-Z]*|MUHARRAM|SA[FP]AR|RABI[A-Z' ]*|JUMADI[A-Z' ]*|RA[JY]AB|SYA.?BAN|RAMADH?AN|SYAWAL|ZUL[A-Z' ]*"
"""'2023 M / 1445 H': the other calendar beside a blank date is no date."""
_PLACE_YEAR = re.compile(rf"^\W*[A-Z][A-Z .'-]{{2,30}},[\W_]*(?:(?:{_MONTHS})[\W_]*)?(?:19|20)\d\d\W*$")
_SIGNED = re.compile(r"(?:^|[\W\d])(?:T\s?T\s?D|D\s?T\s?O|TDT)(?:[\W\d]|$)")
_CERTIFIED = re.compile(
    r"SALINAN SESUAI|SESUAI DENGAN (?:NASKAH )?ASLI|UNTUK SALINAN|AUTENTIFIKASI|TELAH DIAUTENTIFIKASI"
)
_ELECTRONIC = re.compile(r"SECARA ELEKTRONIK|\bBSRE\b|SERTIFIKASI ELEKTRONIK|\bTTE\b|SERTIFIKAT ELEKTRONIK")
_GAZETTE = re.compile(
    r"(?:LEMBARAN|BERITA) (?:DAERAH|NEGARA|ACEH)\b[^\d\n]{0,90}\n?[^\d\n]{0,60}TAHUN\s*((?:19|20)\s?\d\d)?[\W_]{0,12}"
    r"(?:SERI \S{1,3}\W*)?NOMOR[^\w\n]{0,8}(\d+)?"
)
_REGISTRATION = re.compile(r"NO ?\.? ?REG(?:ISTER)?\b(?:[^\d]{0,150}?(\d+(?: ?[-/.,] ?\d+)+)|[^\d\n]{0,120}?(\d+))?")


_DOTTED_NUMBER = re.compile(r"\D{0,8}[._\u2026]{3,}\D{0,6}")
"""A row of dots of which recognition made a letter or two: 'saran...'; with a digit in it somebody wrote there."""


def _number(zones: Zones, _after: list[ZoneLine]) -> Iterator[_State]:
    heading = zones.heading
    if heading is None or heading.number is None:
        return
    line = heading.number
    rest = re.sub(r"^\W*(?:N[O0]M\S{0,2}R|N[O0])\b\W*", "", line.normal.text)
    if not re.search(r"\w", rest) and not _stands_alone(zones, line):
        return  # a bare label: the value may stand in another column, which proves nothing
    rest = re.sub(r"\bTAHUN(?![A-Z]).*$", "", rest)
    hollow = re.search(r"/[\s._\u2026]+/|/[^/\d]{0,4}[._\u2026]{3,}[^/\d]{0,4}/", rest)
    dotted = line.page.source is Source.OCR and _DOTTED_NUMBER.fullmatch(rest)
    scribble = r"[^\W_X]" if line.page.source is not Source.OCR else r"[^\s._\u2026:,-]"
    yield _State(bool(re.search(scribble, rest)) and not hollow and not dotted, line.quote())


def _stands_alone(zones: Zones, number: ZoneLine) -> bool:
    """Whether an empty number line is followed by TENTANG at once, so that its value cannot stand elsewhere."""
    heading = zones.heading
    if heading is None or heading.in_annex or heading.tentang is None:
        return False
    return heading.tentang.index == number.index + 1 or bool(re.search(r"[.\u2026_]{3}", number.text))


def _date_after(anchor: re.Pattern[str]) -> Callable[[Zones, list[ZoneLine]], Iterator[_State]]:
    def look(_zones: Zones, after: list[ZoneLine]) -> Iterator[_State]:
        for at, line in enumerate(after):
            if not anchor.search(line.normal.text) or len(line.text) > 110:
                continue
            near = after[at : at + 6]
            for step, below in enumerate(near):
                if step and _ANCHOR.search(below.normal.text):
                    break
                found = _ON_DATE.search(below.normal.text)
                if found:
                    rest = found[1] if re.search(r"\w", found[1]) else _next_text(near, step)
                    yield _State(_has_day(rest), below.quote())
                    break

    return look


def _enacted_date(zones: Zones, after: list[ZoneLine]) -> Iterator[_State]:
    """The date after 'Ditetapkan di'; where nothing says so, a place and a year whose day was left blank."""
    anchored = list(_date_after(_ENACTED)(zones, after))
    if not anchored:
        anchored = [_State(filled=False, quote=line.quote()) for line in after if _PLACE_YEAR.match(line.normal.text)]
    yield from anchored


def _next_text(near: list[ZoneLine], step: int) -> str:
    """The line below, where it begins with a date; 'pada tanggal' alone says nothing yet."""
    below = near[step + 1].normal.text if step + 1 < len(near) else ""
    if _OFFICE_BELOW.search(below):
        return ""  # '4 BUPATI X,': a stroke before the office that signs
    return below if re.match(r"^\W*[\dOIL]{1,2}\W+[A-Z\d]", below) else ""


_OFFICE_BELOW = re.compile(
    r",\W*$|\b(?:BUPATI|WALI ?KOTA|GUBERNUR|PRESIDEN|MENTERI|KEPALA|SEKRETARIS|KETUA|DIREKTUR|CAMAT)\b"
)


_HIJRI_DAY = re.compile(
    r"\b\d{1,2}\s*(?=(?:MUHARRAM|SA[FP]AR|RABI|JUMADI|RA[JY]AB|SYA.?BAN|RAMADH?AN|SYAWAL|ZUL)[A-Z' ]*)"
)


def _has_day(text: str) -> bool:
    """Whether something is written where the day belongs; handwriting misread still counts as written.

    A day of the Islamic calendar alone is none: drafts of Aceh fill it in before the other.
    """
    rest = re.sub(rf"\b(?:{_MONTHS}|{_ERAS})\b", " ", _YEAR_ONLY.sub(" ", _HIJRI_DAY.sub(" ", text)))
    return bool(re.search(r"[^\W_]", rest)) or bool(re.search(r"\d", as_digits(rest)))


def _matching(pattern: re.Pattern[str], *, longest: int) -> Callable[[Zones, list[ZoneLine]], Iterator[_State]]:
    def look(_zones: Zones, after: list[ZoneLine]) -> Iterator[_State]:
        for line in after:
            if len(line.text) <= longest and pattern.search(line.normal.text):
                yield _State(filled=True, quote=line.quote())

    return look


def _gazette(_zones: Zones, after: list[ZoneLine]) -> Iterator[_State]:
    """'BERITA DAERAH ... TAHUN 2020 NOMOR 12' in capitals; a citation stands in mixed case."""
    capitals = [line for line in after if upper_share(line.text) > 0.6]
    for match, line in _over(_GAZETTE, capitals):
        yield _State(match[2] is not None, line.quote())
    for line in after[:8]:
        if re.match(r"^NO\.? ?\d+, ?\d{4}", line.normal.text):
            yield _State(filled=True, quote=line.quote())


def _registration(_zones: Zones, after: list[ZoneLine]) -> Iterator[_State]:
    lines = [line for line in after if upper_share(line.text) > 0.5 or any(map(str.isdigit, line.text))]
    for match, line in _over(_REGISTRATION, lines):
        yield _State(match[1] is not None or match[2] is not None, line.quote())


def _over(pattern: re.Pattern[str], lines: Iterable[ZoneLine]) -> Iterator[tuple[re.Match[str], ZoneLine]]:
    kept = list(lines)
    text = "\n".join(line.normal.text for line in kept)
    for match in pattern.finditer(text):
        yield match, kept[text.count("\n", 0, match.start())]


def _copy_stamp(zones: Zones, _after: list[ZoneLine]) -> Iterator[_State]:
    for line in zones.opening:
        if re.match(r"^\W*S ?A ?L ?I ?N ?A ?N\b\W*(?:PERATURAN|KEPUTUSAN|$)", line.normal.text):
            yield _State(filled=True, quote=line.quote())


_LOOKS: tuple[tuple[Mark, Callable[[Zones, list[ZoneLine]], Iterator[_State]]], ...] = (
    (Mark.NUMBER, _number),
    (Mark.ENACTED_DATE, _enacted_date),
    (Mark.PROMULGATED_DATE, _date_after(_PROMULGATED)),
    (Mark.SIGNATURE, _matching(_SIGNED, longest=70)),
    (Mark.GAZETTE_NUMBER, _gazette),
    (Mark.REGISTRATION, _registration),
    (Mark.CERTIFIED_COPY, _matching(_CERTIFIED, longest=140)),
    (Mark.ELECTRONIC_SIGNATURE, _matching(_ELECTRONIC, longest=240)),
    (Mark.COPY_STAMP, _copy_stamp),
)
