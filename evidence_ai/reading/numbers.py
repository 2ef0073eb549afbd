"""Which pages carry numbers whose place on paper matters: amounts, budget codes, percentages, columns of years."""

from __future__ import annotations

import re
from itertools import islice

from evidence_ai.domain.document import Word

# All begin with one plain class of characters, so that the search skips what can begin nothing.
# An amount, a decimal or a code, a percentage.
_TELLING = re.compile(r"\d(?:\d{0,2}(?:[.,]\d{3})+(?:[.,]\d{1,2})?|\d*[.,]\d+| ?%)")
_YEARS = re.compile(r"[12](?:(?<=1)9|(?<=2)0)\d\d\b(?:[ \t]+(?:19|20)\d\d\b){2}")
_NUMBER = re.compile(r"[.,/-]*\d[\d.,/-]*")


def needs_geometry(text: str) -> bool:
    r"""Whether words of this page should keep their boxes.

    >>> needs_geometry("1.02.01 Program 1.250.000.000,00 1.100.000.000,00 88,00 %")
    True
    >>> needs_geometry("Pasal 5 ayat (2) Peraturan Daerah Nomor 7 Tahun 2019")
    False
    >>> needs_geometry("No Sasaran Strategis Indikator Kinerja Target\n1 Meningkatnya mutu Jumlah kelompok 10")
    True
    """
    if sum(1 for _ in islice(_TELLING.finditer(text), 3)) >= 3 or _YEARS.search(text):
        return True
    if _has_target_columns(text):
        return True
    words = text.count(" ") + text.count("\n") + 1
    numbers = [word for word in text.split() if not word.isalpha() and _NUMBER.fullmatch(word)]
    return len(numbers) > max(6, 0.2 * words)


_NAMES = re.compile(r"\b(?:indikator|sasaran|uraian|program|kegiatan|jenis|kinerja)\b")
_VALUES = re.compile(r"\b(?:target|satuan|realisasi|anggaran|capaian|volume)\b[^.;]{0,40}$")


def _has_target_columns(text: str) -> bool:
    """The headings of a table of targets: its numbers are few and small, and mean nothing without their columns."""
    lower = text.lower()
    if "target" not in lower and "satuan" not in lower and "realisasi" not in lower:
        return False
    return any(
        len(line) < 160 and _VALUES.search(line) is not None and _NAMES.search(line) is not None
        for line in lower.splitlines()
    )


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
