"""Text made comparable: upper case, single spaces, letter-spaced headings joined, offsets kept for exact quotes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

_SIGNS = re.compile(r"[\W_]+")
_SPACED_LETTERS = re.compile(r"(?<![^\s(\"'])[^\W\d_](?: {1,4}[^\W\d_]){3,}(?![^\s.,:;)\"'])")
_RAGGED = re.compile(r"^\s|\s$|\s\s|[^\S ]")
"""Blanks that must be mended; most lines have none, and then every character keeps its place."""
_TORN_LABEL = re.compile(r"^\W*([^\W\d_]+(?: [^\W\d_]+){0,4}) ?:")
_LABELS = frozenset(
    {
        "NOMOR", "PERIHAL", "LAMPIRAN", "SIFAT", "KEPADA", "TANGGAL", "TENTANG", "MENIMBANG", "MENGINGAT", "MENETAPKAN",
        "MEMPERHATIKAN", "TEMPAT", "PUKUL", "ACARA",
    }
)  # fmt: skip
"""Labels that a scan tears apart ('N omor :', 'Peri hal :'): before their colon they can be nothing else."""
_DIGIT_LOOKALIKES = str.maketrans("lLI|!iOoQDSsBZzgAbG", "1111110000558229468")
_LETTER_LOOKALIKES = str.maketrans("015|8!", "OISIBI")
_PLAIN = {
    "\u2019": "'",
    "\u2018": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u2013": "-",
    "\u2014": "-",
    "\u00ad": "",
    "\u2212": "-",
}


@dataclass(frozen=True, slots=True)
class Normal:
    """Comparable text with the way back: `origins[i]` is the offset in the raw text of character `i`.

    >>> plain = normal("P E R A T U R A N  B U P A T I  Sleman")
    >>> plain.text
    'PERATURAN BUPATI SLEMAN'
    >>> plain.raw_span(10, 16)
    (19, 30)
    """

    text: str
    origins: Sequence[int]

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The raw offsets of `text[start:end]` (end exclusive)."""
        if start >= end or start >= len(self.origins):
            return (0, 0)
        return (self.origins[start], self.origins[min(end, len(self.origins)) - 1] + 1)


def normal(raw: str) -> Normal:
    """Upper-case `raw`, join letter-spaced words, collapse whitespace and strip it at both ends."""
    joined = _joints(raw)
    if not joined and raw.isascii() and not _RAGGED.search(raw):
        return Normal(raw.upper(), range(len(raw)))
    letters: list[str] = []
    origins: list[int] = []
    for offset, character in enumerate(raw):
        if offset in joined:
            continue
        plain = _PLAIN.get(character, character)
        if not plain:
            continue
        if plain.isspace():
            if letters and letters[-1] != " ":
                letters.append(" ")
                origins.append(offset)
            continue
        upper = plain.upper()
        letters.append(upper if len(upper) == 1 else plain)
        origins.append(offset)
    if letters and letters[-1] == " ":
        letters.pop()
        origins.pop()
    return Normal("".join(letters), tuple(origins))


@lru_cache(maxsize=8_192)
def compact(text: str) -> str:
    """Only the letters and digits of `text`, upper case: spacing and punctuation can no longer disturb.

    >>> compact("T E N TA N G :")
    'TENTANG'
    """
    return _SIGNS.sub("", text.upper())


def squeezed(text: str) -> str:
    """One line: whitespace collapsed, letter-spaced words joined, case as printed.

    >>> squeezed("T E N T A N G  Hak  Anak ")
    'TENTANG Hak Anak'
    """
    joined = _joints(text)
    kept = "".join(character for offset, character in enumerate(text) if offset not in joined and character != "\u00ad")
    return " ".join(kept.split())


def as_digits(text: str) -> str:
    """Look-alike letters read as digits; only for places where a number must stand.

    >>> as_digits("20l8"), as_digits("2O1S")
    ('2018', '2015')
    """
    return text.translate(_DIGIT_LOOKALIKES)


def as_letters(text: str) -> str:
    """Look-alike digits read as letters; only for places where a word must stand.

    >>> as_letters("WA1I K0TA")
    'WAII KOTA'
    """
    return text.translate(_LETTER_LOOKALIKES)


def begins_like(line: str, words: str, *, at_least: float = 84) -> bool:
    """Whether `line` begins with `words`, up to spacing, punctuation and some OCR noise (ratio 0..100).

    >>> begins_like("MENlMBANG : a. bahwa", "MENIMBANG"), begins_like("Mengingat", "MENIMBANG")
    (True, False)
    """
    wanted = compact(words)
    found = compact(line[: 3 * len(wanted) + 6])
    if found.startswith(wanted):
        return True
    if len(found) < len(wanted) - 1:
        return False
    return fuzz.ratio(as_letters(found[: len(wanted)]), wanted) >= at_least


def is_like(line: str, words: str, *, at_least: float = 80) -> bool:
    """Whether `line` says just `words`, up to spacing, punctuation and some OCR noise (ratio 0..100).

    >>> is_like("T E N T A N G", "TENTANG"), is_like("TENTAN6", "TENTANG"), is_like("TENTANG PAJAK", "TENTANG")
    (True, True, False)
    """
    wanted = compact(words)
    found = compact(line)
    if abs(len(found) - len(wanted)) > 2:
        return False
    return found == wanted or fuzz.ratio(as_letters(found), wanted) >= at_least


def upper_share(text: str) -> float:
    """Share of the letters that are capitals, 0..1; 0 where there are no letters."""
    letters = [character for character in text if character.isalpha()]
    return sum(character.isupper() for character in letters) / len(letters) if letters else 0.0


def _joints(raw: str) -> frozenset[int]:
    """Offsets of the blanks inside letter-spaced words; a wider blank is a gap between two words."""
    torn = _TORN_LABEL.match(raw)
    label = torn[1] if torn and " " in torn[1] and compact(torn[1]) in _LABELS else ""
    offsets = {torn.start(1) + at for at, character in enumerate(label) if character == " "} if torn else set()
    if "  " not in raw and not _SPACED_LETTERS.search(raw):
        return frozenset(offsets)
    for run in _SPACED_LETTERS.finditer(raw):
        span = raw[run.start() : run.end()]
        wide = "  " in span
        for step, character in enumerate(span):
            if character != " ":
                continue
            doubled = span[step - 1 : step] == " " or span[step + 1 : step + 2] == " "
            if not (wide and doubled):
                offsets.add(run.start() + step)
    return frozenset(offsets)
