"""Rates with an honest interval, and how two printed values are compared."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass

_Z95 = 1.959964


@dataclass(frozen=True, slots=True)
class Rate:
    """`right` of `n`; the interval is Wilson's at 95 %, which behaves for small n and near 0 and 1."""

    right: int
    n: int

    @property
    def value(self) -> float | None:
        """The share, None where nothing was measured."""
        return self.right / self.n if self.n else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % interval (Wilson), None where nothing was measured.

        >>> [round(end, 3) for end in Rate(9, 10).interval or ()]
        [0.596, 0.982]
        """
        if not self.n:
            return None
        share = self.right / self.n
        centre = share + _Z95**2 / (2 * self.n)
        spread = _Z95 * math.sqrt(share * (1 - share) / self.n + _Z95**2 / (4 * self.n**2))
        scale = 1 + _Z95**2 / self.n
        return max((centre - spread) / scale, 0.0), min((centre + spread) / scale, 1.0)

    @classmethod
    def of(cls, results: list[bool]) -> Rate:
        """The rate of True among results."""
        return cls(sum(results), len(results))


def plain(text: str) -> str:
    """Letters and digits only, lower case, one space between words.

    >>> plain("Perlindungan  ANAK, dan Perempuan.")
    'perlindungan anak dan perempuan'
    """
    folded = unicodedata.normalize("NFKD", text).casefold()
    return " ".join(re.findall(r"[a-z0-9]+", folded))


def overlap(left: str, right: str) -> float:
    """Share of the longer token list that both have (as multisets): 1.0 for the same words.

    >>> overlap("angka kematian ibu", "kematian ibu")
    0.6666666666666666
    """
    one, other = plain(left).split(), plain(right).split()
    if not one or not other:
        return 0.0
    rest = list(other)
    same = 0
    for token in one:
        if token in rest:
            rest.remove(token)
            same += 1
    return same / max(len(one), len(other))
