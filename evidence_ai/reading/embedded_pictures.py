"""Pictures inside office files that are pages: a scan pasted into a letter, a photo filling a slide."""

from __future__ import annotations

import io

from PIL import Image

from evidence_ai.domain.document import Page, PageFailure
from evidence_ai.reading import outcomes
from evidence_ai.reading.formats import Task
from evidence_ai.reading.picture_pages import picture_page

_PAGE_LIKE = (600, 800)
"""Shorter and longer side in pixels: smaller pictures are logos and signatures."""


def is_page_like(blob: bytes) -> bool:
    """Whether a picture has the size and shape of a page; a broken or foreign one has not."""
    try:
        with Image.open(io.BytesIO(blob)) as image:
            shorter, longer = sorted(image.size)
    except Exception:  # noqa: BLE001 - Pillow raises many kinds
        return False
    return shorter >= _PAGE_LIKE[0] and longer >= _PAGE_LIKE[1] and longer < 3 * shorter


def embedded_page(blob: bytes, number: int, task: Task) -> Page | PageFailure:
    """The picture recognised as a page of its own."""
    try:
        with Image.open(io.BytesIO(blob)) as image:
            return picture_page(image, number, engine=task.engine, limits=task.limits)
    except Exception:  # noqa: BLE001 - a broken picture costs its page
        return PageFailure(number, outcomes.PAGE_BROKEN)
