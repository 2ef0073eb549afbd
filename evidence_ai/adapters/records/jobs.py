"""Jobs and their outbox in the database."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import Connection, case, delete, func, insert, or_, select

from evidence_ai.adapters.records import rows
from evidence_ai.adapters.records.tables import documents, jobs, outbox
from evidence_ai.domain.jobs import Job, JobKind, JobState, Lane
from evidence_ai.domain.stored import DocumentState

_PER_REGION = 100
"""More waiting jobs of one region and lane than this need not be looked at to send the next few."""
_URGENCY = case({lane.value: number for number, lane in enumerate(Lane)}, value=jobs.c.lane)


class SqlJobs:
    """JobRecords over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, job: Job) -> bool:
        """Keep a new job unless its name is known."""
        return rows.add_if_new(self._connection, jobs, job)

    def by_name(self, name: str) -> Job | None:
        """The job of this name."""
        return rows.one(self._connection, Job, select(jobs).where(jobs.c.name == name))

    def by_id(self, job_id: str) -> Job | None:
        """The job of this id."""
        return rows.one(self._connection, Job, select(jobs).where(jobs.c.id == job_id))

    def change(self, job: Job, *, was: JobState, attempt: int) -> bool:
        """Compare and set."""
        return rows.save(self._connection, jobs, job, jobs.c.state == was, jobs.c.attempt == attempt)

    def not_begun(self, kind: JobKind, subject: str) -> Job | None:
        """A job of this kind and subject that no worker has begun."""
        asked = select(jobs).where(
            jobs.c.kind == kind, jobs.c.subject == subject, jobs.c.state.in_((JobState.WAITING, JobState.QUEUED))
        )
        return rows.one(self._connection, Job, asked.limit(1))

    def waiting(self, now: datetime) -> Sequence[Job]:
        """The oldest of each region and lane that may be sent now."""
        place = func.row_number().over(
            partition_by=(jobs.c.region_code, jobs.c.lane), order_by=(jobs.c.created_at, jobs.c.id)
        )
        may = or_(jobs.c.not_before.is_(None), jobs.c.not_before <= now)
        numbered = select(jobs.c.id, place.label("place")).where(jobs.c.state == JobState.WAITING, may).subquery()
        first = select(numbered.c.id).where(numbered.c.place <= _PER_REGION)
        asked = select(jobs).where(jobs.c.id.in_(first)).order_by(_URGENCY, jobs.c.created_at, jobs.c.id)
        return rows.many(self._connection, Job, asked)

    def in_state(self, state: JobState, *, limit: int = 1_000) -> Sequence[Job]:
        """Jobs in a state, oldest first."""
        asked = select(jobs).where(jobs.c.state == state).order_by(jobs.c.created_at, jobs.c.id).limit(limit)
        return rows.many(self._connection, Job, asked)

    def in_flight(self) -> dict[str, int]:
        """Per region, how many jobs were sent and have not ended."""
        asked = (
            select(jobs.c.region_code, func.count())
            .where(jobs.c.state.in_((JobState.QUEUED, JobState.RUNNING)))
            .group_by(jobs.c.region_code)
        )
        return {row[0]: row[1] for row in self._connection.execute(asked)}

    def recent_seconds(self, lane: Lane, *, count: int) -> tuple[float, ...]:
        """How long the last jobs of a lane ran."""
        asked = (
            select(jobs.c.started_at, jobs.c.ended_at)
            .where(jobs.c.state == JobState.DONE, jobs.c.lane == lane, jobs.c.started_at.is_not(None))
            .order_by(jobs.c.ended_at.desc())
            .limit(count)
        )
        return tuple((ended - started).total_seconds() for started, ended in self._connection.execute(asked))

    def unheard(self) -> Sequence[Job]:
        """Ended examinations that some document still waits for."""
        waiting = select(documents.c.job_name).where(documents.c.state == DocumentState.RECEIVED)
        ended = jobs.c.state.in_((JobState.DONE, JobState.PARKED))
        return rows.many(self._connection, Job, select(jobs).where(ended, jobs.c.name.in_(waiting)).limit(100))

    def to_ring(self, job: Job, at: datetime) -> None:
        """Write into the outbox."""
        self._connection.execute(insert(outbox).values({"job_id": job.id, "at": at}))

    def rings(self, *, limit: int) -> Sequence[tuple[int, Job]]:
        """What stands in the outbox, oldest first."""
        asked = (
            select(outbox.c.seq, *jobs.c).join(jobs, jobs.c.id == outbox.c.job_id).order_by(outbox.c.seq).limit(limit)
        )
        found = []
        for row in self._connection.execute(asked).mappings():
            fields = dict(row)
            found.append((fields.pop("seq"), Job(**fields)))
        return found

    def rung(self, entries: Iterable[int]) -> None:
        """Take entries out of the outbox."""
        self._connection.execute(delete(outbox).where(outbox.c.seq.in_(list(entries))))
