"""Where the service's ports meet their adapters: built once in an entrance from the settings, handed on as one value."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from functools import cache, cached_property
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

from evidence_ai import __version__
from evidence_ai.adapters.argon_passwords import ArgonPasswords
from evidence_ai.adapters.blobs import blob_store
from evidence_ai.adapters.clock import SystemClock
from evidence_ai.adapters.job_queue import Doorbell, RqJobQueue, doorbell_at
from evidence_ai.adapters.page_pictures import PagePictures
from evidence_ai.adapters.receipt_keys import ReceiptKey
from evidence_ai.adapters.records import SqlRecords
from evidence_ai.domain.dossier import Dossier
from evidence_ai.domain.edition import Edition
from evidence_ai.editions import load
from evidence_ai.services.dispatching import Capacity, dispatch, reconcile
from evidence_ai.services.examining import Stage, Tools, Upload, examine
from evidence_ai.services.intake import Intake
from evidence_ai.services.ports import BlobStore, Clock, JobQueue, Passwords
from evidence_ai.services.processing import Workshop, settle
from evidence_ai.services.signing_in import first_admin
from evidence_ai.settings import Settings

if TYPE_CHECKING:
    from evidence_ai.wiring import ToolChoice

_READING_SHARE = 0.75
"""Of a document's time, as on the command line."""
_MAKES_RESULTS = ("reading", "understanding", "classifying")
_RING_S = 60
"""Beyond a document's own time, so that it ends by its own outcome and not by the queue's patience."""


@dataclass(frozen=True)
class Service:
    """Every part of the service of one process."""

    settings: Settings
    records: SqlRecords
    blobs: BlobStore
    queue: JobQueue
    clock: Clock
    passwords: Passwords
    examiner: PipelineExaminer
    key: ReceiptKey
    pictures: PagePictures

    @property
    def capacity(self) -> Capacity:
        """How much is sent at a time."""
        return Capacity.of(self.settings.worker_count)

    @cached_property
    def intake(self) -> Intake:
        """What intake works with."""
        return Intake(self.blobs, self.examiner, self.clock)

    @cached_property
    def workshop(self) -> Workshop:
        """What work is done with."""
        return Workshop(self.records, self.blobs, self.examiner, self.clock)

    def send(self) -> int:
        """Send what may be sent now."""
        return dispatch(self.records, self.queue, self.capacity, self.clock)

    def keep(self) -> int:
        """Find what was lost, tell who was not told, send what may be sent; gives how many were found."""
        found = reconcile(self.records, self.queue, self.clock) + settle(self.workshop)
        self.send()
        return found

    def first_start(self) -> str | None:
        """Bring the records to their shape; gives the first administrator's password where there was nobody."""
        self.records.migrate()
        with self.records.changing() as work:
            password = first_admin(work, self.passwords, self.clock)
            work.commit()
        return password


class PipelineExaminer:
    """The pipeline in this process."""

    def __init__(self, choice: ToolChoice, editions_dir: Path | None) -> None:
        self._choice = choice
        self._editions_dir = editions_dir
        self._tools: dict[str, Tools] = {}

    def examine(self, upload: Upload, *, edition: str) -> Dossier:
        """Read, understand and classify one file."""
        return examine(upload, self.tools(edition), through=Stage.CLASSIFY)

    def tools(self, edition: str) -> Tools:
        """The tools for an edition, built when first asked for."""
        from evidence_ai.wiring import build_tools

        if edition not in self._tools:
            self._tools[edition] = build_tools(replace(self._choice, edition=edition), Stage.CLASSIFY)
        return self._tools[edition]

    def edition(self, name: str) -> Edition:
        """The edition of this name."""
        return _edition(name, self._editions_dir)

    def version(self) -> str:
        """The program's version and a digest of what makes results."""
        return _results_version()


def build(settings: Settings, *, pooled: bool = True) -> Service:
    """The service of this process.

    Raises:
        ConfigurationError: an address cannot be used.
    """
    from evidence_ai.wiring import ToolChoice

    data = settings.data_dir.absolute()
    choice = ToolChoice(
        engine=settings.ocr_engine,
        edition=settings.edition,
        editions_dir=settings.editions_dir,
        document_s=_READING_SHARE * settings.document_timeout_s,
        models_dir=settings.models_dir,
        trust_dir=settings.trust_dir,
    )
    return Service(
        settings=settings,
        records=SqlRecords(settings.database.url or f"sqlite:///{data / 'records.db'}", pooled=pooled),
        blobs=blob_store(settings.storage.url or f"file://{data / 'originals'}"),
        queue=RqJobQueue(queue_url(settings), timeout_s=settings.document_timeout_s + _RING_S),
        clock=SystemClock(),
        passwords=ArgonPasswords(),
        examiner=PipelineExaminer(choice, settings.editions_dir),
        key=ReceiptKey(settings.receipt_key_file or data / "keys" / "receipt.pem"),
        pictures=PagePictures(data / "cache" / "pages"),
    )


def queue_url(settings: Settings) -> str:
    """Where the doorbell is; without an address it is the private one in the data folder."""
    return settings.queue.url or f"unix://{settings.data_dir.absolute() / 'redis' / 'redis.sock'}"


def doorbell(settings: Settings) -> Doorbell:
    """What a worker listens to."""
    return doorbell_at(queue_url(settings))


@cache
def _edition(name: str, editions_dir: Path | None) -> Edition:
    return load(name, extra=editions_dir)


@cache
def _results_version() -> str:
    digest = hashlib.sha256()
    for room in _MAKES_RESULTS:
        for file in _sources(resources.files(f"evidence_ai.{room}")):
            digest.update(file.name.encode())
            digest.update(file.read_bytes())
    return f"{__version__}+{digest.hexdigest()[:16]}"


def _sources(folder: Traversable) -> list[Traversable]:
    found: list[Traversable] = []
    for one in sorted(folder.iterdir(), key=lambda item: item.name):
        if one.is_dir():
            found += _sources(one)
        elif one.name.endswith((".py", ".toml", ".csv", ".json")):
            found.append(one)
    return found
