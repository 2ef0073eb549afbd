"""Evidence of all channels to one probability per indicator."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from evidence_ai.classifying.channels.type_gate import Gate, gate
from evidence_ai.classifying.evidence import Evidence
from evidence_ai.classifying.weighing import SUGGESTED_FROM, Weighing, features, logistic
from evidence_ai.domain.edition import Indicator, IndicatorKind

MOST_CANDIDATES = 10
WORTH_SHOWING = 0.001
"""Below one in a thousand a candidate is noise to a reader."""
_WRONG_FORM_CAP = 0.45
"""A perkada can stay a candidate for an indicator that takes only a perda, never advice."""
_WRONG_FORM_LOG_ODDS = -0.2
_REVOKED_CAP = 0.05
"""What revokes a regulation is no evidence that one exists."""
_PRIOR = -3.0
"""An indicator that some word of a title points at starts at about 1 in 20."""
_SECOND_OF_THE_SAME_RIGHT = -1.8
_SECOND_OF_ANOTHER_RIGHT = -0.4
_SECOND_IN_WRONG_FORM = -2.0
_COUNTED = frozenset({"figure", "budget"})
_LOWEST = -30.0


@dataclass(frozen=True, slots=True)
class Asked:
    """What is known of the document beside its evidence.

    `several`: a budget or a report proves many indicators at once, so candidates do not compete.
    `titled`: it states its own title; otherwise its head was weighed.
    """

    document_type: str | None
    several: bool
    revokes: bool = False
    titled: bool = True


@dataclass(frozen=True, slots=True)
class Case:
    """One indicator before its probability: its evidence and how it stands among the others."""

    indicator: Indicator
    items: tuple[Evidence, ...]
    competition: float
    best_other: float
    titled: bool

    @property
    def total(self) -> float:
        """Log-odds after competition."""
        return _PRIOR + sum(one.log_odds for one in self.items) + self.competition

    @property
    def numbers(self) -> tuple[float, ...]:
        """What a learned weighing sees of it."""
        return features(
            self.items, self.total, best_other=self.best_other, competition=self.competition, titled=self.titled
        )


def cases(evidence: Iterable[Evidence], indicators: Mapping[str, Indicator], asked: Asked) -> tuple[Case, ...]:
    """Every indicator that some evidence speaks of, in printed order."""
    by_indicator: dict[str, list[Evidence]] = {}
    for one in evidence:
        by_indicator.setdefault(one.indicator, []).append(one)
    totals = {key: _PRIOR + sum(item.log_odds for item in items) for key, items in by_indicator.items()}
    taken = dict.fromkeys(totals, 0.0)
    if not asked.several:
        counted = {one.indicator for items in by_indicator.values() for one in items if one.channel in _COUNTED}
        taken = _competition(totals, indicators, asked, exempt=counted)
    after = {key: _bounded(value + taken[key], indicators[key], asked) for key, value in totals.items()}
    ordered = [key for key in indicators if key in totals]
    return tuple(
        Case(
            indicators[key],
            tuple(by_indicator[key]),
            taken[key],
            max((value for other, value in after.items() if other != key), default=_LOWEST),
            asked.titled,
        )
        for key in ordered
    )


def probability(case: Case, asked: Asked, weighing: Weighing | None) -> float:
    """The calibrated probability of one case; without a learned weighing, and for wide documents, the plain sum."""
    value = logistic(case.total) if weighing is None or asked.several else weighing.probability(case.numbers)
    if wrong_form(case.indicator, asked.document_type):
        value = min(value, _WRONG_FORM_CAP)
    if asked.revokes and case.indicator.kind is IndicatorKind.STRUKTUR:
        value = min(value, _REVOKED_CAP)
    return round(value, 4)


def ranked(found: Sequence[Case], asked: Asked, weighing: Weighing | None) -> tuple[tuple[Case, float], ...]:
    """Cases with their probabilities, best first, at most ten; ties in printed order."""
    judged = [(case, probability(case, asked, weighing)) for case in found]
    judged.sort(key=lambda pair: -pair[1])
    return tuple(pair for pair in judged[:MOST_CANDIDATES] if pair[1] >= WORTH_SHOWING)


def suggested_from(asked: Asked, weighing: Weighing | None) -> float:
    """From which probability a candidate is advice."""
    return SUGGESTED_FROM if weighing is None or asked.several else weighing.suggested_from


def wrong_form(indicator: Indicator, document_type: str | None) -> bool:
    """Whether the law asks for a perda and this is another legal product."""
    return indicator.evidence_types == ("perda",) and gate(indicator, document_type) is Gate.KINDRED


def _competition(
    totals: dict[str, float], indicators: Mapping[str, Indicator], asked: Asked, *, exempt: AbstractSet[str]
) -> dict[str, float]:
    """One document seldom proves two indicators of one right: the better explains the words of the other away.

    `exempt`: indicators with a figure or line of their own, which nothing else explains away.
    """
    if not totals:
        return {}
    best = max(sorted(totals), key=lambda key: _plain(totals[key], indicators[key], asked))
    return {
        key: 0.0 if key == best or key in exempt else _second_choice(indicators[key], indicators[best], asked)
        for key in totals
    }


def _plain(total: float, indicator: Indicator, asked: Asked) -> float:
    value = logistic(total)
    return min(value, _WRONG_FORM_CAP) if wrong_form(indicator, asked.document_type) else value


def _bounded(total: float, indicator: Indicator, asked: Asked) -> float:
    """Log-odds a rival really has: one in the wrong form is held down and overshadows nothing."""
    return min(total, _WRONG_FORM_LOG_ODDS) if wrong_form(indicator, asked.document_type) else total


def _second_choice(indicator: Indicator, best: Indicator, asked: Asked) -> float:
    if gate(indicator, asked.document_type) not in (Gate.OPEN, Gate.UNKNOWN):
        return _SECOND_IN_WRONG_FORM
    return _SECOND_OF_THE_SAME_RIGHT if indicator.right == best.right else _SECOND_OF_ANOTHER_RIGHT
