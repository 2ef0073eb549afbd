"""Evidence of all channels to one probability per indicator."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from evidence_ai.classifying.channels.type_gate import Gate, gate
from evidence_ai.classifying.evidence import Evidence
from evidence_ai.domain.candidate import Candidate, CandidateReason
from evidence_ai.domain.edition import Indicator

SUGGESTED_FROM = 0.5
"""From here a candidate is shown as advice: more likely right than wrong."""
WRONG_FORM_CAP = 0.45
"""A perkada can stay a candidate for an indicator that takes only a perda, never advice."""
MOST_CANDIDATES = 10
_WORTH_SHOWING = 0.02
"""Below one in fifty a candidate is noise to a reader."""
_PRIOR = -3.0
"""An indicator that some word of a title points at starts at about 1 in 20."""
_SECOND_OF_THE_SAME_RIGHT = -1.8
_SECOND_OF_ANOTHER_RIGHT = -0.4
_SECOND_IN_WRONG_FORM = -2.0
_COUNTED = frozenset({"figure", "budget"})
_SHOWN_REASONS = 4


def combined(
    evidence: Iterable[Evidence], indicators: Mapping[str, Indicator], document_type: str | None, *, several: bool
) -> tuple[Candidate, ...]:
    """Candidates best first, at most ten.

    Args:
        evidence: of all channels, the type gate included.
        indicators: the edition's, in printed order.
        document_type: of the document, None if unknown.
        several: a budget or a report proves many indicators at once, so candidates do not compete.
    """
    by_indicator: dict[str, list[Evidence]] = {}
    for one in evidence:
        by_indicator.setdefault(one.indicator, []).append(one)
    log_odds = {key: _PRIOR + sum(item.log_odds for item in items) for key, items in by_indicator.items()}
    if not several:
        counted = {one.indicator for items in by_indicator.values() for one in items if one.channel in _COUNTED}
        log_odds = _after_competition(log_odds, indicators, document_type, exempt=counted)
    order = {key: number for number, key in enumerate(indicators)}
    ranked = sorted(
        log_odds, key=lambda key: (-_probability(log_odds[key], indicators[key], document_type), order[key])
    )
    return tuple(
        _candidate(indicators[key], by_indicator[key], _probability(log_odds[key], indicators[key], document_type))
        for key in ranked[:MOST_CANDIDATES]
        if _probability(log_odds[key], indicators[key], document_type) >= _WORTH_SHOWING
    )


def _after_competition(
    log_odds: dict[str, float],
    indicators: Mapping[str, Indicator],
    document_type: str | None,
    *,
    exempt: AbstractSet[str],
) -> dict[str, float]:
    """One document seldom proves two indicators of one right: the better explains the words of the other away.

    `exempt`: indicators with a figure or line of their own, which nothing else explains away.
    """
    if not log_odds:
        return log_odds
    best = max(sorted(log_odds), key=lambda key: _probability(log_odds[key], indicators[key], document_type))
    return {
        key: value
        if key == best or key in exempt
        else value + _second_choice(indicators[key], indicators[best], document_type)
        for key, value in log_odds.items()
    }


def _second_choice(indicator: Indicator, best: Indicator, document_type: str | None) -> float:
    if gate(indicator, document_type) not in (Gate.OPEN, Gate.UNKNOWN):
        return _SECOND_IN_WRONG_FORM
    return _SECOND_OF_THE_SAME_RIGHT if indicator.right == best.right else _SECOND_OF_ANOTHER_RIGHT


def _candidate(indicator: Indicator, items: list[Evidence], probability: float) -> Candidate:
    shown = sorted(items, key=lambda item: -abs(item.log_odds))[:_SHOWN_REASONS]
    reasons = tuple(CandidateReason(item.channel, item.text, item.page) for item in shown)
    return Candidate(indicator.id, probability, probability >= SUGGESTED_FROM, reasons)


def _probability(log_odds: float, indicator: Indicator, document_type: str | None) -> float:
    probability = 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, log_odds))))
    if wrong_form(indicator, document_type):
        probability = min(probability, WRONG_FORM_CAP)
    return round(probability, 4)


def wrong_form(indicator: Indicator, document_type: str | None) -> bool:
    """Whether the law asks for a perda and this is another legal product."""
    return indicator.evidence_types == ("perda",) and gate(indicator, document_type) is Gate.KINDRED
