"""Lines that carry the number or the date of a document, however an engine spelt them: what they are, when complete."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches

_MONTHS = (
    "januari", "februari", "pebruari", "febuari", "maret", "april", "mei", "juni", "juli", "agustus", "september",
    "oktober", "november", "nopember", "desember",
    "jan", "feb", "peb", "mar", "apr", "may", "jun", "jul", "agt", "ags", "aug", "sep", "sept", "okt", "oct", "nov",
    "nop", "des", "dec",
)  # fmt: skip
"""As written in full, and on date stamps (also English ones, which offices have)."""
_LONG_MONTHS = tuple(month for month in _MONTHS if len(month) > 4)
_ALIKE_MONTH = 0.7
"""Similarity from which a misread month is that month: 'Janua-1', 'JANYAKI'; the twelve differ more than that."""
_DATE = re.compile(r"(?i)(?<!\d)([0-3]\s\d|\d{1,2})\s*([a-z][a-z0-9'\"*. -]{1,11}?)\s*((?:19|20)\d{2})(?!\d)")
_WHOLE_DATE = re.compile(
    r"(?i)(?<!\d)(?:3[01]|[12]\d|0?[1-9])\s?(?:(?:"
    + "|".join(_MONTHS)
    + r")|[-./]\s?[01]?\d\s?[-./])\s?(?:19|20)\d{2}\W*$"
)
_LETTERS_FOR_DIGITS = str.maketrans("OoSIlZ", "005112")
_LONE_LETTERS_FOR_DIGITS = str.maketrans("OoSIlZzgqb", "0051122996")
_ROMAN_MONTHS = frozenset({"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"})
_LETTERS_IN_DIGITS_OF_MONTHS = str.maketrans("0145", "OIAS")


@dataclass(frozen=True, slots=True)
class LineKind:
    """A kind of line: how it begins on paper, when a reading of it is complete, and how its words are set apart."""

    begins: re.Pattern[str]
    is_complete: Callable[[str], bool]
    spaced: Callable[[str], str]


def kind_of(text: str) -> tuple[LineKind, int] | None:
    """The kind of line `text` is, and where in it that begins; None for all other lines."""
    for kind in _KINDS:
        found = kind.begins.search(text)
        if found is not None:
            return kind, found.start()
    return None


def date_follows(text: str) -> bool:
    """Whether the next line on paper must be a date: 'Ditetapkan di ...'."""
    return _PLACE_OF_SIGNING.search(text) is not None


def _spaced_number(text: str) -> str:
    """The second engine drops blanks: they are put back after the keyword and around TAHUN."""
    text = _NUMBER_KEYWORD.sub(lambda found: f"{_keyword(found[1])} {': ' if found[2] else ''}", text, count=1)
    text = re.sub(r"(?<=[\w.])\s*(TAHUN|Tahun)\s*(?=[\d.])", r" \1 ", text)
    text = re.sub(r"(\d)\s*/\s*|\s*/\s*(\d)", lambda found: f"{found[1] or ''}/{found[2] or ''}", text).strip()
    text = re.sub(r"(?<![^\s/.:-])[0-9OoSIlZ]+(?![^\s/.,:;-])", _digits, text)
    text = re.sub(r"(?<=/)\s*([IVXivxl1×]{1,4})\s*(?=/)", _roman, text)
    text = re.sub(r"(?<=/[IVX]|[IVX]{2})\s+[1l|]((?:19|20)\d{2})$", r"/\1", text)  # the last stroke, read as a one
    return re.sub(r"(?i)(?<=nomor )(: )?([OoSIlZzgqb]{1,3})(?= tahun)", _lone_digits, text)


def _digits(found: re.Match[str]) -> str:
    """A part of a number that is mostly digits is all digits ('0S61', 'O3'); roman months (I, II) stay letters."""
    part = found[0]
    digits = sum(character.isdigit() for character in part)
    return part.translate(_LETTERS_FOR_DIGITS) if 2 * digits >= len(part) and digits else part


def _roman(found: re.Match[str]) -> str:
    """Between slashes a month may stand in roman numerals: ones beside V and X are its I, a small x its X."""
    part = found[1]
    month = part.replace("1", "I").replace("l", "I").replace("×", "X").upper()
    return month if re.search(r"[VXvx×]", part) and month in _ROMAN_MONTHS else part


def _lone_digits(found: re.Match[str]) -> str:
    """Letters where a number must stand ('NOMOR g TAHUN 2015', 'NOMOR ZO TAHUN') are the digits they look like."""
    return (found[1] or "") + found[2].translate(_LONE_LETTERS_FOR_DIGITS)


def _keyword(text: str) -> str:
    plain = re.sub(r"\s+", "", text).casefold()
    word = "pada tanggal" if plain.startswith("pada") else "tanggal" if plain.startswith("tang") else "nomor"
    if text.isupper():
        return word.upper()
    return word.capitalize() if text[:1].isupper() or word == "nomor" else word


def _spaced_date(text: str) -> str:
    """Keyword, day, month and year set apart; a misread month becomes the month it must be."""
    text = re.sub(r"(?i)^.{1,3}?(?=pada\s*tangga|(?<![a-z])tanggal)", "", text)  # the end of a stroke left of the line
    text = _DATE_KEYWORD.sub(lambda found: f"{_keyword(found[1])} {': ' if found[2] else ''}", text, count=1)
    text = re.sub(r"(?<=[a-z]),(?=\S)", ", ", text)
    return _DATE.sub(lambda found: f"{found[1].replace(' ', '')} {_month(found[2])} {found[3]}", text).strip()


def _month(text: str) -> str:
    letters = re.sub(r"[^A-Za-z]", "", text.translate(_LETTERS_IN_DIGITS_OF_MONTHS))
    if letters.casefold() in _MONTHS:
        return letters
    alike = get_close_matches(letters.casefold(), _LONG_MONTHS, n=1, cutoff=_ALIKE_MONTH)
    if not alike:
        return text
    return alike[0].upper() if letters[1:].isupper() else alike[0].capitalize()


def _is_whole_date(text: str) -> bool:
    return _WHOLE_DATE.search(text) is not None


_NUMBER_KEYWORD = re.compile(r"(?i)^\W{0,3}(n[o0]m[o0]?r|no\.?)\s*(:?)\s*")
_WHOLE_NUMBER = re.compile(r"(?i)^\W{0,3}(?:n[o0]m[o0]?r|no)\W*(?!tah|t\S{2,3}n\b)[A-Z]{0,6}\W{0,3}\S*\d")
_DATE_KEYWORD = re.compile(r"(?i)(pada\s*tangga[ljy]?|(?<![a-z])tanggal)\s*(:?)\s*(?![a-z])")
_PLACE_OF_SIGNING = re.compile(r"(?i)^\W{0,3}(?:ditetapkan|diundangkan|disahkan|dikeluarkan)\s*di\b.{3,30}$")
_DAY_MONTH_YEAR = r"\S{0,4}\s?(?=[^\W\d])\S{3,10}\s?(?:19|20)\d{2}\W*$"

DATE = LineKind(
    # At the beginning of a line, or anywhere before a date that ends it: what stands left of it may be a stamp.
    begins=re.compile(
        r"(?i)^\W{0,3}(?:pada\s*)?tanggal(?![a-z])(?!\s+(?:ditetapkan|diundangkan|mulai))"
        rf"|(?<![a-z])(?:pada\s*)?tanggal(?![a-z])\W{{0,3}}(?={_DAY_MONTH_YEAR})"
    ),
    is_complete=_is_whole_date,
    spaced=_spaced_date,
)
"""A date after its keyword."""

_KINDS = (
    LineKind(
        begins=re.compile(
            r"^\W{0,3}(?:N[O0]M[O0]R|Nomor|NOMR|No\s*[.:])(?![a-z])(?!\s*\d{1,5}\s*(?:\)|\W{1,3}$))(?!.*\b(?:tentang|Lembaran)\b)"
        ),
        is_complete=lambda text: _WHOLE_NUMBER.search(text) is not None,
        spaced=_spaced_number,
    ),
    DATE,
    LineKind(
        # 'Kendari,   Januari 2018', '21 Desember 2020': a letter's date, its day often left to the pen.
        begins=re.compile(
            r"(?i)^\W{0,3}(?:[a-z][a-z.' ]{2,24}[,.]\s*\S{0,4}\s?|\S{1,3}\s)"
            r"(?=[a-z])(?:jan|[fp]e[bp]|mar|apr|mei|may|ju[nl]|ag[us]|aug|sep|o[kc]t|no[vp]|d[ea][sc])\S{0,7}\s?(?:19|20)\d{2}\W*$"
        ),
        is_complete=_is_whole_date,
        spaced=_spaced_date,
    ),
)
