"""Pictures of pages as WebP, drawn in a process of their own: a file that breaks the library costs that picture only."""

from __future__ import annotations

import io
import multiprocessing
import os
import threading
from concurrent.futures import TimeoutError as FutureTimeoutError
from pathlib import Path

from pebble import ProcessExpired, ProcessPool

from evidence_ai.errors import EvidenceError, InputError

_DRAW_S = 30.0
_DRAWN_PER_PROCESS = 500


class PagePictures:
    """Draws pages and keeps what it drew in a folder: the same bytes, page and width give the same picture."""

    def __init__(self, cache: Path) -> None:
        self._cache = cache
        self._pool: ProcessPool | None = None
        self._starting = threading.Lock()

    def page(self, content: bytes, media_type: str, *, sha256: str, page: int, width_px: int) -> bytes:
        """The picture of one page as WebP.

        Raises:
            InputError: there is no such page, or it cannot be drawn.
        """
        place = self._cache / sha256[:2] / f"{sha256}-{page}-{width_px}.webp"
        if place.is_file():
            return place.read_bytes()
        picture = self._drawn(content, media_type, page, width_px)
        place.parent.mkdir(parents=True, exist_ok=True)
        beside = place.with_suffix(f".{os.getpid()}-{threading.get_ident()}")
        beside.write_bytes(picture)
        beside.replace(place)
        return picture

    def close(self) -> None:
        """End the drawing process; the next picture starts another."""
        with self._starting:
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.stop()  # type: ignore[no-untyped-call]
            pool.join()

    def _drawn(self, content: bytes, media_type: str, page: int, width_px: int) -> bytes:
        with self._starting:
            if self._pool is None:
                context = multiprocessing.get_context("spawn")
                self._pool = ProcessPool(max_workers=1, max_tasks=_DRAWN_PER_PROCESS, context=context)
            future = self._pool.schedule(_draw, args=(content, media_type, page, width_px), timeout=_DRAW_S)
        try:
            picture: bytes = future.result()
        except (FutureTimeoutError, ProcessExpired, MemoryError) as error:
            raise _not_drawn(page) from error
        except EvidenceError:
            raise
        except Exception as error:
            raise _not_drawn(page) from error
        return picture


def _not_drawn(page: int) -> InputError:
    return InputError(f"Halaman {page} tidak dapat digambar.", advice="Unduh berkas aslinya.")


def _draw(content: bytes, media_type: str, page: int, width_px: int) -> bytes:
    from PIL import Image  # noqa: PLC0415 - loads in the drawing process only

    from evidence_ai.reading.pictures import crop  # noqa: PLC0415

    jpeg = crop(content, media_type, page, None, width_px=width_px)
    out = io.BytesIO()
    with Image.open(io.BytesIO(jpeg)) as picture:
        picture.save(out, "WEBP", quality=82, method=4)
    return out.getvalue()
