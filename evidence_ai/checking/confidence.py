"""From how sure the facts are to how grave a finding may be."""

from __future__ import annotations

from typing import Any

from evidence_ai.domain.mismatch import Severity
from evidence_ai.domain.quote import Fact

SURE = 0.85
"""From here a finding may be an error: a wrong error costs the region's trust, so below it we only ask to look."""

LIKELY = 0.6
"""From here a finding may be a warning; below it the rule stays silent."""

ISSUER_LIKELY = 0.5
"""The same for the issuer: an annex names it only in passing, so its confidence is low though it is rarely wrong
(of 132 real documents with a region none was wrong from here on)."""


def gravest(*facts: Fact[Any] | None, at_most: Severity = Severity.ERROR, likely: float = LIKELY) -> Severity | None:
    """The gravest severity these facts allow together, None for silence; a missing fact is never evidence.

    >>> gravest(Fact("73.71", 0.95, None))
    <Severity.ERROR: 'error'>
    >>> gravest(Fact("73.71", 0.7, None))
    <Severity.WARNING: 'warning'>
    >>> gravest(Fact("73.71", 0.95, None), None) is None
    True
    """
    lowest = min((0.0 if fact is None else fact.confidence for fact in facts), default=0.0)
    if lowest < likely:
        return None
    if lowest < SURE and at_most is Severity.ERROR:
        return Severity.WARNING
    return at_most
