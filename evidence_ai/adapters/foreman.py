"""Shares documents and pages out to workers, hears them, replaces the lost: one thread, until it is told to stop."""

from __future__ import annotations

import itertools
import queue
import shutil
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import Pipe
from pathlib import Path

import structlog

from evidence_ai.adapters.jobs_at_work import Job, Lane, next_job
from evidence_ai.adapters.page_spool import spool_at
from evidence_ai.adapters.worker_pool import Event, Loss, News, PoolSize, Worker, WorkerPool
from evidence_ai.adapters.worker_tasks import Finish, Leave, Pages, Say, read_document, read_first_words
from evidence_ai.domain.document import Document, Outcome
from evidence_ai.domain.dossier import Dossier
from evidence_ai.domain.understanding import Understanding
from evidence_ai.reading import join, outcomes
from evidence_ai.services.examining import without_text
from evidence_ai.services.lost_documents import ending_of, page_reason, unjudged
from evidence_ai.services.page_plan import PagePlan

_SILENT_S = (0.5, 3.0)
"""After so long without a word a worker steps aside and another starts in its place, if there is other work."""
_SLOW = 4.0
"""Within these bounds: so many times what pages take."""
_TURN_S = 30.0
"""After this long on one document a worker takes another that waits; the document goes on behind those."""
_PER_PAGE_S = 10.0
"""A page may take a minute now and then, but not each: a document has two minutes, and this for each of its pages."""
_LOOK_S = 0.25
_MOST_PAGES = 100_000
"""Reading refuses files of far fewer; a worker that speaks of more is not to be believed."""


@dataclass(eq=False, slots=True)
class _Hand:
    """What a worker has at hand."""

    job: Job
    given_at: float = field(default_factory=time.monotonic)
    heard_at: float = field(default_factory=time.monotonic)
    page_since: float = field(default_factory=time.monotonic)
    waits_for_page_one: bool = False


class Foreman:
    """The thread. `submit` may be called from any other."""

    def __init__(self, pool: WorkerPool, size: PoolSize) -> None:
        """Begin to work.

        Args:
            pool: where workers come from; it is the foreman's from now on and is closed by it.
            size: workers and limits.
        """
        self._pool = pool
        self._size = size
        self._jobs: list[Job] = []
        self._submitted: queue.SimpleQueue[Job] = queue.SimpleQueue()
        self._page_s = 0.25
        self._turns = itertools.count()
        self._heard_bell, self._bell = Pipe(duplex=False)
        self._ringing = threading.Lock()
        self._stopping = False
        self._thread = threading.Thread(target=self._run, name="foreman", daemon=True)
        self._thread.start()

    def submit(self, *jobs: Job) -> None:
        """Take jobs on.

        Raises:
            RuntimeError: it has been stopped.
        """
        with self._ringing:
            if self._stopping:
                message = "this workshop is closed"
                raise RuntimeError(message)
            for job in jobs:
                job.turn = next(self._turns)
                self._submitted.put(job)
            self._bell.send_bytes(b"!")

    def stop(self) -> None:
        """End all workers; unfinished jobs are cancelled."""
        with self._ringing:
            self._stopping = True
            with suppress(OSError):
                self._bell.send_bytes(b"!")
        self._thread.join()

    def _run(self) -> None:
        try:
            while not self._stopping:
                self._take_in()
                self._share_out()
                for event in self._pool.events(_LOOK_S, self._heard_bell):
                    self._hear(event)
                self._look_after_the_silent()
        except Exception:
            structlog.get_logger().exception("foreman_broke")
            raise
        finally:
            with self._ringing:
                self._stopping = True
            self._take_in()
            for job in self._jobs:
                job.future.cancel()
            self._pool.close()

    def _take_in(self) -> None:
        while self._heard_bell.poll():
            self._heard_bell.recv_bytes()
        with suppress(queue.Empty):
            while True:
                self._jobs.append(self._submitted.get_nowait())

    def _share_out(self) -> None:
        """Give work to every worker that is free, and make the workers that are missing."""
        while True:
            workers = self._pool.workers
            lowered = sum(one.is_lowered for one in workers)
            busy = sum(not one.is_idle for one in workers) - lowered
            job = next_job(self._jobs) if busy < self._size.workers and lowered <= self._size.workers else None
            if job is None:
                return
            worker = next((one for one in workers if one.is_idle), None) or self._pool.hire()
            job.began = job.began or time.monotonic()
            job.workers.add(worker.number)
            function = read_first_words if job.lane is Lane.HEADING else read_document
            self._pool.give(worker, function, job.order, task=_Hand(job))

    def _look_after_the_silent(self) -> None:
        """Let workers that were not heard of for long step aside, where others could use the processor."""
        if not any(job.wants_worker for job in self._jobs):
            return
        patience_s = min(max(_SLOW * self._page_s, _SILENT_S[0]), _SILENT_S[1])
        for worker in self._pool.workers:
            if not worker.is_idle and time.monotonic() - worker.task.heard_at > patience_s:
                self._pool.lower(worker)

    # What is heard

    def _hear(self, event: Event) -> None:
        hand = event.value[0] if event.news is News.DONE else event.worker.task
        try:
            self._react(event)
        except (TypeError, ValueError, IndexError) as error:
            # A worker that a hostile file has taken over may say anything; it must not stop the others' work.
            self._pool.dismiss(event.worker)
            if hand is not None and hand.job in self._jobs:
                self._lost(
                    hand.job, Event(event.worker, News.LOST, Loss.CRASH, f"talks nonsense: {type(error).__name__}")
                )

    def _react(self, event: Event) -> None:
        if event.news is News.DONE:
            hand, said = event.value
            hand.job.workers.discard(event.worker.number)
            if said and said[0] == Say.DONE.value:
                self._end(hand.job, hand.job.order.result)
            return
        hand = event.worker.task
        if hand is None:  # lost while idle
            return
        hand.heard_at = time.monotonic()
        if event.news is News.TOLD:
            self._page_told(hand, event.worker, int(event.value))
        elif event.news is News.ASKED and event.value[0] == Say.PAGE_ONE.value:
            hand.waits_for_page_one = True
            self._answer_for_page_one()
        elif event.news is News.ASKED:
            self._note_opened(hand.job, event.value)
            self._pool.answer(event.worker, self._what_next(hand, event.worker))
        else:
            self._lost(hand.job, event)

    def _page_told(self, hand: _Hand, worker: Worker, number: int) -> None:
        if hand.job.plan is None:
            return
        now = time.monotonic()
        seconds = now - hand.page_since
        hand.job.plan.page_done(worker.number, number, seconds)
        hand.page_since = now
        self._page_s += 0.1 * (seconds - self._page_s)
        self._pool.restore(worker)
        self._pages_came(hand.job)

    def _pages_came(self, job: Job) -> None:
        if job.progress is not None and job.plan is not None:
            with suppress(Exception):  # a caller's display must not stop the reading
                job.progress(job.plan.count, job.plan.asked)
        self._answer_for_page_one()

    def _answer_for_page_one(self) -> None:
        """Tell headings that wait how many pages there are once page 1 is in the spool; 0 where nobody reads it."""
        for worker in self._pool.workers:
            hand = worker.task
            if hand is None or not hand.waits_for_page_one:
                continue
            other = hand.job.reads_page_one
            is_coming = other is not None and not other.future.done() and bool(other.workers)
            if is_coming and not other.has_page_one:
                continue
            hand.waits_for_page_one = False
            self._pool.answer(worker, other.plan.total if other is not None and other.plan is not None else 0)

    def _note_opened(self, job: Job, asked: tuple[object, ...]) -> None:
        if asked[0] != Say.OPENED.value or job.plan is not None:
            return
        _, document, total, known = asked
        if not (isinstance(document, Document) and isinstance(total, int) and isinstance(known, tuple)):
            raise TypeError
        if not 0 <= total <= _MOST_PAGES:
            raise ValueError
        job.document = document
        job.plan = PagePlan.of(total, job.wanted(total), known)
        self._pages_came(job)

    def _what_next(self, hand: _Hand, worker: Worker) -> Pages | Finish | Leave:
        job, plan = hand.job, hand.job.plan
        if plan is None:
            return Leave()
        allowed_s = min(self._size.reading_s, 2 * self._size.page_s + _PER_PAGE_S * plan.total)
        if plan.todo and time.monotonic() - job.began > allowed_s:
            plan.give_up(outcomes.DOCUMENT_TIMEOUT)
        if plan.todo and (self._others_need(hand) or worker.is_lowered):
            plan.leave(worker.number)
            job.turn = next(self._turns)
            return Leave()
        hand.page_since = time.monotonic()
        taken = plan.take(worker.number)
        if taken:
            return Pages(taken)
        if not plan.is_finished or job.finisher is not None:
            plan.leave(worker.number)
            return Leave()
        job.finisher = worker.number
        return Finish(tuple(plan.failed.values()))

    def _others_need(self, hand: _Hand) -> bool:
        """Whether another document should have this worker now."""
        waiting = [other for other in self._jobs if other.wants_worker]
        if any(other.is_quick for other in waiting) and not hand.job.is_quick:
            return True
        return bool(waiting) and (len(hand.job.workers) > 1 or time.monotonic() - hand.given_at > _TURN_S)

    # Losses and endings

    def _lost(self, job: Job, event: Event) -> None:
        outcome, number, plan = Outcome(event.value.value), event.worker.number, job.plan
        structlog.get_logger().warning("worker_lost", loss=outcome.value, why=event.why, lane=job.lane.value)
        job.workers.discard(number)
        if plan is None or job.document is None:
            self._end(job, without_text(job.order.upload, ending_of(outcome)))
        elif job.finisher == number:
            pages = spool_at(job.order.folder, job.document.sha256, job.order.version).pages()
            text = join(plan.total, {**plan.failed, **pages}.values())
            self._end(job, Dossier(job.document, unjudged(text, outcome), Understanding()))
        else:
            spool = spool_at(job.order.folder, job.document.sha256, job.order.version)
            for failure in plan.lost(number, page_reason(outcome), afterwards=outcomes.LOST_TOO_OFTEN):
                with suppress(OSError):  # kept, so that the next try after a kill does not meet the same page again
                    spool.add(failure)
            self._pages_came(job)

    def _end(self, job: Job, ending: Dossier | Path) -> None:
        if job not in self._jobs:
            return
        self._jobs.remove(job)
        own = self._pool.scratch in job.order.folder.parents
        if own and all(other.order.folder != job.order.folder for other in self._jobs):
            shutil.rmtree(job.order.folder, ignore_errors=True)
        with suppress(Exception):  # cancelled by whoever waited
            job.future.set_result(ending)
        self._answer_for_page_one()
