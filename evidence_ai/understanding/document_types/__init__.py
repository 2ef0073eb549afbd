"""The shelf of document types: one file per type; every type bids with its cues, one decision compares the bids.

A new type is a new file declaring `DOCUMENT_TYPE` (and its name in domain/vocabulary.py).
"""

from __future__ import annotations

import math
import re
import sys
from dataclasses import dataclass
from functools import cache

from evidence_ai.domain.quote import Fact, Quote
from evidence_ai.shelf import members
from evidence_ai.understanding.cues import DocumentType, Place
from evidence_ai.understanding.places import PlaceText, places
from evidence_ai.understanding.type_words import TypeModel
from evidence_ai.understanding.zones import Zones

LEAST = 2.0
"""Points below which nothing has spoken: a single chance phrase is no type."""
UNSPOKEN = 0.1
"""Confidence of `lainnya` where there are words but no type spoke: what fits no type is of this one."""
SLOPE = 0.3
"""Confidence per point of lead, as a logistic; set on texts the cues were not written for, so that stated confidence and
share of right answers agree."""
SURE = 0.9
"""From here the cues are believed whatever the words say."""
GUESS = 0.53
"""Two types are as good as equally likely: to name one would be a guess."""
UNNAMED = "lainnya"
"""What fits no type has no words of its own: cues may name it, learned words never do."""
UNHEARD = -math.log(42)
"""Log-probability by words of a type that words say nothing of: one of 42."""
SUREST = 0.98
"""One document in fifty is labelled otherwise by a second person, however clear its heading."""


@dataclass(frozen=True, slots=True)
class Bid:
    """What one type offers for a document, in points, and the line that speaks loudest for it."""

    name: str
    points: float
    quote: Quote | None


def decide(zones: Zones, model: TypeModel | None = None) -> Fact[str] | None:
    """The document type; `lainnya`, hardly sure, when there are words but none speaks; None when there are no words.

    `confidence` grows with the lead over the next bid; two types that are equally likely give about one half.
    `model` settles what the cues leave open: with it a type too unlikely to be more than a guess is None.
    """
    found = places(zones)
    offers = _offers(found)
    best, *others = offers
    rival = max(others[0].points if others else 0.0, LEAST / 2)
    certainty = min(SUREST, 1 / (1 + math.exp(-SLOPE * (best.points - rival))))
    worded = any(re.search(r"[^\W\d_]{3}", line.text) for line in zones.lines)
    if model is not None and worded and not (best.points >= LEAST and certainty >= SURE):
        settled = _settled(offers, model.by_words(found), model)
        if settled is not None or best.points >= LEAST:
            return settled
    if best.points < LEAST:
        return Fact(UNNAMED, UNSPOKEN, None) if worded else None
    return Fact(best.name, round(certainty, 3), best.quote)


def bids(zones: Zones) -> tuple[Bid, ...]:
    """The bids of all types, highest first, ties by name."""
    return _offers(places(zones))


def _offers(found: dict[Place, PlaceText]) -> tuple[Bid, ...]:
    offers = [_bid(kind, found) for kind in types().values()]
    return tuple(sorted(offers, key=lambda bid: (-bid.points, bid.name)))


def _settled(offers: tuple[Bid, ...], by_words: dict[str, float], model: TypeModel) -> Fact[str] | None:
    """The type by cues and words together; None where even the best is a guess."""
    together = {
        bid.name: model.cue_weight * bid.points
        + model.word_weight * (UNHEARD if bid.name == UNNAMED else by_words.get(bid.name, UNHEARD))
        for bid in offers
    }
    best, rival = sorted(offers, key=lambda bid: (-together[bid.name], bid.name))[:2]
    certainty = 1 / (1 + math.exp(-(together[best.name] - together[rival.name])))
    if certainty < GUESS:
        return None
    return Fact(best.name, round(min(SUREST, certainty), 3), best.quote)


def heard(found: dict[Place, PlaceText]) -> dict[str, tuple[float, ...]]:
    """The weights of the cues found for each type: what training silences to see what is left."""
    return {
        kind.name: tuple(cue.weight for cue in kind.cues if found[cue.place].text and cue.search(found[cue.place].text))
        for kind in types().values()
    }


@cache
def types() -> dict[str, DocumentType]:
    """Every document type by name."""
    return members(sys.modules[__name__], "DOCUMENT_TYPE", DocumentType)


def _bid(kind: DocumentType, found: dict[Place, PlaceText]) -> Bid:
    points = 0.0
    loudest = 0.0
    quote: Quote | None = None
    for cue in kind.cues:
        place = found[cue.place]
        match = cue.search(place.text) if place.text else None
        if match is None:
            continue
        points += cue.weight
        if cue.weight > loudest:
            loudest, quote = cue.weight, place.quote(match.start())
    return Bid(kind.name, points, quote)
