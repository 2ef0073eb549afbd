"""What the columns of a table mean: heading rows, the columns of numbers, the words above each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from evidence_ai.understanding.amounts import whole
from evidence_ai.understanding.grid_cells import GridCell, Strip
from evidence_ai.understanding.table_grid import Grid

_HEADING_WORD = re.compile(
    r"\b(?:no|nomor|kode|rekening|uraian|program|kegiatan|anggaran|realisasi|target|satuan|indikator|kinerja|jumlah|"
    r"tahun|persen(?:tase)?|capaian|pagu|sasaran|tujuan|keterangan|ket|sebelum|setelah|sesudah|perubahan|bertambah|"
    r"berkurang|dasar hukum|lokasi|sumber|volume|semula|menjadi|nilai|jenis|nama|bulan|total|formula|"
    r"penanggung|prognosis|sisa|selisih|lebih|kurang|kebutuhan|prakiraan|rencana|urut|operasi|modal|belanja|alokasi)\b|%|\(Rp",
    re.IGNORECASE,
)
_TABLE_WORD = re.compile(
    r"(?:no\b|nomor|kode|uraian|program|kegiatan|sub kegiatan|anggaran|pagu|realisasi|target|satuan|indikator|sasaran|jumlah|"
    r"keterangan|ket\b|capaian|tahun|volume|kinerja|akhir|%|persen)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_COLUMN_NUMBER = re.compile(r"\(?(\d{1,2})(?:\s?=.*)?\)?\.?|\(?\d{1,2}\s?[=(/:].{1,12}")
_MAX_HEAD = 16
"""Heading rows seen in real tables: up to ten in tables whose rules also run between lines of text."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of numbers: its horizontal range, the words above it from top to bottom, how many numbers it holds."""

    x0: float
    x1: float
    heading: str
    count: int

    def share(self, cell: GridCell) -> float:
        """How much of the narrower of the two lies in the other, 0..1."""
        common = min(self.x1, cell.x1) - max(self.x0, cell.x0)
        return common / max(min(self.x1 - self.x0, cell.x1 - cell.x0), 0.1)


@dataclass(frozen=True, slots=True)
class Headed:
    """A grid parted into heading and body."""

    grid: Grid
    head: tuple[Strip, ...]
    body: tuple[Strip, ...]
    titles: tuple[tuple[float, float, str], ...] = ()

    def heading(self, x0: float, x1: float) -> str:
        """The heading words above a range of x, from top to bottom, lower case."""
        words = []
        for left, right, text in self.titles:
            common = min(x1, right) - max(x0, left)
            if common > 0.3 * min(x1 - x0, right - left):
                words.append(text)
        return " ".join(words)


def headed(grid: Grid, head: tuple[Strip, ...], body: tuple[Strip, ...]) -> Headed:
    """A table with the titles of its columns; a title over the whole table and column numbers are none."""
    left = min((cell.x0 for strip in head for cell in strip.cells), default=0.0)
    right = max((cell.x1 for strip in head for cell in strip.cells), default=0.0)
    titles = tuple(
        (cell.x0, cell.x1, cell.flat.lower())
        for strip in head
        for cell in strip.cells
        if not (strip.ruled and len(head) > 1 and cell.x1 - cell.x0 > 0.85 * (right - left))
        and not _is_column_number(cell.text)
    )
    return Headed(grid, head, body, titles)


def tables(grid: Grid, before: Headed | None) -> tuple[Headed, ...]:
    """The tables of a grid one after the other: a second heading below data begins a new table."""
    found: list[Headed] = []
    for part in _split(grid):
        found.append(parted(part, found[-1] if found and not found[-1].grid.ruled else before))
    return tuple(found)


def _split(grid: Grid) -> list[Grid]:
    cuts = [0]
    has_data = False
    for at, strip in enumerate(grid.strips):
        if has_data and _is_heading(strip):
            cuts.append(at)
            has_data = False
        has_data = has_data or _is_data(strip)
    ends = [*cuts[1:], len(grid.strips)]
    return [replace(grid, strips=grid.strips[start:end]) for start, end in zip(cuts, ends, strict=True)]


def _is_heading(strip: Strip) -> bool:
    """Two or more short cells, each with a heading word and without numbers."""
    cells = strip.cells
    if len(cells) < 2 or any(
        len(cell.flat.split()) > 6 or re.search(r"\d{3}", _YEAR.sub("", cell.flat)) for cell in cells
    ):
        return False
    if any(
        re.match(r"(?:sub )?(?:program|kegiatan)\b(?!\s*(?:$|/|dan\b|\())", cell.flat, re.IGNORECASE) for cell in cells
    ):
        return False  # a programme's own name
    titles = sum(bool(_TABLE_WORD.match(cell.flat)) for cell in cells)
    years = sum(_YEAR.fullmatch(cell.flat) is not None for cell in cells)
    return titles >= 2 and titles + years >= max(2, len(cells) - 1)


def parted(grid: Grid, before: Headed | None) -> Headed:
    """Heading and body of a grid; a table that goes on from an earlier page takes the heading from there."""
    strips = grid.strips
    at = _numbered_at(strips)
    at = at + 1 if at is not None else _first_data(strips)
    head, body = _below_title(strips[:at], ruled=grid.ruled), strips[at:]
    if not grid.ruled:
        names = _names_at_end(head)
        head, body = head[: len(head) - names], (*head[len(head) - names :], *body)
    says_nothing = not any(_HEADING_WORD.search(strip.text) for strip in head)
    if says_nothing and before is not None and _alike(before, grid):
        return headed(grid, before.head, (*(() if grid.ruled else head), *body) if not grid.ruled else body)
    return headed(grid, head, body)


def _names_at_end(head: Sequence[Strip]) -> int:
    """How many of the last heading lines are the first lines of a name that wraps above its amounts."""
    widest = max((len(strip.cells) for strip in head), default=0)
    names = 0
    for strip in reversed(head):
        if (
            len(strip.cells) > 2
            or len(strip.cells) >= widest
            or all(_is_column_number(cell.text) for cell in strip.cells)
        ):
            break
        if max(len(cell.flat.split()) for cell in strip.cells) < 3 and _HEADING_WORD.search(strip.text):
            break
        names += 1
    return names


def columns(table: Headed) -> tuple[Column, ...]:
    """The columns in which the body holds numbers, left to right."""
    cells = [cell for strip in table.body for cell in strip.cells if whole(cell.text) is not None]
    ranges: list[list[float]] = []  # x0, x1, count
    for cell in sorted(cells, key=lambda cell: cell.x1 - cell.x0, reverse=True):
        home = next((one for one in ranges if _covered_share(one[0], one[1], cell) > 0.5), None)
        if home is None:
            ranges.append([cell.x0, cell.x1, 1])
        else:
            home[0], home[1], home[2] = min(home[0], cell.x0), max(home[1], cell.x1), home[2] + 1
        if len(ranges) > 80:
            break
    return tuple(
        Column(x0, x1, table.heading(x0, x1) or _beside(table, x0, x1), int(count)) for x0, x1, count in sorted(ranges)
    )


_BESIDE_PT = 14.0
"""Numbers set flush right may end beyond a short heading that is centred over their column."""


def _beside(table: Headed, x0: float, x1: float) -> str:
    """The lowest heading right beside a column of an unruled table over which nothing stands."""
    if table.grid.ruled:
        return ""
    near = [text for left, right, text in table.titles if max(left - x1, x0 - right) <= _BESIDE_PT]
    return near[-1] if near else ""


def text_columns(strips: Sequence[Strip], cells: Sequence[GridCell]) -> tuple[tuple[float, float], ...]:
    """Ranges of x in which words stand under each other, left to right.

    Two ranges are two columns only where both hold words on the same rows; names set in by their level
    are one column.
    """
    spans: list[list[float]] = []
    # Narrow cells first: a line that runs over into the next column must not glue two columns together.
    for cell in sorted(cells, key=lambda cell: cell.x1 - cell.x0):
        home = next((span for span in spans if _covered_share(span[0], span[1], cell) > 0.5), None)
        if home is None:
            spans.append([cell.x0, cell.x1, 1])
        else:
            home[0], home[1], home[2] = min(home[0], cell.x0), max(home[1], cell.x1), home[2] + 1
        if len(spans) > 40:
            break
    least = 1 if len(cells) < 8 else 2
    done: list[tuple[float, float]] = []
    for x0, x1, count in sorted(spans):
        if count < least:
            continue
        if done and not _side_by_side(strips, done[-1], (x0, x1)):
            done[-1] = (min(done[-1][0], x0), max(done[-1][1], x1))
        else:
            done.append((x0, x1))
    return tuple(done)


def _side_by_side(strips: Sequence[Strip], left: tuple[float, float], right: tuple[float, float]) -> bool:
    """Whether both hold words on the same rows, and few cells reach from the one into the other.

    Words spread to fill a line stand side by side too, but other lines of theirs run through.
    """
    together = through = 0
    for strip in strips:
        has_left = any(_covered_share(*left, cell) > 0.5 and cell.middle < right[0] for cell in strip.cells)
        if has_left and any(_covered_share(*right, cell) > 0.5 and cell.x0 > left[0] + 10 for cell in strip.cells):
            together += 1
        through += any(
            cell.x0 <= left[0] + 5 and cell.x1 >= right[1] - 5 and whole(cell.text) is None for cell in strip.cells
        )
    return together >= 2 and not (through >= 3 and 2 * through >= together)


def _covered_share(x0: float, x1: float, cell: GridCell) -> float:
    return (min(x1, cell.x1) - max(x0, cell.x0)) / max(min(x1 - x0, cell.x1 - cell.x0), 0.1)


def _is_column_number(text: str) -> bool:
    return _COLUMN_NUMBER.fullmatch(text.strip()) is not None


def _numbered_at(strips: Sequence[Strip]) -> int | None:
    """The row that numbers the columns: (1) (2) (3), or 1 2 3 4=3-2."""
    for at, strip in enumerate(strips[:_MAX_HEAD]):
        cells = [cell.flat for cell in strip.cells]
        if len(cells) >= 3 and all(map(_is_column_number, cells)):
            digits = [int(found.group()) for cell in cells if (found := re.search(r"\d+", cell))]
            if digits[0] <= 2 and digits == sorted(digits) and digits[-1] >= len(digits) - 1:
                return at
        if len(cells) == 1 and re.fullmatch(r"(?:\(?\d{1,2}\)? ){3,}\(?\d{1,2}\)?", cells[0]):
            return at
    return None


def _first_data(strips: Sequence[Strip]) -> int:
    for at, strip in enumerate(strips):
        if _is_data(strip):
            return at if at <= _MAX_HEAD or not strip.ruled else 0
    return 0


def _is_data(strip: Strip) -> bool:
    values = [cell for cell in strip.cells if (number := whole(cell.text)) is not None and number.raw.strip("-\u2013 ")]
    values = [cell for cell in values if not _YEAR.fullmatch(cell.text.strip())]
    if any(number.is_money for cell in values if (number := whole(cell.text)) is not None):
        return True
    if not values:
        return strip.ruled and len(strip.cells) > 1 and not _HEADING_WORD.search(strip.text)
    texts = [cell for cell in strip.cells if whole(cell.text) is None]
    return bool(texts) and (len(values) > 1 or len(strip.cells) > 2 or not _HEADING_WORD.search(strip.text))


def _below_title(head: Sequence[Strip], *, ruled: bool) -> tuple[Strip, ...]:
    """Heading rows without the page's prose and titles above them (lines that fill one wide cell)."""
    if ruled:
        return tuple(head)
    kept: list[Strip] = []
    for strip in reversed(head):
        if any(len(cell.flat.split()) > 8 or re.search(r"\d\.\d{3}\.\d{3}|\d{6}", cell.flat) for cell in strip.cells):
            break  # running text above the table
        far = kept and kept[-1].y0 - strip.y1 > 3.5 * max(kept[-1].y1 - kept[-1].y0, 6)
        if far or len(kept) >= 8:
            break
        kept.append(strip)
    kept.reverse()
    while kept and not _HEADING_WORD.search(kept[0].text):
        kept.pop(0)
    widest = max((len(strip.cells) for strip in kept), default=0)
    while widest > 1 and len(kept[0].cells) == 1:
        kept.pop(0)  # the table's title
    return tuple(kept)


def _alike(before: Headed, grid: Grid) -> bool:
    """Whether the numbers of both tables end at the same places across the page."""
    if abs(before.grid.width - grid.width) > 30 or not grid.width or grid.page - before.grid.page > 40:
        return False
    known: list[float] = []
    for edge in _number_edges(before.body):
        if not known or edge - known[-1] > 6:
            known.append(edge)
    new = _number_edges(grid.strips)
    near = sum(any(abs(edge - other) <= 12 for other in known[:60]) for edge in new)
    return near >= 0.6 * len(new) > 0


def _number_edges(strips: Sequence[Strip]) -> list[float]:
    """Right edges of the amounts of money, left to right; of all numbers where there is no money."""
    cells = [(cell, number) for strip in strips for cell in strip.cells if (number := whole(cell.text)) is not None]
    money = [cell.x1 for cell, number in cells if number.is_money]
    return sorted(money or [cell.x1 for cell, _ in cells])


def years_in(text: str) -> tuple[int, ...]:
    """Years printed in a heading, in order."""
    return tuple(int(found) for found in _YEAR.findall(text))
