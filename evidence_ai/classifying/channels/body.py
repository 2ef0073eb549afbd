"""The body channel: phrases of the field in the opening and closing pages."""

from __future__ import annotations

from evidence_ai.classifying.evidence import Evidence
from evidence_ai.classifying.matcher import Matcher
from evidence_ai.classifying.phrases import Hit, Token, find, tokens_of
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.document import DocumentText, Page
from evidence_ai.domain.vocabulary import LEGAL_PRODUCTS

_OPENING_PAGES = 2
_MOST_CHARACTERS = 6000
_HEADING_WORDS = 90
"""About what stands above the first paragraph of a report, agreement or set of minutes."""
_FIRST_PHRASE = 0.8
_NEXT_PHRASE = 0.45
_MOST = 2.0
_IN_HEADING = 0.9
_LEGAL_SHARE = 0.15
"""A legal product is about its title; its heading is the title channel's and its body cites many other subjects."""


def body_evidence(
    text: DocumentText, document_type: str | None, matcher: Matcher, *, heading_known: bool
) -> tuple[Evidence, ...]:
    """Per indicator: how many different phrases of it stand on the first two pages and the last.

    `heading_known`: the head of page 1 was already weighed as the title.
    """
    found: dict[str, list[tuple[int, bool, str]]] = {}
    legal = document_type in LEGAL_PRODUCTS
    for page in _pages(text):
        printed = page.text[:_MOST_CHARACTERS]
        tokens = tokens_of(printed)
        for hit, indicators in _hits(tokens, matcher):
            words = printed[tokens[hit.start].start : tokens[hit.end - 1].end]
            heading = page.number == 1 and hit.start < _HEADING_WORDS
            if heading and (legal or heading_known):
                continue
            for indicator in indicators:
                found.setdefault(indicator, []).append((page.number, heading, " ".join(words.split())))
    share = _LEGAL_SHARE if legal else 1.0
    return tuple(_evidence(indicator, places, share) for indicator, places in sorted(found.items()))


def _pages(text: DocumentText) -> tuple[Page, ...]:
    opening = text.pages[:_OPENING_PAGES]
    return opening + tuple(page for page in text.pages[-1:] if page not in opening)


def _hits(tokens: tuple[Token, ...], matcher: Matcher) -> list[tuple[Hit, tuple[str, ...]]]:
    """Strong phrases of two words and more that no near miss covers."""
    hits = find(matcher.topic_phrases, tokens)
    against: dict[int, list[Hit]] = {}
    for hit in hits:
        if hit.owner.role == "against":
            against.setdefault(hit.owner.number, []).append(hit)
    kept = []
    for hit in hits:
        covered = any(hit.start < other.end and other.start < hit.end for other in against.get(hit.owner.number, ()))
        if hit.owner.role == "strong" and len(hit.matched) > 1 and not covered:
            kept.append((hit, matcher.topics[hit.owner.number].indicators))
    return kept


def _evidence(indicator: str, places: list[tuple[int, bool, str]], share: float) -> Evidence:
    different = {words.lower() for _, _, words in places}
    weight = min(_FIRST_PHRASE + _NEXT_PHRASE * (len(different) - 1), _MOST)
    weight += _IN_HEADING if any(heading for _, heading, _ in places) else 0.0
    page, _, words = max(places, key=lambda place: (place[1], -place[0], len(place[2])))
    said = Bilingual(f'Isi memuat "{words[:160]}".', f'The text says "{words[:160]}".')
    return Evidence(indicator, "body", weight * share, said, page)
