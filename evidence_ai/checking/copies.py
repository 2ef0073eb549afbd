"""Which documents of a package have nearly the same words, found without comparing every pair.

A sketch keeps the smallest hashes of a document's word shingles (bottom-k MinHash); documents that share enough of
them are compared shingle by shingle. The hash is CRC-32: the same on every machine and run.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from heapq import nsmallest
from zlib import crc32

from evidence_ai.domain.dossier import Dossier, Package

SAME = 0.8
"""Share of shingles in common from which two texts are one text. The most alike of 172 real documents that are no
copies (monthly reports, circulars of two years, budgets of two years: all of one template) share 0.63."""

LIKE = 0.45
"""From here two texts may be two readings of one paper; it takes the same numbers to say so."""

_WORD = re.compile(r"[^\W_]+")
_LEVEL_WORDS = frozenset({"kabupaten", "kota", "provinsi", "bupati", "walikota", "wali", "gubernur"})
_SHINGLE = 4
"""Words a shingle has: enough that stock phrases of regulations do not pair two of them."""
_SKETCH = 128
_SHARED = 0.4
"""Share of a sketch two documents must have in common to be compared: at LIKE it is 0.6, so that chance loses few."""
_FEWEST_WORDS = 80
"""Below it a form or photo caption is all template."""
_COMPARED_WORDS = 4000
"""Words whose differences are told: the first dozen pages."""
_PERSONAL_DIGITS = 9
"""From here a number may be a person's: NIK and KK have 16 digits, telephones 10 and more."""


@dataclass(frozen=True, slots=True)
class Change:
    """Words of one text that stand otherwise in the other; either may be empty."""

    first: tuple[str, ...]
    second: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CopyPair:
    """Two dossiers of nearly the same words; `share` 0..1 of shingles in common."""

    first: Dossier
    second: Dossier
    share: float


def near_copies(package: Package) -> tuple[CopyPair, ...]:
    """Every pair of different files that are at least LIKE, in the package's order; two rules share the work."""
    return _pairs(_This(package))


def forget() -> None:
    """Let go of the package compared last, so that no worker keeps its texts."""
    _pairs.cache_clear()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two texts word by word: `share` of shingles in common, and the words that differ, long numbers masked.

    `only_the_name`: everything that differs is the issuer's own name; false where nothing differs.
    """

    share: float
    changes: tuple[Change, ...]
    only_the_name: bool


def compared(first: Dossier, second: Dossier) -> Comparison:
    """What an index found to be alike, made sure of with both texts at hand."""
    left, right = _prepared(first), _prepared(second)
    told = changes(first, second)
    names = _name_words(first), _name_words(second)
    only = bool(told) and all(names[0].issuperset(one.first) and names[1].issuperset(one.second) for one in told)
    masked = tuple(Change(_masked(one.first), _masked(one.second)) for one in told)
    return Comparison(_share(left.shingles, right.shingles), masked, only)


def _masked(words: tuple[str, ...]) -> tuple[str, ...]:
    """No number of a person stands in a difference that is shown."""
    return tuple("…" if sum(sign.isdigit() for sign in word) >= _PERSONAL_DIGITS else word for word in words)


@dataclass(frozen=True, slots=True, eq=False)
class _This:
    """A package as itself: two are the same only where they are one object."""

    package: Package

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _This) and other.package is self.package

    def __hash__(self) -> int:
        return id(self.package)


@lru_cache(maxsize=1)
def _pairs(this: _This) -> tuple[CopyPair, ...]:
    package = this.package
    found = []
    texts = [one for one in map(_prepared, package.dossiers) if len(one.words) >= _FEWEST_WORDS]
    for left, right in _candidates([nsmallest(_SKETCH, one.shingles) for one in texts]):
        first, second = texts[left], texts[right]
        if first.dossier.document.sha256 == second.dossier.document.sha256:
            continue
        share = _share(first.shingles, second.shingles)
        if share >= LIKE:
            found.append(CopyPair(first.dossier, second.dossier, share))
    return tuple(found)


def changes(first: Dossier, second: Dossier) -> tuple[Change, ...]:
    """The words that differ between the first pages of two dossiers, in reading order."""
    left, right = _all_words(first)[:_COMPARED_WORDS], _all_words(second)[:_COMPARED_WORDS]
    steps = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    return tuple(Change(left[a:b], right[c:d]) for what, a, b, c, d in steps if what != "equal")


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A dossier with all its words, and the shingles of its words without the issuer's own name."""

    dossier: Dossier
    words: tuple[str, ...]
    shingles: frozenset[int]


def _prepared(dossier: Dossier) -> _Prepared:
    words = _all_words(dossier)
    name = _name_words(dossier)
    return _Prepared(dossier, words, _shingles([word for word in words if word not in name]))


def _name_words(dossier: Dossier) -> frozenset[str]:
    region = dossier.understanding.region
    return _LEVEL_WORDS | frozenset(_WORD.findall(region.value.casefold() if region is not None else ""))


def _all_words(dossier: Dossier) -> tuple[str, ...]:
    return tuple(_WORD.findall("\n".join(page.text for page in dossier.text.pages).casefold()))


def _shingles(words: Sequence[str]) -> frozenset[int]:
    runs = zip(*(words[at:] for at in range(_SHINGLE)), strict=False)
    return frozenset(crc32(" ".join(run).encode()) for run in runs)


def _candidates(sketches: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """Pairs that share enough of their sketches, through an index from hash to documents."""
    holders: dict[int, list[int]] = {}
    shared: Counter[tuple[int, int]] = Counter()
    for at, sketch in enumerate(sketches):
        for one in sketch:
            earlier = holders.setdefault(one, [])
            shared.update((other, at) for other in earlier)
            earlier.append(at)
    smaller = {pair: min(len(sketches[pair[0]]), len(sketches[pair[1]])) for pair in shared}
    return sorted(pair for pair, count in shared.items() if count >= _SHARED * smaller[pair])


def _share(first: frozenset[int], second: frozenset[int]) -> float:
    """Shingles in common against the shingles of both (Jaccard)."""
    common = len(first & second)
    return common / max(len(first) + len(second) - common, 1)
