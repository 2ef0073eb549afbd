"""Weighing: the evidence for one indicator as numbers, and one calibrated probability from them."""

from __future__ import annotations

import math
import struct
from collections.abc import Sequence
from dataclasses import dataclass

from evidence_ai.classifying.evidence import Evidence
from evidence_ai.domain.model import Model
from evidence_ai.errors import ConfigurationError

SUGGESTED_FROM = 0.5
"""Without a learned weighing: more likely right than wrong."""
_SEEN = ("sum", "lead", "first", "title", "words", "type", "body", "against", "phrasing", "competition")
FEATURES = (*_SEEN, *(f"untitled {name}" for name in _SEEN), "untitled")
"""What a learned weighing sees of a document and an indicator, in this order.

`sum`: all log-odds added up, competition included; `lead`: that sum less the best of the others (bounded); `first`: 1
where it leads; the rest: what each channel adds, `competition` what a better candidate takes away. Where a document has no
title of its own and its head was weighed instead, the same numbers stand under `untitled` and the others are 0.
"""
_MOST = 8.0
_CHANNELS = ("title", "words", "type", "body", "against", "phrasing")


@dataclass(frozen=True, slots=True)
class Weighing:
    """A logistic over `FEATURES`, fitted so that its probabilities hold where one document in six is related.

    Attributes:
        weights: one per feature.
        bias: log-odds where every feature is 0.
        suggested_from: from here a candidate is shown as advice; chosen by how often advice may be wrong.
    """

    weights: tuple[float, ...]
    bias: float
    suggested_from: float

    @property
    def hears_words(self) -> bool:
        """Whether learned words weigh anything in it."""
        return any(self.weights[at] for at, name in enumerate(FEATURES) if name.endswith("phrasing"))

    def probability(self, features: Sequence[float]) -> float:
        """The probability that a fair reviewer accepts the document for the indicator."""
        return logistic(self.bias + sum(weight * value for weight, value in zip(self.weights, features, strict=True)))


def weighing_of(model: Model | None, edition_name: str, tensor: str = "weighing") -> Weighing | None:
    """A weighing of a learned model; None where it has none, or was fitted to another edition.

    Raises:
        ConfigurationError: it was fitted to other features than this code computes.
    """
    if model is None or model.words["edition"] != (edition_name,) or tensor not in model.tensors:
        return None
    if model.words["features"] != FEATURES:
        message = f"Model {model.name}/{model.version} dilatih untuk bukti yang lain daripada yang dihitung versi ini."
        raise ConfigurationError(message, advice="Jalankan `evidence-ai train` dengan versi ini.")
    *weights, bias, least = struct.unpack(f"<{len(FEATURES) + 2}f", model.tensors[tensor].data)
    return Weighing(tuple(weights), bias, round(least, 4))


def features(
    items: Sequence[Evidence], total: float, *, best_other: float, competition: float, titled: bool
) -> tuple[float, ...]:
    """The numbers behind one candidate.

    Args:
        items: its evidence, of all channels.
        total: log-odds of the candidate after competition.
        best_other: the highest log-odds among the document's other candidates.
        competition: what competition took away (0 or negative).
        titled: whether the document states its own title.
    """
    lead = max(-_MOST, min(_MOST, total - best_other))
    by_channel = [sum(one.log_odds for one in items if one.channel == channel) for channel in _CHANNELS]
    seen = (max(-_MOST, min(_MOST, total)), lead, float(lead > 0), *by_channel, competition)
    nothing = (0.0,) * len(_SEEN)
    return (*seen, *nothing, 0.0) if titled else (*nothing, *seen, 1.0)


def logistic(log_odds: float) -> float:
    """A probability from log-odds, safe at both ends."""
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, log_odds))))
