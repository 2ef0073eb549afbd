"""Which pages carry numbers whose place on paper matters: amounts, budget codes, percentages, columns of years."""

from __future__ import annotations

import re

_AMOUNT = r"\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2})?"
_TELLING = re.compile(rf"{_AMOUNT}|\d+[.,]\d+|\d ?%|(?<![\d.])\d(?:\.\d{{2}}){{1,}}(?![\d.])")
_YEARS = re.compile(r"(?:(?:19|20)\d\d\b[ \t]+){2}(?:19|20)\d\d\b")
_NUMBER = re.compile(r"(?<!\S)[\d.,/-]*\d[\d.,/-]*(?!\S)")


def needs_geometry(text: str) -> bool:
    """Whether words of this page should keep their boxes.

    >>> needs_geometry("1.02.01 Program 1.250.000.000,00 1.100.000.000,00 88,00 %")
    True
    >>> needs_geometry("Pasal 5 ayat (2) Peraturan Daerah Nomor 7 Tahun 2019")
    False
    """
    if len(_TELLING.findall(text)) >= 3 or _YEARS.search(text):
        return True
    words = text.count(" ") + text.count("\n") + 1
    return len(_NUMBER.findall(text)) > max(6, 0.2 * words)
