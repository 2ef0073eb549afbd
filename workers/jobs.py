"""What a ring makes a worker do. Files are opened in processes of the workshop, kept apart from this one."""

from __future__ import annotations

import os
import threading

import structlog

from evidence_ai.domain.jobs import Job
from evidence_ai.service_wiring import Service, build
from evidence_ai.services import dispatching
from evidence_ai.services.processing import carry_out
from evidence_ai.settings import load_settings
from workers.failures import kept

_ALIVE_S = dispatching.LEASE.total_seconds() / 4

_here: list[Service] = []


def service() -> Service:
    """The service of this process."""
    if not _here:
        _here.append(build(load_settings(), pooled=False))
    return _here[0]


def answer(job_id: str, attempt: int) -> None:
    """Carry out one job, if it is still to be done at this attempt."""
    shop = service()
    log = structlog.get_logger().bind(job=job_id, attempt=attempt)
    with kept(job_id, shop, log):
        job = dispatching.begin(shop.records, job_id, attempt, worker=worker_name(), clock=shop.clock)
        if job is None:
            log.info("job_not_ours")
            return
        stop = threading.Event()
        threading.Thread(target=_say_alive, args=(shop, job, stop), daemon=True).start()
        try:
            done = carry_out(job, shop.workshop)
            log.info("job_done" if done else "job_lost", kind=job.kind.value)
        finally:
            stop.set()
    with kept(None, shop, log):
        shop.send()


def worker_name() -> str:
    """The name of this process's worker, as the records show it."""
    return os.environ.get("EVIDENCE_WORKER_NAME", "worker")


def _say_alive(shop: Service, job: Job, stop: threading.Event) -> None:
    while not stop.wait(_ALIVE_S):
        with kept(None, shop, structlog.get_logger()):
            if not dispatching.keep_alive(shop.records, job, shop.clock):
                return
