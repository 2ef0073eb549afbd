"""The doorbell: RQ queues on Redis. What rings is the id of a job; everything else stands in the records."""

from __future__ import annotations

from dataclasses import dataclass

from redis import Redis
from redis.exceptions import RedisError
from rq import Queue
from rq.exceptions import NoSuchJobError
from rq.job import Job as Ring
from rq.job import JobStatus

from evidence_ai.domain.jobs import Job, Lane
from evidence_ai.errors import ConfigurationError, DependencyError

_ANSWERED_BY = "workers.jobs.answer"
"""The function a worker runs; named, not imported: entrances lie above."""
_ALIVE = frozenset({JobStatus.QUEUED, JobStatus.STARTED, JobStatus.DEFERRED, JobStatus.SCHEDULED})
_KEPT_S = 60
"""A ring that was answered says nothing more; the records do."""


def connect(url: str) -> Redis:
    """A connection to `unix:///SOCKET`, `redis://...` or `rediss://...`.

    Raises:
        ConfigurationError: the address is not one.
    """
    try:
        return Redis.from_url(url, socket_connect_timeout=3, health_check_interval=30)
    except ValueError as error:
        message = "Alamat Redis tidak dapat dibaca."
        raise ConfigurationError(message, advice="Tulis redis://MESIN:6379 atau unix:///SOKET.") from error


def queue_named(lane: Lane, connection: Redis) -> Queue:
    """The queue of a lane. JSON, because what a queue holds must not be able to run."""
    return Queue(lane.value, connection=connection, serializer="json")


@dataclass(frozen=True, slots=True)
class Doorbell:
    """What a worker listens to: the queues of all lanes, the most urgent first."""

    connection: Redis
    queues: tuple[Queue, ...]


def doorbell_at(url: str) -> Doorbell:
    """The queues behind an address."""
    connection = connect(url)
    return Doorbell(connection, tuple(queue_named(lane, connection) for lane in Lane))


class RqJobQueue:
    """JobQueue over RQ. `timeout_s`: after that a worker gives up a ring."""

    def __init__(self, url: str, *, timeout_s: int) -> None:
        self._connection = connect(url)
        self._timeout_s = timeout_s

    def ring(self, job: Job) -> None:
        """Tell a worker; a ring that waits already is not doubled."""
        if self.knows(job):
            return
        try:
            queue_named(job.lane, self._connection).enqueue_call(
                _ANSWERED_BY,
                args=(job.id, job.attempt),
                job_id=_ring_id(job),
                timeout=self._timeout_s,
                result_ttl=_KEPT_S,
                failure_ttl=_KEPT_S,
                description=job.kind.value,
            )
        except RedisError as error:
            message = "Antrean tidak menjawab; pekerjaan tetap tercatat dan akan dikirim lagi."
            raise DependencyError(message, advice="Periksa EVIDENCE_QUEUE__URL bila berlanjut.") from error

    def knows(self, job: Job) -> bool:
        """Whether a ring for this attempt is waiting or being answered."""
        try:
            ring = Ring.fetch(_ring_id(job), connection=self._connection, serializer="json")
            return ring.get_status() in _ALIVE
        except NoSuchJobError:
            return False
        except RedisError as error:
            message = "Antrean tidak menjawab."
            raise DependencyError(message, advice="Periksa EVIDENCE_QUEUE__URL bila berlanjut.") from error

    def length(self, lane: Lane) -> int:
        """How many rings wait in a lane."""
        try:
            return queue_named(lane, self._connection).count
        except RedisError:
            return 0

    def ready(self) -> bool:
        """Whether Redis answers."""
        try:
            return bool(self._connection.ping())
        except RedisError:
            return False


def _ring_id(job: Job) -> str:
    return f"{job.id}-{job.attempt}"
