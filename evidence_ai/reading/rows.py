"""Reading order: fragments of text become visual lines, columns of prose stay apart."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

from evidence_ai.domain.document import Word
from evidence_ai.domain.quote import Box

_SAME_ROW = 0.5
"""Share of the smaller height two fragments must have in common to stand on one row."""


_SEVERAL = 2


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


@dataclass(slots=True)
class _Row:
    """A row while it grows; its tallest fragment anchors it."""

    items: list[Fragment]
    anchor: Box
    height: float


def _rows(fragments: list[Fragment]) -> list[Fragment]:
    if len(fragments) < _SEVERAL:
        return fragments
    usual = median([item.box.y1 - item.box.y0 for item in fragments])
    rows: list[_Row] = []
    lowest = float("-inf")
    for item in sorted(fragments, key=_middle):
        box = item.box
        height = box.y1 - box.y0
        # A new fragment can only belong to one of the last rows: those that reach down to it.
        near = reversed(rows[-4:]) if box.y0 < lowest else ()
        home = next((row for row in near if _belongs(box, height, row, usual)), None)
        if home is None:
            rows.append(_Row([item], box, height))
        else:
            home.items.append(item)
            if height > home.height:
                home.anchor, home.height = box, height
        lowest = max(lowest, box.y1)
    return [row.items[0] if len(row.items) == 1 else _joined(sorted(row.items, key=_start)) for row in rows]


def _middle(item: Fragment) -> tuple[float, float]:
    return (item.box.y0 + item.box.y1, item.box.x0)


def _start(item: Fragment) -> float:
    return item.box.x0


def _belongs(box: Box, height: float, row: _Row, usual: float) -> bool:
    anchor = row.anchor
    if max(height, row.height) > 4 * usual:  # text that runs upwards, a watermark
        return False
    common = min(box.y1, anchor.y1) - max(box.y0, anchor.y0)
    if common < _SAME_ROW * min(height, row.height):
        return False
    return not any(_collides(box, other.box) for other in row.items)


def _collides(one: Box, other: Box) -> bool:
    """Whether the two cover each other's width by more than a letter or so."""
    common = min(one.x1, other.x1) - max(one.x0, other.x0)
    return common > max(3.0, 0.3 * min(one.x1 - one.x0, other.x1 - other.x0))


def _joined(row: list[Fragment]) -> Fragment:
    boxes = [item.box for item in row]
    box = Box(
        min([one.x0 for one in boxes]), min([one.y0 for one in boxes]),
        max([one.x1 for one in boxes]), max([one.y1 for one in boxes]),
    )  # fmt: skip
    words = tuple([word for item in row for word in item.words])
    return Fragment(" ".join([item.text for item in row]), box, words)
