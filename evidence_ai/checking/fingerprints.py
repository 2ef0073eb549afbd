"""The fingerprint of a text: MinHash over runs of letters in which what OCR confuses is one letter.

Runs of 12 letters without spaces, look-alikes made one: of the kinds measured (2 to 4 words, 8 to 16 letters, with and
without look-alikes) the one that keeps the most of a noisy copy apart from the templates of other documents. One hash
a run and one bin for each value (one-permutation hashing) costs a hundredth of as many hashes a run.

**Source**: Broder (1997), On the resemblance and containment of documents; Li, Owen, Zhang (2012), One permutation
hashing; Shrivastava, Li (2014), Densifying one permutation hashing via rotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from zlib import crc32

from evidence_ai.domain.document import Document, DocumentText
from evidence_ai.domain.fingerprint import MINIMA, Fingerprint
from evidence_ai.domain.understanding import Understanding

_WORD = re.compile(r"[^\W_]+")
_LOOK_ALIKES = str.maketrans({"0": "o", "1": "l", "i": "l", "|": "l", "!": "l", "5": "s", "8": "b"})
_LEVEL_WORDS = frozenset({"kabupaten", "kota", "provinsi", "bupati", "walikota", "wali", "gubernur"})
_RUN = 12
_FEWEST_WORDS = 80
"""Below it a form or photo caption is all template."""
_SPREAD = 0x9E3779B1
"""2**32 / golden ratio: spreads neighbouring CRCs over all bins (Knuth, multiplicative hashing)."""
_BORROWED = 0x85EBCA6B
"""Told from a value that fell into the bin itself; times the distance it came from."""
_MASK = 0xFFFFFFFF


def fingerprint(
    document: Document, text: DocumentText, said: Understanding, pages: tuple[bytes, ...] = ()
) -> Fingerprint:
    """The fingerprint of one document. The issuer's own name is left out, so that a copy under another name is like it.

    Args:
        document: the file.
        text: what was read of it.
        said: what it says of itself; only the region's name is used.
        pages: perceptual hashes of its page pictures; kept only where the text says too little.
    """
    name = _LEVEL_WORDS | set(_WORD.findall(said.region.value.casefold() if said.region is not None else ""))
    words = _WORD.findall("\n".join(page.text for page in text.pages).casefold())
    if len(words) < _FEWEST_WORDS:
        return Fingerprint(document.sha256, (), pages)
    return Fingerprint(document.sha256, minima(word for word in words if word not in name))


def minima(words: Iterable[str]) -> tuple[int, ...]:
    """The MinHash values of a text in lower case; none where it is shorter than one run.

    >>> minima(["pendek"])
    ()
    """
    letters = "".join(words).replace("rn", "m").translate(_LOOK_ALIKES).encode()
    bins: list[int | None] = [None] * MINIMA
    for mark in {crc32(letters[at : at + _RUN]) for at in range(len(letters) - _RUN + 1)}:
        spread = mark * _SPREAD & _MASK
        which = spread * MINIMA >> 32
        value = mark * _BORROWED & _MASK
        held = bins[which]
        if held is None or value < held:
            bins[which] = value
    return _filled(bins)


def alike(first: Fingerprint, second: Fingerprint) -> float:
    """The estimated share of text in common, 0..1; 0 where either could not be read."""
    if not first.minima or not second.minima:
        return 0.0
    return sum(one == other for one, other in zip(first.minima, second.minima, strict=True)) / MINIMA


def _filled(bins: list[int | None]) -> tuple[int, ...]:
    """Empty bins of a short text take the value of the next full one, marked by its distance."""
    if not any(one is not None for one in bins):
        return ()
    filled = []
    for at in range(len(bins)):
        away = next(step for step in range(len(bins)) if bins[(at + step) % len(bins)] is not None)
        value = bins[(at + away) % len(bins)] or 0
        filled.append((value + away * _BORROWED) & _MASK)
    return tuple(filled)
