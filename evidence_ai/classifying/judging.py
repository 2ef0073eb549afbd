"""Judging: evidence to probabilities, learned words among it or asked where the knowledge has nothing to say."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_ai.classifying.combining import Case, ranked
from evidence_ai.classifying.gathering import Seen, gather
from evidence_ai.classifying.matcher import Matcher
from evidence_ai.classifying.weighing import Weighing
from evidence_ai.domain.document import DocumentText
from evidence_ai.domain.understanding import Understanding

OPEN_BELOW = 0.3
"""Where the best candidate of the knowledge is less likely than this, it has left the question open."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """Cases with their probabilities, best first, and the weighing that gave them."""

    seen: Seen
    found: tuple[tuple[Case, float], ...]
    weighing: Weighing | None


def judge(understanding: Understanding, text: DocumentText, matcher: Matcher) -> Judgement:
    """All evidence weighed; a weighing that hears no learned words may have them asked where it leaves the question open."""
    weighing = matcher.weighing
    hears = weighing is not None and weighing.hears_words
    seen = gather(understanding, text, matcher, matcher.phrasing if hears else None)
    judged = Judgement(seen, ranked(seen.cases, seen.asked, weighing), weighing)
    if matcher.completing is None or matcher.phrasing is None or not leaves_open(judged):
        return judged
    worded = gather(understanding, text, matcher, matcher.phrasing)
    completed = Judgement(worded, ranked(worded.cases, worded.asked, matcher.completing), matcher.completing)
    least = matcher.completing.suggested_from
    return completed if completed.found and completed.found[0][1] >= least else judged


def leaves_open(judged: Judgement) -> bool:
    """Whether the knowledge found nothing likely, and no other subject that the document is about."""
    seen = judged.seen
    if seen.wide is not None or seen.asked.revokes or any(one.decisive for one in seen.objections):
        return False
    return not judged.found or judged.found[0][1] < OPEN_BELOW
