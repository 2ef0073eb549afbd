"""A doorbell in memory: what was rung is listed; it can lose everything, or not answer."""

from __future__ import annotations

from evidence_ai.domain.jobs import Job, Lane
from evidence_ai.errors import DependencyError


class FakeJobQueue:
    """JobQueue over a list."""

    def __init__(self) -> None:
        self.rung: list[Job] = []
        self.silent = False

    def ring(self, job: Job) -> None:
        """Note the ring."""
        if self.silent:
            raise DependencyError("tidak menjawab")
        self.rung.append(job)

    def knows(self, job: Job) -> bool:
        """Whether it was rung and not lost."""
        return any((one.id, one.attempt) == (job.id, job.attempt) for one in self.rung)

    def length(self, lane: Lane) -> int:
        """Rings of a lane."""
        return sum(one.lane is lane for one in self.rung)

    def ready(self) -> bool:
        """Whether it answers."""
        return not self.silent

    def lose_everything(self) -> None:
        """As when Redis is wiped."""
        self.rung.clear()
