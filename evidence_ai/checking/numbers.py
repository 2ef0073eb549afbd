"""Numbers as regions type them, read exactly (Decimal, never float)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_SCALES = {
    "ribu": Decimal(1000),
    "rb": Decimal(1000),
    "juta": Decimal(10) ** 6,
    "jt": Decimal(10) ** 6,
    "miliar": Decimal(10) ** 9,
    "milyar": Decimal(10) ** 9,
    "m": Decimal(10) ** 9,
    "triliun": Decimal(10) ** 12,
    "trilyun": Decimal(10) ** 12,
    "t": Decimal(10) ** 12,
}
"""Short forms m and t mean miliar and triliun in budget papers, so they count after Rp only."""

_MONEY_ONLY = frozenset({"m", "t", "jt", "rb"})
_NUMBER = r"(?P<open>\()?\s*(?P<sign>[-−–])?\s*(?P<digits>\d[\d.,\s']*\d|\d)(?:\s*,\s*[-–=]+)?\s*\)?"
_PLAIN = re.compile(
    rf"^\s*(?P<rp>rp\.?|idr)?\s*{_NUMBER}\s*(?:\([a-z\s]+\)\s*)?(?P<rest>[^\d]*(?:per\s+[\d.]+.*|(?:km|m)[23²³])?)$",
    re.IGNORECASE,
)
_RATIO = re.compile(
    r"^\s*(?P<part>\d[\d.,\s]*?)\s*(?P<words>[a-z\s]*?)\s*(?:\bdari\b|/|\bof\b)\s*(?P<whole>\d[\d.,]*)", re.IGNORECASE
)
_NIL = frozenset({"nihil", "nol", "kosong", "tidak ada", "belum ada", "tdk ada", "-", "--", "–", "n/a", "na"})
_YES = frozenset({"ada", "ya", "tersedia", "sudah", "sudah ada", "yes", "1"})
_NO = _NIL | {"tidak", "belum", "tidak tersedia", "no", "0"}


@dataclass(frozen=True, slots=True)
class Number:
    """A typed number, juta and miliar expanded.

    `other` is the second reading of an ambiguous separator ('1,234'); `half_step` is half of the last printed
    digit: the rounding nobody can see. `unit` as typed, None where there is none.
    """

    value: Decimal
    other: Decimal | None
    half_step: Decimal
    unit: str | None

    @property
    def readings(self) -> tuple[Decimal, ...]:
        """Every value the typed text can mean, likeliest first."""
        return (self.value,) if self.other is None else (self.value, self.other)


@dataclass(frozen=True, slots=True)
class Ratio:
    """A part of a whole: '12 dari 45'."""

    part: Number
    whole: Number


def number(text: str | None) -> Number | None:
    """The number in `text`, or None where it is not one number ('nihil', 'ada', '12 dari 45').

    >>> number("264,78").value, number("1.234").value, number("1.234").other
    (Decimal('264.78'), Decimal('1234'), Decimal('1.234'))
    >>> number("Rp 1.500.000.000,00").value, number("1,5 miliar").value
    (Decimal('1500000000.00'), Decimal('1500000000.0'))
    >>> number("97,65 %").unit, number("nihil")
    ('%', None)
    """
    match = _PLAIN.match(text or "")
    if match is None:
        return None
    printed = _printed(match["digits"])
    if printed is None:
        return None
    rest = " ".join(match["rest"].split()).strip(" .,-–=()")
    scale, unit = _scale(rest, money=match["rp"] is not None)
    sign = -1 if match["sign"] or (match["open"] and ")" in match[0]) else 1
    value, other = printed
    half = Decimal(1).scaleb(_exponent(value)) / 2
    return Number(
        value=sign * value * scale,
        other=None if other is None else sign * other * scale,
        half_step=half * scale,
        unit="rupiah" if match["rp"] else unit,
    )


def ratio(text: str | None) -> Ratio | None:
    """'12 dari 45' or '12/45' as part and whole, None for anything else.

    >>> found = ratio("12 dari 45 desa")
    >>> found.part.value, found.whole.value
    (Decimal('12'), Decimal('45'))
    """
    match = _RATIO.match(text or "")
    if match is None:
        return None
    part, whole = number(match["part"]), number(match["whole"].rstrip(".,"))
    return None if part is None or whole is None else Ratio(part, whole)


def is_nil(text: str) -> bool:
    """Whether the answer says 'none' in words: nihil, tidak ada, a dash."""
    return _plain_words(text) in _NIL


def is_yes(text: str) -> bool:
    """Whether the answer says that something exists."""
    return _plain_words(text) in _YES or _plain_words(text).startswith("ada ")


def is_no(text: str) -> bool:
    """Whether the answer says that something does not exist."""
    return _plain_words(text) in _NO


def _plain_words(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" .!")


def _printed(digits: str) -> tuple[Decimal, Decimal | None] | None:
    """The printed digits as a value, with the second reading where one separator can mean both."""
    plain = re.sub(r"[\s']", "", digits)
    dots, commas = plain.count("."), plain.count(",")
    if dots and commas:
        decimal = max(plain.rfind("."), plain.rfind(","))
        whole, part = re.sub(r"[.,]", "", plain[:decimal]), re.sub(r"[.,]", "", plain[decimal + 1 :])
        if plain.count(plain[decimal]) > 1:  # 1.234,567,890 is no number
            return None
        return Decimal(f"{whole}.{part}"), None
    if dots + commas == 0:
        return Decimal(plain), None
    separator = "." if dots else ","
    groups = plain.split(separator)
    thousands = all(len(group) == 3 for group in groups[1:]) and 1 <= len(groups[0]) <= 3 and groups[0] != "0"
    if len(groups) > 2:
        return (Decimal("".join(groups)), None) if thousands else None
    as_decimal = Decimal(".".join(groups))
    if not thousands:
        return as_decimal, None
    as_whole = Decimal("".join(groups))
    return (as_whole, as_decimal) if separator == "." else (as_decimal, as_whole)


def _scale(rest: str, *, money: bool) -> tuple[Decimal, str | None]:
    """The scale word and the unit that follow a number."""
    words = rest.split()
    if words and words[0].casefold().rstrip(".") in _SCALES:
        first = words[0].casefold().rstrip(".")
        if money or first not in _MONEY_ONLY:
            return _SCALES[first], " ".join(words[1:]) or None
    return Decimal(1), rest or None


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
