"""PNG, JPEG, TIFF (each frame a page), WebP, BMP, GIF, HEIC."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from PIL import Image, UnidentifiedImageError

from evidence_ai.domain.document import DocumentText, Outcome, Page, PageFailure
from evidence_ai.reading import heic, outcomes
from evidence_ai.reading.formats import OpenFile, Reader, Task
from evidence_ai.reading.limits import Limits
from evidence_ai.reading.media_types import BMP, GIF, HEIC, JPEG, PNG, TIFF, WEBP
from evidence_ai.reading.paging import whole
from evidence_ai.reading.picture_pages import picture_page

_FORMATS = ("PNG", "JPEG", "TIFF", "WEBP", "BMP", "GIF", "MPO")


def _open(task: Task) -> OpenFile | DocumentText:
    try:
        with _quietly():
            image = _opened(task)
            # Phones keep a second view in MPO, GIF moves: one page each. Only TIFF frames are pages.
            count = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
    except Image.DecompressionBombError:
        return outcomes.ended(Outcome.TOO_BIG, outcomes.PAGE_TOO_BIG)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        return outcomes.ended(Outcome.UNREADABLE, outcomes.CORRUPT)
    if count > task.limits.max_pages:
        image.close()
        return outcomes.ended(Outcome.TOO_BIG, outcomes.too_many_pages(count, task.limits.max_pages))
    return OpenFile(count, partial(_frame, image, task), image.close)


def _opened(task: Task) -> Image.Image:
    if task.media_type == HEIC:
        return heic.opened(task.content)
    return Image.open(io.BytesIO(task.content), formats=_FORMATS)


def _frame(image: Image.Image, task: Task, number: int, limits: Limits) -> Page | PageFailure:
    with _quietly():
        try:
            image.seek(number - 1)
        except (EOFError, OSError, SyntaxError, ValueError):
            return PageFailure(number, outcomes.PAGE_BROKEN)
        return picture_page(image, number, engine=task.engine, limits=limits)


@contextmanager
def _quietly() -> Iterator[None]:
    """Pillow warns of odd metadata and big pictures; we count pixels ourselves."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


READER = Reader(media_types=(PNG, JPEG, TIFF, WEBP, BMP, GIF, HEIC), read=whole(_open), open=_open)
