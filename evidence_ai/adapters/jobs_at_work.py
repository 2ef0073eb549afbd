"""One document on its way through the workers, and which is next: decisions only, no process is touched here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import Future
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from evidence_ai.adapters.worker_tasks import Order
from evidence_ai.domain.document import Document
from evidence_ai.domain.dossier import Dossier
from evidence_ai.services.page_plan import PagePlan
from evidence_ai.services.quick_look import quick_pages

Progress = Callable[[int, int], None]
"""Hears (pages read or failed, pages asked for)."""


class Lane(Enum):
    """What a job wants: every page, first and last ones, some, or only the heading."""

    FULL = "full"
    QUICK = "quick"
    SOME = "some"
    HEADING = "heading"


@dataclass(eq=False, slots=True)
class Job:
    """One document. Its future gives the dossier, or the file in which a worker left it."""

    order: Order
    lane: Lane
    turn: int
    numbers: tuple[int, ...] = ()
    progress: Progress | None = None
    future: Future[Dossier | Path] = field(default_factory=Future)
    document: Document | None = None
    plan: PagePlan | None = None
    began: float = 0.0
    workers: set[int] = field(default_factory=set)
    finisher: int | None = None
    reads_page_one: Job | None = None
    """For a heading: the job that reads page 1 of the same document anyway."""

    @property
    def is_quick(self) -> bool:
        """Whether somebody waits at a screen."""
        return self.lane in (Lane.QUICK, Lane.HEADING)

    @property
    def wants_worker(self) -> bool:
        """Whether nobody works on it."""
        return not self.workers

    @property
    def can_be_shared(self) -> bool:
        """Whether another worker could read some of its pages."""
        return bool(self.workers) and self.plan is not None and bool(self.plan.todo)

    @property
    def has_page_one(self) -> bool:
        """Whether page 1 is read or failed."""
        return self.plan is not None and (1 in self.plan.done or 1 in self.plan.failed)

    def wanted(self, total: int) -> Iterable[int]:
        """The pages it asks for of so many."""
        if self.lane is Lane.QUICK:
            return quick_pages(total)
        return self.numbers if self.lane is Lane.SOME else range(1, total + 1)


def next_job(jobs: Iterable[Job]) -> Job | None:
    """Quick ones first; then what nobody works on, in turn; then a further worker for a long one."""
    alone = [job for job in jobs if job.wants_worker]
    shared = [job for job in jobs if job.can_be_shared]
    for some in (
        [job for job in alone if job.is_quick],
        [job for job in shared if job.is_quick],
        alone,
        shared,
    ):
        if some:
            return min(some, key=lambda job: (job.lane is not Lane.HEADING, job.turn))
    return None
