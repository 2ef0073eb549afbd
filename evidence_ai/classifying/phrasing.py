"""Phrasing: what a linear model learned from titles and passages says of words the knowledge does not hold."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from evidence_ai.domain.edition import Edition
from evidence_ai.domain.model import Model
from evidence_ai.domain.word_features import numbered, wording

MODEL_NAME = "matcher"
SIZE = 1 << 14
MOST_WORDS = 60
"""A long title says its subject in its first words; a heading seldom has more."""
_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Phrasing:
    """For each indicator with enough texts to learn from, a weight per numbered word.

    Attributes:
        labels: indicators, one a column.
        weights: int8, SIZE rows; times `scales` they are log-odds per feature.
        bias: log-odds of each indicator where no word is known.
        usual: log-odds of each indicator among the texts learned from; what words add is counted from there.
    """

    labels: tuple[str, ...]
    weights: NDArray[np.int8]
    scales: NDArray[np.float32]
    bias: NDArray[np.float32]
    usual: NDArray[np.float32]

    def log_odds(self, found: Sequence[str]) -> dict[str, float]:
        """What the words add to the log-odds of each indicator."""
        numbers = np.array(features(found), dtype=np.intp)
        sums = self.weights[numbers].sum(axis=0, dtype=np.int64) * self.scales
        values = sums / math.sqrt(max(len(numbers), 1)) + self.bias - self.usual
        return dict(zip(self.labels, (float(one) for one in values), strict=True))

    def telling(self, found: Sequence[str], indicator: str) -> tuple[str, ...]:
        """The words that say most for an indicator, the loudest first."""
        column = self.labels.index(indicator)
        said = {word: float(self.weights[list(numbered([word], SIZE)), column].sum()) for word in found}
        loud = sorted((word for word in said if said[word] > 0), key=lambda word: (-said[word], word))
        return tuple(loud[:_SHOWN])


def phrasing_of(model: Model | None, edition: Edition) -> Phrasing | None:
    """The model as this room uses it; None where it learned no words, or those of another edition."""
    if model is None or "weights" not in model.tensors or model.words["edition"] != (edition.name,):
        return None
    if not set(model.words["labels"]) <= {one.id for one in edition.indicators}:
        return None
    weights = model.tensors["weights"]
    return Phrasing(
        labels=model.words["labels"],
        weights=np.frombuffer(weights.data, dtype=np.int8).reshape(weights.shape),
        scales=np.frombuffer(model.tensors["scales"].data, dtype="<f4"),
        bias=np.frombuffer(model.tensors["bias"].data, dtype="<f4"),
        usual=np.frombuffer(model.tensors["usual"].data, dtype="<f4"),
    )


def features(found: Sequence[str]) -> tuple[int, ...]:
    """The numbered words, neighbours and letter runs of a subject."""
    return numbered(wording(list(found[:MOST_WORDS])), SIZE)
