"""What the stories of the service need from the world; adapters give it, wiring joins them.

Every query for something that belongs to a region takes the caller's Reach: what lies outside is not there.
Nothing here commits but `UnitOfWork.commit`, which only entrances call.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from evidence_ai.domain.candidate import Classification
from evidence_ai.domain.document import DocumentText
from evidence_ai.domain.dossier import Dossier
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.jobs import Job, JobKind, JobState, Lane
from evidence_ai.domain.people import ApiKey, Person, Reach, Session
from evidence_ai.domain.review import AuditEntry, ReviewLevel, StoredDecision, StoredScore, Submission
from evidence_ai.domain.stored import (
    Beat,
    Event,
    PackageCheck,
    StoredClaim,
    StoredDocument,
    StoredFinding,
    StoredPackage,
)
from evidence_ai.domain.understanding import Understanding
from evidence_ai.services.examining import Upload


class Clock(Protocol):
    """The time, always in UTC."""

    def now(self) -> datetime:
        """This moment."""
        ...


class BlobStore(Protocol):
    """Bytes by the sha256 of their content. What was put is there until it is removed, or `get` says it is not."""

    def put(self, content: bytes) -> str:
        """Keep `content` for good and give its sha256; the same content twice is kept once."""
        ...

    def get(self, sha256: str) -> bytes:
        """The bytes of this name, verified.

        Raises:
            NotFoundError: there are none.
            InternalError: what is there is not what was put.
        """
        ...

    def has(self, sha256: str) -> bool:
        """Whether there are bytes of this name."""
        ...

    def remove(self, sha256: str) -> None:
        """Forget the bytes of this name; nothing happens where there are none."""
        ...

    def ready(self) -> bool:
        """Whether the store answers."""
        ...


class JobQueue(Protocol):
    """The doorbell: rings a worker for a job that stands in the records. It may lose a ring, never a job."""

    def ring(self, job: Job) -> None:
        """Tell a worker that `job` waits. Ringing twice is harmless.

        Raises:
            DependencyError: the queue does not answer.
        """
        ...

    def knows(self, job: Job) -> bool:
        """Whether a ring for this attempt of `job` is still waiting or being answered."""
        ...

    def length(self, lane: Lane) -> int:
        """How many rings wait in a lane."""
        ...

    def ready(self) -> bool:
        """Whether the queue answers."""
        ...


class Passwords(Protocol):
    """Hashing of passwords, slow on purpose."""

    def hashed(self, password: str) -> str:
        """A hash to keep."""
        ...

    def fits(self, password: str, kept: str) -> bool:
        """Whether `password` is the one behind `kept`; takes as long for a wrong one."""
        ...


@dataclass(frozen=True, slots=True)
class Slice:
    """One page of a list: at most `limit` things after the one whose key is `after` (None: from the beginning)."""

    limit: int
    after: tuple[str, str] | None = None


class PeopleRecords(Protocol):
    """Persons, their sessions, and keys of programs."""

    def add(self, person: Person) -> None:
        """Keep a new person."""
        ...

    def save(self, person: Person) -> None:
        """Keep a changed person."""
        ...

    def by_id(self, person_id: str) -> Person | None:
        """The person of this id."""
        ...

    def by_login(self, login: str) -> Person | None:
        """The person of this login; in a change nobody else changes them until it ends."""
        ...

    def everyone(self, part: Slice) -> Sequence[Person]:
        """Persons, oldest first."""
        ...

    def count(self) -> int:
        """How many persons there are."""
        ...

    def open_session(self, session: Session) -> None:
        """Keep a new session."""
        ...

    def session(self, token_sha256: str) -> Session | None:
        """The session of this token."""
        ...

    def close_session(self, token_sha256: str) -> None:
        """Forget one session."""
        ...

    def close_sessions(self, person_id: str) -> None:
        """Forget all sessions of a person."""
        ...

    def add_key(self, key: ApiKey) -> None:
        """Keep a new key."""
        ...

    def save_key(self, key: ApiKey) -> None:
        """Keep a changed key."""
        ...

    def key(self, key_id: str) -> ApiKey | None:
        """The key of this id."""
        ...

    def keys(self, part: Slice) -> Sequence[ApiKey]:
        """Keys, oldest first."""
        ...


class PackageRecords(Protocol):
    """Packages with their answers, documents, findings and events."""

    def add(self, package: StoredPackage) -> bool:
        """Keep a new package; False where the region already has one of this year and edition."""
        ...

    def save(self, package: StoredPackage, *, seen: int) -> bool:
        """Keep a changed package if its revision is still `seen`; False where somebody else was faster."""
        ...

    def get(self, package_id: str, reach: Reach) -> StoredPackage | None:
        """The package of this id."""
        ...

    def locked(self, package_id: str, reach: Reach) -> StoredPackage | None:
        """The same; nobody else changes it until the change ends."""
        ...

    def listed(
        self, reach: Reach, part: Slice, *, data_year: int | None, region_code: str | None
    ) -> Sequence[StoredPackage]:
        """Packages, oldest first."""
        ...

    def add_claim(self, claim: StoredClaim) -> None:
        """Keep a new answer."""
        ...

    def save_claim(self, claim: StoredClaim, *, seen: int) -> bool:
        """Keep a changed answer if its revision is still `seen`."""
        ...

    def remove_claim(self, claim_id: str, reach: Reach) -> None:
        """Forget an answer."""
        ...

    def claim(self, claim_id: str, reach: Reach) -> StoredClaim | None:
        """The answer of this id."""
        ...

    def claims(self, package_id: str, reach: Reach) -> Sequence[StoredClaim]:
        """Every answer of a package, oldest first."""
        ...

    def add_document(self, document: StoredDocument) -> None:
        """Keep a new document."""
        ...

    def save_document(self, document: StoredDocument) -> None:
        """Keep a changed document."""
        ...

    def document(self, document_id: str, reach: Reach) -> StoredDocument | None:
        """The document of this id."""
        ...

    def documents(self, package_id: str, reach: Reach) -> Sequence[StoredDocument]:
        """Every document of a package that was not removed, oldest first."""
        ...

    def documents_of_job(self, job_name: str) -> Sequence[StoredDocument]:
        """Every document, of any package, that waits for this work."""
        ...

    def names_blob(self, sha256: str) -> bool:
        """Whether any document, also a removed one, names these bytes."""
        ...

    def keep_findings(self, package_id: str, findings: Iterable[StoredFinding]) -> None:
        """Replace the findings of a package."""
        ...

    def findings(self, package_id: str, reach: Reach) -> Sequence[StoredFinding]:
        """The findings of a package, in their order."""
        ...

    def keep_check(self, check: PackageCheck) -> None:
        """Replace what checking left."""
        ...

    def check(self, package_id: str, reach: Reach) -> PackageCheck | None:
        """What the last check left."""
        ...

    def tell(self, *, package_id: str, region_code: str, kind: str, subject: str | None, at: datetime) -> None:
        """Add an event."""
        ...

    def events(self, package_id: str, reach: Reach, *, after: int, limit: int) -> Sequence[Event]:
        """Events of a package after a number, in order."""
        ...


class ResultRecords(Protocol):
    """What each step made of a document's bytes: the same for everybody who uploaded them."""

    def text(self, sha256: str, version: str) -> DocumentText | None:
        """What reading gave."""
        ...

    def understanding(self, sha256: str, version: str) -> Understanding | None:
        """What understanding gave."""
        ...

    def classification(self, sha256: str, version: str) -> Classification | None:
        """What classifying gave; its version names the edition."""
        ...

    def media_type(self, sha256: str) -> str | None:
        """The kind of file these bytes are."""
        ...

    def keep_text(self, sha256: str, version: str, value: DocumentText, *, media_type: str, at: datetime) -> None:
        """Keep what reading gave; what is there already stays."""
        ...

    def keep_understanding(self, sha256: str, version: str, value: Understanding, *, at: datetime) -> None:
        """Keep what understanding gave; what is there already stays."""
        ...

    def keep_classification(self, sha256: str, version: str, value: Classification, *, at: datetime) -> None:
        """Keep what classifying gave; what is there already stays."""
        ...

    def forget(self, sha256: str, version: str) -> None:
        """Forget what every step gave, because it is to be done again or was only so far."""
        ...


class JobRecords(Protocol):
    """The truth of every job's state. Every change is compare-and-set; terminal states stay."""

    def add(self, job: Job) -> bool:
        """Keep a new job; False where work of this name is known already."""
        ...

    def by_name(self, name: str) -> Job | None:
        """The job of this name."""
        ...

    def by_id(self, job_id: str) -> Job | None:
        """The job of this id."""
        ...

    def change(self, job: Job, *, was: JobState, attempt: int) -> bool:
        """Keep `job` if it is still in state `was` at this attempt; False where somebody else was faster."""
        ...

    def not_begun(self, kind: JobKind, subject: str) -> Job | None:
        """A job of this kind and subject that no worker has begun."""
        ...

    def waiting(self, now: datetime) -> Sequence[Job]:
        """Jobs that may be sent now, by lane and age; at most the oldest hundred of each region and lane."""
        ...

    def in_state(self, state: JobState, *, limit: int = 1_000) -> Sequence[Job]:
        """Jobs in a state, oldest first."""
        ...

    def in_flight(self) -> dict[str, int]:
        """Per region, how many jobs were sent and have not ended."""
        ...

    def recent_seconds(self, lane: Lane, *, count: int) -> tuple[float, ...]:
        """How long the last jobs of a lane that are done ran."""
        ...

    def unheard(self) -> Sequence[Job]:
        """Ended examinations that some document still waits for."""
        ...

    def to_ring(self, job: Job, at: datetime) -> None:
        """Write into the outbox that the doorbell must ring for `job`."""
        ...

    def rings(self, *, limit: int) -> Sequence[tuple[int, Job]]:
        """What stands in the outbox, oldest first."""
        ...

    def rung(self, entries: Iterable[int]) -> None:
        """Take entries out of the outbox."""
        ...


class ReviewRecords(Protocol):
    """Submissions, decisions and scores: only ever added to."""

    def add_submission(self, submission: Submission) -> None:
        """Keep a frozen package."""
        ...

    def submissions(self, package_id: str, reach: Reach) -> Sequence[Submission]:
        """Every submission of a package, oldest first."""
        ...

    def submission(self, submission_id: str, reach: Reach) -> Submission | None:
        """The submission of this id."""
        ...

    def add_decision(self, decision: StoredDecision) -> None:
        """Keep a decision."""
        ...

    def decisions(
        self, submission_id: str, reach: Reach, *, level: ReviewLevel | None = None
    ) -> Sequence[StoredDecision]:
        """Every decision on a submission, in the order taken."""
        ...

    def add_score(self, score: StoredScore) -> None:
        """Keep a sealed score."""
        ...

    def scores(self, package_id: str, reach: Reach) -> Sequence[StoredScore]:
        """Every sealed score of a package, oldest first."""
        ...

    def score(self, score_id: str, reach: Reach) -> StoredScore | None:
        """The sealed score of this id."""
        ...


class AuditRecords(Protocol):
    """The audit log: one hash chain per region and one ('-') for all that belongs to none."""

    def last(self, chain: str) -> AuditEntry | None:
        """The last entry of a chain; nobody else adds to it until the change ends."""
        ...

    def add(self, entry: AuditEntry) -> None:
        """Add the next entry."""
        ...

    def entries(self, chain: str, *, after: int, limit: int) -> Sequence[AuditEntry]:
        """Entries of a chain after a number, in order."""
        ...

    def chains(self) -> Sequence[str]:
        """The names of all chains."""
        ...


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered to a request that may be repeated. `fingerprint`: of what was asked."""

    caller: str
    key: str
    fingerprint: str
    status: int
    location: str | None
    body: str
    at: datetime


class AnswerRecords(Protocol):
    """Answers by the caller's idempotency key."""

    def get(self, caller: str, key: str) -> Answer | None:
        """What was answered to this key; in a change nobody else answers it until the change ends."""
        ...

    def add(self, answer: Answer) -> bool:
        """Keep an answer; False where one of this key is there already."""
        ...

    def forget_before(self, moment: datetime) -> int:
        """Drop answers nobody will ask for again; gives their number."""
        ...


class Examiner(Protocol):
    """Reads, understands and classifies one file under an edition; bad files end in a named outcome."""

    def examine(self, upload: Upload, *, edition: str, hear: Callable[[Beat, Dossier], None]) -> Dossier:
        """Everything that can be known of the file; `hear` is told what is known so far, in the caller's thread."""
        ...

    def edition(self, name: str) -> Edition:
        """The edition of this name.

        Raises:
            NotFoundError: there is none.
        """
        ...

    def version(self) -> str:
        """What made the results: the same for the same code and models."""
        ...


class UnitOfWork(Protocol):
    """One change of the records: all of it or nothing."""

    people: PeopleRecords
    packages: PackageRecords
    results: ResultRecords
    jobs: JobRecords
    reviews: ReviewRecords
    audit: AuditRecords
    answers: AnswerRecords

    def commit(self) -> None:
        """Make the change last."""
        ...


class Records(Protocol):
    """Where everything stands. Leaving a block without `commit` undoes what was done in it."""

    def changing(self) -> AbstractContextManager[UnitOfWork]:
        """A change."""
        ...

    def looking(self) -> AbstractContextManager[UnitOfWork]:
        """A look at one consistent state, which changes nothing."""
        ...

    def ready(self) -> bool:
        """Whether the records answer and have the shape this program expects."""
        ...
