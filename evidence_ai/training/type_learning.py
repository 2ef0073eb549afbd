"""Learning document types: what words say where cues leave a type open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np

from evidence_ai.domain.model import Model, Tensor
from evidence_ai.domain.vocabulary import DOCUMENT_TYPES
from evidence_ai.services.evaluating.rates import Rate
from evidence_ai.training.corpus import PageRow
from evidence_ai.training.figures import Bin, calibration_error, reliability
from evidence_ai.training.linear import Fitted, Floats, fit_each, floats, packed
from evidence_ai.training.texts import as_text
from evidence_ai.understanding.document_types import UNHEARD, UNNAMED, decide, heard
from evidence_ai.understanding.places import places
from evidence_ai.understanding.type_words import MODEL_NAME, SIZE, features, type_model
from evidence_ai.understanding.zones import zones

_STRENGTH = 30.0
_FOLDS = 5
_SILENCED = (0, 1, 2)
"""How many of a type's loudest cues are taken away, as a phrasing the cues do not know would."""
_SHARES = (0.5, 0.4, 0.1)
"""How often each is assumed of unseen documents: between none and one, as blind readings of our own showed."""
_WORD_WEIGHTS = (0.25, 0.5)
"""Our texts are more alike than real ones are like them, so folds overrate words; never more than half is believed."""
_CUE_WEIGHTS = (0.2, 0.3, 0.4)
_UNHEARD = -12.0


@dataclass(frozen=True, slots=True)
class TypeExample:
    """A row as numbers: its words' features, and the weights of the cues heard for each type."""

    row: PageRow
    features: tuple[int, ...]
    cues: tuple[tuple[float, ...], ...]

    def points(self, silenced: int) -> Floats:
        """Cue points of every type, the true type's loudest `silenced` cues taken away."""
        true = DOCUMENT_TYPES.index(self.row.document_type)
        sums = np.array([sum(weights) for weights in self.cues])
        loud = sorted((weight for weight in self.cues[true] if weight > 0), reverse=True)
        sums[true] -= sum(loud[:silenced])
        return sums


@dataclass(frozen=True, slots=True)
class TypeLearned:
    """The model, and what it was worth on texts it had not seen."""

    model: Model
    rates: tuple[tuple[str, Rate], ...]
    bins: tuple[Bin, ...]
    calibration_error: float | None
    half: tuple[tuple[str, Rate], ...]
    word_weight: float
    cue_weight: float
    learned_from: int
    heldout: int


def type_example(row: PageRow) -> TypeExample:
    """One row as numbers."""
    found = places(zones(as_text(row.pages)))
    spoken = heard(found)
    return TypeExample(row, features(found), tuple(spoken[name] for name in DOCUMENT_TYPES))


def learn_types(examples: Sequence[TypeExample], version: str) -> TypeLearned:
    """Fit on the rows to learn from; choose weights and measure on folds and on held-out rows.

    Where there are held-out rows the rates are theirs; the folds' otherwise.
    """
    learned = [one for one in examples if not one.row.heldout]
    heldout = [one for one in examples if one.row.heldout]
    unseen = _by_folds(learned, share=1.0)
    word_weight, cue_weight = _tuned(learned, unseen)
    fitted = _fit(learned)
    judged, by_words = (heldout, _log_shares(fitted, heldout)) if heldout else (learned, unseen)
    half = _log_shares(_fit(_half(learned)), heldout) if heldout else _by_folds(learned, share=0.5)
    together = _combined(judged, by_words, 0, word_weight, cue_weight)
    stated = [(_lead(row), _right(row, one)) for row, one in zip(together, judged, strict=True)]
    model = Model(MODEL_NAME, version, _tensors(fitted, word_weight, cue_weight), {"labels": DOCUMENT_TYPES})
    return TypeLearned(
        model,
        (*_served(heldout, model), *_rates(judged, by_words, word_weight, cue_weight)),
        reliability(stated),
        calibration_error(stated),
        (
            ("by words alone", _rate(by_words, judged)),
            ("by words alone, from half the texts", _rate(half, judged)),
        ),
        word_weight,
        cue_weight,
        len(learned),
        len(heldout),
    )


def _fit(examples: Sequence[TypeExample]) -> Fitted:
    named = [one for one in examples if one.row.document_type != UNNAMED]
    rows, answers = [one.features for one in named], [(one.row.document_type,) for one in named]
    return fit_each(rows, answers, DOCUMENT_TYPES, size=SIZE, strength=_STRENGTH, alike=True)


def _fold(example: TypeExample) -> int:
    return crc32(f"{example.row.corpus}/{example.row.id}".encode()) % _FOLDS


def _half(examples: Sequence[TypeExample]) -> list[TypeExample]:
    return [one for one in examples if crc32(f"half {one.row.corpus}/{one.row.id}".encode()) % 2]


def _by_folds(examples: Sequence[TypeExample], *, share: float) -> Floats:
    """Log-probabilities by words for each example from a model that did not see its fold."""
    result = np.zeros((len(examples), len(DOCUMENT_TYPES)))
    for fold in range(_FOLDS):
        inside = [at for at, one in enumerate(examples) if _fold(one) == fold]
        rest = [one for one in examples if _fold(one) != fold]
        if inside and rest:
            fitted = _fit(rest if share == 1.0 else _half(rest))
            result[inside] = _log_shares(fitted, [examples[at] for at in inside])
    return result


def _log_shares(fitted: Fitted, examples: Sequence[TypeExample]) -> Floats:
    logits = fitted.logits([one.features for one in examples])
    logits = logits - logits.max(axis=1, keepdims=True)
    logs: Floats = np.maximum(logits - np.log(np.exp(logits).sum(axis=1, keepdims=True)), _UNHEARD)
    logs[:, DOCUMENT_TYPES.index(UNNAMED)] = UNHEARD
    return logs


def _tuned(examples: Sequence[TypeExample], by_words: Floats) -> tuple[float, float]:
    """The pair of weights under which the right type gets most probability, with cues whole and silenced."""
    answers = [DOCUMENT_TYPES.index(one.row.document_type) for one in examples]

    def loss(pair: tuple[float, float]) -> float:
        total = 0.0
        for silenced, share in zip(_SILENCED, _SHARES, strict=True):
            shares = _shares(_combined(examples, by_words, silenced, *pair))
            total -= share * float(np.log(np.maximum(shares[np.arange(len(answers)), answers], 1e-9)).mean())
        return round(total, 6)

    return min(((word, cue) for word in _WORD_WEIGHTS for cue in _CUE_WEIGHTS), key=loss)


def _combined(
    examples: Sequence[TypeExample], by_words: Floats, silenced: int, word_weight: float, cue_weight: float
) -> Floats:
    points = np.array([one.points(silenced) for one in examples])
    combined: Floats = cue_weight * points + word_weight * by_words
    return combined


def _shares(values: Floats) -> Floats:
    raised = np.exp(values - values.max(axis=1, keepdims=True))
    shares: Floats = raised / raised.sum(axis=1, keepdims=True)
    return shares


def _served(heldout: Sequence[TypeExample], model: Model) -> tuple[tuple[str, Rate], ...]:
    """Held-out rows as the service decides them: cues first where they are sure, and abstention counted as wrong."""
    if not heldout:
        return ()
    known = type_model(model)
    found = [(one.row.document_type, zones(as_text(one.row.pages))) for one in heldout]
    without = [decide(zoned) for _, zoned in found]
    both = [decide(zoned, known) for _, zoned in found]
    return tuple(
        (name, Rate.of([fact is not None and fact.value == kind for (kind, _), fact in zip(found, facts, strict=True)]))
        for name, facts in (("as served, cues alone", without), ("as served, with words", both))
    )


def _rates(
    examples: Sequence[TypeExample], by_words: Floats, word_weight: float, cue_weight: float
) -> tuple[tuple[str, Rate], ...]:
    rates = [("by words alone", _rate(by_words, examples))]
    for silenced in _SILENCED:
        named = f", loudest {silenced} cues of the type silenced" if silenced else ""
        alone = _combined(examples, by_words, silenced, 0.0, 1.0)
        both = _combined(examples, by_words, silenced, word_weight, cue_weight)
        rates += [(f"by cues alone{named}", _rate(alone, examples)), (f"together{named}", _rate(both, examples))]
    return tuple(rates)


def _rate(values: Floats, examples: Sequence[TypeExample]) -> Rate:
    return Rate.of([_right(row, one) for row, one in zip(values, examples, strict=True)])


def _lead(row: Floats) -> float:
    """Confidence as the room states it: by the lead over the second."""
    second, first = np.sort(row)[-2:]
    return float(1 / (1 + np.exp(second - first)))


def _right(row: Floats, example: TypeExample) -> bool:
    return DOCUMENT_TYPES[int(row.argmax())] == example.row.document_type


def _tensors(fitted: Fitted, word_weight: float, cue_weight: float) -> dict[str, Tensor]:
    return {**packed(fitted), "tuning": floats([word_weight, cue_weight])}
