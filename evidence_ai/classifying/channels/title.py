"""The title channel: what the words after TENTANG say, for and against."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from evidence_ai.classifying.evidence import Evidence, Objection
from evidence_ai.classifying.matcher import Matcher
from evidence_ai.classifying.phrases import Hit, find
from evidence_ai.classifying.subjects import Subject
from evidence_ai.domain.bilingual import Bilingual

_PHRASE_WEIGHT = 2.6
_COVERAGE_WEIGHT = 2.8
_WORD_WEIGHT = 1.6
_SPECIFIC_WORD = 0.25
"""A longer phrase names its indicator more surely than a shorter one inside it."""
_LATER_CHOICE = 0.35
"""A topic lists its indicators best fit first; each later one is a little less likely."""
_DECISIVE_OBJECTION = -5.0
_LATER_OBJECTION = -2.2
"""Indonesian titles name the head first: what follows the topic's own words weighs less."""
_RIVAL_OBJECTION = -1.0
_REVOCATION = -8.0
_SHORT_PHRASE = 0.85
"""One word alone ('sampah') says less than a phrase ('pengelolaan sampah')."""
_WEAK_PHRASE = 0.42
_CUE_PHRASE = 0.8
AGAINST = "against"
_REVOKES = Bilingual(
    "Dokumen ini mencabut peraturan, jadi bukan bukti bahwa peraturan itu ada.",
    "This document revokes a regulation, so it is no evidence that the regulation exists.",
)


@dataclass(frozen=True, slots=True)
class TitleFindings:
    """Evidence per indicator, and what else the title is about."""

    evidence: tuple[Evidence, ...]
    objections: tuple[Objection, ...]


@dataclass(frozen=True, slots=True)
class _TopicMatch:
    """The best phrase of one topic in the title. `spans` are the stretches its strong phrases take."""

    indicators: tuple[str, ...]
    strength: float
    coverage: float
    best: Hit
    spans: tuple[tuple[int, int], ...]


def title_evidence(subject: Subject, matcher: Matcher) -> TitleFindings:
    """What the subject's words say about each indicator."""
    if not subject.tokens:
        return TitleFindings((), ())
    hits = find(matcher.topic_phrases, subject.tokens)
    matches = (*_topic_matches(subject, matcher, hits), *_cue_matches(subject, matcher, hits))
    objections = _objections(subject, matcher)
    evidence = [
        *_phrase_evidence(subject, matches, objections),
        *_word_evidence(subject, matcher),
    ]
    if subject.revokes:
        evidence += [
            Evidence(one, AGAINST, _REVOCATION, _REVOKES, subject.page)
            for one in sorted({item.indicator for item in evidence})
        ]
    return TitleFindings(tuple(evidence), objections)


def _topic_matches(subject: Subject, matcher: Matcher, found: tuple[Hit, ...]) -> list[_TopicMatch]:
    by_topic: dict[int, dict[str, list[Hit]]] = {}
    for hit in found:
        by_topic.setdefault(hit.owner.number, {}).setdefault(hit.owner.role, []).append(hit)
    matches = []
    for number, hits in sorted(by_topic.items()):
        against = hits.get("against", [])
        strong = [hit for hit in hits.get("strong", []) if not _overlaps(hit, against)]
        weak = [hit for hit in hits.get("weak", []) if not _overlaps(hit, against)]
        if strong or weak:
            matches.append(_topic_match(subject, matcher.topics[number].indicators, strong, weak))
    return matches


def _topic_match(subject: Subject, indicators: tuple[str, ...], strong: list[Hit], weak: list[Hit]) -> _TopicMatch:
    ranked = [(1.0 if len(hit.matched) > 1 else _SHORT_PHRASE, hit) for hit in strong]
    ranked += [(_WEAK_PHRASE, hit) for hit in weak]
    strength, best = max(ranked, key=lambda pair: (pair[0], len(pair[1].matched), -pair[1].start))
    return _TopicMatch(indicators, strength, _coverage(subject, [hit for _, hit in ranked]), best, _spans(strong))


def _cue_matches(subject: Subject, matcher: Matcher, found: tuple[Hit, ...]) -> list[_TopicMatch]:
    """The edition's own cues, less those that a near miss of the same indicator covers."""
    against: dict[str, list[Hit]] = {}
    for hit in found:
        if hit.owner.role == "against":
            for indicator in matcher.topics[hit.owner.number].indicators:
                against.setdefault(indicator, []).append(hit)
    return [
        _TopicMatch((hit.owner.role,), _CUE_PHRASE, _coverage(subject, [hit]), hit, ((hit.start, hit.end),))
        for hit in find(matcher.cue_phrases, subject.tokens)
        if not _overlaps(hit, against.get(hit.owner.role, []))
    ]


def _coverage(subject: Subject, hits: Iterable[Hit]) -> float:
    """The share of weighty words of the title that the phrases explain."""
    if not subject.weighty:
        return 1.0
    matched = {place for hit in hits for place in hit.matched}
    return len(matched & subject.weighty) / len(subject.weighty)


def _objections(subject: Subject, matcher: Matcher) -> tuple[Objection, ...]:
    by_subject: dict[int, dict[str, list[Hit]]] = {}
    for hit in find(matcher.outside_phrases, subject.tokens):
        by_subject.setdefault(hit.owner.number, {}).setdefault(hit.owner.role, []).append(hit)
    return tuple(
        Objection(matcher.outside[number].name, _words(subject, hit), name == "decisive", hit.start, hit.end)
        for number, hits in sorted(by_subject.items())
        if "unless" not in hits
        for name in ("decisive", "rival")
        for hit in hits.get(name, [])
    )


def _phrase_evidence(
    subject: Subject, matches: Iterable[_TopicMatch], objections: tuple[Objection, ...]
) -> list[Evidence]:
    best: dict[str, tuple[float, list[Evidence]]] = {}
    for match in matches:
        against = _strongest_objection(match, objections)
        weight_against = _objection_weight(match, against)
        log_odds = match.strength * (_PHRASE_WEIGHT + _COVERAGE_WEIGHT * match.coverage)
        log_odds += _SPECIFIC_WORD * min(len(match.best.matched) - 2, 3) if len(match.best.matched) > 2 else 0.0
        for order, indicator in enumerate(match.indicators):
            value = log_odds - _LATER_CHOICE * order
            if indicator not in best or value + weight_against > best[indicator][0]:
                found = [
                    Evidence(
                        indicator, "title", value, _said(subject, match), subject.page, _words(subject, match.best)
                    )
                ]
                if against is not None:
                    found.append(
                        Evidence(indicator, AGAINST, weight_against, objected(against), subject.page, against.words)
                    )
                best[indicator] = value + weight_against, found
    return [one for _, found in best.values() for one in found]


def _strongest_objection(match: _TopicMatch, objections: tuple[Objection, ...]) -> Objection | None:
    """The objection that counts against a match: one that does not lie inside the match's own phrase."""
    counting = [
        one
        for one in objections
        if not any(
            start <= one.start and one.end <= end and end - start > one.end - one.start for start, end in match.spans
        )
    ]
    return max(counting, key=lambda one: (one.decisive, one.end - one.start), default=None)


def _objection_weight(match: _TopicMatch, against: Objection | None) -> float:
    if against is None:
        return 0.0
    if not against.decisive:
        return _RIVAL_OBJECTION
    return _DECISIVE_OBJECTION if against.start <= match.best.start else _LATER_OBJECTION


def _said(subject: Subject, match: _TopicMatch) -> Bilingual:
    words = _words(subject, match.best)
    if subject.amends:
        return Bilingual(
            f'Judul peraturan yang diubah memuat "{words}".', f'The title of the amended regulation says "{words}".'
        )
    return Bilingual(f'{subject.called.id} memuat "{words}".', f'{subject.called.en} says "{words}".')


def objected(against: Objection) -> Bilingual:
    """Another subject the title names, in words."""
    return Bilingual(
        f'"{against.words}" menunjuk ke urusan lain ({against.name.id}).',
        f'"{against.words}" points to another subject ({against.name.en}).',
    )


def _word_evidence(subject: Subject, matcher: Matcher) -> list[Evidence]:
    """Likeness of single words to the edition's own text of each indicator: weak, but never blind."""
    words = {subject.tokens[place].text for place in subject.weighty}
    if not words:
        return []
    likeness: dict[str, float] = {}
    shared: dict[str, list[str]] = {}
    for word in sorted(words):
        for indicator, weight in matcher.word_weights.get(word, ()):
            likeness[indicator] = likeness.get(indicator, 0.0) + weight
            shared.setdefault(indicator, []).append(word)
    return [
        Evidence(
            indicator,
            "words",
            _WORD_WEIGHT * value / len(words) ** 0.5,
            _shared_words(shared[indicator][:6]),
            subject.page,
        )
        for indicator, value in likeness.items()
    ]


def _shared_words(words: list[str]) -> Bilingual:
    named = ", ".join(words)
    return Bilingual(f"Kata yang sama dengan teks indikator: {named}.", f"Words shared with the indicator: {named}.")


def _overlaps(hit: Hit, others: Iterable[Hit]) -> bool:
    return any(hit.start < other.end and other.start < hit.end for other in others)


def _spans(hits: Iterable[Hit]) -> tuple[tuple[int, int], ...]:
    return tuple((hit.start, hit.end) for hit in hits)


def _words(subject: Subject, hit: Hit) -> str:
    """The words as the document prints them."""
    return subject.text[subject.tokens[hit.start].start : subject.tokens[hit.end - 1].end]
