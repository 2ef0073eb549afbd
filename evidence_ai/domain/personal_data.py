"""Numbers that name one person: where they stand in a text, and the text with them masked.

Only numbers whose shape and meaning leave little doubt count; a NIP (18 digits), an account or a decree number is none.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

MASK = "x"
"""What stands for each digit; length and separators stay, so that quotes keep their place."""


class PersonalKind(StrEnum):
    """What a number is: of a person, a family, a taxpayer, or a mobile phone."""

    NIK = "nik"
    KK = "kk"
    NPWP = "npwp"
    PHONE = "phone"


MASKED = frozenset({PersonalKind.NIK, PersonalKind.KK, PersonalKind.NPWP})
"""What no output shows. A mobile number may be a public hot line, so it stays."""


@dataclass(frozen=True, slots=True)
class PersonalNumber:
    """One number in a text: `text[start:end]`."""

    kind: PersonalKind
    start: int
    end: int


def personal_numbers(text: str) -> tuple[PersonalNumber, ...]:
    """Every personal number in `text`, in order; none overlaps another.

    A number counts as NIK or KK where a label stands before it, or where it begins with a province and a regency and
    holds a real date (women's NIK add 40 to the day).

    **Source**: Perpres 62/2019 and Permendagri 72/2022 (NIK: 6 digits region, 6 birth date, 4 serial); UU 27/2022.

    >>> personal_numbers("NIP 19800101 200501 1 001")
    ()
    """
    if not _TEN_DIGITS.search(text):
        return ()
    found = [one for look in (_labelled, _shaped, _tax_numbers, _phones) for one in look(text)]
    kept: list[PersonalNumber] = []
    for one in found:
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: one.start))


def masked(text: str) -> str:
    """`text` with every digit of a NIK, KK or NPWP as 'x'; all else, and the length, as it was.

    >>> masked("NPWP 01.234.567.8-901.000, SK Nomor 188.45/12/2020")
    'NPWP xx.xxx.xxx.x-xxx.xxx, SK Nomor 188.45/12/2020'
    """
    if not _TEN_DIGITS.search(text):
        return text
    parts, at = [], 0
    for one in personal_numbers(text):
        if one.kind in MASKED:
            parts += [text[at : one.start], re.sub(r"\d", MASK, text[one.start : one.end])]
            at = one.end
    return "".join([*parts, text[at:]]) if parts else text


def is_shaped_like_nik(digits: str) -> bool:
    """Whether 16 digits begin with a province and a regency and hold a real day, and end in a serial number."""
    day, month, year = int(digits[6:8]), int(digits[8:10]), int(digits[10:12])
    day -= 40 if day > 40 else 0
    if not (_PROVINCES.match(digits) and 1 <= int(digits[2:4]) <= 79 and 1 <= int(digits[4:6]) <= 75):
        return False
    if not (1 <= month <= 12 and int(digits[12:]) > 0):
        return False
    return 1 <= day <= max(calendar.monthrange(century + year, month)[1] for century in (1900, 2000))


_TEN_DIGITS = re.compile(r"\d(?:[ .\-]?\d){9}")
"""No personal number has fewer digits; text without such a run is done at once."""
_PROVINCES = re.compile(r"1[1-9]|2[01]|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-7]")
_SEPARATOR = r"[ .\-]?"
_LABEL = re.compile(
    r"\b(?:(?P<kk>N(?:o|omor)\.?\s*(?:Kartu\s+Keluarga|KK)|Kartu\s+Keluarga|NKK|KK)"
    r"|N\.?I\.?K\b|Nomor\s+Induk\s+Kependudukan|(?:No(?:mor)?\.?\s*)?(?:e-?)?KTP(?:-?el)?)"
    r"(?:\s*\(?(?:NIK|KTP|KK|No\.?|Nomor)\)?)?[\s:.=|\-]{0,8}"
    rf"(?P<number>\d(?:{_SEPARATOR}\d){{14,16}})(?!{_SEPARATOR}\d)",
    re.IGNORECASE,
)
"""After a label one digit may be lost or doubled by OCR and the person is still named."""
_SHAPE = re.compile(
    r"(?<!\d)(?<!\d[.,])(?:\d{16}|\d{6}([ .\-])\d{6}\1\d{4}|\d{2}([ .\-])\d{2}\2\d{2}\2\d{6}\2\d{4})(?![.,]?\d)"
)
_GLUED = re.compile(r"(?<!\d)\d{32}(?!\d)")
"""NIK and KK of neighbouring columns that lost the gap between them."""
_TAX = re.compile(r"(?<![\d.])\d{2}\.\d{3}\.\d{3}\.\d[-.]\d{3}\.\d{3}(?![\d.]\d)")
_PHONE = re.compile(r"(?<![\d.,/+\-])(?:\+?62[ \-]?|0)8[1-9]\d(?:[ \-]?\d{3,4}){2}(?![\d/]|[.,\-]\d)")


def _labelled(text: str) -> Iterator[PersonalNumber]:
    for match in _LABEL.finditer(text):
        kind = PersonalKind.KK if match["kk"] else PersonalKind.NIK
        yield PersonalNumber(kind, *match.span("number"))


def _shaped(text: str) -> Iterator[PersonalNumber]:
    for run in _GLUED.finditer(text):
        halves = [(at, at + 16) for at in range(run.start(), run.end(), 16)]
        if all(is_shaped_like_nik(text[start:end]) for start, end in halves):
            yield from (PersonalNumber(PersonalKind.NIK, start, end) for start, end in halves)
    for match in _SHAPE.finditer(text):
        if is_shaped_like_nik(re.sub(r"\D", "", match[0])):
            yield PersonalNumber(PersonalKind.NIK, *match.span())


def _tax_numbers(text: str) -> Iterator[PersonalNumber]:
    for match in _TAX.finditer(text):
        yield PersonalNumber(PersonalKind.NPWP, *match.span())


def _phones(text: str) -> Iterator[PersonalNumber]:
    for match in _PHONE.finditer(text):
        yield PersonalNumber(PersonalKind.PHONE, *match.span())
