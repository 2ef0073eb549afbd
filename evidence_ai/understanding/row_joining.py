"""Rows of which the words stand on other lines than the numbers: which line belongs to which row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from evidence_ai.domain.quote import Box
from evidence_ai.understanding.amounts import Number


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its name, code as printed, the numbers of its columns by position, where it stands.

    `begins`: known to be the first line of its row, so that no line above belongs to it.
    """

    code: str | None
    name: str
    numbers: tuple[Number | None, ...]
    y0: float
    y1: float
    text: str
    box: Box | None
    has_mark: bool = False
    height_lines: int = 1
    begins: bool = False

    @property
    def is_anchor(self) -> bool:
        """Whether amounts stand on it."""
        return any(number is not None for number in self.numbers)


def is_fragmented(pieces: Sequence[Row]) -> bool:
    """Rules that run between the lines of one name: many anchors without words, many words without amounts."""
    anchors = [piece for piece in pieces if piece.is_anchor]
    if sum(not piece.name for piece in anchors) >= max(2, 0.15 * len(anchors)):
        return True
    loose = [piece for piece in pieces if not piece.is_anchor and not piece.code and not piece.has_mark]
    if not anchors or len(loose) < 0.4 * len(anchors):
        return False
    return sum(piece.height_lines > 1 for piece in anchors) < 0.2 * len(anchors)


def named_by_neighbours(pieces: list[Row]) -> list[Row]:
    """Ruled rows without words of their own take the lines that touch them above and below."""
    done: list[Row] = []
    taken = -1
    for at, piece in enumerate(pieces):
        if at <= taken:
            continue
        if not piece.is_anchor or piece.name:
            done.append(piece)
            continue
        group = [piece]
        if done and not done[-1].is_anchor and not done[-1].code and done[-1].y1 >= piece.y0 - 2:
            group.insert(0, done.pop())
        below = pieces[at + 1] if at + 1 < len(pieces) else None
        if below is not None and not below.is_anchor and not below.code and below.y0 <= piece.y1 + 2:
            group.append(below)
            taken = at + 1
        done.append(_merged(group))
    return done


def joined(pieces: list[Row]) -> list[Row]:
    """Gives every line of words between two anchors to the one above or below."""
    if not pieces:
        return []
    pitch = _pitch(pieces)
    is_middle = _is_middle(pieces, pitch)
    done: list[Row] = []
    waiting: list[Row] = []
    for piece in pieces:
        if not piece.is_anchor:
            waiting.append(piece)
            continue
        above, below = _shared(done[-1] if done else None, waiting, piece, pitch, is_middle=is_middle)
        if above and done:
            done[-1] = _merged([done[-1], *above])
        done.append(_merged([*below, piece]) if below else piece)
        waiting = []
    if waiting and done:
        above, _ = _shared(done[-1], waiting, None, pitch, is_middle=is_middle)
        if above:
            done[-1] = _merged([done[-1], *above])
    return done


def _pitch(pieces: Sequence[Row]) -> float:
    steps = [after.y0 - before.y0 for before, after in pairwise(pieces) if after.y0 > before.y0]
    return median(steps) if steps else 12.0


def _is_middle(pieces: Sequence[Row], pitch: float) -> bool:
    """Whether amounts stand at the middle of their names: anchors without words show it."""
    anchors = [piece for piece in pieces if piece.is_anchor]
    bare = sum(not piece.name for piece in anchors)
    return bare >= max(1, 0.08 * len(anchors)) or _is_flanked(pieces, pitch)


def _is_flanked(pieces: Sequence[Row], pitch: float) -> bool:
    """Whether words without amounts touch both the first row from above and the last row from below."""
    first = next((at for at, piece in enumerate(pieces) if piece.is_anchor), 0)
    last = max((at for at, piece in enumerate(pieces) if piece.is_anchor), default=-1)
    if first == 0 or last + 1 >= len(pieces):
        return False
    above, below = pieces[first - 1], pieces[last + 1]
    if above.code or above.has_mark or below.code or below.has_mark:
        return False
    return pieces[first].y0 - above.y1 < 0.8 * pitch and below.y0 - pieces[last].y1 < 0.8 * pitch


def _shared(
    before: Row | None, waiting: Sequence[Row], after: Row | None, pitch: float, *, is_middle: bool
) -> tuple[list[Row], list[Row]]:
    """Parts the waiting lines: those that end the row above, those that begin the row below."""
    lines = list(waiting)
    start = next((at for at, line in enumerate(lines) if line.code or line.has_mark), None)
    above = lines if start is None else lines[:start]
    below = [] if start is None else _last_start(lines[start:])
    if after is None:
        return _near(before, above, pitch), []
    if start is not None and (after.code is not None or (after.has_mark and after.name)):
        below = []  # a row of its own without amounts
    if start is not None and below:
        return _near(before, above, pitch), _touching(below, after, pitch)
    if start is not None:
        return _near(before, above, pitch), []
    if before is None:
        return [], (
            _touching(above, after, pitch) if not after.name else _touching(above, after, pitch) if is_middle else []
        )
    if after.begins and before.name:
        return _near(before, above, pitch), []
    at = _cut_at(before, above, after, is_middle=is_middle)
    return _near(before, above[:at], pitch), _touching(above[at:], after, pitch)


def _last_start(lines: Sequence[Row]) -> list[Row]:
    at = max(at for at, line in enumerate(lines) if line.code or line.has_mark)
    return list(lines[at:])


def _near(before: Row | None, lines: Sequence[Row], pitch: float) -> list[Row]:
    kept: list[Row] = []
    y = before.y1 if before is not None else 0.0
    for line in lines:
        if before is None or line.y0 - y > 1.3 * max(pitch, line.y1 - line.y0):
            break
        kept.append(line)
        y = line.y1
    return kept


def _touching(lines: Sequence[Row], after: Row, pitch: float) -> list[Row]:
    kept: list[Row] = []
    y = after.y0
    for line in reversed(lines):
        if y - line.y1 > 1.3 * max(pitch, line.y1 - line.y0):
            break
        kept.append(line)
        y = line.y0
    return kept[::-1]


def _cut_at(before: Row, lines: Sequence[Row], after: Row, *, is_middle: bool) -> int:
    """How many of the lines belong to the row above: up to the widest gap, else by the table's habit."""
    if not lines:
        return 0
    y = [before, *lines, after]
    gaps = [lower.y0 - upper.y1 for upper, lower in pairwise(y)]
    widest = max(range(len(gaps)), key=gaps.__getitem__)
    others = [gap for at, gap in enumerate(gaps) if at != widest]
    if others and gaps[widest] - max(others) > 0.12 * (lines[0].y1 - lines[0].y0) + 0.8:
        return widest
    if not after.name and before.name:
        return len(lines) - 1 if not is_middle else max(len(lines) // 2, len(lines) - 2)
    if is_middle:
        return (len(lines) + 1) // 2 if before.name or not after.name else len(lines)
    return len(lines)


def _merged(parts: Sequence[Row]) -> Row:
    anchor = next(part for part in parts if part.is_anchor)
    code = anchor.code or next((part.code for part in parts if part.code), None)
    box: Box | None = None
    for part in parts:
        if part.box is not None:
            box = part.box if box is None else box.join(part.box)
    name = " ".join(part.name for part in parts if part.name)
    return replace(
        anchor,
        code=code,
        name=name,
        y0=min(part.y0 for part in parts),
        y1=max(part.y1 for part in parts),
        text=" ".join(part.text for part in parts),
        box=box,
        has_mark=anchor.has_mark or any(part.has_mark for part in parts),
    )
