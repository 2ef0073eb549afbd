"""Indicator rows as the matcher sees them, and how well a way of matching answers them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

from evidence_ai.classifying.channels.phrasing import subject_words
from evidence_ai.classifying.combining import suggested_from
from evidence_ai.classifying.gathering import Seen, gather
from evidence_ai.classifying.judging import judge
from evidence_ai.classifying.matcher import Matcher
from evidence_ai.classifying.phrasing import Phrasing, features
from evidence_ai.domain.candidate import Scope
from evidence_ai.domain.document import DocumentText
from evidence_ai.domain.understanding import Understanding
from evidence_ai.services.evaluating.rates import Rate
from evidence_ai.training.corpus import IndicatorRow
from evidence_ai.training.figures import CurvePoint
from evidence_ai.training.texts import understood

RELATED_SHARE = 1 / 6
"""Of what regions upload, about one file in six proves an indicator; corpora hold more, so rows are weighted."""


@dataclass(frozen=True, slots=True)
class Read:
    """A row, understood, with its subject's words as numbers."""

    row: IndicatorRow
    understanding: Understanding
    text: DocumentText
    features: tuple[int, ...]

    @property
    def teaches_trust(self) -> bool:
        """Whether it may decide how evidence is weighed: it looks like an upload, and the knowledge never saw it."""
        return self.row.is_upload and self.row.corpus not in _TUNED

    @property
    def settles(self) -> bool:
        """Whether a held-out row belongs to the half that chooses weights and thresholds, not to the half reported."""
        return bool(crc32(f"settles {self.row.corpus}/{self.row.id}".encode()) % 2)

    @property
    def fold(self) -> int:
        """One of five parts."""
        return crc32(f"{self.row.corpus}/{self.row.id}".encode()) % FOLDS


FOLDS = 5
_TUNED = frozenset({"indicator_titles"})
"""The knowledge was extended until it fitted these: they teach words, but not how far to trust the knowledge."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a way of matching said of one row: the order of indicators, the first one's probability, whether advised."""

    row: IndicatorRow
    order: tuple[str, ...]
    first: float | None
    suggested: bool
    wide: Scope | None

    @property
    def advises_one(self) -> bool:
        """Whether it advises a single subject; a whole budget's lines are another matter."""
        return self.suggested and self.wide is None

    def right_within(self, places: int) -> bool:
        """Whether an accepted indicator stands among the first."""
        return any(one in self.row.indicators for one in self.order[:places])


def read_row(row: IndicatorRow, matcher: Matcher) -> Read:
    """One row understood."""
    understanding, text = understood(row)
    seen = gather(understanding, text, matcher)
    return Read(row, understanding, text, features(subject_words(seen.subject)))


def seen_with(read: Read, matcher: Matcher, phrasing: Phrasing | None) -> Seen:
    """All evidence of a row, with the given phrasing model or none."""
    return gather(read.understanding, read.text, matcher, phrasing)


def answer(read: Read, matcher: Matcher) -> Answer:
    """What a way of matching makes of a row."""
    judged = judge(read.understanding, read.text, matcher)
    first = judged.found[0][1] if judged.found else None
    least = suggested_from(judged.seen.asked, judged.weighing)
    order = tuple(case.indicator.id for case, _ in judged.found)
    return Answer(read.row, order, first, first is not None and first >= least, judged.seen.wide)


def rates(answers: Sequence[Answer]) -> dict[str, Rate]:
    """The rates the project is judged by, over rows as they are mixed in the corpus."""
    related = [one for one in answers if one.row.indicators]
    unrelated = [one for one in answers if not one.row.indicators and not one.row.whole_budget]
    budgets = [one for one in answers if one.row.whole_budget]
    suggested = [one for one in answers if one.suggested and not one.row.whole_budget]
    return {
        "right at 1": Rate.of([one.right_within(1) for one in related]),
        "right at 3": Rate.of([one.right_within(3) for one in related]),
        "unrelated rejected": Rate.of([not one.suggested for one in unrelated]),
        "suggested precision (first)": Rate.of([one.right_within(1) for one in suggested]),
        "coverage": Rate.of([one.suggested for one in related]),
        "whole budget recognised": Rate.of([one.wide is Scope.WHOLE_BUDGET for one in budgets]),
        "others called whole budget": Rate.of([one.wide is Scope.WHOLE_BUDGET for one in (*related, *unrelated)]),
    }


def stated(answers: Sequence[Answer]) -> list[tuple[float, bool]]:
    """First candidates as (probability, right); whole budgets have no first candidate of their own."""
    scored = [one for one in answers if not one.row.whole_budget and one.first is not None]
    return [(one.first or 0.0, one.right_within(1)) for one in scored]


def right_by_indicator(answers: Sequence[Answer]) -> Counter[str]:
    """How many rows of each indicator have it at the first place; 'NONE': how many were rejected rightly."""
    found: Counter[str] = Counter()
    for one in answers:
        if one.row.indicators:
            found[one.row.indicators[0]] += int(one.right_within(1))
        elif not one.row.whole_budget:
            found["NONE"] += int(not one.suggested)
    return found


def weights(rows: Sequence[IndicatorRow]) -> list[float]:
    """A weight per row so that related ones weigh one sixth of all."""
    related = sum(bool(row.indicators) for row in rows)
    unrelated = len(rows) - related
    if not related or not unrelated:
        return [1.0] * len(rows)
    each = RELATED_SHARE * len(rows) / related, (1 - RELATED_SHARE) * len(rows) / unrelated
    return [each[0] if row.indicators else each[1] for row in rows]


def silent_errors(answers: Sequence[Answer]) -> float:
    """Of what is advised where one document in six is related: the share that is wrong and nobody is warned of."""
    return _share_of_advice(answers, [0.0 if one.right_within(1) else 1.0 for one in answers])


def expected_errors(answers: Sequence[Answer]) -> float:
    """The same share as the stated probabilities themselves expect it."""
    return _share_of_advice(answers, [1.0 - (one.first or 0.0) for one in answers])


def _share_of_advice(answers: Sequence[Answer], wrong: Sequence[float]) -> float:
    shares = weights([one.row for one in answers])
    advised = [(share, bad) for one, share, bad in zip(answers, shares, wrong, strict=True) if one.advises_one]
    total = sum(share for share, _ in advised)
    return sum(share * bad for share, bad in advised) / total if total else 0.0


_CURVE = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)


def coverage_curve(answers: Sequence[Answer]) -> tuple[CurvePoint, ...]:
    """What other thresholds would give: related rows advised on, and how much of the advice is right."""
    related = sum(bool(one.row.indicators) for one in answers)
    points = []
    for least in _CURVE:
        advised = [one for one in answers if one.wide is None and one.first is not None and one.first >= least]
        covered = sum(bool(one.row.indicators) for one in advised)
        right = sum(one.right_within(1) for one in advised)
        points.append(
            CurvePoint(
                least, covered / related if related else 0.0, right / len(advised) if advised else 1.0, len(advised)
            )
        )
    return tuple(points)
