"""Exact numbers from text. Nothing here ever is a float."""

from __future__ import annotations

import re
from fractions import Fraction

# The decisions contract: a plain decimal with a dot. '1.234' is therefore always one and a bit, never a thousand.
_PLAIN = re.compile(r"[+-]?\d+(?:\.(\d+))?")
# Indonesian: dots every three digits, a comma before the decimals.
_INDONESIAN = re.compile(r"([+-]?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?")
# Enough for every rupiah amount and ratio there is; short enough that no text can make arithmetic slow, and that
# every such number is exact in Decimal's own precision.
_LONGEST = 28


def exact_number(text: str) -> Fraction | None:
    """The number a text states, or None where it states none or can be read in two ways.

    Read are the plain form `264.78` and, where only one reading is possible, the Indonesian `264,78`,
    `1.234.567` and `1.234,5`. `1,234` is refused: it is a thousand to one reader and one and a bit to another.

    >>> exact_number("264.78"), exact_number("264,78"), exact_number("1,234")
    (Fraction(13239, 50), Fraction(13239, 50), None)
    """
    stripped = text.strip()
    if len(stripped) > _LONGEST or not stripped.isascii():
        return None
    plain = _PLAIN.fullmatch(stripped)
    if plain is not None:
        return Fraction(stripped) if plain[1] else Fraction(int(stripped))
    match = _INDONESIAN.fullmatch(stripped)
    if match is None:
        return None
    sign, whole, decimals = match.groups()
    if decimals is not None and len(decimals) == 3 and "." not in whole and len(whole) <= 3 and whole[0] != "0":
        return None
    return Fraction(f"{sign}{whole.replace('.', '')}.{decimals or '0'}")
