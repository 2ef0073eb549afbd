"""Jobs: where they are, and running parked ones again."""

from __future__ import annotations

from fastapi import APIRouter

from api.dependencies import CallerOf, ServiceOf
from api.schemas import JobOut, Page
from evidence_ai.domain.jobs import JobState
from evidence_ai.services import refusals
from evidence_ai.services.auditing import note
from evidence_ai.services.dispatching import place_of
from evidence_ai.services.processing import run_again
from evidence_ai.services.refusals import RefusedError
from evidence_ai.services.rights import Act, ensure, may

router = APIRouter(prefix="/jobs", tags=["jobs"])


@router.get("")
def parked(caller: CallerOf, service: ServiceOf, state: JobState = JobState.PARKED) -> Page[JobOut]:
    """Jobs in a state, oldest first: those that were given up, unless another is asked for."""
    ensure(caller, Act.ADMINISTER)
    with service.records.looking() as work:
        found = work.jobs.in_state(state, limit=200)
    return Page(items=[JobOut.of(one, None) for one in found])


@router.get("/{job_id}")
def shown(job_id: str, caller: CallerOf, service: ServiceOf) -> JobOut:
    """One job, its place and when it will be done."""
    ensure(caller, Act.READ)
    with service.records.looking() as work:
        job = work.jobs.by_id(job_id)
        if job is None or not (
            caller.reach.covers(job.region_code)
            or may(caller, Act.ADMINISTER)
            or any(caller.reach.covers(one.region_code) for one in work.packages.documents_of_job(job.name))
        ):
            raise RefusedError(refusals.NOT_FOUND)
        place = place_of(work, job, workers=service.settings.worker_count, now=service.clock.now())
    return JobOut.of(job, place)


@router.post("/{job_id}/runs", status_code=202)
def again(job_id: str, caller: CallerOf, service: ServiceOf) -> JobOut:
    """Run a parked job again."""
    ensure(caller, Act.ADMINISTER)
    with service.records.changing() as work:
        job = work.jobs.by_id(job_id)
        if job is None:
            raise RefusedError(refusals.NOT_FOUND)
        if not run_again(work, job, service.clock.now()):
            raise RefusedError(refusals.JOB_NOT_PARKED)
        note(work, caller, "job_run_again", subject=job.id, at=service.clock.now(), region_code=job.region_code)
        after = work.jobs.by_id(job_id)
        work.commit()
    service.send()
    return JobOut.of(after or job, None)
