"""Learning to match: words that point at indicators, and how far each channel's evidence is to be trusted.

Three ways are fitted beside today's plain sum (`transparent`): `calibrated` gives that sum honest probabilities;
`completed` also asks learned words where the knowledge leaves a question open; `learned` weighs every channel and the
words anew. Promoted is the furthest of them that, on rows nobody learned from, answers no fewer rightly in all, rejects no
fewer, gives no more wrong advice, and loses no indicator by more than one row: a single row of a handful is chance.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from evidence_ai.classifying.combining import ranked
from evidence_ai.classifying.gathering import Seen
from evidence_ai.classifying.judging import Judgement, leaves_open
from evidence_ai.classifying.matcher import Matcher
from evidence_ai.classifying.phrasing import MODEL_NAME, SIZE, Phrasing, phrasing_of
from evidence_ai.classifying.weighing import FEATURES, Weighing
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.model import Model, Tensor
from evidence_ai.training.linear import fit_each, floats, packed
from evidence_ai.training.match_rows import (
    FOLDS,
    Answer,
    Read,
    answer,
    right_by_indicator,
    seen_with,
    silent_errors,
    weights,
)

_STRENGTH = 20.0
_FEWEST_TEXTS = 8
"""An indicator with fewer texts to learn from is left to the knowledge."""
_CALIBRATED = ("sum", "lead", "first", "untitled sum", "untitled lead", "untitled first", "untitled")
_REGULAR = 1.0
_MOST_SILENT = 0.03
"""Of a hundred pieces of advice at most three may be wrong where one document in six is related, counted on held-out
uploads; with some hundred unrelated rows one wrong answer weighs more than one in a hundred, so less is not measurable."""
_CHANCE = 1
"""Rows of one indicator that may be lost where everything together gains: most have three or four rows held out."""
_THRESHOLDS = tuple(step / 100 for step in range(50, 91, 2))
_LOGISTIC: Any = LogisticRegression

Watch = Callable[[Iterable[Any], int, str], Iterable[Any]]


@dataclass(frozen=True, slots=True)
class Way:
    """One way of matching, and what it answered on held-out uploads kept for reporting, and on held-out passages."""

    name: str
    matcher: Matcher
    answers: tuple[Answer, ...]
    passages: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class MatchLearned:
    """The model in the way that was promoted, and every way's answers. `lost`: (way, indicator, rows fewer right)."""

    model: Model
    promoted: str
    ways: tuple[Way, ...]
    half: tuple[Answer, ...]
    lost: tuple[tuple[str, str, int], ...]
    words_for: int
    learned_from: int
    settled_on: int


@dataclass(frozen=True, slots=True)
class _Lesson:
    """What rows teach of trust: each with its evidence, without and with learned words that did not see it."""

    rows: tuple[Read, ...]
    plain: tuple[Seen, ...]
    worded: tuple[Seen, ...]


def learn_matching(
    rows: Sequence[Read], edition: Edition, matcher: Matcher, version: str, watch: Watch
) -> MatchLearned:
    """Fit every way and choose.

    Rows held out decide weights in one half and report in the other; thresholds are chosen over both.
    """
    learned = [one for one in rows if not one.row.heldout]
    heldout = [one for one in rows if one.row.heldout and one.row.kind != "passage"]
    passages = [one for one in rows if one.row.heldout and one.row.kind == "passage"]
    kept = [one for one in heldout if not one.settles]
    phrasing = _phrasing(learned, edition, version)
    lesson = _lesson(rows, edition, matcher, phrasing, watch)
    ways = [Way("transparent", matcher, _answers(matcher, kept), _answers(matcher, passages))]
    for name, fitted in _fitted(lesson, matcher, phrasing, heldout):
        ways.append(Way(name, fitted, _answers(fitted, kept), _answers(fitted, passages)))
    lost = tuple(loss for at, way in enumerate(ways) if at > 1 for loss in _lost(way, ways[1]))
    promoted = next(way for way in reversed(ways) if way is ways[1] or _promotes(way, ways[1]))
    half = replace(ways[-1].matcher, phrasing=_phrasing([one for one in learned if one.settles], edition, version))
    return MatchLearned(
        model=_model(promoted, learned, edition, version),
        promoted=promoted.name,
        ways=tuple(ways),
        half=_answers(half, kept),
        lost=lost,
        words_for=len(phrasing.labels) if phrasing is not None else 0,
        learned_from=len(learned),
        settled_on=len(lesson.rows),
    )


def _lesson(
    rows: Sequence[Read], edition: Edition, matcher: Matcher, phrasing: Phrasing | None, watch: Watch
) -> _Lesson:
    learned = [one for one in rows if not one.row.heldout]
    models = [
        _phrasing([one for one in learned if one.fold != fold], edition, "fold")
        for fold in watch(range(FOLDS), FOLDS, "lipatan")
    ]
    trusting = [one for one in learned if one.teaches_trust] + [
        one for one in rows if one.row.heldout and one.settles and one.teaches_trust
    ]
    plain = tuple(seen_with(one, matcher, None) for one in trusting)
    worded = tuple(seen_with(one, matcher, phrasing if one.row.heldout else models[one.fold]) for one in trusting)
    return _Lesson(tuple(trusting), plain, worded)


def _fitted(
    lesson: _Lesson, matcher: Matcher, phrasing: Phrasing | None, heldout: Sequence[Read]
) -> Iterable[tuple[str, Matcher]]:
    """The ways that can be fitted, the least daring first."""
    every = range(len(lesson.rows))
    sums = replace(matcher, weighing=_weighing(lesson, lesson.plain, every, _CALIBRATED))
    calibrated = _thresholded(sums, "weighing", heldout)
    yield "calibrated", calibrated
    if phrasing is None:
        return
    left_open = [at for at in every if _left_open(lesson.plain[at], calibrated)]
    if any(lesson.rows[at].row.indicators for at in left_open):
        completing = _weighing(lesson, lesson.worded, left_open, FEATURES)
        completed = replace(calibrated, phrasing=phrasing, completing=completing)
        yield "completed", _thresholded(completed, "completing", heldout)
    everything = replace(matcher, phrasing=phrasing, weighing=_weighing(lesson, lesson.worded, every, FEATURES))
    yield "learned", _thresholded(everything, "weighing", heldout)


def _left_open(seen: Seen, matcher: Matcher) -> bool:
    return leaves_open(Judgement(seen, ranked(seen.cases, seen.asked, matcher.weighing), matcher.weighing))


def _phrasing(rows: Sequence[Read], edition: Edition, version: str) -> Phrasing | None:
    """What the words of some rows teach; None where no indicator has texts enough."""
    return phrasing_of(Model(MODEL_NAME, version, _words(rows), _named(rows, edition)), edition)


def _words(rows: Sequence[Read]) -> dict[str, Tensor]:
    usable, labels = _usable(rows)
    if not labels:
        return {}
    answers = [one.row.indicators for one in usable]
    fitted = fit_each([one.features for one in usable], answers, labels, size=SIZE, strength=_STRENGTH)
    shares = [sum(label in one for one in answers) / len(answers) for label in labels]
    usual = [float(np.log(share / (1 - share))) for share in shares]
    return {**packed(fitted), "usual": floats(usual)}


def _named(rows: Sequence[Read], edition: Edition) -> dict[str, tuple[str, ...]]:
    return {"labels": _usable(rows)[1], "edition": (edition.name,), "features": FEATURES}


def _usable(rows: Sequence[Read]) -> tuple[list[Read], tuple[str, ...]]:
    usable = [one for one in rows if one.features and not one.row.whole_budget]
    counts = Counter(label for one in usable for label in one.row.indicators)
    return usable, tuple(sorted(label for label, count in counts.items() if count >= _FEWEST_TEXTS))


def _weighing(lesson: _Lesson, seen: Sequence[Seen], chosen: Iterable[int], used: tuple[str, ...]) -> Weighing:
    """A logistic over the pairs of document and indicator; rows weighted to one related in six."""
    free = [FEATURES.index(name) for name in used]
    by_row = weights([one.row for one in lesson.rows])
    numbers, answers, shares = [], [], []
    for at in chosen:
        row = lesson.rows[at].row
        if seen[at].asked.several or row.whole_budget:
            continue
        for case in seen[at].cases:
            numbers.append([case.numbers[place] for place in free])
            answers.append(case.indicator.id in row.indicators)
            shares.append(by_row[at])
    fitted = _LOGISTIC(C=_REGULAR, max_iter=2000).fit(numbers, answers, sample_weight=shares)
    values = dict(zip(free, (round(float(one), 4) for one in fitted.coef_[0]), strict=True))
    return Weighing(
        tuple(values.get(at, 0.0) for at in range(len(FEATURES))), round(float(fitted.intercept_[0]), 4), 0.5
    )


def _thresholded(matcher: Matcher, which: str, heldout: Sequence[Read]) -> Matcher:
    """The lowest threshold at which advice on held-out rows is wrong seldom enough; the highest tried otherwise."""
    weighing: Weighing = getattr(matcher, which)
    tried = matcher
    for least in _THRESHOLDS:
        changed: Any = {which: Weighing(weighing.weights, weighing.bias, least)}
        tried = replace(matcher, **changed)
        if silent_errors(_answers(tried, heldout)) <= _MOST_SILENT:
            break
    return tried


def _answers(matcher: Matcher, rows: Sequence[Read]) -> tuple[Answer, ...]:
    return tuple(answer(one, matcher) for one in rows)


def _lost(way: Way, before: Way) -> tuple[tuple[str, str, int], ...]:
    """The indicators (and 'NONE') of which `way` answers fewer rows rightly than `before`, and by how many."""
    now, then = right_by_indicator(way.answers), right_by_indicator(before.answers)
    return tuple((way.name, one, now[one] - then[one]) for one in sorted(then) if now[one] < then[one])


def _promotes(way: Way, before: Way) -> bool:
    now, then = right_by_indicator(way.answers), right_by_indicator(before.answers)
    return (
        sum(now.values()) >= sum(then.values())
        and now["NONE"] >= then["NONE"]
        and silent_errors(way.answers) <= silent_errors(before.answers)
        and all(now[one] >= then[one] - _CHANCE for one in then)
    )


def _model(promoted: Way, learned: Sequence[Read], edition: Edition, version: str) -> Model:
    chosen = promoted.matcher
    tensors = {
        name: floats([*one.weights, one.bias, one.suggested_from])
        for name, one in (("weighing", chosen.weighing), ("completing", chosen.completing))
        if one is not None
    }
    named = _named(learned, edition)
    if chosen.phrasing is None:
        return Model(MODEL_NAME, version, tensors, named | {"labels": ()})
    return Model(MODEL_NAME, version, tensors | _words(learned), named)
