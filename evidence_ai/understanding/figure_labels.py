"""The words that name a figure in a table: the nearest fitting label column to its left, complete over its lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from evidence_ai.understanding.amounts import Separators, whole
from evidence_ai.understanding.budget_codes import is_code, leading_code
from evidence_ai.understanding.grid_cells import GridCell, Strip
from evidence_ai.understanding.measures import measures
from evidence_ai.understanding.row_joining import Row, is_fragmented, joined
from evidence_ai.understanding.table_columns import Headed, text_columns

UNIT_HEADING = re.compile(r"\bsatuan\b|^unit$|\bsat\b")
_LABEL = re.compile(
    r"indikator|uraian|program|kegiatan|sasaran|tujuan|jenis|nama|komponen|sektor|lapangan|belanja|kategori"
)
_INDICATOR = re.compile(r"indikator|formula")
_WORK = re.compile(r"program|kegiatan|uraian|belanja|rekening|jenis")
_NO_LABEL = re.compile(r"lokasi|sumber|penanggung|catatan|unit kerja|keterangan")
_LIST_MARK = re.compile(
    r"^(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})\s?[.)]\s+|^\([a-z\d]{1,2}\)\.?\s+|^[-\u2022\u00b7\uf0b7]\s*|^\d{1,2}\.(?=[A-Za-z])"
)
_SHORT_WORDS = 2
_PARENT_WORDS = 10
_FAMILY_ROWS = 40
"""Rows below its heading in which a short label still belongs to it."""
_UNIT_BEHIND = re.compile(r"\s*\([^)]{1,24}\)$")
_TOTAL = re.compile(r"(?:sub ?)?(?:jumlah|total)\b|rata-rata", re.IGNORECASE)
_GENERAL = re.compile(
    r"indikator|uraian|program|kegiatan|sasaran|tujuan|rekening|keterangan|nama|komponen|kategori|\bno\b"
)
_Span = tuple[float, float]


def is_label_heading(heading: str) -> bool:
    """Whether a column holds names, not values."""
    return bool(_LABEL.search(heading)) and not re.search(r"target|realisasi|capaian|rp\b|%|jumlah|20\d\d", heading)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A value that needs a label: its row in the body, its cell, whether it is money."""

    at: int
    cell: GridCell
    is_money: bool


@dataclass
class Labels:
    """The labels of one table. `values` are all its values: rows are told apart by those that share a label column."""

    table: Headed
    values: Sequence[Wanted]
    marks: Separators
    _columns: tuple[_Span, ...] | None = None
    _rows: dict[_Span, set[int]] | None = None
    _names: dict[_Span, dict[int, str] | None] = field(default_factory=dict)
    _valued: frozenset[int] | None = None

    def of(self, value: Wanted) -> str | None:
        """The label of a value; money is named by its programme or account, a count by its indicator."""
        column = self._column_for(value)
        name = self._joined_name(column, value.at) if column is not None else None
        if name is None:
            cell = self._own_cell(value.at, value.cell, is_money=value.is_money)
            name = cell.flat if cell is not None else None
        label = _plain(name) if name else None
        return self._under(label, value.at, column) if label is not None else None

    def _under(self, label: str, at: int, column: _Span | None) -> str:
        """A label of a word or two under what heads it: a row without numbers above it, or its column's own heading."""
        words = _UNIT_BEHIND.sub("", label).split()
        if column is None or len(words) > _SHORT_WORDS or _TOTAL.match(label):
            return label
        parent = self._row_above(at, column)
        if parent is None and len(words) == 1:
            heading = self.table.heading(*column)
            parent = heading if len(heading.split()) > 1 and not _GENERAL.search(heading) else None
        return f"{parent}: {label}" if parent and label.lower() not in parent.lower() else label

    def _row_above(self, at: int, column: _Span) -> str | None:
        """The name of the nearest row above without numbers, where rows are ruled and complete in themselves."""
        first = max(at - _FAMILY_ROWS, 0)
        rows = [(self.table.body[above], above in self._rows_with_values()) for above in range(first, at)]
        last_of_head = self.table.head[-1:] if len(self.table.head) > 1 else ()
        if not first:
            rows = [*((strip, False) for strip in last_of_head if len(strip.cells) == 1), *rows]
        for strip, has_values in reversed(rows):
            if not strip.ruled:
                return None
            if has_values:
                continue
            cells = [cell for cell in strip.cells if _lies_in(cell, column) and _is_text(cell, self.table, self.marks)]
            if not cells or not cells[0].flat[:1].isupper():
                return None
            name = _plain(" ".join(cell.flat for cell in cells))
            return name if name is not None and 2 <= len(name.split()) <= _PARENT_WORDS else None
        return None

    def _rows_with_values(self) -> frozenset[int]:
        if self._valued is None:
            self._valued = frozenset(value.at for value in self.values)
        return self._valued

    def _rows_of(self, column: _Span) -> set[int]:
        """The rows with a value that is named by `column`."""
        if self._rows is None:
            self._rows = {}
            for value in self.values:
                own = self._column_for(value)
                if own is not None:
                    self._rows.setdefault(own, set()).add(value.at)
        return self._rows.get(column, set())

    def _column_for(self, value: Wanted) -> _Span | None:
        """The label column, in a table whose rows are not ruled."""
        if self._columns is None:
            cells = [
                cell for strip in self.table.body for cell in strip.cells if _is_text(cell, self.table, self.marks)
            ]
            self._columns = text_columns(self.table.body, cells)
        at, is_money = value.cell.x0, value.is_money
        left = [column for column in self._columns if column[1] <= at + 6 or column[0] < at - 30]
        if not left:
            return None
        headed = [(column, self.table.heading(*column)) for column in left]
        fitting = [column for column, heading in headed if _fits(heading, is_money=is_money)]
        if not fitting:
            fitting = [column for column, heading in headed if _LABEL.search(heading) and not _NO_LABEL.search(heading)]
        if not fitting:
            return max(left, key=lambda column: column[1] - column[0])
        return next((column for column in reversed(fitting) if self._begins_at(value.at, column)), fitting[-1])

    def _begins_at(self, at: int, column: _Span) -> bool:
        """Whether the row itself has words in the column: of two that fit, these name the value."""
        return any(
            _lies_in(cell, column) and _is_text(cell, self.table, self.marks) for cell in self.table.body[at].cells
        )

    def _joined_name(self, column: _Span, at: int) -> str | None:
        if column not in self._names:
            self._names[column] = _names_in(self.table, column, self._rows_of(column), self.marks)
        names = self._names[column]
        return names.get(at) if names is not None else None

    def _own_cell(self, at: int, value: GridCell, *, is_money: bool) -> GridCell | None:
        texts = self._texts_left_of(at, value)
        if not texts:
            return None
        headed = [(cell, self.table.heading(cell.x0, cell.x1)) for cell in texts]
        fitting = [cell for cell, heading in headed if _fits(heading, is_money=is_money)]
        if not fitting:
            fitting = [cell for cell, heading in headed if _LABEL.search(heading) and not _NO_LABEL.search(heading)]
        return fitting[-1] if fitting else max(texts, key=lambda cell: min(len(cell.flat), 60))

    def _texts_left_of(self, at: int, value: GridCell) -> list[GridCell]:
        """Cells with words left of the value, in its row or reaching down to it from rows above."""
        strip = self.table.body[at]
        texts = [cell for cell in strip.cells if cell.x1 <= value.x0 + 3 and _is_text(cell, self.table, self.marks)]
        for above in reversed(self.table.body[max(at - 12, 0) : at]):
            if not above.ruled:
                continue
            for cell in above.cells:
                reaches = cell.y1 >= strip.y1 - 2 and cell.x1 <= value.x0 + 3
                if (
                    reaches
                    and _is_text(cell, self.table, self.marks)
                    and not any(_over(cell, other) for other in texts)
                ):
                    texts.append(cell)
        return sorted(texts, key=lambda cell: cell.x0)


def _fits(heading: str, *, is_money: bool) -> bool:
    if is_money:
        return bool(_WORK.search(heading)) and not _INDICATOR.search(heading)
    return bool(_INDICATOR.search(heading)) and not re.search(r"target|realisasi|satuan", heading)


def _plain(name: str) -> str | None:
    _, words = leading_code(" ".join(name.split()))
    words = re.sub(r"(?<=[A-Za-z])- (?=[A-Za-z])", "-", words)
    label = _outline(_LIST_MARK.sub("", re.sub(r"\d{15,}", "", words)).strip(" :;.,-"))
    return label[:400] if sum(map(str.isalpha, label)) >= 2 else None


_LONG_WORDS = 20


def _outline(label: str) -> str:
    """A long label without what it explains in brackets or after a semicolon."""
    if len(label.split()) <= _LONG_WORDS:
        return label
    short = re.split(r"\s*[(;]", label, maxsplit=1)[0].strip(" ,")
    return short if re.search(r"[^\W\d_]{4}", short) else label


def _names_in(table: Headed, column: _Span, valued: set[int], marks: Separators) -> dict[int, str] | None:
    """The joined names of a column by row, or None where each row is ruled and complete in itself."""
    pieces: list[Row] = []
    anchors: list[int] = []
    for at, strip in enumerate(table.body):
        piece = _piece(table, strip, column, marks, is_anchor=at in valued)
        if piece is not None:
            pieces.append(piece)
            if piece.is_anchor:
                anchors.append(at)
    if all(strip.ruled for strip in table.body) and not is_fragmented(pieces):
        return _with_small_letters(pieces, anchors)
    return {at: row.name for at, row in zip(anchors, joined(pieces), strict=True) if row.name}


def _with_small_letters(pieces: Sequence[Row], anchors: Sequence[int]) -> dict[int, str]:
    """The names of ruled rows; lines ruled off below one that begin with a small letter belong to it."""
    names: dict[int, str] = {}
    rows = iter(anchors)
    at: int | None = None
    end = 0.0
    for piece in pieces:
        if piece.is_anchor:
            at = next(rows)
            names[at] = piece.name
        elif at is not None and names[at] and piece.name[:1].islower() and piece.y0 - end < _TOUCHING_PT:
            names[at] = f"{names[at]} {piece.name}"
        else:
            at = None
        end = piece.y1
    return {at: name for at, name in names.items() if name}


_TOUCHING_PT = 4.0


def _piece(table: Headed, strip: Strip, column: _Span, marks: Separators, *, is_anchor: bool) -> Row | None:
    cells = [cell for cell in strip.cells if _lies_in(cell, column) and _is_text(cell, table, marks)]
    name = " ".join(cell.flat for cell in cells)
    if not name and not is_anchor:
        return None
    number = whole("0") if is_anchor else None
    lines = max((len(cell.text.strip().split("\n")) for cell in cells), default=1)
    y0, y1 = (min(c.y0 for c in cells), max(c.y1 for c in cells)) if cells and not is_anchor else (strip.y0, strip.y1)
    numbered = bool(name) and _is_numbered(strip, column)
    has_mark = bool(_LIST_MARK.match(name)) or (numbered and not is_anchor)
    return Row(None, name, (number,), y0, y1, name, None, has_mark, lines, numbered and strip.ruled)


def _lies_in(cell: GridCell, column: _Span) -> bool:
    """Whether a cell belongs to a column; a line across the table belongs to none."""
    if cell.x0 < column[0] - _ACROSS_PT and cell.x1 > column[1] + _ACROSS_PT:
        return False
    common = min(cell.x1, column[1]) - max(cell.x0, column[0])
    return common > 0.5 * min(cell.x1 - cell.x0, column[1] - column[0])


_ACROSS_PT = 40.0


def _is_numbered(strip: Strip, column: _Span) -> bool:
    """Whether a code or list number stands left of the label: a row begins there."""
    return any(
        cell.x1 <= column[0] + 3 and (is_code(cell.flat) or _LIST_MARK.match(f"{cell.flat} ")) for cell in strip.cells
    )


def _over(one: GridCell, other: GridCell) -> bool:
    return min(one.x1, other.x1) - max(one.x0, other.x0) > 2


def _is_text(cell: GridCell, table: Headed, marks: Separators) -> bool:
    if sum(map(str.isalpha, cell.text)) < 2 or is_code(cell.flat):
        return False
    heading = table.heading(cell.x0, cell.x1)
    if UNIT_HEADING.search(heading) or re.fullmatch(r"target|realisasi|capaian", heading):
        return False
    return not measures(cell.text, marks) or is_label_heading(heading)
