"""Indonesian numbers and money: '1.250.000,00', '1,250,000.00', '(12,5)', 'Rp 5.219,45 M', '1.500.000,-'."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from functools import lru_cache


class Separators(StrEnum):
    """Which mark groups thousands on a page: the point (Indonesian, the default) or the comma (English)."""

    INDONESIAN = "indonesian"
    ENGLISH = "english"


@dataclass(frozen=True, slots=True)
class Number:
    """A printed number: `raw` alone as printed (brackets kept, no Rp, no %), `start`..`end` its place in the text.

    `scale` is the Indonesian word of the scale printed behind it ('ribu', 'juta', 'miliar', 'triliun');
    `value` is not multiplied by it.
    """

    value: Decimal
    raw: str
    start: int
    end: int
    scale: str | None = None
    rupiah: bool = False
    percent: bool = False

    @property
    def is_money(self) -> bool:
        """Whether it looks like an amount of money: Rp before it, or thousands grouped at least twice."""
        return self.rupiah or len(_THOUSANDS.findall(self.raw)) >= 2


_SCALES = {
    "ribu": Decimal(10) ** 3,
    "juta": Decimal(10) ** 6,
    "miliar": Decimal(10) ** 9,
    "triliun": Decimal(10) ** 12,
}
_SCALE_WORDS = {
    "ribu": "ribu",
    "ribuan": "ribu",
    "rb": "ribu",
    "juta": "juta",
    "jutaan": "juta",
    "jt": "juta",
    "miliar": "miliar",
    "milyar": "miliar",
    "miliaran": "miliar",
    "milyaran": "miliar",
    "m": "miliar",
    "triliun": "triliun",
    "trilyun": "triliun",
    "t": "triliun",
}
_THOUSANDS = re.compile(r"[.,]\d{3}(?!\d)")
_DIGITS = r"(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?)"
_NUMBER = re.compile(
    r"(?P<rupiah>\bRp\.?[ ]{0,3}|\bIDR[ ]?)?"
    r"(?P<raw>\([ ]?-?(?:Rp\.?[ ]?)?"
    + _DIGITS
    + r"[ ]?\)|(?<![\w.,/-])-?"
    + _DIGITS
    + r"|(?<=[RrPp.])"
    + _DIGITS
    + r")"
    r"(?![\w]|[.,/]\d)"
    r"(?P<dash>,?[.]?-(?!\d|[ ]?\w))?"
    r"(?P<scale>[ ]?(?:ribu(?:an)?|juta(?:an)?|mil[iy]ar(?:an)?|tril[iy]un|jt|rb)\b)?"
    r"(?P<percent>[ ]?(?:%|persen\b|prosen\b))?",
    re.IGNORECASE,
)
_LETTER_SCALE = re.compile(r"[ ]?([MT])\b(?!\w|\.\w)")
_CELL = re.compile(
    r"(?P<rupiah>Rp[.,]?\s*|IDR\s*)?(?P<raw>[(\[]?\s*[-\u2013]?\s*(?:Rp[.,]?\s*)?\d[\d.,\s]*[)\]]?)(?P<dash>,?-)?\s*"
    r"(?P<scale>ribu|juta|mil[iy]ar|tril[iy]un|jt|M|T)?\s*(?P<percent>%|persen)?",
    re.IGNORECASE,
)
_SLIP = re.compile(r"(?=[^\s]*\d[^\s]*\d)[\dOoIl|SBZ]+(?:[.,][\dOoIl|SBZ]{2,3})+")
_LOOKALIKES = str.maketrans("OoIl|SBZ", "00111582")
_NOTHING = frozenset({"-", "\u2013", "\u2014", "--", ",-", "-,", "nihil", "rp-", "rp -", "rp. -", "-,-", "rp.-"})


def separators(texts: Iterable[str]) -> Separators:
    """Which mark groups thousands in `texts`: decided by the numbers that leave no doubt.

    >>> str(separators(["2,557,555,499,000.00", "1,234"]))
    'english'
    """
    english = indonesian = 0
    for text in texts:
        english += len(_SURE_ENGLISH.findall(text))
        indonesian += len(_SURE_INDONESIAN.findall(text))
    return Separators.ENGLISH if english > indonesian else Separators.INDONESIAN


_SURE_ENGLISH = re.compile(r"\d,\d{3}(?:,\d{3})+(?!\d|,\d{1,2}\b)|\d,\d{3}\.\d{1,2}\b")
_SURE_INDONESIAN = re.compile(r"\d\.\d{3}(?:\.\d{3})+(?!\d)|\d\.\d{3},\d{1,2}\b")


def numbers(text: str, marks: Separators = Separators.INDONESIAN) -> tuple[Number, ...]:
    """Every number printed in running text, left to right.

    >>> [str(n.value) for n in numbers("12 dari 4.532 (0,26 %)")]
    ['12', '4532', '0.26']
    """
    found = []
    for match in _NUMBER.finditer(text):
        value = _value(match["raw"], marks)
        if value is None:
            continue
        scale = _SCALE_WORDS.get((match["scale"] or "").strip().lower())
        end = match.end()
        if scale is None and match["rupiah"] and (letter := _LETTER_SCALE.match(text, match.end("raw"))):
            scale, end = _SCALE_WORDS[letter[1].lower()], letter.end()
        raw = match["raw"].strip()
        found.append(Number(value, raw, match.start("raw"), end, scale, bool(match["rupiah"]), bool(match["percent"])))
    return tuple(found)


@lru_cache(maxsize=8192)
def whole(text: str, marks: Separators = Separators.INDONESIAN) -> Number | None:
    """The number a table cell holds, when it holds nothing else; a printed dash is 0.

    Spaces inside the number and letters that OCR put for digits are repaired, because here only a
    number can stand.

    >>> str(whole("22 791.272.000").value)
    '22791272000'
    >>> str(whole("Rp 38.340.000.000,00").value), str(whole("( 1.250.000 )").value), str(whole("1O.5OO.000").value)
    ('38340000000.00', '-1250000', '10500000')
    >>> whole("4 unit") is None
    True
    """
    cell = " ".join(text.split())
    if not cell or len(cell) > 40:
        return None
    if cell.lower() in _NOTHING:
        return Number(Decimal(0), cell, 0, len(cell))
    if not any(map(str.isdigit, cell)):
        return None
    repaired = repaired_number(cell)
    match = _CELL.fullmatch(repaired)
    if match is None:
        return None
    value = _value(_closed(match["raw"]), marks)
    if value is None:
        return None
    scale = _SCALE_WORDS.get((match["scale"] or "").lower())
    raw = match["raw"].strip()
    if repaired == cell:
        raw = cell[match.start("raw") : match.end("raw")].strip()
    return Number(value, raw, match.start("raw"), len(cell), scale, bool(match["rupiah"]), bool(match["percent"]))


def expanded(value: Decimal, scale: str | None) -> int:
    """Whole rupiah of `value` in a printed scale, rounded half up.

    >>> expanded(Decimal("5219.45"), "miliar")
    5219450000000
    """
    return int((value * _SCALES.get(scale or "", Decimal(1))).to_integral_value(ROUND_HALF_UP))


_SLIPPED_POINT = re.compile(r"(?<=\d)[-:;'\u2019*](?=\d{3}[.,])")


def repaired_number(cell: str) -> str:
    """Letters read for digits, and a mark read for a point, put right inside a grouped number only.

    >>> repaired_number("1.1O7.000-000,00"), repaired_number("SOLO")
    ('1.107.000.000,00', 'SOLO')
    """
    cell = _SLIP.sub(lambda slip: slip[0].translate(_LOOKALIKES), cell)
    cell = _SLIPPED_POINT.sub(".", cell)
    # A stroke of a table line read as a bracket or quote before the number.
    return cell.strip("|'\u2018\u2019`_; ") or cell


def _closed(raw: str) -> str:
    """The spaces of '1 234 567' and '1. 234.567' taken out; '12 345' and '3 4' stay two numbers."""
    tight = re.sub(r"\s*([.,])\s*", r"\1", raw.strip())
    tight = re.sub(r"(?<=[(\[])\s+|\s+(?=[)\]])", "", tight)
    if re.fullmatch(r"[(\[]?[-\u2013]?\s*\d{1,3}(?: \d{3}){2,}(?:[.,]\d{1,2})?[)\]]?", tight):
        return tight.replace(" ", "")
    if re.fullmatch(
        r"[(\[]?[1-9]\d{0,2} (?:\d{3}(?:\.\d{3}){2,}(?:,\d{1,2})?|\d{3}(?:,\d{3}){2,}(?:\.\d{1,2})?)[)\]]?", tight
    ):
        return tight.replace(" ", "," if re.search(r",\d{3}(?!\d)", tight) and "." not in tight.split(",")[0] else ".")
    # A first digit set apart by justified typesetting: '2 22.559.000'.
    if re.fullmatch(r"[(\[]?(?:\d \d{1,2}|\d{2} \d)(?:[.,]\d{3})+(?:[.,]\d{2})?[)\]]?", tight):
        return tight.replace(" ", "")
    return tight


def _value(raw: str, marks: Separators) -> Decimal | None:
    digits = re.sub(r"Rp\.?\s*", "", raw, flags=re.IGNORECASE).strip()
    negative = digits.startswith(("(", "[", "-", "\u2013")) or "(-" in digits
    digits = digits.strip("()[]-\u2013 ").rstrip(".,")
    plain = _plain(digits, marks)
    if plain is None:
        return None
    value = Decimal(plain)
    return -value if negative and value else value


def _plain(digits: str, marks: Separators) -> str | None:
    """The digits with a decimal point only, or None where they are no single number."""
    if not re.fullmatch(r"\d+(?:[.,]\d+)*", digits) or len(digits) > 30:
        return None
    points, commas = digits.count("."), digits.count(",")
    if not points and not commas:
        return digits
    if points and commas:
        decimal = "," if digits.rfind(",") > digits.rfind(".") else "."
        return _grouped(digits, decimal) if digits.count(decimal) == 1 else None
    mark = "." if points else ","
    parts = digits.split(mark)
    if len(parts) > 2:
        if all(len(part) == 3 for part in parts[1:]):
            return "".join(parts)
        # '1.250.000.00': the author's point before the sen.
        return "".join(parts[:-1]) + "." + parts[-1] if _grouped_parts(parts[:-1]) and len(parts[-1]) == 2 else None
    thousands = "," if marks is Separators.ENGLISH else "."
    if mark == thousands and len(parts[1]) == 3 and len(parts[0]) <= 3 and parts[0].strip("0"):
        return "".join(parts)
    return f"{parts[0]}.{parts[1]}"


def _grouped(digits: str, decimal: str) -> str | None:
    head, _, tail = digits.rpartition(decimal)
    parts = re.split(r"[.,]", head)
    return "".join(parts) + "." + tail if _grouped_parts(parts) or len(parts) == 1 else None


def _grouped_parts(parts: list[str]) -> bool:
    return len(parts) > 1 and len(parts[0]) <= 3 and all(len(part) == 3 for part in parts[1:])
