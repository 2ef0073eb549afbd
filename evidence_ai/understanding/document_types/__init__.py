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
from evidence_ai.understanding.zones import Zones

LEAST = 2.0
"""Points below which nothing has spoken: a single chance phrase is no type."""
UNSPOKEN = 0.1
"""Confidence of `lainnya` where there are words but no type spoke: what fits no type is of this one."""
SLOPE = 0.3
"""Confidence per point of lead, as a logistic; set on texts the cues were not written for, so that stated confidence and
share of right answers agree."""
SUREST = 0.98
"""One document in fifty is labelled otherwise by a second person, however clear its heading."""


@dataclass(frozen=True, slots=True)
class Bid:
    """What one type offers for a document, in points, and the line that speaks loudest for it."""

    name: str
    points: float
    quote: Quote | None


def decide(zones: Zones) -> Fact[str] | None:
    """The document type; `lainnya`, hardly sure, when there are words but none speaks; None when there are no words.

    `confidence` grows with the lead over the next bid; two types that are equally likely give about one half.
    """
    best, *others = bids(zones)
    if best.points < LEAST:
        worded = any(re.search(r"[^\W\d_]{3}", line.text) for line in zones.lines)
        return Fact("lainnya", UNSPOKEN, None) if worded else None
    rival = max(others[0].points if others else 0.0, LEAST / 2)
    certainty = min(SUREST, 1 / (1 + math.exp(-SLOPE * (best.points - rival))))
    return Fact(best.name, round(certainty, 3), best.quote)


def bids(zones: Zones) -> tuple[Bid, ...]:
    """The bids of all types, highest first, ties by name."""
    found = places(zones)
    offers = [_bid(kind, found) for kind in types().values()]
    return tuple(sorted(offers, key=lambda bid: (-bid.points, bid.name)))


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
