"""Where the service's ports meet their adapters: built once in an entrance from the settings, handed on as one value."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache, cached_property
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from evidence_ai import __version__
from evidence_ai.adapters.argon_passwords import ArgonPasswords
from evidence_ai.adapters.blobs import blob_store
from evidence_ai.adapters.clock import SystemClock
from evidence_ai.adapters.isolation import Confinement
from evidence_ai.adapters.job_queue import Doorbell, RqJobQueue, doorbell_at
from evidence_ai.adapters.model_files import SHIPPED_MODELS, card_of, names, versions
from evidence_ai.adapters.page_pictures import PagePictures
from evidence_ai.adapters.receipt_keys import ReceiptKey
from evidence_ai.adapters.records import SqlRecords
from evidence_ai.adapters.worker_pool import PoolSize
from evidence_ai.domain.dossier import Dossier
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.stored import Beat
from evidence_ai.editions import load
from evidence_ai.services.awarding import Sealing
from evidence_ai.services.dispatching import Capacity, dispatch, reconcile
from evidence_ai.services.examining import Stage, Upload
from evidence_ai.services.intake import Intake, SecondReading
from evidence_ai.services.ports import BlobStore, Clock, JobQueue, Passwords
from evidence_ai.services.processing import Workshop, settle
from evidence_ai.services.signing_in import first_admin
from evidence_ai.settings import Settings

if TYPE_CHECKING:
    from evidence_ai.adapters.workshop import Workshop as PageWorkshop
    from evidence_ai.domain.bilingual import Language
    from evidence_ai.services.prechecking import Precheck
    from evidence_ai.wiring import ToolChoice

_READING_SHARE = 0.75
"""Of a document's time, as on the command line."""
_MAKES_RESULTS = ("reading", "understanding", "classifying")
_REPEATABLE = timedelta(days=3)
"""A program that repeats a request later than this must look first."""
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
        chosen = self.settings
        sample = SecondReading(chosen.second_reading_percent, chosen.season_salt)
        return Intake(self.blobs, self.examiner, self.clock, sample)

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

    def tidy(self) -> int:
        """Drop answers to requests that nobody will repeat any more; gives their number."""
        with self.records.changing() as work:
            dropped = work.answers.forget_before(self.clock.now() - _REPEATABLE)
            work.commit()
        return dropped

    @property
    def sealing(self) -> Sealing:
        """What sealing works with."""
        return Sealing(self.settings.editions_dir, self.key.private, self.key.public)

    def model_cards(self) -> tuple[Mapping[str, Any], ...]:
        """The card of every learned model in force, as its file says.

        Raises:
            ConfigurationError: a card cannot be read.
        """
        home = self.settings.models_dir or SHIPPED_MODELS
        return tuple(card_of(home, name, versions(home, name)[-1]) for name in names(home))

    def first_start(self) -> str | None:
        """Bring the records to their shape; gives the first administrator's password where there was nobody."""
        self.records.migrate()
        with self.records.changing() as work:
            password = first_admin(work, self.passwords, self.clock)
            work.commit()
        return password


class PipelineExaminer:
    """The pipeline in processes of its own, kept apart from this one: one workshop per edition, started when needed."""

    def __init__(self, choice: ToolChoice, size: PoolSize, editions_dir: Path | None, spool: Path) -> None:
        self._choice = choice
        self._size = size
        self._editions_dir = editions_dir
        self._spool = spool
        self._shops: dict[str, PageWorkshop] = {}

    def examine(self, upload: Upload, *, edition: str, hear: Callable[[Beat, Dossier], None]) -> Dossier:
        """Read, understand and classify one file; after a kill it goes on with the page after the last finished one."""
        shop = self.started(edition)
        self._spool.mkdir(parents=True, exist_ok=True)
        dossier = shop.quick(
            upload, folder=self._spool, on_first_words=lambda words: _hear_if_early(hear, Beat.FIRST_WORDS, words)
        )
        if dossier.text.pages_waiting:
            hear(Beat.QUICK_VERDICT, dossier)
            dossier = shop.examine(upload, folder=self._spool)
        shop.forget(dossier.document.sha256, self._spool)
        return dossier

    def started(self, edition: str) -> PageWorkshop:
        """The workshop of an edition, started when first asked for."""
        from evidence_ai.wiring import workshop

        if edition not in self._shops:
            choice = replace(self._choice, edition=edition)
            self._shops[edition] = workshop(choice=choice, through=Stage.CLASSIFY, size=self._size)
        return self._shops[edition]

    def close(self) -> None:
        """End every workshop."""
        for shop in self._shops.values():
            shop.close()
        self._shops.clear()

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
    data = settings.data_dir.absolute()
    choice = _choice(settings, settings.edition)
    size = PoolSize(1, settings.document_timeout_s, settings.worker_memory_mb)
    return Service(
        settings=settings,
        records=SqlRecords(settings.database.url or f"sqlite:///{data / 'records.db'}", pooled=pooled),
        blobs=blob_store(settings.storage.url or f"file://{data / 'originals'}"),
        queue=RqJobQueue(queue_url(settings), timeout_s=settings.document_timeout_s + _RING_S),
        clock=SystemClock(),
        passwords=ArgonPasswords(),
        examiner=PipelineExaminer(choice, size, settings.editions_dir, data / "spool"),
        key=ReceiptKey(settings.receipt_key_file or data / "keys" / "receipt.pem"),
        pictures=PagePictures(data / "cache" / "pages", Confinement(memory_mb=settings.worker_memory_mb)),
    )


def queue_url(settings: Settings) -> str:
    """Where the doorbell is; without an address it is the private one in the data folder."""
    return settings.queue.url or f"unix://{settings.data_dir.absolute() / 'redis' / 'redis.sock'}"


def doorbell(settings: Settings) -> Doorbell:
    """What a worker listens to."""
    return doorbell_at(queue_url(settings))


def exported(done: Precheck, form: str, *, language: Language) -> bytes:
    """A pre-check as a file: json, html, xlsx or docx."""
    from evidence_ai.adapters.reports import docx, html, xlsx
    from evidence_ai.reading.package import PackageFiles
    from evidence_ai.services.contract import precheck_object
    from evidence_ai.services.reporting import report

    if form == "json":
        return json.dumps(precheck_object(done, language=language), ensure_ascii=False, indent=1).encode("utf-8")
    # Without the files themselves: their pages are not drawn in the process that answers everybody.
    content = report(done, PackageFiles(done.package.name, (), None, (), ()), language=language)
    if form == "html":
        return html.render(content).encode("utf-8")
    return xlsx.render(content) if form == "xlsx" else docx.render(content)


def dry_run(
    settings: Settings, content: bytes, *, name: str, region_code: str, data_year: int, edition: str | None
) -> Precheck:
    """Pre-check a ZIP and keep nothing.

    Raises:
        InputError: it cannot be opened, or holds no document.
        NotFoundError: no such edition.
    """
    from evidence_ai.wiring import precheck

    with tempfile.TemporaryDirectory(prefix="evidence-ai-") as folder:
        # The name as given may point anywhere; only its last part is used, and only to be shown.
        place = Path(folder) / (Path(name).name or "paket.zip")
        place.write_bytes(content)
        size = PoolSize(settings.worker_count, settings.document_timeout_s, settings.worker_memory_mb)
        choice = _choice(settings, edition or settings.edition)
        return precheck(
            place, region_code=region_code, data_year=data_year, choice=choice, size=size,
            progress=lambda items, _total, _unit: items,
        )  # fmt: skip


def _choice(settings: Settings, edition: str) -> ToolChoice:
    from evidence_ai.wiring import ToolChoice

    return ToolChoice(
        engine=settings.ocr_engine,
        edition=edition,
        editions_dir=settings.editions_dir,
        document_s=_READING_SHARE * settings.document_timeout_s,
        models_dir=settings.models_dir,
        trust_dir=settings.trust_dir,
    )


@cache
def _edition(name: str, editions_dir: Path | None) -> Edition:
    return load(name, extra=editions_dir)


def _hear_if_early(hear: Callable[[Beat, Dossier], None], beat: Beat, dossier: Dossier) -> None:
    """First words of a file of one page come together with the verdict, so they are not told apart."""
    if dossier.text.pages_waiting:
        hear(beat, dossier)


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
