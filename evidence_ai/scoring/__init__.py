"""Scoring: exact arithmetic with a trace. One door, `score`."""

from evidence_ai.scoring.evidence import AssumedEvidence, Evidence, ReviewedEvidence
from evidence_ai.scoring.numbers import exact_number
from evidence_ai.scoring.possible import points_possible
from evidence_ai.scoring.scoring import score

__all__ = ["AssumedEvidence", "Evidence", "ReviewedEvidence", "exact_number", "points_possible", "score"]
