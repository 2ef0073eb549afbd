"""The story of what a region brings: packages, answers, documents. Everything received is kept before it is answered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.claim import Claim
from evidence_ai.domain.document import DocumentText, Reason
from evidence_ai.domain.jobs import JobState
from evidence_ai.domain.people import Caller
from evidence_ai.domain.region import by_code, known_code
from evidence_ai.domain.stored import (
    DocumentState,
    PackageState,
    StoredClaim,
    StoredDocument,
    StoredPackage,
)
from evidence_ai.errors import InputError, NotFoundError
from evidence_ai.reading.manifest import read_manifest
from evidence_ai.reading.package import open_package
from evidence_ai.services import dispatching, refusals
from evidence_ai.services.auditing import note
from evidence_ai.services.identifiers import new_id
from evidence_ai.services.indicator_codes import spelled_by
from evidence_ai.services.packages import uploads
from evidence_ai.services.ports import BlobStore, Clock, Examiner, UnitOfWork
from evidence_ai.services.refusals import RefusedError
from evidence_ai.services.rights import Act, ensure, ensure_reaches


@dataclass(frozen=True, slots=True)
class SecondReading:
    """Which share of answers two persons must decide on; `salt` is of the season and kept from those who decide."""

    percent: int
    salt: str


@dataclass(frozen=True, slots=True)
class Intake:
    """What the stories of packages work with."""

    blobs: BlobStore
    examiner: Examiner
    clock: Clock
    second_reading: SecondReading = SecondReading(0, "")


@dataclass(frozen=True, slots=True)
class NewPackage:
    """What is said of a new package; `name` '' takes the region's name."""

    region_code: str
    data_year: int
    award_year: int | None
    edition: str
    name: str


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file as it arrived: its bytes are kept already, or it could not be taken out of its ZIP."""

    name: str
    sha256: str
    size_bytes: int
    refused: DocumentText | None = None


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What a ZIP held, with everything in it kept."""

    files: tuple[Arrived, ...]
    claims: tuple[Claim, ...]
    problems: tuple[Reason, ...]


def open_new_package(work: UnitOfWork, caller: Caller, new: NewPackage, shop: Intake) -> StoredPackage:
    """A new package.

    Raises:
        RefusedError: not allowed, the region or edition is unknown, or there is one already.
    """
    ensure(caller, Act.OPEN_PACKAGE)
    if not known_code(new.region_code) or len(new.region_code) != 5:
        raise RefusedError(refusals.REGION_UNKNOWN)
    ensure_reaches(caller, new.region_code)
    try:
        shop.examiner.edition(new.edition)
    except NotFoundError as error:
        raise RefusedError(refusals.EDITION_UNKNOWN) from error
    now = shop.clock.now()
    package = StoredPackage(
        id=new_id(), region_code=new.region_code, data_year=new.data_year, award_year=new.award_year,
        edition=new.edition, name=new.name or f"{by_code(new.region_code).full_name} {new.data_year}",
        state=PackageState.DRAFT, revision=1, checked_revision=0, created_by=caller.id, created_at=now,
        changed_at=now,
    )  # fmt: skip
    if not work.packages.add(package):
        raise RefusedError(refusals.PACKAGE_EXISTS)
    note(work, caller, "package_opened", subject=package.id, at=now, region_code=package.region_code)
    _tell(work, package, "package_opened", None, shop)
    return package


def package_for(work: UnitOfWork, caller: Caller, package_id: str) -> StoredPackage:
    """A package the caller may see.

    Raises:
        RefusedError: not allowed, or there is none for this caller.
    """
    ensure(caller, Act.READ)
    package = work.packages.get(package_id, caller.reach)
    if package is None:
        raise RefusedError(refusals.NOT_FOUND)
    return package


def keep_file(name: str, content: bytes, blobs: BlobStore) -> Arrived:
    """Keep one file for good."""
    return Arrived(name, blobs.put(content), len(content))


def unpack(content: bytes, name: str, blobs: BlobStore) -> Unpacked:
    """Keep every file of a ZIP for good, one after another.

    Raises:
        RefusedError: it is no ZIP, holds nothing, or would unpack beyond all limits.
    """
    try:
        files = open_package(content, name=name)
        arrived = [
            Arrived(one.name, "", 0, one.refused) if one.content is None else keep_file(one.name, one.content, blobs)
            for one in uploads(files)
        ]
    except InputError as error:
        words = Bilingual(str(error), "The ZIP cannot be opened or holds no document.")
        raise RefusedError(refusals.UPLOAD_UNREADABLE, words) from error
    return Unpacked(tuple(arrived), files.claims, files.problems)


def receive(
    work: UnitOfWork, caller: Caller, package_id: str, arrived: Iterable[Arrived], shop: Intake, *, office: str | None
) -> tuple[StoredDocument, ...]:
    """Documents of a package and the work on them, in one change. The same name again replaces what bore it.

    Raises:
        RefusedError: not allowed, or there is no such package for this caller.
    """
    package = _to_change(work, caller, package_id)
    edition = shop.examiner.edition(package.edition)
    there = {one.name: one for one in work.packages.documents(package.id, caller.reach)}
    received: dict[str, StoredDocument] = {}
    for one in arrived:
        before = received.get(one.name) or there.get(one.name)
        if before is not None and before.sha256 == one.sha256 and before.refused == one.refused:
            received[one.name] = before
            continue
        if before is not None:
            work.packages.save_document(replace(before, removed_at=shop.clock.now()))
        received[one.name] = _document(work, caller, package, one, shop, edition.name, office)
    note(
        work, caller, "documents_received", subject=package.id, at=shop.clock.now(), region_code=package.region_code,
        number=len(received),
    )  # fmt: skip
    _changed(work, package, shop)
    return tuple(received.values())


def remove_document(work: UnitOfWork, caller: Caller, document_id: str, shop: Intake) -> None:
    """Take a document out of its package; its history stays.

    Raises:
        RefusedError: not allowed, or there is none for this caller.
    """
    ensure(caller, Act.BRING_EVIDENCE)
    document = work.packages.document(document_id, caller.reach)
    if document is None or document.removed_at is not None:
        raise RefusedError(refusals.NOT_FOUND)
    package = _to_change(work, caller, document.package_id)
    work.packages.save_document(replace(document, removed_at=shop.clock.now()))
    note(work, caller, "document_removed", subject=document.id, at=shop.clock.now(), region_code=document.region_code)
    _tell(work, package, "document_removed", document.id, shop)
    _changed(work, package, shop)


def answer(
    work: UnitOfWork, caller: Caller, package_id: str, claims: Iterable[Claim], shop: Intake, *, office: str | None,
    replacing: bool,
) -> tuple[StoredClaim, ...]:  # fmt: skip
    """Answers of a package. `replacing`: an indicator answered now loses the answers it had (a manifest is whole).

    Raises:
        RefusedError: not allowed, or there is no such package for this caller.
    """
    package = _to_change(work, caller, package_id)
    edition = shop.examiner.edition(package.edition)
    now = shop.clock.now()
    new = [replace(one, indicator=spelled_by(edition, one.indicator)) for one in claims]
    if replacing:
        answered = {one.indicator for one in new}
        for old in work.packages.claims(package.id, caller.reach):
            if old.claim.indicator in answered:
                work.packages.remove_claim(old.id, caller.reach)
    office = caller.reach.office or office
    stored = tuple(
        StoredClaim(new_id(), package.id, package.region_code, office, one, 1, caller.id, now) for one in new
    )
    for one in stored:
        work.packages.add_claim(one)
    note(
        work, caller, "claims_answered", subject=package.id, at=now, region_code=package.region_code,
        number=len(stored),
    )  # fmt: skip
    _changed(work, package, shop)
    return stored


def claims_in(content: bytes, name: str) -> tuple[tuple[Claim, ...], tuple[Reason, ...]]:
    """Answers in a CSV or XLSX manifest, and what is wrong with it."""
    return read_manifest(content, name)


def change_claim(
    work: UnitOfWork, caller: Caller, claim_id: str, claim: Claim, shop: Intake, *, seen: int
) -> StoredClaim:
    """An answer given differently.

    Raises:
        RefusedError: not allowed, there is none for this caller, or it changed since `seen`.
    """
    before = _claim(work, caller, claim_id)
    package = _to_change(work, caller, before.package_id)
    spelled = replace(claim, indicator=spelled_by(shop.examiner.edition(package.edition), claim.indicator))
    after = replace(before, claim=spelled, revision=seen + 1, changed_by=caller.id, changed_at=shop.clock.now())
    if not work.packages.save_claim(after, seen=seen):
        raise RefusedError(refusals.STALE)
    note(work, caller, "claim_changed", subject=claim_id, at=shop.clock.now(), region_code=package.region_code)
    _changed(work, package, shop)
    return after


def remove_claim(work: UnitOfWork, caller: Caller, claim_id: str, shop: Intake, *, seen: int) -> None:
    """Take an answer back.

    Raises:
        RefusedError: not allowed, there is none for this caller, or it changed since `seen`.
    """
    before = _claim(work, caller, claim_id)
    package = _to_change(work, caller, before.package_id)
    if not work.packages.save_claim(before, seen=seen):
        raise RefusedError(refusals.STALE)
    work.packages.remove_claim(claim_id, caller.reach)
    note(work, caller, "claim_removed", subject=claim_id, at=shop.clock.now(), region_code=package.region_code)
    _changed(work, package, shop)


def _claim(work: UnitOfWork, caller: Caller, claim_id: str) -> StoredClaim:
    ensure(caller, Act.BRING_EVIDENCE)
    found = work.packages.claim(claim_id, caller.reach)
    if found is None:
        raise RefusedError(refusals.NOT_FOUND)
    return found


def _to_change(work: UnitOfWork, caller: Caller, package_id: str) -> StoredPackage:
    """The package, locked; what was submitted stays as it was, changes belong to the next submission."""
    ensure(caller, Act.BRING_EVIDENCE)
    package = work.packages.locked(package_id, caller.reach)
    if package is None:
        raise RefusedError(refusals.NOT_FOUND)
    return package


def _document(
    work: UnitOfWork, caller: Caller, package: StoredPackage, one: Arrived, shop: Intake, edition: str,
    office: str | None,
) -> StoredDocument:  # fmt: skip
    now = shop.clock.now()
    document = StoredDocument(
        id=new_id(), package_id=package.id, region_code=package.region_code, office=caller.reach.office or office,
        name=one.name, sha256=one.sha256, size_bytes=one.size_bytes, state=DocumentState.EXAMINED,
        refused=one.refused, job_name="", version="", uploaded_by=caller.id, uploaded_at=now,
    )  # fmt: skip
    if one.refused is None:
        document = _with_work(work, document, shop, edition)
    work.packages.add_document(document)
    _tell(work, package, "document_received", document.id, shop)
    return document


_STATE_BY_JOB = {JobState.DONE: DocumentState.EXAMINED, JobState.PARKED: DocumentState.PARKED}


def _with_work(work: UnitOfWork, document: StoredDocument, shop: Intake, edition: str) -> StoredDocument:
    """The document with the work it waits for; bytes that were examined before are not examined again."""
    wanted = dispatching.examination(
        sha256=document.sha256, region_code=document.region_code, size_bytes=document.size_bytes,
        version=shop.examiner.version(), edition=edition, at=shop.clock.now(),
    )  # fmt: skip
    job = dispatching.ask_for(work, wanted)
    return replace(
        document, job_name=job.name, version=job.version, state=_STATE_BY_JOB.get(job.state, DocumentState.RECEIVED)
    )


def _changed(work: UnitOfWork, package: StoredPackage, shop: Intake) -> None:
    changed = replace(package, revision=package.revision + 1, changed_at=shop.clock.now())
    work.packages.save(changed, seen=package.revision)
    dispatching.ask_for_check(
        work, package_id=package.id, region_code=package.region_code, revision=changed.revision,
        version=shop.examiner.version(), edition=package.edition, at=shop.clock.now(),
    )  # fmt: skip


def _tell(work: UnitOfWork, package: StoredPackage, kind: str, subject: str | None, shop: Intake) -> None:
    work.packages.tell(
        package_id=package.id, region_code=package.region_code, kind=kind, subject=subject, at=shop.clock.now()
    )
