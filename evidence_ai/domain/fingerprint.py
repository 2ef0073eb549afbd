"""Fingerprint: what of a document is kept to find its copies among very many, without its words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Made once for a document; the same on every machine.

    `minima`: MinHash values (0 .. 2**32 - 1) of its text, `MINIMA` of them, or none where too little could be read;
    the share of equal ones at equal places estimates the share of text in common. `pages`: for a document that could
    not be read, one perceptual hash of 32 bytes a page picture; the share of equal bits tells how alike two look.
    """

    sha256: str
    minima: tuple[int, ...] = ()
    pages: tuple[bytes, ...] = ()


MINIMA = 126
"""42 keys of three values for an index: two texts alike by 0.45 share a key with 98 %, those alike by 0.1 with 4 %."""


class Likeness(StrEnum):
    """In what two documents are alike."""

    CONTENT = "content"
    TEXT = "text"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class Resemblance:
    """A document known before that is like the one asked about; `share` 0..1 is estimated (1 for the same bytes)."""

    sha256: str
    likeness: Likeness
    share: float
