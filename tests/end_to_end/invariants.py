"""What must hold whatever was killed: read from records and storage directly, not through the API."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from evidence_ai.adapters.blobs import FolderBlobs
from evidence_ai.adapters.records import SqlRecords
from evidence_ai.domain.jobs import Job, JobState
from evidence_ai.domain.people import EVERYWHERE
from evidence_ai.domain.stored import DocumentState, StoredDocument
from evidence_ai.services.auditing import broken_chains
from evidence_ai.services.ports import UnitOfWork


def violations(data: Path, package_id: str, uploaded: dict[str, str]) -> list[str]:
    """Every broken promise about a package; `uploaded`: sha256 by name of all that was answered with 202."""
    records, blobs = SqlRecords(f"sqlite:///{data / 'records.db'}"), FolderBlobs(data / "originals")
    with records.looking() as work:
        documents = work.packages.documents(package_id, EVERYWHERE)
        names = Counter(one.name for one in documents)
        found = [f"{name}: lost" for name in uploaded if name not in names]
        found += [f"{name}: doubled" for name, number in names.items() if number > 1]
        for one in documents:
            found += [f"{one.name}: {what}" for what in _about(work, one, uploaded.get(one.name, ""), blobs)]
        found += [f"audit {one.chain}:{one.seq}" for one in broken_chains(work)]
        found += [f"event twice: {one}" for one in _told_twice(work, package_id)]
    records.close()
    return found


def unfinished(data: Path) -> list[Job]:
    """Jobs that are not over."""
    records = SqlRecords(f"sqlite:///{data / 'records.db'}")
    with records.looking() as work:
        states = (JobState.WAITING, JobState.QUEUED, JobState.RUNNING)
        found = [job for state in states for job in work.jobs.in_state(state)]
    records.close()
    return found


def _about(work: UnitOfWork, one: StoredDocument, sha256: str, blobs: FolderBlobs) -> list[str]:
    found = []
    if one.sha256 != sha256:
        found.append("other bytes than were uploaded")
    if not blobs.has(one.sha256):
        found.append("its original is gone")
    job = work.jobs.by_name(one.job_name)
    if job is None:
        found.append("nobody works on it")
    elif one.state is DocumentState.EXAMINED:
        if job.state is not JobState.DONE:
            found.append(f"examined, but its job is {job.state}")
        if work.results.text(one.sha256, one.version) is None:
            found.append("examined without a result")
    elif job.state is JobState.DONE:
        found.append("its job is done, but nobody told it")
    return found


def _told_twice(work: UnitOfWork, package_id: str) -> list[str]:
    told = Counter(
        one.subject or ""
        for one in work.packages.events(package_id, EVERYWHERE, after=0, limit=10_000)
        if one.kind == "document_examined"
    )
    return [subject for subject, number in told.items() if number > 1]
