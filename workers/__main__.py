"""`python -m workers work NAME` runs one worker; `python -m workers keep` finds what was lost, over and over."""

from __future__ import annotations

import itertools
import logging
import os
import signal
import sys
import threading

import structlog
from rq import SimpleWorker

from evidence_ai.errors import EvidenceError
from evidence_ai.logs import set_up
from evidence_ai.service_wiring import doorbell
from evidence_ai.settings import load_settings
from workers.jobs import service

_KEEP_S = 2.0
_TIDY_TURNS = 1800
"""About once an hour."""


def main() -> None:
    """Run what was asked for until told to stop."""
    settings = load_settings()
    set_up(settings.log_level)
    logging.getLogger("rq").setLevel(logging.WARNING)
    if sys.argv[1:2] == ["keep"]:
        keep()
    else:
        work(sys.argv[2] if len(sys.argv) > 2 else f"worker-{os.getpid()}")


def work(name: str) -> None:
    """Answer rings, the most urgent lane first, until told to stop; a job under way is finished first."""
    os.environ["EVIDENCE_WORKER_NAME"] = name
    shop = service()
    # Started before the first ring: its first job then finds tools in hand.
    shop.examiner.started(shop.settings.edition)
    bell = doorbell(shop.settings)
    worker = SimpleWorker(
        list(bell.queues),
        name=f"{name}-{os.getpid()}",
        connection=bell.connection,
        serializer="json",
        log_job_description=False,
    )
    try:
        worker.work(logging_level="WARNING")
    finally:
        shop.examiner.close()


def keep() -> None:
    """Every few seconds: ring again what was lost, free what died, send what waits."""
    shop = service()
    stop = threading.Event()
    for one in (signal.SIGTERM, signal.SIGINT):
        signal.signal(one, lambda _number, _frame: stop.set())
    log = structlog.get_logger()
    for turn in itertools.count():
        if stop.wait(_KEEP_S):
            return
        try:
            found = shop.keep()
            if turn % _TIDY_TURNS == 0:
                shop.tidy()
            if found:
                log.warning("jobs_found", number=found)
        except EvidenceError as error:
            log.warning("keeper_waits", error=type(error).__name__)
        except Exception as error:  # noqa: BLE001 - the keeper outlives whatever the world does
            log.error("keeper_failed", error=type(error).__name__)  # noqa: TRY400 - a trace may hold document text


if __name__ == "__main__":
    main()
