"""From submission to receipt: what a region froze, what persons decided on it, what was sealed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from evidence_ai.domain.claim import Claim
from evidence_ai.domain.decision import Decision


class ReviewLevel(StrEnum):
    """Who decides: the Kanwil first, the central team after it."""

    KANWIL = "kanwil"
    CENTRAL = "central"


@dataclass(frozen=True, slots=True)
class FrozenDocument:
    """A document as submitted."""

    id: str
    sha256: str
    name: str
    outcome: str
    document_type: str | None


@dataclass(frozen=True, slots=True)
class Submission:
    """A package frozen by its region: later uploads belong to the next one. `number` from 1; `digest` of its content."""

    id: str
    package_id: str
    region_code: str
    number: int
    digest: str
    documents: tuple[FrozenDocument, ...]
    claims: tuple[Claim, ...]
    submitted_by: str
    submitted_at: datetime


@dataclass(frozen=True, slots=True)
class StoredDecision:
    """A decision as kept, never changed: `seen` is the version of the dossier the person had before them."""

    id: str
    package_id: str
    region_code: str
    submission_id: str
    level: ReviewLevel
    seq: int
    seen: str
    decision: Decision


class ScoreKind(StrEnum):
    """FINAL: by central decisions; REVOCATION: the same points, the predikat withdrawn with a reason."""

    FINAL = "final"
    REVOCATION = "revocation"


@dataclass(frozen=True, slots=True)
class StoredScore:
    """A sealed score. `sealed` is the `{score, receipt}` JSON as anybody can verify it; `decisions` the file behind it.

    `predikat`: the one that stands; after a revocation the score's own predikat no longer does.
    """

    id: str
    package_id: str
    region_code: str
    submission_id: str
    kind: ScoreKind
    total: str
    predikat: str
    body_sha256: str
    previous: str | None
    sealed: str
    decisions: str
    reason: str | None
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """Who did what to which thing. `digest` covers the entry and the one before it in its chain (`previous`)."""

    chain: str
    seq: int
    at: datetime
    actor: str
    role: str
    action: str
    subject: str
    detail: str
    previous: str
    digest: str
