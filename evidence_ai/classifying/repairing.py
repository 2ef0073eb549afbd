"""Misread and mistyped words of a title, mended against the words the field uses.

For every title: OCR, the copier's own text layer and typing err alike, and clean titles measured no worse for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from evidence_ai.classifying.phrases import Token

_SHORTEST = 6
"""Shorter words have too many neighbours one letter away."""
_LONG = 10


def mended(tokens: Sequence[Token], vocabulary: Sequence[str]) -> tuple[Token, ...]:
    """The tokens, each unknown word of six letters and more replaced by its one near neighbour in `vocabulary`.

    Near: one letter wrong, two in words of ten and more. Places stay those of the printed word.

    >>> [token.text for token in mended([Token("kawasam", 0, 7), Token("tanpa", 8, 13)], ["kawasan"])]
    ['kawasan', 'tanpa']
    """
    known = set(vocabulary)
    return tuple(_mended(token, vocabulary) if _unknown(token, known) else token for token in tokens)


def _unknown(token: Token, known: set[str]) -> bool:
    return len(token.text) >= _SHORTEST and token.text not in known


def _mended(token: Token, vocabulary: Sequence[str]) -> Token:
    reach = 2 if len(token.text) >= _LONG else 1
    near = process.extract(token.text, vocabulary, scorer=Levenshtein.distance, score_cutoff=reach, limit=2)
    if not near or (len(near) > 1 and near[0][1] == near[1][1]):
        return token
    return replace(token, text=near[0][0])
