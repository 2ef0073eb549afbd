"""PNG, JPEG, TIFF (each frame a page), WebP, BMP, GIF."""

from __future__ import annotations

import io
import time
import warnings

from PIL import Image, UnidentifiedImageError

from evidence_ai.domain.document import DocumentText, Outcome, Page, PageFailure
from evidence_ai.reading import outcomes
from evidence_ai.reading.formats import Reader, Task
from evidence_ai.reading.media_types import BMP, GIF, JPEG, PNG, TIFF, WEBP
from evidence_ai.reading.picture_pages import picture_page

_FORMATS = ("PNG", "JPEG", "TIFF", "WEBP", "BMP", "GIF", "MPO")


def _read(task: Task) -> DocumentText:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow warns of odd metadata and big pictures; we count pixels ourselves
        try:
            with Image.open(io.BytesIO(task.content), formats=_FORMATS) as image:
                return _frames(image, task)
        except Image.DecompressionBombError:
            return outcomes.ended(Outcome.TOO_BIG, outcomes.PAGE_TOO_BIG)
        except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
            return outcomes.ended(Outcome.UNREADABLE, outcomes.CORRUPT)


def _frames(image: Image.Image, task: Task) -> DocumentText:
    # Phones keep a second view in MPO, GIF moves: one page each. Only TIFF frames are pages.
    count = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
    if count > task.limits.max_pages:
        return outcomes.ended(Outcome.TOO_BIG, outcomes.too_many_pages(count, task.limits.max_pages))
    pages: list[Page] = []
    failed: list[PageFailure] = []
    ends = time.monotonic() + task.limits.document_s
    for number in range(1, count + 1):
        result = _frame(image, number, task, left_s=ends - time.monotonic())
        if isinstance(result, Page):
            pages.append(result)
        else:
            failed.append(result)
        task.progress(number, count)
    return outcomes.of_pages(pages, failed)


def _frame(image: Image.Image, number: int, task: Task, *, left_s: float) -> Page | PageFailure:
    if left_s <= 0:
        return PageFailure(number, outcomes.DOCUMENT_TIMEOUT)
    try:
        image.seek(number - 1)
    except (EOFError, OSError, SyntaxError, ValueError):
        return PageFailure(number, outcomes.PAGE_BROKEN)
    return picture_page(image, number, engine=task.engine, limits=task.limits.for_page(left_s))


READER = Reader(media_types=(PNG, JPEG, TIFF, WEBP, BMP, GIF), read=_read)
