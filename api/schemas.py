"""What goes over the wire: every value of the service as a program sees it."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from api.problems import Words
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.claim import Claim
from evidence_ai.domain.decision import Verdict
from evidence_ai.domain.jobs import Job, JobState, Place
from evidence_ai.domain.people import ApiKey, Person, Role
from evidence_ai.domain.region import by_code
from evidence_ai.domain.review import (
    AuditEntry,
    FrozenDocument,
    ReviewLevel,
    ScoreKind,
    StoredDecision,
    StoredScore,
    Submission,
)
from evidence_ai.domain.stored import (
    CoverageEntry,
    DocumentState,
    PackageState,
    StoredClaim,
    StoredDocument,
    StoredFinding,
    StoredPackage,
)
from evidence_ai.services.contract import quote_object
from evidence_ai.services.reviewing import ReviewItem

T = TypeVar("T")
Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2_000, pattern=r"^[^\x00]*$")]
Short = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=r"^[^\x00]+$")]
RegionCode = Annotated[str, StringConstraints(pattern=r"^\d\d(\.\d\d)?$")]


class In(BaseModel):
    """What is sent: an unknown field is an error, because it would be lost in silence."""

    model_config = ConfigDict(extra="forbid")


class Page(BaseModel, Generic[T]):
    """A page of a list; `next` is the cursor of the page after it, null on the last."""

    items: list[T]
    next: str | None = None


class Login(In):
    """A person's name and password."""

    login: Annotated[str, StringConstraints(max_length=100)] = Field(examples=["admin"])
    password: Annotated[str, StringConstraints(max_length=200)]


class NewPassword(In):
    """The old password and the new one."""

    old: Annotated[str, StringConstraints(max_length=200)]
    new: Annotated[str, StringConstraints(max_length=200)]


class SessionOut(BaseModel):
    """A session; `csrf` must come with every change as X-CSRF-Token."""

    person: PersonOut
    csrf: str


class PersonIn(In):
    """Somebody new."""

    login: Annotated[str, StringConstraints(pattern=r"^[a-z0-9._-]{3,100}$")] = Field(examples=["bag.hukum.arum"])
    name: Short
    role: Role
    region_code: RegionCode | None = None
    office: Short | None = None


class PersonOut(BaseModel):
    """Somebody who may sign in."""

    id: str
    login: str
    name: str
    role: Role
    region_code: str | None
    office: str | None
    active: bool
    must_change_password: bool
    created_at: datetime

    @classmethod
    def of(cls, person: Person) -> PersonOut:
        """From a person, without anything secret."""
        return cls(
            id=person.id, login=person.login, name=person.name, role=person.role, region_code=person.region_code,
            office=person.office, active=person.active, must_change_password=person.must_change_password,
            created_at=person.created_at,
        )  # fmt: skip


class PersonWithPassword(BaseModel):
    """A person and the password for signing in once."""

    person: PersonOut
    password: str


class ActiveIn(In):
    """Whether somebody may sign in."""

    active: bool


class KeyIn(In):
    """A key for a program; no regions: all of them."""

    name: Short
    scopes: list[Short] = Field(min_length=1, max_length=20, examples=[["read", "packages:write", "evidence:write"]])
    regions: list[RegionCode] = Field(default=[], max_length=600)
    days: int | None = Field(default=None, ge=1, le=3_660)


class KeyOut(BaseModel):
    """A key without its secret."""

    id: str
    name: str
    scopes: list[str]
    regions: list[str]
    created_at: datetime
    expires_at: datetime | None
    revoked_at: datetime | None

    @classmethod
    def of(cls, key: ApiKey) -> KeyOut:
        """From a key."""
        return cls(
            id=key.id, name=key.name, scopes=list(key.scopes), regions=list(key.regions), created_at=key.created_at,
            expires_at=key.expires_at, revoked_at=key.revoked_at,
        )  # fmt: skip


class KeyWithSecret(BaseModel):
    """A key and its text, told once."""

    key: KeyOut
    secret: str


class PackageIn(In):
    """A new package."""

    region_code: RegionCode = Field(examples=["99.01"])
    data_year: int = Field(ge=1990, le=2100, examples=[2024])
    award_year: int | None = Field(default=None, ge=1990, le=2100)
    edition: Short | None = None
    name: Annotated[Text, StringConstraints(max_length=200)] = ""


class PackageOut(BaseModel):
    """A package; `checked_revision` is the revision its findings speak of."""

    id: str
    region_code: str
    region: str
    data_year: int
    award_year: int | None
    edition: str
    name: str
    state: PackageState
    revision: int
    checked_revision: int
    created_at: datetime
    changed_at: datetime

    @classmethod
    def of(cls, package: StoredPackage) -> PackageOut:
        """From a package."""
        return cls(
            id=package.id, region_code=package.region_code, region=by_code(package.region_code).full_name,
            data_year=package.data_year, award_year=package.award_year, edition=package.edition, name=package.name,
            state=package.state, revision=package.revision, checked_revision=package.checked_revision,
            created_at=package.created_at, changed_at=package.changed_at,
        )  # fmt: skip


class WorkOut(BaseModel):
    """How far the work on a package is; `ahead` and `eta_s` of its last document, null where nothing is known."""

    documents: int
    received: int
    examined: int
    parked: int
    checked: bool
    ahead: int | None
    eta_s: int | None


class ClaimIn(In):
    """An answer, raw as the form has it."""

    indicator: Short = Field(examples=["BH.S1"])
    value: Text | None = None
    unit: Text | None = None
    numerator: Text | None = None
    denominator: Text | None = None
    documents: list[Annotated[str, StringConstraints(min_length=1, max_length=1_000, pattern=r"^[^\x00]+$")]] = Field(
        default=[], max_length=200
    )
    note: Text | None = None

    def claim(self) -> Claim:
        """As the pipeline knows it."""
        return Claim(
            self.indicator, self.value, self.unit, self.numerator, self.denominator, tuple(self.documents), self.note
        )


class ClaimOut(BaseModel):
    """An answer as kept."""

    id: str
    indicator: str
    value: str | None
    unit: str | None
    numerator: str | None
    denominator: str | None
    documents: list[str]
    note: str | None
    office: str | None
    revision: int
    changed_at: datetime

    @classmethod
    def of(cls, stored: StoredClaim) -> ClaimOut:
        """From an answer."""
        claim = stored.claim
        return cls(
            id=stored.id, indicator=claim.indicator, value=claim.value, unit=claim.unit, numerator=claim.numerator,
            denominator=claim.denominator, documents=list(claim.file_names), note=claim.note, office=stored.office,
            revision=stored.revision, changed_at=stored.changed_at,
        )  # fmt: skip


class NoteOut(BaseModel):
    """Something odd about what was sent."""

    code: str
    message: Words


class ClaimsImported(BaseModel):
    """Answers taken from a table."""

    items: list[ClaimOut]
    problems: list[NoteOut]


class DocumentOut(BaseModel):
    """A document; `outcome` how reading it ended, null while it waits."""

    id: str
    package_id: str
    name: str
    sha256: str | None
    size_bytes: int
    state: DocumentState
    outcome: str | None
    office: str | None
    uploaded_at: datetime
    removed_at: datetime | None
    job_id: str | None = None
    ahead: int | None = None
    eta_s: int | None = None

    @classmethod
    def of(
        cls, document: StoredDocument, *, outcome: str | None, job: Job | None = None, place: Place | None = None
    ) -> DocumentOut:
        """From a document and the work on it."""
        return cls(
            id=document.id, package_id=document.package_id, name=document.name, sha256=document.sha256 or None,
            size_bytes=document.size_bytes, state=document.state,
            outcome=document.refused.outcome.value if document.refused is not None else outcome,
            office=document.office, uploaded_at=document.uploaded_at, removed_at=document.removed_at,
            job_id=job.id if job is not None else None, ahead=place.ahead if place is not None else None,
            eta_s=place.eta_s if place is not None else None,
        )  # fmt: skip


class Received(BaseModel):
    """What an upload brought; `claims`: answers in the manifest of its ZIP."""

    documents: list[DocumentOut]
    claims: int
    problems: list[NoteOut]


class JobOut(BaseModel):
    """A job."""

    id: str
    kind: str
    lane: str
    state: JobState
    attempt: int
    failure: str | None
    region_code: str
    created_at: datetime
    ended_at: datetime | None
    ahead: int | None
    eta_s: int | None

    @classmethod
    def of(cls, job: Job, place: Place | None) -> JobOut:
        """From a job."""
        return cls(
            id=job.id, kind=job.kind.value, lane=job.lane.value, state=job.state, attempt=job.attempt,
            failure=job.failure, region_code=job.region_code, created_at=job.created_at, ended_at=job.ended_at,
            ahead=place.ahead if place else None, eta_s=place.eta_s if place else None,
        )  # fmt: skip


class FindingOut(BaseModel):
    """A finding; `document_id` null: about the whole package."""

    id: str
    document_id: str | None
    code: str
    severity: str
    indicator: str | None
    page: int | None
    quote: dict[str, Any] | None
    message: Words
    advice: Words

    @classmethod
    def of(cls, found: StoredFinding) -> FindingOut:
        """From a finding."""
        one = found.mismatch
        return cls(
            id=found.id, document_id=found.document_id, code=one.code, severity=one.severity.value,
            indicator=one.indicator, page=one.page, quote=quote_object(one.quote), message=words(one.message),
            advice=words(one.advice),
        )  # fmt: skip


class CoverageOut(BaseModel):
    """One indicator: how far it is evidenced, and what a full share would add to the total."""

    indicator: str
    state: str
    documents: list[str]
    points_possible: str

    @classmethod
    def of(cls, entry: CoverageEntry, points: str) -> CoverageOut:
        """From an entry."""
        return cls(
            indicator=entry.indicator, state=entry.state, documents=list(entry.documents), points_possible=points
        )


class CheckOut(BaseModel):
    """What the last check of a package left; totals are provisional."""

    revision: int
    certain: str
    if_all_confirmed: str
    checked_at: datetime
    claims: list[dict[str, Any]]
    coverage: list[CoverageOut]


class FrozenOut(BaseModel):
    """A document as submitted."""

    id: str
    sha256: str
    name: str
    outcome: str
    document_type: str | None

    @classmethod
    def of(cls, one: FrozenDocument) -> FrozenOut:
        """From a frozen document."""
        return cls(id=one.id, sha256=one.sha256, name=one.name, outcome=one.outcome, document_type=one.document_type)


class SubmissionOut(BaseModel):
    """A package as frozen."""

    id: str
    package_id: str
    number: int
    digest: str
    documents: list[FrozenOut]
    claims: int
    submitted_at: datetime

    @classmethod
    def of(cls, one: Submission) -> SubmissionOut:
        """From a submission."""
        return cls(
            id=one.id, package_id=one.package_id, number=one.number, digest=one.digest,
            documents=[FrozenOut.of(document) for document in one.documents], claims=len(one.claims),
            submitted_at=one.submitted_at,
        )  # fmt: skip


class DecisionIn(In):
    """A decision; numbers as exact text. If-Match names the version of the item that was seen."""

    level: ReviewLevel
    indicator: Short
    verdict: Verdict
    value: Text | None = None
    unit: Text | None = None
    numerator: Annotated[str, StringConstraints(max_length=60)] | None = None
    denominator: Annotated[str, StringConstraints(max_length=60)] | None = None
    documents: list[Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]] = Field(default=[], max_length=200)
    reason: Text | None = None


class DecisionOut(BaseModel):
    """A decision as kept; `seen` is the version of the dossier its author had before them."""

    id: str
    submission_id: str
    level: ReviewLevel
    indicator: str
    verdict: Verdict
    value: str | None
    unit: str | None
    numerator: str | None
    denominator: str | None
    documents: list[str]
    by: str
    at: str
    reason: str | None
    seen: str

    @classmethod
    def of(cls, stored: StoredDecision) -> DecisionOut:
        """From a decision."""
        one = stored.decision
        return cls(
            id=stored.id, submission_id=stored.submission_id, level=stored.level, indicator=one.indicator,
            verdict=one.verdict, value=one.value, unit=one.unit, numerator=_digits(one.numerator),
            denominator=_digits(one.denominator), documents=list(one.documents), by=one.by, at=one.at,
            reason=one.reason, seen=stored.seen,
        )  # fmt: skip


class ReviewItemOut(BaseModel):
    """One answered indicator to decide on; `etag` is what If-Match must name."""

    indicator: str
    etag: str
    claims: list[dict[str, Any]]
    documents: list[FrozenOut]
    kanwil: DecisionOut | None
    central: DecisionOut | None
    decisions: int
    read_twice: bool
    kanwil_settled: bool
    central_settled: bool

    @classmethod
    def of(cls, item: ReviewItem) -> ReviewItemOut:
        """From an item."""
        kanwil, central = item.decided(ReviewLevel.KANWIL), item.decided(ReviewLevel.CENTRAL)
        return cls(
            indicator=item.indicator, etag=item.seen, claims=[claim_object(one) for one in item.claims],
            documents=[FrozenOut.of(one) for one in item.documents],
            kanwil=DecisionOut.of(kanwil) if kanwil else None, central=DecisionOut.of(central) if central else None,
            decisions=len(item.decisions), read_twice=item.read_twice,
            kanwil_settled=item.settled(ReviewLevel.KANWIL), central_settled=item.settled(ReviewLevel.CENTRAL),
        )  # fmt: skip


class CloseIn(In):
    """The level that is done."""

    level: ReviewLevel


class AwardIn(In):
    """What goes into the score besides decisions."""

    aksi_ham_bonus: Annotated[str, StringConstraints(pattern=r"^\d{1,3}(\.\d{1,4})?$")] | None = None


class RevokeIn(In):
    """Why the predikat is withdrawn."""

    reason: Annotated[Text, StringConstraints(min_length=1)]


class ScoreOut(BaseModel):
    """A sealed score; its receipt lies at `/v1/scores/{id}/receipt`."""

    id: str
    package_id: str
    submission_id: str
    kind: ScoreKind
    total: str
    predikat: str
    body_sha256: str
    previous: str | None
    reason: str | None
    at: datetime

    @classmethod
    def of(cls, one: StoredScore) -> ScoreOut:
        """From a score."""
        return cls(
            id=one.id, package_id=one.package_id, submission_id=one.submission_id, kind=one.kind, total=one.total,
            predikat=one.predikat, body_sha256=one.body_sha256, previous=one.previous, reason=one.reason, at=one.at,
        )  # fmt: skip


class TotalsOut(BaseModel):
    """Three totals that are never mixed up."""

    self_assessed: str | None
    kanwil: str | None
    final: ScoreOut | None
    history: list[ScoreOut]


class AuditOut(BaseModel):
    """Who did what; `digest` covers the entry and the one before it."""

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

    @classmethod
    def of(cls, one: AuditEntry) -> AuditOut:
        """From an entry."""
        return cls(
            chain=one.chain, seq=one.seq, at=one.at, actor=one.actor, role=one.role, action=one.action,
            subject=one.subject, detail=one.detail, previous=one.previous, digest=one.digest,
        )  # fmt: skip


class AuditWhole(BaseModel):
    """Whether every chain is whole; otherwise where each first breaks."""

    whole: bool
    broken: list[str]


class Ready(BaseModel):
    """Whether each part answers."""

    ready: bool
    records: bool
    storage: bool
    queue: bool


class Done(BaseModel):
    """It is done."""

    done: bool = True


def words(both: Bilingual) -> Words:
    """Words in both languages."""
    return Words(id=both.id, en=both.en)


def claim_object(claim: Claim) -> dict[str, Any]:
    """A claim inside another object."""
    return {
        "indicator": claim.indicator, "value": claim.value, "unit": claim.unit, "numerator": claim.numerator,
        "denominator": claim.denominator, "documents": list(claim.file_names), "note": claim.note,
    }  # fmt: skip


def _digits(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"


SessionOut.model_rebuild()
