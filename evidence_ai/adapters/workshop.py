"""Many documents over a few worker processes: pages shared out, lost workers replaced, nothing lost, nobody delayed."""

from __future__ import annotations

import itertools
import shutil
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from evidence_ai.adapters.dossier_file import read_dossier
from evidence_ai.adapters.foreman import Foreman
from evidence_ai.adapters.isolation import Confinement
from evidence_ai.adapters.jobs_at_work import Job, Lane, Progress
from evidence_ai.adapters.page_spool import place_of
from evidence_ai.adapters.worker_pool import PoolSize, WorkerPool
from evidence_ai.adapters.worker_tasks import Order
from evidence_ai.domain.document import Outcome
from evidence_ai.domain.dossier import Dossier
from evidence_ai.services.examining import Stage, Upload, without_text
from evidence_ai.services.lost_documents import ending_of

_WHOLE_FILE = 5
"""Files without separate pages may take this many times the time of a page."""
_AHEAD = 1_000
_AHEAD_BYTES = 400_000_000
"""How far work may run ahead of whoever takes the results in order: one slow document must not stop the others."""


class Workshop:
    """Worker processes for reading and judging documents; may be used from many threads. Close it when done.

    A document never raises: whatever it does to its worker, its dossier says so. `folder`, where given, keeps finished
    pages: the same document given again, by whatever process, goes on after them.
    """

    def __init__(
        self,
        size: PoolSize,
        *,
        through: Stage,
        version: str,
        prepare: Callable[..., None],
        prepare_with: tuple[object, ...],
    ) -> None:
        """Start it; work begins when the tools are loaded.

        Args:
            size: workers and what one document may take.
            through: the furthest stage its tools allow.
            version: names this way of reading; spools of another are not used.
            prepare: builds the tools and hands them to `worker_tasks.use`; importable by name.
            prepare_with: its picklable arguments.
        """
        self._through = through
        self._version = version
        self._page_s = min(size.page_s, size.reading_s)
        self._whole_s = min(_WHOLE_FILE * size.page_s, size.timeout_s)
        pool = WorkerPool(Confinement(memory_mb=size.memory_mb), prepare=prepare, prepare_with=prepare_with)
        self._scratch = pool.scratch / "jobs"
        self._scratch.mkdir()
        self._numbers = itertools.count()
        self._foreman = Foreman(pool, size)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _why: BaseException | None, _at: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End all workers; nothing of theirs is left, and what was not finished is cancelled."""
        self._foreman.stop()

    def examine(
        self,
        upload: Upload,
        *,
        through: Stage | None = None,
        folder: Path | None = None,
        progress: Progress | None = None,
    ) -> Dossier:
        """Everything known of a document. `progress` is heard from another thread."""
        return _dossier(self._begin(upload, Lane.FULL, through=through, folder=folder, progress=progress))

    def examine_all(
        self, uploads: Iterable[Upload], *, through: Stage | None = None, folder: Path | None = None
    ) -> Iterator[tuple[Upload, Dossier]]:
        """The same for many, in the order given, each as soon as it and those before are ready."""
        return self._in_order(uploads, Lane.FULL, through, folder)

    def quick_all(
        self, uploads: Iterable[Upload], *, through: Stage | None = None, folder: Path | None = None
    ) -> Iterator[tuple[Upload, Dossier]]:
        """First and last pages of many, in the order given; the other pages wait."""
        return self._in_order(uploads, Lane.QUICK, through, folder)

    def first_words(self, upload: Upload, *, folder: Path | None = None) -> Dossier:
        """What the heading says, "so far"."""
        return _dossier(self._begin(upload, Lane.HEADING, through=Stage.UNDERSTAND, folder=folder))

    def quick(
        self,
        upload: Upload,
        *,
        through: Stage | None = None,
        folder: Path | None = None,
        on_first_words: Callable[[Dossier], None] | None = None,
    ) -> Dossier:
        """First three and last two pages, judged, "so far"; first words on the way, as soon as they are known."""
        pages = self._job(upload, Lane.QUICK, through=through, folder=folder)
        if on_first_words is None:
            self._foreman.submit(pages)
            return _dossier(pages)
        heading = self._job(upload, Lane.HEADING, through=Stage.UNDERSTAND, folder=pages.order.folder)
        heading.reads_page_one = pages
        self._foreman.submit(heading, pages)
        on_first_words(_dossier(heading))
        return _dossier(pages)

    def read_some(self, upload: Upload, pages: Collection[int], *, folder: Path) -> Dossier:
        """Read some pages into the folder; the text holds what the folder has, the others wait."""
        return _dossier(self._begin(upload, Lane.SOME, through=Stage.READ, folder=folder, numbers=sorted(pages)))

    def forget(self, sha256: str, folder: Path) -> None:
        """Remove the finished pages of a document from its folder."""
        shutil.rmtree(place_of(folder, sha256, self._version), ignore_errors=True)

    def _in_order(
        self, uploads: Iterable[Upload], lane: Lane, through: Stage | None, folder: Path | None
    ) -> Iterator[tuple[Upload, Dossier]]:
        waiting: deque[Job] = deque()
        held = 0
        for upload in uploads:
            waiting.append(self._begin(upload, lane, through=through, folder=folder))
            held += len(upload.content or b"")
            while waiting and (waiting[0].future.done() or len(waiting) >= _AHEAD or held > _AHEAD_BYTES):
                job = waiting.popleft()
                held -= len(job.order.upload.content or b"")
                yield job.order.upload, _dossier(job)
        while waiting:
            job = waiting.popleft()
            yield job.order.upload, _dossier(job)

    def _begin(
        self,
        upload: Upload,
        lane: Lane,
        *,
        through: Stage | None,
        folder: Path | None,
        progress: Progress | None = None,
        numbers: Collection[int] = (),
    ) -> Job:
        job = self._job(upload, lane, through=through, folder=folder)
        job.progress, job.numbers = progress, tuple(numbers)
        self._foreman.submit(job)
        return job

    def _job(self, upload: Upload, lane: Lane, *, through: Stage | None, folder: Path | None) -> Job:
        through = self._through if through is None else min(through, self._through)
        number = next(self._numbers)
        order = Order(
            upload=upload,
            through=through,
            folder=folder or self._scratch / str(number),
            version=self._version,
            result=self._scratch / f"{number}.dossier",
            page_s=self._page_s,
            whole_s=self._whole_s,
        )
        return Job(order, lane, turn=0)


def _dossier(job: Job) -> Dossier:
    """Wait for a job. Results lie on disk until somebody takes them, for many may be ahead of the one waited for."""
    ending = job.future.result()
    if isinstance(ending, Dossier):
        return ending
    try:
        return read_dossier(ending)
    except (OSError, ValueError, TypeError):
        return without_text(job.order.upload, ending_of(Outcome.CRASH))
    finally:
        ending.unlink(missing_ok=True)
