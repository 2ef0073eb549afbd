"""ClaimFinding: the outcome of comparing one answer with its documents."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.claim import ClaimResult
from evidence_ai.domain.dossier import Dossier
from evidence_ai.domain.quote import Quote


@dataclass(frozen=True, slots=True)
class ClaimFinding:
    """How an answer fares, why in words, and where.

    `confidence` (0..1): how surely the printed value was read and belongs to the indicator; an unclear finding
    with confidence is one where few figures fit and none is the answer.
    """

    result: ClaimResult
    because: Bilingual
    quote: Quote | None = None
    file_name: str | None = None
    document: str | None = None
    confidence: float = 0.0


def at(
    result: ClaimResult, because: Bilingual, dossier: Dossier, quote: Quote | None, *, confidence: float
) -> ClaimFinding:
    """A finding that stands in one document."""
    return ClaimFinding(result, because, quote, dossier.document.name, dossier.document.sha256, confidence)
