"""A page as other programs see it: its text, and where each line stands."""

from __future__ import annotations

from typing import Any

from evidence_ai.domain.document import Page
from evidence_ai.domain.quote import Box
from evidence_ai.services.masking import masked_object

JsonObject = dict[str, Any]


def page_summary(page: Page) -> JsonObject:
    """Size in points, source and grade of a page; null sizes for files without pages."""
    return {
        "number": page.number,
        "width_pt": round(page.width_pt, 2) or None,
        "height_pt": round(page.height_pt, 2) or None,
        "source": page.source.value,
        "grade": page.grade.value,
        "note": None if page.note is None else {"id": page.note.id, "en": page.note.en},
    }


def page_object(page: Page) -> JsonObject:
    """All of a page: summary, text, lines with boxes; personal numbers masked."""
    lines = [{"text": one.text, "box": _box(one.box)} for one in page.lines]
    return masked_object(page_summary(page) | {"text": page.text, "lines": lines})


def _box(box: Box | None) -> list[float] | None:
    return None if box is None else [round(side, 2) for side in (box.x0, box.y0, box.x1, box.y1)]
