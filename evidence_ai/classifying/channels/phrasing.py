"""The phrasing channel: what was learned from written examples, for wordings the knowledge does not hold."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from evidence_ai.classifying.evidence import Evidence
from evidence_ai.classifying.phrasing import Phrasing
from evidence_ai.classifying.subjects import Subject
from evidence_ai.domain.bilingual import Bilingual

_NEW_FROM = 1.5
"""Log-odds from which words alone make an indicator a candidate that no other channel named."""
_MOST = 4.0
_MOST_NEW = 5


def phrasing_evidence(subject: Subject, named: AbstractSet[str], phrasing: Phrasing) -> tuple[Evidence, ...]:
    """For and against the indicators already `named`, and the few others the words speak for loudly."""
    found = subject_words(subject)
    if not found:
        return ()
    values = phrasing.log_odds(found)
    new = sorted((one for one in values if one not in named and values[one] >= _NEW_FROM), key=lambda one: -values[one])
    return tuple(
        Evidence(
            one, "phrasing", max(-_MOST, min(_MOST, values[one])), _said(phrasing.telling(found, one)), subject.page
        )
        for one in sorted({*named & values.keys(), *new[:_MOST_NEW]})
    )


def subject_words(subject: Subject) -> list[str]:
    """The words of a subject as learned from: numbers all the same, names of places left out where they are known."""
    return ["0" if token.text.isdigit() else token.text for token in subject.tokens]


def _said(words: tuple[str, ...]) -> Bilingual:
    if not words:
        return Bilingual(
            "Susunan kata judul jarang dipakai untuk indikator ini.", "The wording is seldom used for this indicator."
        )
    named = ", ".join(words)
    return Bilingual(
        f"Kata yang pada contoh-contoh menunjuk indikator ini: {named}.",
        f"Words that point to this indicator in the examples learned from: {named}.",
    )
