"""Pictures of pages as WebP, drawn where documents are read: in a worker shut off from network, memory and this process.

A file that breaks the library costs that picture only.
"""

from __future__ import annotations

import io
import os
import threading
import time
from pathlib import Path

from evidence_ai.adapters.isolation import Confinement
from evidence_ai.adapters.worker_pool import Conversation, News, Worker, WorkerPool
from evidence_ai.errors import EvidenceError, InputError

_DRAW_S = 30.0
_LONGEST_S = 4 * _DRAW_S
"""Its keeper is patient on a busy machine; beyond this nobody waits for a picture any more."""


class PagePictures:
    """Draws pages and keeps what it drew in a folder: the same bytes, page and width give the same picture.

    One page at a time; may be used from many threads.
    """

    def __init__(self, cache: Path, limits: Confinement | None = None) -> None:
        self._cache = cache
        self._limits = limits or Confinement()
        self._pool: WorkerPool | None = None
        self._one_at_a_time = threading.Lock()

    def page(self, content: bytes, media_type: str, *, sha256: str, page: int, width_px: int) -> bytes:
        """The picture of one page as WebP.

        Raises:
            InputError: there is no such page, or it cannot be drawn.
        """
        place = self._cache / sha256[:2] / f"{sha256}-{page}-{width_px}.webp"
        if place.is_file():
            return place.read_bytes()
        picture = self._drawn(content, media_type, page, width_px)
        if not picture:
            raise InputError(f"Halaman {page} tidak dapat digambar.", advice="Unduh berkas aslinya.")
        place.parent.mkdir(parents=True, exist_ok=True)
        beside = place.with_suffix(f".{os.getpid()}-{threading.get_ident()}")
        beside.write_bytes(picture)
        beside.replace(place)
        return picture

    def close(self) -> None:
        """End the drawing worker; the next picture starts another."""
        with self._one_at_a_time:
            pool, self._pool = self._pool, None
            if pool is not None:
                pool.close()

    def _drawn(self, content: bytes, media_type: str, page: int, width_px: int) -> bytes:
        """The picture; nothing where there is none."""
        with self._one_at_a_time:
            if self._pool is None:
                self._pool = WorkerPool(self._limits, prepare=_prepare, prepare_with=())
            worker = _idle(self._pool)
            self._pool.give(worker, _draw, content, media_type, page, width_px, task=page)
            return _awaited(self._pool, worker)


def _idle(pool: WorkerPool) -> Worker:
    for _ in pool.events(0):  # one that died since the last picture is heard of here, and let go
        pass
    return pool.workers[0] if pool.workers else pool.hire()


def _awaited(pool: WorkerPool, worker: Worker) -> bytes:
    end = time.monotonic() + _LONGEST_S
    while (left := end - time.monotonic()) > 0:
        for event in pool.events(left):
            if event.news is News.LOST:
                return b""
            if event.news is News.DONE:
                _task, picture = event.value
                # The worker opened a hostile file: what it says is looked at before it is used.
                return picture if isinstance(picture, bytes) else b""
    pool.dismiss(worker)
    return b""


def _prepare() -> None:
    """Load what draws, once, in the process that workers come from."""
    from evidence_ai.reading import pictures  # noqa: F401, PLC0415 - loads where pages are drawn only


def _draw(talk: Conversation, content: bytes, media_type: str, page: int, width_px: int) -> bytes:
    from PIL import Image  # noqa: PLC0415 - loads where pages are drawn only

    from evidence_ai.reading.pictures import crop  # noqa: PLC0415

    talk.within(_DRAW_S)
    try:
        jpeg = crop(content, media_type, page, None, width_px=width_px)
    except EvidenceError:
        return b""
    out = io.BytesIO()
    with Image.open(io.BytesIO(jpeg)) as picture:
        picture.save(out, "WEBP", quality=82, method=4)
    return out.getvalue()
