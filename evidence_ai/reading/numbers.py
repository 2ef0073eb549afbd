"""Which pages carry numbers whose place on paper matters: amounts, budget codes, percentages, columns of years."""

from __future__ import annotations

import re

from evidence_ai.domain.document import Word

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


_OPEN_AMOUNT = re.compile(r"[(\-]?(?:Rp\.?)?\d{1,3}(?:[.,]\d{3})*[.,]")
_REST_OF_AMOUNT = re.compile(r"\d{3}(?:[.,]\d{3})*[.,]?(?:(?<=[.,])\d{2})?[).,;]*")


def amounts_joined(words: list[Word]) -> list[Word]:
    """Recognised words with amounts whole that recognition had cut after a separator ("1,089, 288,358").

    Joined only where a digit group must follow and the gap is narrower than the print is high.
    """
    joined: list[Word] = []
    for word in words:
        before = joined[-1] if joined else None
        if before is not None and _continues(before, word):
            confidence = min(before.confidence or 0.0, word.confidence or 0.0)
            joined[-1] = Word(before.text + word.text, before.box.join(word.box), confidence)
        else:
            joined.append(word)
    return joined


def _continues(before: Word, word: Word) -> bool:
    gap = word.box.x0 - before.box.x1
    height = max(before.box.y1 - before.box.y0, word.box.y1 - word.box.y0)
    return (
        gap < height
        and _OPEN_AMOUNT.fullmatch(before.text) is not None
        and _REST_OF_AMOUNT.fullmatch(word.text) is not None
    )
