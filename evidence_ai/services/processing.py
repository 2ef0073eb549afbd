"""The story of work on a document or package: results and the job's end are one change, so neither is without the other.

This is the only long story: it works outside any change and keeps what it made in short ones.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.document import DocumentText, Outcome, Reason
from evidence_ai.domain.dossier import Dossier
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.jobs import Job, JobKind, JobState
from evidence_ai.domain.people import EVERYWHERE
from evidence_ai.domain.stored import Beat, DocumentState, StoredDocument
from evidence_ai.services import dispatching
from evidence_ai.services.casefiles import (
    check_of,
    classification_version,
    findings_of,
    precheck_stored,
    so_far_version,
)
from evidence_ai.services.dispatching import Failure
from evidence_ai.services.examining import Upload
from evidence_ai.services.ports import BlobStore, Clock, Examiner, Records, UnitOfWork


@dataclass(frozen=True, slots=True)
class Workshop:
    """What work is done with."""

    records: Records
    blobs: BlobStore
    examiner: Examiner
    clock: Clock


def carry_out(job: Job, shop: Workshop) -> bool:
    """Do a job that was begun and keep its result; False where it is no longer ours, and nothing was kept.

    Raises:
        EvidenceError: the world fails; the document's own faults end in its outcome.
    """
    if job.kind is JobKind.EXAMINE:
        return _examine(job, shop)
    return _check(job, shop)


def give_up_or_rest(job: Job, failure: Failure, shop: Workshop) -> Job:
    """After a failure; a document that is given up ends in a named outcome and its packages are told."""
    now = shop.clock.now()
    with shop.records.changing() as work:
        after = dispatching.failed(work, job, failure, now)
        if after.state is JobState.PARKED and job.kind is JobKind.EXAMINE:
            if work.results.text(job.subject, job.version) is None:
                work.results.keep_text(job.subject, job.version, _given_up(failure), media_type="", at=now)
            _tell_documents(work, job, DocumentState.PARKED, "document_parked", now)
        work.commit()
    return after


def settle(shop: Workshop) -> int:
    """Tell documents whose work has ended without their hearing of it: they came while it ended, or its worker died."""
    now = shop.clock.now()
    with shop.records.changing() as work:
        stranded = work.jobs.unheard()
        for job in stranded:
            if job.state is JobState.DONE:
                _tell_documents(work, job, DocumentState.EXAMINED, "document_examined", now)
                continue
            if work.results.text(job.subject, job.version) is None:
                given_up = _given_up(Failure(job.failure or Failure.CRASH))
                work.results.keep_text(job.subject, job.version, given_up, media_type="", at=now)
            _tell_documents(work, job, DocumentState.PARKED, "document_parked", now)
        work.commit()
    return len(stranded)


def run_again(work: UnitOfWork, job: Job, at: datetime) -> bool:
    """Run a parked job again because a person asked; its documents wait again."""
    if not dispatching.run_again(work, job, at):
        return False
    work.results.forget(job.subject, job.version)
    for document in work.packages.documents_of_job(job.name):
        work.packages.save_document(replace(document, state=DocumentState.RECEIVED))
    return True


def _examine(job: Job, shop: Workshop) -> bool:
    with shop.records.looking() as work:
        waiting = work.packages.documents_of_job(job.name)
        known = work.results.classification(job.subject, classification_version(job.version, _edition_of(job, shop)))
    name = waiting[0].name if waiting else job.subject
    dossier = None
    if known is None:
        dossier = shop.examiner.examine(
            Upload(name=name, content=shop.blobs.get(job.subject)),
            edition=job.edition,
            hear=lambda beat, early: _keep_early(job, beat, early, shop),
        )
    now = shop.clock.now()
    with shop.records.changing() as work:
        if not dispatching.ended(work, job, now):
            return False
        if dossier is not None:
            _keep(work, job.subject, job.version, dossier, _edition_of(job, shop), now)
            for beat in Beat:
                work.results.forget(job.subject, so_far_version(job.version, beat))
        _tell_documents(work, job, DocumentState.EXAMINED, "document_examined", now)
        work.commit()
    return True


def _keep_early(job: Job, beat: Beat, dossier: Dossier, shop: Workshop) -> None:
    """Keep what is known so far, and tell whoever watches; the job goes on."""
    now, version = shop.clock.now(), so_far_version(job.version, beat)
    with shop.records.changing() as work:
        _keep(work, job.subject, version, dossier, _edition_of(job, shop), now)
        for document in work.packages.documents_of_job(job.name):
            work.packages.tell(
                package_id=document.package_id, region_code=document.region_code, kind=beat.value,
                subject=document.id, at=now,
            )  # fmt: skip
        work.commit()


def _keep(work: UnitOfWork, sha256: str, version: str, dossier: Dossier, edition: Edition, at: datetime) -> None:
    results = work.results
    results.keep_text(sha256, version, dossier.text, media_type=dossier.document.media_type, at=at)
    results.keep_understanding(sha256, version, dossier.understanding, at=at)
    if dossier.classification is not None:
        classified_as = classification_version(version, edition)
        results.keep_classification(sha256, classified_as, dossier.classification, at=at)


def _edition_of(job: Job, shop: Workshop) -> Edition:
    return shop.examiner.edition(job.edition)


def _check(job: Job, shop: Workshop) -> bool:
    edition = shop.examiner.edition(job.edition)
    with shop.records.looking() as work:
        package = work.packages.get(job.subject, EVERYWHERE)
        if package is not None:
            documents = work.packages.documents(package.id, EVERYWHERE)
            done = precheck_stored(work, package, EVERYWHERE, edition=edition)
    now = shop.clock.now()
    with shop.records.changing() as work:
        if not dispatching.ended(work, job, now):
            return False
        latest = work.packages.locked(job.subject, EVERYWHERE)
        if package is not None and latest is not None and latest.checked_revision <= package.revision:
            work.packages.keep_check(check_of(package, done, now))
            work.packages.keep_findings(package.id, findings_of(package, done, documents))
            work.packages.save(replace(latest, checked_revision=package.revision), seen=latest.revision)
            work.packages.tell(
                package_id=package.id, region_code=package.region_code, kind="package_checked", subject=None, at=now
            )
            if latest.revision > package.revision:
                _ask_again(work, job, latest.revision, now)
        work.commit()
    return True


def _ask_again(work: UnitOfWork, job: Job, revision: int, at: datetime) -> None:
    dispatching.ask_for_check(
        work, package_id=job.subject, region_code=job.region_code, revision=revision, version=job.version,
        edition=job.edition, at=at,
    )  # fmt: skip


def _tell_documents(work: UnitOfWork, job: Job, state: DocumentState, kind: str, at: datetime) -> None:
    touched: dict[str, list[StoredDocument]] = {}
    for document in work.packages.documents_of_job(job.name):
        if document.state is not state:
            touched.setdefault(document.package_id, []).append(document)
    for package_id in sorted(touched):
        package = work.packages.locked(package_id, EVERYWHERE)
        if package is None:
            continue
        for document in touched[package_id]:
            work.packages.save_document(replace(document, state=state))
            work.packages.tell(
                package_id=package_id, region_code=package.region_code, kind=kind, subject=document.id, at=at
            )
        changed = replace(package, revision=package.revision + 1)
        work.packages.save(changed, seen=package.revision)
        dispatching.ask_for_check(
            work, package_id=package_id, region_code=package.region_code, revision=changed.revision,
            version=job.version, edition=package.edition, at=at,
        )  # fmt: skip


def _given_up(failure: Failure) -> DocumentText:
    words = Bilingual(
        "Berkas ini beberapa kali menghentikan pembaca, jadi diparkir. Simpan ulang atau pindai ulang, lalu unggah lagi.",
        "This file stopped the reader several times, so it was parked. Save or scan it again and upload it anew.",
    )
    return DocumentText(outcome=Outcome.CRASH, reason=Reason(failure.value, words), pages_total=0)
