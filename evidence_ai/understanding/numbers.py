"""The number and year of a document, as printed in its number line; blanks and dots stay unknown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TypeVar

from rapidfuzz import fuzz

from evidence_ai.domain.quote import Fact, Quote
from evidence_ai.understanding.headings import is_number_line
from evidence_ai.understanding.normal import as_digits, squeezed
from evidence_ai.understanding.zones import Zone, ZoneLine, Zones

T = TypeVar("T")

_NUMBERED_LETTERS = frozenset(
    {
        "surat", "undangan", "surat_edaran", "instruksi", "surat_keterangan", "surat_pernyataan", "sop", "dpa", "rka",
        "perjanjian", "berita_acara", "notulen", "sertifikat", "keputusan_kepala_daerah", "keputusan_opd",
        "keputusan_dprd", "kua_ppas", "perda", "perkada", "apbd",
    }
)  # fmt: skip
"""Types that bear a number of their own; a number on a report's cover is somebody else's."""
_LABEL = re.compile(
    r"^\W*(?:N\s?O\s?M\s?O\s?R|NOMER|No(?=[\s.:]))(?:\s+(?:SOP|DPA|SURAT|DOKUMEN|POS|PIHAK\s+(?:PERTAMA|KESATU|KEDUA)))?\s*[:.;,]*\s*",
    re.IGNORECASE,
)
_YEAR_WORD = re.compile(r"\b[TI1F]\s?[A4]\s?[HB]\s?(?:U|LI|II)\s?[NM](?=[\s\d:.]|$)|\bTAHUN", re.IGNORECASE)
_YEAR = re.compile(r"(?<![0-9A-Za-z])([12lI|]\s?[09OoQ]\s?[0-9OolISsBZ|]\s?[0-9OolISsBZ|g])(?![A-Za-z])")
_PRINTED_YEAR = re.compile(r"(?:19|20)\d\d")
_PLAIN_NUMBER = re.compile(r"^\d{1,4}[A-Z]?$")
_LOOKALIKE_NUMBER = re.compile(r"^[\dlLIOoQ|SsBZzgGb!]{1,4}$")
_SLASHED = re.compile(r"[A-Za-z0-9][\w.\-]*(?:\s?/\s?[\w.\-]*)+")
_UNFILLED = re.compile(r"/\s*[._\u2026-]{2,}\s*(?:/|$)|/\s+/|^\W*[._\u2026]{2,}\s*/|/\s*$")
_LETTER_NUMBER = re.compile(r"^\W{0,3}(\d{2,3}(?:\.\d+)*\s?/\s?[\w./ \-]+)$")
_NOREG = re.compile(r"\bNOREG\b.*?[(:] ?\(?(\d{1,3})[-/.,]\d+[-/.,/ ]+((?:19|20)\d\d)\)?")
_NUMBER_AND_YEAR = re.compile(r"^\W*(?:NOMOR)?\W*(\d{1,3}[A-Z]?) TAHUN ((?:19|20)\d\d)\W*$")
_SOP_NUMBER = re.compile(r"\b(?:NOMOR|NO\.?) ?(?:SOP|POS)\b[ :.]*(?P<value>.*)$", re.IGNORECASE)
_SOP_VALUE = re.compile(r"^[ :]*(?P<value>[A-Za-z0-9][\w.\-]*(?: ?[/.\-] ?[\w.\-]+)+|\d{1,4})(?=\s|$)")
_SOP_CODE = re.compile(r"^[A-Z]{1,4}[-.]?\d{2,4}/[\w.\-]+(?:/[\w.\-]+)*(?=\s|$)")
_AFTER_LABEL = re.compile(
    r"(?:^|\b)(?:N ?O ?M ?O ?R|NUMBER|NO)\.?(?:\s+(?:SOP|DPA|SURAT|DOKUMEN|POS))?\s*[:.]?\s*(?=\S*\d)", re.IGNORECASE
)
_STRAY = " |~.,'`*_-\u2022"
"""What stamps and lines leave in front of a label."""
_SPLIT_VALUE = re.compile(r"^\W*(\S{1,40}?)\s+TAHUN\s+((?:19|20)\d\d)\W*$", re.IGNORECASE)
_MONTHS = frozenset(("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"))
_ROMAN_MONTH = re.compile(r"(?<=/)(?=[^/]*[IVXivx])[IVXivxl1|]{1,4}(?=/)")


def number_and_year(
    zones: Zones, document_type: str | None, signed_on: Fact[date] | None
) -> tuple[Fact[str] | None, Fact[int] | None]:
    """Number and year of the number line; without a year there the year in the number, else of the signing date."""
    number, year = _from_heading(zones)
    number, year = _confirmed(number, year, zones)
    if number is None and year is None and (zones.heading is None or zones.heading.number is None):
        number = _from_letter(zones, document_type)
    if number is not None and year is None:
        year = _year_in(number)
    if number is not None and year is None and signed_on is not None:
        year = Fact(signed_on.value.year, round(signed_on.confidence * 0.8, 3), signed_on.quote)
    return number, year


def _from_heading(zones: Zones) -> tuple[Fact[str] | None, Fact[int] | None]:
    heading = zones.heading
    if heading is None or heading.number is None:
        return None, None
    line = heading.number
    rest, at = _without_label(line.text)
    if re.search(r"[0-9A-Za-z]", rest):
        return _parsed(line, rest, at)
    above = zones.lines[max(0, line.index - 2) : line.index] if heading.in_annex else ()
    for below in (*above, *_below(zones, line, reach=14 if heading.in_annex else 2)):
        split = _SPLIT_VALUE.match(below.text)
        starts_value = below.text.lstrip().startswith((":", "1", "2", "3", "4", "5", "6", "7", "8", "9"))
        if split or (not heading.in_annex and starts_value and re.search(r"\d", below.text)):
            value, offset = (below.text.lstrip(" :"), len(below.text) - len(below.text.lstrip(" :")))
            return _parsed(below, value, offset)
    return None, None


def _without_label(text: str) -> tuple[str, int]:
    """What follows NOMOR, and where it begins; a misread label is dropped as one word."""
    label = _LABEL.match(text) or re.match(r"^\W*\S+\s*[:.]*\s*", text)
    at = label.end() if label else 0
    return text[at:], at


def _below(zones: Zones, line: ZoneLine, *, reach: int) -> Iterator[ZoneLine]:
    for below in zones.lines[line.index + 1 : line.index + 1 + reach]:
        if below.page_number == line.page_number:
            yield below


def _parsed(line: ZoneLine, rest: str, at: int) -> tuple[Fact[str] | None, Fact[int] | None]:
    """Number before TAHUN, year after it."""
    word = _YEAR_WORD.search(rest) or _misread_year_word(rest)
    printed, after = (rest[: word.start()], rest[word.end() :]) if word else (rest, "")
    quote = line.quote(at, at + len(printed.rstrip()))
    seen = 0.5 + 0.5 * line.legibility(0, len(line.normal.text))
    number = _dimmed(_number(printed, quote, with_year=word is not None), seen)
    if number is None and word is None and _UNFILLED.search(printed):
        return None, _dimmed(_year_in(Fact(re.sub(r"\s", "", printed), 0.7, quote)), seen)
    return number, _dimmed(_year(after, line.quote()), seen) if word else None


def _misread_year_word(rest: str) -> re.Match[str] | None:
    """TAHUN with letters misread, right before the year that closes the line: 'IAHLIN 2005'."""
    word = re.search(r"(?<![^\s])[^\s\d/]{3,7}(?=\s*[12lI]\s?[09O]\s?\S\s?\S\W*$)", rest)
    return word if word is not None and fuzz.ratio(word[0].upper(), "TAHUN") >= 50 else None


def _dimmed(fact: Fact[T] | None, seen: float) -> Fact[T] | None:
    """A fact as sure as its words are legible."""
    return None if fact is None else Fact(fact.value, round(fact.confidence * seen, 3), fact.quote)


def _number(printed: str, quote: Quote, *, with_year: bool) -> Fact[str] | None:
    """The number as printed without spaces; look-alikes are repaired only in a plain 'NOMOR n TAHUN y'.

    One with a part left blank ('360/    /BPBD') has not been given yet.
    """
    if _UNFILLED.search(printed):
        return None
    bare = (
        re.sub(r"\s+|[\"'`\u2018\u2019\u201c\u201d~*]", "", squeezed(printed))
        .replace("\u2013", "-")
        .replace("\u2014", "-")
    )
    bare = bare.strip(".,:;-_\u2026()[]|<>")
    bare += ")" * (bare.count("(") - bare.count(")"))
    if not bare or not re.search(r"[0-9A-Za-z]", bare) or not re.search(r"\d", as_digits(bare)):
        return None
    if _PLAIN_NUMBER.match(bare):
        return Fact(bare, 0.97 if len(bare) < 4 or not with_year else 0.4, quote)
    if with_year and _LOOKALIKE_NUMBER.match(bare):
        return Fact(as_digits(bare), 0.55, quote)
    if not re.search(r"\d", bare) or len(bare) > 60:
        return None
    worded = re.sub(r"(?<=[A-Z])0(?=[A-Z])", "O", re.sub(r"(?<=[A-Z])l(?=[A-Z])", "I", bare))
    repaired = _ROMAN_MONTH.sub(lambda month: _roman_month(month[0]), worded)
    well_formed = re.fullmatch(r"[\w.\-]+(?:/+[\w.\-]+)+", repaired) is not None
    return Fact(repaired, 0.85 if well_formed else 0.5, quote)


def _roman_month(printed: str) -> str:
    """The Roman month of a number, look-alikes mended: '1X' is IX; one stroke too many is left out where that is certain."""
    plain = re.sub(r"[l1|i]", "I", printed).upper()
    if plain in _MONTHS:
        return plain
    shorter = {plain[:at] + plain[at + 1 :] for at in range(len(plain))} & _MONTHS
    return shorter.pop() if len(shorter) == 1 else plain


def _year(text: str, quote: Quote) -> Fact[int] | None:
    printed = _PRINTED_YEAR.search(text)
    if printed:
        return Fact(int(printed[0]), 0.97, quote)
    found = _YEAR.search(text)
    value = as_digits(re.sub(r"\s", "", found[1])) if found else ""
    if not value.isdigit() or not 1945 <= int(value) <= 2099:
        return None
    return Fact(int(value), 0.6 if re.search(r"[^\d\s]", found[1] if found else "") else 0.85, quote)


def _year_in(number: Fact[str]) -> Fact[int] | None:
    """The year inside a number such as '188.45/123/Bag.Hukum/2025': its last part that is one."""
    years = re.findall(r"(?:^|[/.-])((?:19\d|20[0-3])\d)(?![\dA-Za-z])", number.value)
    return Fact(int(years[-1]), round(number.confidence * 0.95, 3), number.quote) if years else None


def _confirmed(
    number: Fact[str] | None, year: Fact[int] | None, zones: Zones
) -> tuple[Fact[str] | None, Fact[int] | None]:
    """Second readings in the same document: an annex's head and the NOREG under a perda's signatures.

    They fill a number that could not be read, raise the confidence of one they repeat, lower that of one they deny.
    """
    heading = zones.heading
    if heading is None or heading.in_annex or heading.number is None or (number is not None and "/" in number.value):
        return number, year
    seconds = list(_second_readings(zones))
    if not seconds:
        return number, year
    second, second_year = seconds[0]
    before_year = _YEAR_WORD.split(_without_label(heading.number.text)[0])[0]
    blank = number is None and not re.search(r"[^\s._:\u2026-]", before_year)
    if number is None or (number.confidence < 0.7 and number.value != second.value):
        return (number if blank else second), year or second_year
    agrees = any(found.value == number.value for found, _ in seconds)
    return Fact(number.value, 0.99 if agrees else min(number.confidence, 0.7), number.quote), year or second_year


def _second_readings(zones: Zones) -> Iterator[tuple[Fact[str], Fact[int]]]:
    annex_head = 0
    for line in zones.lines:
        plain = line.normal.text
        if re.match(r"^\W*LAMPIRAN\b", plain):
            annex_head = 8
        noreg = _NOREG.search(plain)
        found = noreg or (_NUMBER_AND_YEAR.match(plain) if annex_head else None)
        if found and line.zone in (Zone.CLOSING, Zone.GAZETTE, Zone.BODY, Zone.ANNEX):
            quote = line.quote_normal(found.start(), found.end())
            yield Fact(found[1], 0.7, quote), Fact(int(found[2]), 0.7, quote)
            annex_head = 0
        annex_head = max(0, annex_head - 1)


def _from_letter(zones: Zones, document_type: str | None) -> Fact[str] | None:
    """'Nomor : 556/0147/2020' in the head of a letter, SOP or DPA; labels and values may stand in two columns."""
    if document_type is not None and document_type not in _NUMBERED_LETTERS:
        return None
    front = [line for line in zones.opening[:30] if line.zone is not Zone.PREAMBLE]
    own = _sop_cell(front) if document_type == "sop" else None
    if own is not None:
        return own
    for at, line in enumerate(front):
        words = line.text.lstrip(_STRAY)
        label = _AFTER_LABEL.match(words)
        value = _SLASHED.match(words[label.end() :]) if label else None
        if label and value:
            start = len(line.text) - len(words) + label.end()
            return _number(value[0], line.quote(start, start + len(value[0])), with_year=False)
        inside = _AFTER_LABEL.search(line.text) if document_type in ("sertifikat", "sop") else None
        value = _SLASHED.match(line.text[inside.end() :]) if inside else None
        if inside and value:
            return _number(value[0], line.quote(inside.end(), inside.end() + len(value[0])), with_year=False)
        code = _SOP_CODE.match(line.text.strip()) if document_type == "sop" else None
        if code:
            return _number(code[0], line.quote(), with_year=False)
        if is_number_line(line) and not re.search(r"\d", line.text):
            split = next((near for near in front[at + 1 : at + 12] if _LETTER_NUMBER.match(near.text.strip())), None)
            if split is not None:
                return _number(split.text, split.quote(), with_year=False)
    return None


def _sop_cell(lines: list[ZoneLine]) -> Fact[str] | None:
    """The cell 'Nomor SOP': its value stands beside it or in the line below."""
    for at, line in enumerate(lines):
        label = _SOP_NUMBER.search(line.text)
        if label is None:
            continue
        beside = bool(label["value"].strip())
        holder = line if beside else next(iter(lines[at + 1 : at + 2]), line)
        start = label.start("value") if beside else 0
        value = _SOP_VALUE.match(holder.text[start:])
        if value is not None and re.search(r"\d", value["value"]):
            quote = holder.quote(start + value.start("value"), start + value.end("value"))
            return _number(value["value"], quote, with_year=False)
    return None
