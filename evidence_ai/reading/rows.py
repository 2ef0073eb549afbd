"""Reading order: fragments of text become visual lines, columns of prose stay apart."""

from __future__ import annotations

from dataclasses import dataclass, replace
from statistics import median

from evidence_ai.domain.document import Word
from evidence_ai.domain.quote import Box

_SAME_ROW = 0.5
"""Share of the smaller height two fragments must have in common to stand on one row."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """A run of text as the file gave it, with its place."""

    text: str
    box: Box
    words: tuple[Word, ...] = ()


def in_reading_order(fragments: list[Fragment], width_pt: float) -> list[Fragment]:
    """Visual lines from top to bottom, left to right; a two-column page is read column by column.

    A label column ("Menimbang :") and its value column are one row each, wherever the file keeps
    them; only two columns of prose, both wide and many lines long, count as columns.
    """
    gutter = _gutter(fragments, width_pt)
    if gutter is None:
        return _rows(fragments)
    return _by_columns(fragments, gutter)


def _gutter(fragments: list[Fragment], width_pt: float) -> float | None:
    """The x between two columns of prose, or None."""
    prose = [item for item in fragments if _is_prose(item, width_pt)]
    right = [item for item in prose if item.box.x0 > 0.42 * width_pt]
    if len(right) < 8:
        return None
    gutter = min(item.box.x0 for item in right) - 1
    left = [item for item in prose if item.box.x1 <= gutter + 2]
    if len(left) < 8 or gutter > 0.62 * width_pt:
        return None
    top, bottom = max(_top(left), _top(right)), min(_bottom(left), _bottom(right))
    beside = [item for item in fragments if top <= item.box.y0 and item.box.y1 <= bottom]
    crossing = [item for item in beside if item.box.x0 < gutter - 2 and item.box.x1 > gutter + 2]
    if bottom - top < 80 or len(crossing) > 0.08 * len(beside):
        return None
    # Prose must prevail: in a table of words short cells prevail.
    return gutter if len(left) + len(right) > 0.6 * len(beside) else None


def _is_prose(item: Fragment, width_pt: float) -> bool:
    return item.box.x1 - item.box.x0 > 0.25 * width_pt and item.text.count(" ") >= 3


def _top(items: list[Fragment]) -> float:
    return min(item.box.y0 for item in items)


def _bottom(items: list[Fragment]) -> float:
    return max(item.box.y1 for item in items)


def _by_columns(fragments: list[Fragment], gutter: float) -> list[Fragment]:
    """Bands between lines that cross the gutter; in each the left column, then the right."""
    ordered: list[Fragment] = []
    left: list[Fragment] = []
    right: list[Fragment] = []
    for item in sorted(fragments, key=lambda item: item.box.y0):
        if item.box.x1 <= gutter + 2:
            left.append(item)
        elif item.box.x0 >= gutter - 2:
            right.append(item)
        else:
            ordered += [*_rows(left), *_rows(right), item]
            left, right = [], []
    return [*ordered, *_rows(left), *_rows(right)]


def _rows(fragments: list[Fragment]) -> list[Fragment]:
    if not fragments:
        return []
    usual = median(item.box.y1 - item.box.y0 for item in fragments)
    rows: list[list[Fragment]] = []
    lowest = float("-inf")
    for item in sorted(fragments, key=lambda item: (item.box.y0 + item.box.y1, item.box.x0)):
        # A new fragment can only belong to one of the last rows: those that reach down to it.
        near = reversed(rows[-4:]) if item.box.y0 < lowest else ()
        home = next((row for row in near if _belongs(item, row, usual)), None)
        if home is None:
            rows.append([item])
        else:
            home.append(item)
        lowest = max(lowest, item.box.y1)
    return [_joined(sorted(row, key=lambda item: item.box.x0)) for row in rows]


def _belongs(item: Fragment, row: list[Fragment], usual: float) -> bool:
    anchor = max(row, key=lambda other: other.box.y1 - other.box.y0)
    height, anchor_height = item.box.y1 - item.box.y0, anchor.box.y1 - anchor.box.y0
    if max(height, anchor_height) > 4 * usual:  # text that runs upwards, a watermark
        return False
    common = min(item.box.y1, anchor.box.y1) - max(item.box.y0, anchor.box.y0)
    if common < _SAME_ROW * min(height, anchor_height):
        return False
    return not any(_collides(item.box, other.box) for other in row)


def _collides(one: Box, other: Box) -> bool:
    """Whether the two cover each other's width by more than a letter or so."""
    common = min(one.x1, other.x1) - max(one.x0, other.x0)
    return common > max(3.0, 0.3 * min(one.x1 - one.x0, other.x1 - other.x0))


def _joined(row: list[Fragment]) -> Fragment:
    if len(row) == 1:
        return row[0]
    box = row[0].box
    for item in row[1:]:
        box = box.join(item.box)
    words = tuple(word for item in row for word in item.words)
    return replace(row[0], text=" ".join(item.text for item in row), box=box, words=words)
