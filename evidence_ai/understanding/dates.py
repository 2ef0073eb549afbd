"""Dates as Indonesian documents print them: figures, month names old and new, words, and OCR noise of all three."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from rapidfuzz import fuzz, process

from evidence_ai.understanding.normal import as_digits


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date printed at `start:end` of a comparable text; `certainty` 0..1 falls with every repair."""

    value: date
    start: int
    end: int
    certainty: float


_MONTHS = {
    "JANUARI": 1, "JANUARY": 1, "DJANUARI": 1, "JAN": 1, "FEBRUARI": 2, "PEBRUARI": 2, "FEBRUARY": 2, "FEB": 2, "PEB": 2,
    "MARET": 3, "MARCH": 3, "MAR": 3, "MRT": 3, "APRIL": 4, "APR": 4, "MEI": 5, "MAY": 5, "JUNI": 6, "JUNE": 6, "DJUNI": 6,
    "JUN": 6, "JULI": 7, "JULY": 7, "DJULI": 7, "JUL": 7, "AGUSTUS": 8, "AUGUST": 8, "AGUST": 8, "AGT": 8, "AGS": 8,
    "AUG": 8, "AGU": 8, "SEPTEMBER": 9, "SEPT": 9, "SEP": 9, "OKTOBER": 10, "OCTOBER": 10, "OKT": 10, "OCT": 10,
    "NOVEMBER": 11, "NOPEMBER": 11, "NOV": 11, "NOP": 11, "DESEMBER": 12, "DECEMBER": 12, "DES": 12, "DEC": 12,
}  # fmt: skip
_ONES = ("NOL", "SATU", "DUA", "TIGA", "EMPAT", "LIMA", "ENAM", "TUJUH", "DELAPAN", "SEMBILAN")
_DIGIT = r"[0-9OQILSBZ|]"
_LETTER_DIGIT = r"[OQILSBZ](?![A-Z])"
"""A letter read as the last figure of a day; one that runs on into a word is that word's: '2 OKTOBER' is no 20th."""
_NAMED = re.compile(
    rf"(?<![A-Z0-9/.])(?P<day>[0-3OQILSZ|]? ?(?:[1-9|]|0(?!KT)|{_LETTER_DIGIT}))(?:ST|ND|RD|TH)? ?[-.,/]? ?"
    rf"(?P<month>[A-Z0-9]{{3,10}})\.? ?[-.,/]? ?(?:TAHUN )?"
    rf"(?P<year>[12LI|] ?[0-9OQ] ?{_DIGIT} ?{_DIGIT})(?![0-9])"
)
_TORN = re.compile(
    r"(?<![A-Z0-9/.])(?P<day>\d{1,2}) (?P<month>[A-Z]{1,8}(?: [A-Z]{1,8}){1,3}) (?P<year>(?:19|20)\d\d)(?![0-9])"
)
"""A month torn by blanks: '16 AGUS TUS 2016'."""
_LONGEST_LINE = 4000
"""Characters of a line that are searched; no printed line is longer, and a hostile one must not cost minutes."""
_YEARLESS = re.compile(r"(?<![A-Z0-9/.])(?P<day>\d{1,2}) (?P<month>[A-Z]{3,10}) (?P<year>\S{3,5})")
_FIGURES = re.compile(
    r"(?<![\d./-])(?P<day>\d{1,2}) ?(?P<sep>[-/.]) ?(?P<month>\d{1,2}) ?(?P=sep) ?(?P<year>(?:19|20)\d\d)(?![\d/])"
)
_ISO = re.compile(r"(?<![\d./-])(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])")
_WORDS = re.compile(
    r"TANGGAL[ .:]*(?P<day>[A-Z]+(?:[ .]+[A-Z]+){0,3}?[ .]*|\d{1,2}[ .]*)(?:\([^)]*\) ?)?,? ?BULAN[ .:]*(?P<month>[A-Z]{3,10})[ .,]*"
    r"(?:\([^)]*\) ?)?TAHUN[ .:]*(?P<year>[A-Z]+(?:[ .-]+[A-Z]+){1,6}|\d{4})"
)


def dates(text: str) -> tuple[FoundDate, ...]:
    """Every date in a comparable text, in order.

    >>> [str(found.value) for found in dates("MANADO, 14 NOPEMBER 2018; TGL 05-01-2018")]
    ['2018-11-14', '2018-01-05']
    >>> [str(found.value) for found in dates("TANGGAL DUA PULUH LIMA BULAN OKTOBER TAHUN DUA RIBU SEMBILAN BELAS")]
    ['2019-10-25']
    >>> dates("PADA TANGGAL        2018")
    ()
    """
    front = text[:_LONGEST_LINE]
    found = [*_named(front), *_torn(front), *_figures(front), *_worded(front)]
    found.sort(key=lambda item: (item.start, -item.certainty))
    kept: list[FoundDate] = []
    for item in found:
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    return tuple(kept)


def date_in_year(text: str, year: int) -> FoundDate | None:
    """A date whose day and month are read but whose year is not, in the year its number line gives.

    >>> found = date_in_year("PADA TANGGAL 16 JAN 209", 2018)
    >>> str(found.value), found.certainty
    ('2018-01-16', 0.5)
    """
    for match in _YEARLESS.finditer(text):
        named = month(match["month"])
        if named is None or fuzz.ratio(as_digits(match["year"]), str(year)) < 50:
            continue
        for found in _valid(str(year), named[0], match["day"], match, named[1] - 0.5):
            return found
    return None


def month(word: str) -> tuple[int, float] | None:
    """The month a word names and how surely, None if it names none.

    >>> month("Pebruari"), month("0KTOBER"), month("TANGGAL")
    ((2, 1.0), (10, 0.93), None)
    """
    plain = word.upper().strip(" .")
    if plain in _MONTHS:
        return _MONTHS[plain], 1.0
    if re.fullmatch(r"M[ECO][IL1JF]", plain):
        return 5, 0.75
    plain = plain.replace("0", "O").replace("1", "I").replace("5", "S").replace("8", "B")
    if len(plain) < 4:
        return None
    if plain in _MONTHS:
        return _MONTHS[plain], 0.93
    joined = _MONTHS.get(plain.replace("N", "RI", 1))  # OCR reads the letters 'ri' as one 'n': 'APNL'
    if joined is not None:
        return joined, 0.85
    choice = process.extractOne(plain, _long_months(), scorer=fuzz.ratio, score_cutoff=74)
    return None if choice is None else (_MONTHS[choice[0]], round(choice[1] / 100 - 0.07, 2))


@cache
def _long_months() -> tuple[str, ...]:
    return tuple(name for name in _MONTHS if len(name) >= 4)


def _named(text: str) -> list[FoundDate]:
    found = []
    for match in _NAMED.finditer(text):
        named = month(match["month"])
        if named is None:
            continue
        day, year = as_digits(match["day"].replace(" ", "")), as_digits(match["year"].replace(" ", ""))
        clean = day == match["day"] and year == match["year"]
        found += _valid(year, named[0], day, match, named[1] if clean else named[1] - 0.15)
    return found


def _torn(text: str) -> list[FoundDate]:
    """Dates whose month, its blanks taken out, is one letter for letter."""
    found = []
    for match in _TORN.finditer(text):
        number = _MONTHS.get(match["month"].replace(" ", ""))
        if number is not None:
            found += _valid(match["year"], number, match["day"], match, 0.85)
    return found


def _figures(text: str) -> list[FoundDate]:
    found = []
    for pattern in (_FIGURES, _ISO):
        for match in pattern.finditer(text):
            found += _valid(match["year"], int(match["month"]), match["day"], match, 0.95)
    return found


def _worded(text: str) -> list[FoundDate]:
    found = []
    for match in _WORDS.finditer(text):
        named = month(match["month"])
        day, year = _number(match["day"]), _number(match["year"])
        if named is not None and day is not None and year is not None:
            found += _valid(str(year), named[0], str(day), match, named[1] - 0.05)
    return found


def _valid(year: str, month_number: int, day: str, match: re.Match[str], certainty: float) -> list[FoundDate]:
    """The date if the calendar has it and the archive could."""
    if not (year.isdigit() and day.isdigit()) or not 1945 <= int(year) <= 2099:
        return []
    try:
        value = date(int(year), month_number, int(day))
    except ValueError:
        return []
    return [FoundDate(value, match.start(), match.end(), max(0.1, round(certainty, 2)))]


def _number(words: str) -> int | None:
    """A number below 10,000 in words ('DUA RIBU SEMBILAN BELAS') or figures."""
    if words.strip(" .").isdigit():
        return int(words.strip(" ."))
    total, current = 0, 0
    for word in re.findall(r"[A-Z]+", words.replace("SERIBU", "SATU RIBU").replace("SEBELAS", "SATU BELAS")):
        plain = {"SEPULUH": "SATU PULUH", "SERATUS": "SATU RATUS"}.get(word, word)
        for part in plain.split():
            step = _step(part, current)
            if step is None:
                return (total + current) or None
            added, current = step
            total += added
    return (total + current) or None


def _step(word: str, current: int) -> tuple[int, int] | None:
    """What one number word adds to the total, and the count still open."""
    if word in _ONES:
        return current, _ONES.index(word)
    near = process.extractOne(word, _ONES, scorer=fuzz.ratio, score_cutoff=80)
    factors = {"BELAS": None, "PULUH": 10, "RATUS": 100, "RIBU": 1000}
    if word not in factors and near is not None:
        return current, _ONES.index(near[0])
    if word not in factors:
        return None
    factor = factors[word]
    return (current + 10, 0) if factor is None else (current * factor, 0)
