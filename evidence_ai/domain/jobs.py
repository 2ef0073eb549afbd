"""Job: one piece of work to be done once, whose truth stands in the records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class JobKind(StrEnum):
    """What is to be done. `subject` of a job is a document's sha256 for EXAMINE, a package's id for CHECK."""

    EXAMINE = "examine"
    CHECK = "check"


class Lane(StrEnum):
    """The queue a job waits in, most urgent first."""

    QUICK = "quick"
    FULL = "full"
    MAINTENANCE = "maintenance"


class JobState(StrEnum):
    """Where a job is. DONE and PARKED are terminal: only a person's re-run makes work of a parked one again."""

    WAITING = "waiting"
    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    PARKED = "parked"


TERMINAL = frozenset({JobState.DONE, JobState.PARKED})


@dataclass(frozen=True, slots=True)
class Job:
    """One piece of work. `name` is what makes it the same work: kind, subject and pipeline version.

    `attempt` counts how often it was begun and guards every change (compare-and-set); `lease_until`: until then the
    worker that runs it is believed alive. `not_before`: back-off after a failure. `failures`: how often it failed since a person asked for it; `failure`: the kind
    of the last one. Handing a job back is no failure.
    """

    id: str
    name: str
    kind: JobKind
    lane: Lane
    region_code: str
    subject: str
    version: str
    edition: str
    state: JobState
    attempt: int
    created_at: datetime
    not_before: datetime | None = None
    queued_at: datetime | None = None
    started_at: datetime | None = None
    ended_at: datetime | None = None
    lease_until: datetime | None = None
    worker: str | None = None
    failure: str | None = None
    failures: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """How long a job still waits: how many go before it, and seconds until it is done (None: nothing measured yet)."""

    ahead: int
    eta_s: int | None
