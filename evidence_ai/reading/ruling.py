"""From ruled lines to cells: pure geometry.

Lines are snapped to a grid; squares of the grid not parted by a line flow together; what is closed
on every side and rectangular is a cell. Merged cells need no special case.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple

from evidence_ai.domain.quote import Box

_SNAP_PT = 3.0
"""Lines nearer than this are one: double rules, and borders each cell draws for itself."""
_MAX_SQUARES = 40_000
"""A grid finer than this is a drawing or a map, not a table of words."""


class Rule(NamedTuple):
    """A ruled line: at `at`, from `start` to `end`; `level` for a horizontal one."""

    at: float
    start: float
    end: float
    level: bool


@dataclass(frozen=True, slots=True)
class _Grid:
    xs: list[float]
    ys: list[float]
    level_rules: dict[int, list[tuple[float, float]]]
    upright_rules: dict[int, list[tuple[float, float]]]


def tables_of_cells(rules: list[Rule]) -> list[list[Box]]:
    """Groups of touching cells, each a table of at least two rows and two columns, top to bottom."""
    xs, uprights = _snapped([rule for rule in rules if not rule.level])
    ys, levels = _snapped([rule for rule in rules if rule.level])
    if len(xs) < 3 or len(ys) < 3 or len(xs) * len(ys) > _MAX_SQUARES:
        return []
    cells = _cells(_Grid(xs, ys, levels, uprights))
    return [group for group in _touching(cells) if _is_table(group)]


def _snapped(rules: list[Rule]) -> tuple[list[float], dict[int, list[tuple[float, float]]]]:
    """Positions of lines, and for each the stretches that are ruled, joined where they meet."""
    positions: list[float] = []
    stretches: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for rule in sorted(rules, key=lambda rule: rule.at):
        if not positions or rule.at - positions[-1] > _SNAP_PT:
            positions.append(rule.at)
        stretches[len(positions) - 1].append((rule.start, rule.end))
    return positions, {index: _united(parts) for index, parts in stretches.items()}


def _united(parts: list[tuple[float, float]]) -> list[tuple[float, float]]:
    united: list[tuple[float, float]] = []
    for start, end in sorted(parts):
        if united and start <= united[-1][1] + _SNAP_PT:
            united[-1] = (united[-1][0], max(united[-1][1], end))
        else:
            united.append((start, end))
    return united


def _cells(grid: _Grid) -> list[Box]:
    columns, rows = len(grid.xs) - 1, len(grid.ys) - 1
    above = [[_ruled(grid.level_rules, y, grid.xs[x], grid.xs[x + 1]) for x in range(columns)] for y in range(rows + 1)]
    before = [
        [_ruled(grid.upright_rules, x, grid.ys[y], grid.ys[y + 1]) for y in range(rows)] for x in range(columns + 1)
    ]
    seen = [[False] * rows for _ in range(columns)]
    cells = []
    for x in range(columns):
        for y in range(rows):
            if not seen[x][y]:
                cell = _flow(x, y, above, before, seen)
                if cell is not None:
                    left, top, right, bottom = cell
                    cells.append(Box(grid.xs[left], grid.ys[top], grid.xs[right + 1], grid.ys[bottom + 1]))
    return cells


def _ruled(rules: dict[int, list[tuple[float, float]]], line: int, start: float, end: float) -> bool:
    return any(low <= start + _SNAP_PT and high >= end - _SNAP_PT for low, high in rules.get(line, ()))


def _flow(
    x: int, y: int, above: list[list[bool]], before: list[list[bool]], seen: list[list[bool]]
) -> tuple[int, int, int, int] | None:
    """All squares reached from one without crossing a line; None when open to the outside or not a rectangle."""
    columns, rows = len(seen), len(seen[0])
    seen[x][y] = True
    waiting, squares, closed = [(x, y)], [(x, y)], True
    while waiting:
        x, y = waiting.pop()
        ways = (
            (x - 1, y, before[x][y]), (x + 1, y, before[x + 1][y]),
            (x, y - 1, above[y][x]), (x, y + 1, above[y + 1][x]),
        )  # fmt: skip
        for to_x, to_y, ruled in ways:
            if ruled:
                continue
            if not (0 <= to_x < columns and 0 <= to_y < rows):
                closed = False
            elif not seen[to_x][to_y]:
                seen[to_x][to_y] = True
                waiting.append((to_x, to_y))
                squares.append((to_x, to_y))
    left, right = min(square[0] for square in squares), max(square[0] for square in squares)
    top, bottom = min(square[1] for square in squares), max(square[1] for square in squares)
    whole = len(squares) == (right - left + 1) * (bottom - top + 1)
    return (left, top, right, bottom) if closed and whole else None


def _touching(cells: list[Box]) -> list[list[Box]]:
    """Cells that share a corner belong to one table."""
    by_corner: dict[tuple[float, float], list[int]] = defaultdict(list)
    for index, cell in enumerate(cells):
        for corner in _corners(cell):
            by_corner[corner].append(index)
    groups: list[list[Box]] = []
    seen: set[int] = set()
    for start in range(len(cells)):
        if start in seen:
            continue
        seen.add(start)
        waiting, group = [start], []
        while waiting:
            cell = cells[waiting.pop()]
            group.append(cell)
            near = {other for corner in _corners(cell) for other in by_corner[corner]} - seen
            seen |= near
            waiting += near
        groups.append(group)
    return sorted(groups, key=lambda group: min((cell.y0, cell.x0) for cell in group))


def _corners(cell: Box) -> tuple[tuple[float, float], ...]:
    return ((cell.x0, cell.y0), (cell.x1, cell.y0), (cell.x0, cell.y1), (cell.x1, cell.y1))


def _is_table(group: list[Box]) -> bool:
    return len({cell.y0 for cell in group}) > 1 and len({cell.x0 for cell in group}) > 1
