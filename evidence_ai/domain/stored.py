"""Packages, claims, documents and findings as they are kept: with an id, a region they belong to, and a history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from fractions import Fraction

from evidence_ai.domain.claim import Claim
from evidence_ai.domain.document import DocumentText
from evidence_ai.domain.mismatch import Mismatch


class PackageState(StrEnum):
    """How far a package has come. Going back is a new submission, never an erasure."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    KANWIL_REVIEWED = "kanwil_reviewed"
    VERIFIED = "verified"
    SCORED = "scored"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class StoredPackage:
    """What one region sends for one data year. `revision` rises with every change of its answers and documents.

    `checked_revision`: the revision its findings speak of (0: not checked yet).
    """

    id: str
    region_code: str
    data_year: int
    award_year: int | None
    edition: str
    name: str
    state: PackageState
    revision: int
    checked_revision: int
    created_by: str
    created_at: datetime
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class StoredClaim:
    """One answer as kept. `office`: the OPD that gave it. `revision` rises with every change of the answer."""

    id: str
    package_id: str
    region_code: str
    office: str | None
    claim: Claim
    revision: int
    changed_by: str
    changed_at: datetime


class DocumentState(StrEnum):
    """RECEIVED: kept, not read yet. EXAMINED: read, with whatever outcome. PARKED: gave up for now, with a reason."""

    RECEIVED = "received"
    EXAMINED = "examined"
    PARKED = "parked"


class Beat(StrEnum):
    """What can be told of a document before all of it is read; the value is also the event's kind."""

    FIRST_WORDS = "first_words"
    QUICK_VERDICT = "quick_verdict"


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """One upload. `sha256` names its bytes in the blob store; the same bytes may be uploaded under many names.

    `refused`: how it ended where it could not even be taken out of its ZIP; then `sha256` is ''.
    `job_name`: the work that examines it; `version`: what its results are kept under.
    """

    id: str
    package_id: str
    region_code: str
    office: str | None
    name: str
    sha256: str
    size_bytes: int
    state: DocumentState
    refused: DocumentText | None
    job_name: str
    version: str
    uploaded_by: str
    uploaded_at: datetime
    removed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class StoredFinding:
    """One finding as kept; `document_id` None: about the package."""

    id: str
    package_id: str
    region_code: str
    document_id: str | None
    position: int
    mismatch: Mismatch


@dataclass(frozen=True, slots=True)
class ClaimOutcome:
    """How one answer fares against its documents; `claim_id` None: the answer came and went meanwhile."""

    claim: Claim
    result: str
    because_id: str | None
    because_en: str | None
    file_name: str | None


@dataclass(frozen=True, slots=True)
class CoverageEntry:
    """How far one indicator is evidenced, and what a full share would add to the total."""

    indicator: str
    state: str
    documents: tuple[str, ...]
    points_possible: Fraction


@dataclass(frozen=True, slots=True)
class PackageCheck:
    """What checking a package left, besides its findings. Totals are provisional, as decimal strings."""

    package_id: str
    region_code: str
    revision: int
    claims: tuple[ClaimOutcome, ...]
    coverage: tuple[CoverageEntry, ...]
    certain: str
    if_all_confirmed: str
    checked_at: datetime


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a package, for those who watch. `seq` rises over all packages."""

    seq: int
    package_id: str
    region_code: str
    kind: str
    subject: str | None
    at: datetime
