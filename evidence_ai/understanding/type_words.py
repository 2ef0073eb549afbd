"""What the words of a document say of its type, beside the cues: a linear model over words by place.

It settles what cues leave open; where cues are sure it is not asked.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from evidence_ai.domain.model import Model
from evidence_ai.domain.word_features import numbered, wording, words
from evidence_ai.understanding.cues import Place
from evidence_ai.understanding.places import PlaceText

MODEL_NAME = "document_type"
SIZE = 1 << 14
"""Numbers a word is hashed to; two words in one number cost little, a larger table costs a megabyte."""
_READ = {Place.KIND: 300, Place.TOP: 1200, Place.CAPITALS: 1500, Place.ENDING: 1200}
"""Characters read at each place, where words and their neighbours count."""
_BODY = 4000


@dataclass(frozen=True, slots=True)
class TypeModel:
    """Weights of every type, and how much words and cue points count together.

    Attributes:
        labels: the types, one a column.
        weights: int8, SIZE rows; times `scales` they are log-odds per feature.
        bias: one per type.
        word_weight: what the log-probability by words counts beside the cues' points times `cue_weight`.
    """

    labels: tuple[str, ...]
    weights: NDArray[np.int8]
    scales: NDArray[np.float32]
    bias: NDArray[np.float32]
    word_weight: float
    cue_weight: float

    def by_words(self, found: Mapping[Place, PlaceText]) -> dict[str, float]:
        """The log-probability of each type by the words alone."""
        numbers = np.array(features(found), dtype=np.intp)
        sums = self.weights[numbers].sum(axis=0, dtype=np.int64) * self.scales
        logits = sums / math.sqrt(max(len(numbers), 1)) + self.bias
        logits = logits - logits.max()
        logs = logits - math.log(float(np.exp(logits).sum()))
        return dict(zip(self.labels, (float(one) for one in logs), strict=True))


def type_model(model: Model) -> TypeModel:
    """The model as this room uses it."""
    weights = model.tensors["weights"]
    tuning = np.frombuffer(model.tensors["tuning"].data, dtype="<f4")
    return TypeModel(
        labels=model.words["labels"],
        weights=np.frombuffer(weights.data, dtype=np.int8).reshape(weights.shape),
        scales=np.frombuffer(model.tensors["scales"].data, dtype="<f4"),
        bias=np.frombuffer(model.tensors["bias"].data, dtype="<f4"),
        word_weight=float(tuning[0]),
        cue_weight=float(tuning[1]),
    )


def features(found: Mapping[Place, PlaceText]) -> tuple[int, ...]:
    """The numbered words of a document: with neighbours in its heading, capitals and ending, alone in its body."""
    named = [
        feature
        for place, length in _READ.items()
        for feature in wording(words(found[place].text[:length]), f"{place.value}:", runs=False)
    ]
    named += [f"{Place.BODY.value}:{word}" for word in words(found[Place.BODY].text[:_BODY])]
    return numbered(named, SIZE)
