"""Boxes of a page that lies on its side, seen upright and back."""

from __future__ import annotations

from dataclasses import replace

from evidence_ai.domain.document import Word
from evidence_ai.domain.quote import Box
from evidence_ai.reading.rows import Fragment


def turned(fragment: Fragment, quarters: int, width_pt: float, height_pt: float) -> Fragment:
    """The fragment on the sheet turned counter-clockwise by `quarters`; sizes of the sheet before turning."""
    words = tuple(
        Word(word.text, turned_box(word.box, quarters, width_pt, height_pt), word.confidence) for word in fragment.words
    )
    return replace(fragment, box=turned_box(fragment.box, quarters, width_pt, height_pt), words=words)


def turned_box(box: Box, quarters: int, width_pt: float, height_pt: float) -> Box:
    """The box on the sheet turned counter-clockwise.

    >>> turned_box(Box(0, 0, 10, 20), 1, 100, 200)
    Box(x0=0, y0=90, x1=20, y1=100)
    """
    for _ in range(quarters % 4):
        box = Box(box.y0, width_pt - box.x1, box.y1, width_pt - box.x0)
        width_pt, height_pt = height_pt, width_pt
    return box
