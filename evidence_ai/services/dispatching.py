"""The story of a job: asked for once, sent fairly, begun once, ended once; lost ones are found and sent again.

The records are the truth. The queue only rings: what it forgets, `reconcile` rings again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from evidence_ai.domain.jobs import TERMINAL, Job, JobKind, JobState, Lane, Place
from evidence_ai.errors import DependencyError
from evidence_ai.services.identifiers import new_id
from evidence_ai.services.ports import Clock, JobQueue, Records, UnitOfWork

LEASE = timedelta(seconds=60)
"""A worker says every quarter of this that it is alive; one that does not for the whole of it is believed dead."""
_CHECK_AFTER = timedelta(seconds=1)
"""Documents come in crowds: a package is checked when a crowd has passed, not after each of them."""
_RING_AGAIN = timedelta(seconds=10)
"""A job sent this long ago whose ring the queue does not know was lost."""
_MEASURED = 50


class Failure(StrEnum):
    """Why a job did not end. What belongs to the document is tried once more, what belongs to the world for longer."""

    CRASH = "crash"
    LOST = "lost"
    INTERNAL = "internal"
    DEPENDENCY = "dependency"


_TRIES = {Failure.CRASH: 2, Failure.LOST: 3, Failure.INTERNAL: 3, Failure.DEPENDENCY: 12}
_FIRST_REST = {Failure.CRASH: 2, Failure.LOST: 2, Failure.INTERNAL: 10, Failure.DEPENDENCY: 5}
_LONGEST_REST_S = 600


@dataclass(frozen=True, slots=True)
class Capacity:
    """How many jobs may be sent and not ended: in all, and of one region, so that the others always find room."""

    in_flight: int
    per_region: int

    @classmethod
    def of(cls, workers: int) -> Capacity:
        """Enough to keep so many workers busy, and no more: what is sent can no longer be ordered."""
        return cls(in_flight=2 * workers, per_region=max(workers, 1))


def ask_for(work: UnitOfWork, job: Job) -> Job:
    """The job, or the one of the same name that is known already."""
    if work.jobs.add(job):
        return job
    known = work.jobs.by_name(job.name)
    return job if known is None else known


def examination(*, sha256: str, region_code: str, size_bytes: int, version: str, edition: str, at: datetime) -> Job:
    """The work of examining a document. Small files go first: most are born-digital and take less than a second."""
    lane = Lane.QUICK if size_bytes <= 400_000 else Lane.FULL
    name = f"{JobKind.EXAMINE}:{sha256}:{version}:{edition}"
    return Job(new_id(), name, JobKind.EXAMINE, lane, region_code, sha256, version, edition, JobState.WAITING, 0, at)


def ask_for_check(
    work: UnitOfWork, *, package_id: str, region_code: str, revision: int, version: str, edition: str, at: datetime
) -> None:
    """Have a package checked soon; the package is locked. One check that has not begun is enough for any changes."""
    if work.jobs.not_begun(JobKind.CHECK, package_id) is not None:
        return
    name = f"{JobKind.CHECK}:{package_id}:{revision}:{version}"
    job = Job(
        new_id(), name, JobKind.CHECK, Lane.QUICK, region_code, package_id, version, edition, JobState.WAITING, 0, at,
        not_before=at + _CHECK_AFTER,
    )  # fmt: skip
    work.jobs.add(job)


def dispatch(records: Records, queue: JobQueue, capacity: Capacity, clock: Clock) -> int:
    """Send what may be sent now, round robin over regions, and ring; gives how many were sent."""
    with records.changing() as work:
        chosen = _fair_choice(work, capacity, clock.now())
        for job in chosen:
            _send(work, job, clock.now())
        work.commit()
    ring_outbox(records, queue)
    return len(chosen)


def ring_outbox(records: Records, queue: JobQueue) -> None:
    """Ring for everything in the outbox; what cannot be rung now stays there."""
    with records.looking() as work:
        entries = work.jobs.rings(limit=200)
    rung = []
    for entry, job in entries:
        try:
            if job.state is JobState.QUEUED:
                queue.ring(job)
        except DependencyError:
            break
        rung.append(entry)
    if rung:
        with records.changing() as work:
            work.jobs.rung(rung)
            work.commit()


def reconcile(records: Records, queue: JobQueue, clock: Clock) -> int:
    """Ring again for jobs whose ring was lost, and free jobs whose worker died; gives how many were found."""
    now = clock.now()
    with records.looking() as work:
        sent = [job for job in work.jobs.in_state(JobState.QUEUED) if _older(job.queued_at, now - _RING_AGAIN)]
        dead = [job for job in work.jobs.in_state(JobState.RUNNING) if _older(job.lease_until, now)]
    try:
        lost = [job for job in sent if not queue.knows(job)]
    except DependencyError:
        lost = []
    with records.changing() as work:
        for job in lost:
            if work.jobs.change(replace(job, queued_at=now), was=JobState.QUEUED, attempt=job.attempt):
                work.jobs.to_ring(job, now)
        for job in dead:
            failed(work, job, Failure.LOST, now)
        work.commit()
    ring_outbox(records, queue)
    return len(lost) + len(dead)


def begin(records: Records, job_id: str, attempt: int, *, worker: str, clock: Clock) -> Job | None:
    """The job, now running here; None where it is not to be run (done, or begun by somebody else)."""
    now = clock.now()
    with records.changing() as work:
        job = work.jobs.by_id(job_id)
        if job is None or job.attempt != attempt:
            return None
        running = replace(job, state=JobState.RUNNING, started_at=now, lease_until=now + LEASE, worker=worker)
        if not work.jobs.change(running, was=JobState.QUEUED, attempt=attempt):
            return None
        work.commit()
    return running


def keep_alive(records: Records, job: Job, clock: Clock) -> bool:
    """Say that the worker of `job` lives; False where the job is no longer its."""
    with records.changing() as work:
        kept = work.jobs.change(
            replace(job, lease_until=clock.now() + LEASE), was=JobState.RUNNING, attempt=job.attempt
        )
        work.commit()
    return kept


def ended(work: UnitOfWork, job: Job, at: datetime) -> bool:
    """Mark a running job as done, in the change that keeps its result; False where it is no longer ours."""
    done = replace(job, state=JobState.DONE, ended_at=at, lease_until=None, failure=None)
    return work.jobs.change(done, was=JobState.RUNNING, attempt=job.attempt)


def failed(work: UnitOfWork, job: Job, failure: Failure, at: datetime) -> Job:
    """After a failure: rest and try again, or give up and park it. Gives the job as it is now."""
    failures = job.failures + 1
    over = failures >= _TRIES[failure]
    rest_s = min(_FIRST_REST[failure] * 2 ** (failures - 1), _LONGEST_REST_S)
    after = replace(
        job,
        state=JobState.PARKED if over else JobState.WAITING,
        ended_at=at if over else None,
        not_before=None if over else at + timedelta(seconds=rest_s),
        lease_until=None,
        worker=None,
        failure=failure.value,
        failures=failures,
    )
    return after if work.jobs.change(after, was=JobState.RUNNING, attempt=job.attempt) else job


def hand_back(records: Records, workers: str, clock: Clock) -> int:
    """Give back what workers whose name begins so were doing when they were stopped; that is no failure."""
    with records.changing() as work:
        mine = [job for job in work.jobs.in_state(JobState.RUNNING) if (job.worker or "").startswith(workers)]
        for job in mine:
            back = replace(job, state=JobState.WAITING, not_before=clock.now(), lease_until=None, worker=None)
            work.jobs.change(back, was=JobState.RUNNING, attempt=job.attempt)
        work.commit()
    return len(mine)


def free(records: Records, is_dead: Callable[[str], bool], clock: Clock) -> int:
    """Free what workers were doing that are known to be dead, without waiting for their lease to end."""
    with records.looking() as work:
        if not any(is_dead(job.worker or "") for job in work.jobs.in_state(JobState.RUNNING)):
            return 0
    with records.changing() as work:
        mine = [job for job in work.jobs.in_state(JobState.RUNNING) if is_dead(job.worker or "")]
        for job in mine:
            failed(work, job, Failure.LOST, clock.now())
        work.commit()
    return len(mine)


def run_again(work: UnitOfWork, job: Job, at: datetime) -> bool:
    """Make work of a parked job again, because a person asked; False where it is not parked."""
    again = replace(job, state=JobState.WAITING, failures=0, failure=None, ended_at=None, not_before=at)
    return work.jobs.change(again, was=JobState.PARKED, attempt=job.attempt)


def place_of(work: UnitOfWork, job: Job, *, workers: int, now: datetime) -> Place:
    """How many jobs go before this one under round robin, and when it will be done by what the last ones took."""
    if job.state in TERMINAL:
        return Place(0, 0)
    if job.state is not JobState.WAITING:
        return Place(0, _seconds(work, job.lane, 1, workers))
    waiting = [one for one in work.jobs.waiting(now) if _not_after(one.lane, job.lane)]
    mine = [one.id for one in waiting if one.region_code == job.region_code]
    turn = mine.index(job.id) if job.id in mine else len(mine)
    others = Counter(one.region_code for one in waiting if one.region_code != job.region_code)
    sent = sum(work.jobs.in_flight().values())
    ahead = sent + turn + sum(min(number, turn + 1) for number in others.values())
    return Place(ahead, _seconds(work, job.lane, ahead + 1, workers))


def _fair_choice(work: UnitOfWork, capacity: Capacity, now: datetime) -> list[Job]:
    """The next jobs: the most urgent lane first, in it the region with the least under way, of it the oldest."""
    flying = Counter(work.jobs.in_flight())
    waiting = list(work.jobs.waiting(now))
    urgency = {lane: number for number, lane in enumerate(Lane)}
    chosen: list[Job] = []
    while waiting and flying.total() < capacity.in_flight:
        may = [job for job in waiting if flying[job.region_code] < capacity.per_region]
        if not may:
            break
        job = min(may, key=lambda one: (urgency[one.lane], flying[one.region_code], one.created_at, one.id))
        waiting.remove(job)
        flying[job.region_code] += 1
        chosen.append(job)
    return chosen


def _send(work: UnitOfWork, job: Job, now: datetime) -> None:
    sent = replace(job, state=JobState.QUEUED, attempt=job.attempt + 1, queued_at=now)
    if work.jobs.change(sent, was=JobState.WAITING, attempt=job.attempt):
        work.jobs.to_ring(sent, now)


def _older(at: datetime | None, limit: datetime) -> bool:
    return at is None or at <= limit


def _not_after(lane: Lane, other: Lane) -> bool:
    lanes = list(Lane)
    return lanes.index(lane) <= lanes.index(other)


def _seconds(work: UnitOfWork, lane: Lane, jobs: int, workers: int) -> int | None:
    taken = work.jobs.recent_seconds(lane, count=_MEASURED)
    if not taken:
        return None
    return round(sum(taken) / len(taken) * jobs / max(workers, 1)) + 1
