"""From failures to job states; the only broad catch of this entrance."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import structlog
from rq.timeouts import JobTimeoutException

from evidence_ai.domain.jobs import Job
from evidence_ai.errors import EvidenceError, Kind
from evidence_ai.service_wiring import Service
from evidence_ai.services.dispatching import Failure
from evidence_ai.services.processing import give_up_or_rest


@contextlib.contextmanager
def kept(job: Job, shop: Service, log: structlog.stdlib.BoundLogger) -> Iterator[None]:
    """Whatever goes wrong inside becomes the job's state. The log names the kind and place, never the words of a file."""
    try:
        yield
    except (MemoryError, JobTimeoutException) as error:
        _rest(job, Failure.CRASH, error, shop, log)
    except EvidenceError as error:
        _rest(job, Failure.DEPENDENCY if error.kind is Kind.DEPENDENCY else Failure.INTERNAL, error, shop, log)
    except Exception as error:  # noqa: BLE001 - the one place where an unknown failure of work becomes a state
        _rest(job, Failure.INTERNAL, error, shop, log)


def died(job: Job, shop: Service) -> None:
    """The process that did the job is gone without a word."""
    log = structlog.get_logger().bind(job=job.id, attempt=job.attempt)
    _rest(job, Failure.CRASH, None, shop, log)


def _rest(
    job: Job, failure: Failure, error: BaseException | None, shop: Service, log: structlog.stdlib.BoundLogger
) -> None:
    after = give_up_or_rest(job, failure, shop.workshop)
    log.warning(
        "job_failed", failure=failure.value, state=after.state.value, error=type(error).__name__ if error else None,
        place=_place(error),
    )  # fmt: skip


def _place(error: BaseException | None) -> str:
    """Where it failed, without the error's own words: those may hold document text."""
    trace = error.__traceback__ if error is not None else None
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return "" if trace is None else f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"
