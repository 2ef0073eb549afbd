"""Candidate: this document may prove that indicator; with reasons a person can check."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from evidence_ai.domain.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class CandidateReason:
    """One channel's evidence, in words, with the page it stands on (None: no page).

    Two channels say more than evidence: `against` (what spoke against the candidate) and `would_change` (what would
    turn the answer round).
    """

    channel: str
    text: Bilingual
    page: int | None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible indicator. `probability` is calibrated; `suggested` says whether a person should see it as advice."""

    indicator: str
    probability: float
    suggested: bool
    reasons: tuple[CandidateReason, ...]


class Scope(StrEnum):
    """How wide a document is: about one subject, a whole budget, a whole government's report, one OPD's report."""

    SPECIFIC = "specific"
    WHOLE_BUDGET = "whole_budget"
    WHOLE_GOVERNMENT_REPORT = "whole_government_report"
    OPD_REPORT = "opd_report"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Classification:
    """Candidates best first (up to 10, given even when abstaining).

    `abstained` is true exactly when none is suggested; `abstained_because` then says why.
    """

    candidates: tuple[Candidate, ...]
    abstained: bool
    abstained_because: Bilingual | None
    scope: Scope
