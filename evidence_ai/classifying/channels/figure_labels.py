"""The figure channel: numbers whose label names a result an indicator asks for."""

from __future__ import annotations

from evidence_ai.classifying.evidence import Evidence
from evidence_ai.classifying.matcher import Matcher
from evidence_ai.classifying.phrases import find, tokens_of
from evidence_ai.classifying.subjects import weighty_places
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.edition import Indicator
from evidence_ai.domain.understanding import Figure, FigureRole, Understanding

_LABEL_WEIGHT = 1.7
_COVERAGE_WEIGHT = 2.2
_UNIT_FITS = 0.5
_UNIT_DIFFERS = -1.0
_TARGET = -1.5
"""A target is a promise, not a result."""
_MOST_FIGURES = 4000


def figure_evidence(understanding: Understanding, matcher: Matcher) -> tuple[Evidence, ...]:
    """For each hasil indicator, the figure whose label names it best."""
    best: dict[str, Evidence] = {}
    for figure in understanding.figures[:_MOST_FIGURES]:
        for indicator, weight in _meanings(figure, matcher):
            if indicator not in best or weight > best[indicator].log_odds:
                best[indicator] = Evidence(indicator, "figure", weight, _words(figure), figure.quote.page)
    return tuple(evidence for _, evidence in sorted(best.items()))


def _meanings(figure: Figure, matcher: Matcher) -> list[tuple[str, float]]:
    if figure.role is FigureRole.ANGGARAN or "rupiah" in (figure.unit or ""):
        return []
    tokens = tokens_of(figure.label)
    covered: dict[str, set[int]] = {}
    for hit in find(matcher.result_phrases, tokens):
        covered.setdefault(hit.owner.role, set()).update(hit.matched)
    if not covered:
        return []
    weighty = weighty_places(tokens)
    return [
        (one, _weight(figure, matcher.indicators[one], len(places & weighty) / max(len(weighty), 1)))
        for one, places in sorted(covered.items())
    ]


def _weight(figure: Figure, indicator: Indicator, coverage: float) -> float:
    weight = _LABEL_WEIGHT + _COVERAGE_WEIGHT * coverage
    if indicator.unit and figure.unit:
        asked, printed = _plain(indicator.unit), _plain(figure.unit)
        weight += _UNIT_FITS if asked in printed or printed in asked else _UNIT_DIFFERS
    return weight + (_TARGET if figure.role is FigureRole.TARGET else 0.0)


def _plain(unit: str) -> str:
    return unit.lower().replace("persen", "%")


def _words(figure: Figure) -> Bilingual:
    unit = f" {figure.unit}" if figure.unit else ""
    said = f'"{figure.label[:140]}": {figure.raw}{unit}.'
    return Bilingual(f"Angka {said}", f"Figure {said}")
