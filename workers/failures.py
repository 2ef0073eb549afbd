"""From failures to job states; the only broad catch of this entrance."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from rq.timeouts import JobTimeoutException

from evidence_ai.domain.jobs import JobState
from evidence_ai.errors import EvidenceError, Kind
from evidence_ai.service_wiring import Service
from evidence_ai.services.dispatching import Failure
from evidence_ai.services.processing import give_up_or_rest


@contextlib.contextmanager
def kept(job_id: str | None, shop: Service, log: Any) -> Iterator[None]:
    """Whatever goes wrong inside becomes the job's state. The log names kind and place, never the words of a file."""
    try:
        yield
    except Exception as error:  # noqa: BLE001 - the one place where an unknown failure of work becomes a state
        log.warning("job_failed", failure=failure_of(error).value, error=type(error).__name__, place=_place(error))
        if job_id is not None:
            _rest(job_id, failure_of(error), shop, log)


def failure_of(error: Exception) -> Failure:
    """Whose fault it was: the document's, the world's, or ours."""
    if isinstance(error, MemoryError | JobTimeoutException):
        return Failure.CRASH
    if isinstance(error, EvidenceError):
        return Failure.DEPENDENCY if error.kind is Kind.DEPENDENCY else Failure.INTERNAL
    # A database or network that goes away in the middle raises the library's own error.
    if type(error).__module__.partition(".")[0] in {"sqlalchemy", "psycopg", "redis", "urllib3"}:
        return Failure.DEPENDENCY
    return Failure.INTERNAL


def _rest(job_id: str, failure: Failure, shop: Service, log: Any) -> None:
    """The job rests or is parked. Where even that cannot be written down, its lease runs out and the keeper finds it."""
    try:
        with shop.records.looking() as work:
            job = work.jobs.by_id(job_id)
        if job is not None and job.state is JobState.RUNNING:
            give_up_or_rest(job, failure, shop.workshop)
    except Exception as error:  # noqa: BLE001 - the records are away; the keeper frees the job
        log.warning("job_left_to_keeper", error=type(error).__name__)


def _place(error: BaseException) -> str:
    """Where it failed, without the error's own words: those may hold document text."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return "" if trace is None else f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"
