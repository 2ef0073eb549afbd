"""Words of a text as numbered features, the same in every room, in training and in service.

A feature is a word, two words in a row, or a run of letters inside a word (for wordings and misreadings not seen
before), told apart by a mark for the place it stands in, and hashed to a number. Nothing is learned here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from zlib import crc32

_WORD = re.compile(r"[a-z]+|\d+")
_RUN = 4
_LONG_ENOUGH = 6
"""Words shorter than this are features as they are; runs of four letters would say the same again."""


def words(text: str) -> list[str]:
    """The words of a text in small letters; a number is one word `0`, whatever it says.

    >>> words("NOMOR 12 Tahun 2020")
    ['nomor', '0', 'tahun', '0']
    """
    return ["0" if word[0].isdigit() else word for word in _WORD.findall(text.lower())]


def wording(found: list[str], mark: str = "", *, runs: bool = True) -> Iterator[str]:
    """The features of some words: each, each pair of neighbours, and the runs of four letters of longer ones.

    >>> list(wording(["kota", "layak"], "t:", runs=False))
    ['t:kota', 't:layak', 't:kota layak']
    """
    yield from (mark + word for word in found)
    yield from (f"{mark}{left} {right}" for left, right in pairwise(found))
    if runs:
        for word in found:
            if len(word) >= _LONG_ENOUGH:
                yield from (f"{mark}~{word[at : at + _RUN]}" for at in range(len(word) - _RUN + 1))


def numbered(features: Iterable[str], size: int) -> tuple[int, ...]:
    """The numbers (0 to `size` less one) of some features, each once, in order.

    >>> numbered(["a", "b", "a"], 1000)
    (681, 907)
    """
    return tuple(sorted({crc32(feature.encode()) % size for feature in features}))
