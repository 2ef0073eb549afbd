"""Rows of a budget table: the line with the amounts, the code, and the lines of the name around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from evidence_ai.domain.quote import Box
from evidence_ai.understanding.amounts import Number, Separators, whole
from evidence_ai.understanding.budget_codes import is_code, is_dotted, leading_code, normalised
from evidence_ai.understanding.budget_columns import Part
from evidence_ai.understanding.table_columns import Column, Headed, heading_over
from evidence_ai.understanding.table_grid import GridCell, Strip

_NAME_HEADING = re.compile(r"uraian|program|kegiatan|rekening|\bjenis\b|nama|keterangan|belanja|pekerjaan|urusan")
_NOT_NAME_HEADING = re.compile(
    r"indikator|lokasi|target|sasaran|tujuan|sumber|dasar hukum|satuan|penanggung|catatan|kinerja|rekanan|capaian"
)
_CODE_HEADING = re.compile(r"kode|nomor|rekening|no\.? ?rek")
_LIST_MARK = re.compile(
    r"^(?:[IVXLC]{1,5}|[A-Za-z]|\d{1,3}|[A-Z]\.?\d{1,2})\s?[.)]\s*|^[-\u2022\u00b7\u2013*>\uf0b7]\s*"
)
_LIST_CELL = re.compile(r"(?:[IVXLC]{1,5}|[A-Za-z]|\d{1,3}|[A-Z]\.?\d{1,2})[.)]*|[-\u2022\u00b7*]")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its name, code as printed, the numbers of its columns by position, where it stands."""

    code: str | None
    name: str
    numbers: tuple[Number | None, ...]
    y0: float
    y1: float
    text: str
    box: Box | None
    has_mark: bool = False
    height_lines: int = 1

    @property
    def is_anchor(self) -> bool:
        """Whether amounts stand on it."""
        return any(number is not None for number in self.numbers)


def rows(table: Headed, columns: Sequence[Column], parts: Sequence[Part], marks: Separators) -> tuple[Row, ...]:
    """The rows that carry amounts, names complete."""
    wanted = [at for at, part in enumerate(parts) if part in {Part.BUDGET, Part.PRIOR, Part.REALISED}]
    if not wanted:
        return ()
    edge = min(columns[at].x0 for at in wanted)
    span = _name_span(table, edge)
    code_range = _code_range(table, edge)
    pieces = [
        piece
        for strip in table.body
        if (piece := _piece(strip, columns, wanted, edge, span, marks, table, code_range)) is not None
    ]
    if not table.grid.ruled or _is_fragmented(pieces) or not all(strip.ruled for strip in table.body):
        pieces = _joined(pieces)
    else:
        pieces = _named_by_neighbours(pieces)
    return tuple(piece for piece in pieces if piece.is_anchor and _is_name(piece.name))


_PROSE_END = re.compile(
    r"(?:sebesar|adalah|dari|atau|dengan|yaitu|mencapai|menjadi|senilai|rp\.?|dan|di|pada|untuk|sejumlah)$",
    re.IGNORECASE,
)


def _is_name(name: str) -> bool:
    """Words that can name a line: no address on the web, no clause that breaks off before its number."""
    if not _is_words(name) or len(name) > 300 or "://" in name or "www." in name:
        return False
    return _PROSE_END.search(name) is None


def _name_span(table: Headed, edge: float) -> tuple[float, float]:
    """The range of x in which names stand."""
    named = []
    for strip in table.head:
        for cell in strip.cells:
            word = heading_over(table.head, cell.x0, cell.x1)
            if cell.x0 < edge - 2 and _NAME_HEADING.search(word) and not _NOT_NAME_HEADING.search(word):
                if re.fullmatch(r"(?:kode|no|nomor)\b.*", word) and not re.search(r"uraian|program|kegiatan", word):
                    continue
                named.append(cell)
    texts = [cell for strip in table.body for cell in strip.cells if cell.x1 <= edge + 5 and _is_words(cell.text)]
    if not texts:
        return (0.0, edge)
    if named and table.grid.ruled:
        # The rightmost such column is the finest: Program | Kegiatan.
        last = max(named, key=lambda cell: cell.x0)
        first = min(named, key=lambda cell: cell.x0)
        if sum(last.x0 - 2 <= cell.middle <= last.x1 + 2 for cell in texts) >= 0.4 * len(table.body):
            return (last.x0 - 2, last.x1 + 2)
        return (first.x0 - 2, first.x1 + 2)
    left = median(sorted(cell.x0 for cell in texts)[: max(len(texts) // 2, 1)])
    if table.grid.ruled:
        return (left - 4, _right_of(texts, left))
    return (min(cell.x0 for cell in texts) - 2, edge)


def _right_of(texts: Sequence[GridCell], left: float) -> float:
    return max((cell.x1 for cell in texts if abs(cell.x0 - left) < 30), default=left + 200) + 2


def _is_words(text: str) -> bool:
    return sum(character.isalpha() for character in text) >= 3


def _piece(
    strip: Strip,
    columns: Sequence[Column],
    wanted: Sequence[int],
    edge: float,
    span: tuple[float, float],
    marks: Separators,
    table: Headed,
    code_range: tuple[float, float] | None,
) -> Row | None:
    numbers: list[Number | None] = [None] * len(columns)
    for cell in strip.cells:
        if cell.x1 <= span[0] or (number := whole(cell.text, marks)) is None:
            continue
        shares = [column.share(cell) for column in columns]
        best = max(range(len(columns)), key=shares.__getitem__)
        if shares[best] > 0.5 and numbers[best] is None:
            numbers[best] = number
    amounts = [numbers[at] for at in wanted if numbers[at] is not None]
    code, name, has_mark = _code_and_name(strip, edge, span, table, code_range)
    is_anchor = any(number is not None and _counts(number, code) for number in amounts)
    if not is_anchor:
        numbers = [None] * len(columns)
        if not name and not code:
            return None
    box = _box(strip)
    lines = max(len(cell.text.strip().split("\n")) for cell in strip.cells)
    return Row(code, name, tuple(numbers), strip.y0, strip.y1, strip.text, box, has_mark, lines)


def _counts(number: Number, code: str | None) -> bool:
    """A list number or a volume beside a name is no amount; a zero, a dash or a small amount in its column is."""
    if len(number.raw) >= 15 and number.raw.isdigit():
        return False  # a NIP, a NIK or an account of a bank
    return number.is_money or not number.value or "," in number.raw or code is not None or number.value >= 1000


def _code_range(table: Headed, edge: float) -> tuple[float, float] | None:
    """Where codes of several parts stand in one cell, if the table has them: there a lone '4' is a code too."""
    cells = [cell for strip in table.body for cell in strip.cells if cell.x1 < edge and is_dotted(cell.flat)]
    if len(cells) < 3:
        return None
    return (min(cell.x0 for cell in cells), max(cell.x1 for cell in cells))


def _code_and_name(
    strip: Strip, edge: float, span: tuple[float, float], table: Headed, code_range: tuple[float, float] | None
) -> tuple[str | None, str, bool]:
    codes: list[str] = []
    names: list[str] = []
    has_mark = False
    for cell in strip.cells:
        if cell.x0 >= edge - 1 and not (cell.x0 < edge + 8 and _is_words(cell.text)):
            continue
        text = cell.flat
        if is_code(text) and cell.x0 <= span[1] and not names:
            if codes and is_dotted(codes[0]) and codes[0].count(".") > 1 and re.fullmatch(r"\d{1,2}[.)]", text):
                has_mark = True  # '2.1.3. | 3. | Belanja Bunga': a list number between code and name
            elif is_dotted(text) or codes or _heads_code(cell, table) or _in_range(cell, code_range):
                codes.append(text)
            else:
                has_mark = True
                codes.append(f"?{text}")
        elif _LIST_CELL.fullmatch(text):
            has_mark = True
        elif span[0] - 3 <= cell.middle <= span[1] + 3 or (_is_total(text) and not names):
            names.append(text)
    code = _joined_code(codes)
    name = " ".join(names)
    if code is None:
        code, name = leading_code(name)
    unmarked = _LIST_MARK.sub("", name, count=1)
    return code, unmarked.strip(" :;"), has_mark or unmarked != name or code is not None


def _in_range(cell: GridCell, code_range: tuple[float, float] | None) -> bool:
    return code_range is not None and code_range[0] - 4 <= cell.middle <= code_range[1] + 4


def _is_total(text: str) -> bool:
    return re.match(r"(?:jumlah|total|surplus|grand total|sub ?total)\b", text, re.IGNORECASE) is not None


def _heads_code(cell: GridCell, table: Headed) -> bool:
    heading = heading_over(table.head, cell.x0, cell.x1)
    return bool(_CODE_HEADING.search(heading)) and not re.search(r"nomor urut|no\.? urut", heading)


def _joined_code(codes: Sequence[str]) -> str | None:
    """Pieces of a code in neighbouring cells; a lone '3' that no code heading owns is a list number."""
    sure = [code.removeprefix("?") for code in codes]
    if not sure or (len(codes) == 1 and codes[0].startswith("?")):
        return None
    if codes[0].startswith("?") and is_dotted(sure[1]) and len(sure) == 2 and re.fullmatch(r"\d{1,3}\.?", sure[0]):
        parent = sure[1].split(".")
        if len(parent) > 2:
            sure = sure[1:]
    return normalised(" ".join(sure))


def _box(strip: Strip) -> Box | None:
    box: Box | None = None
    for cell in strip.cells:
        if cell.box is not None:
            box = cell.box if box is None else box.join(cell.box)
    return box


def _is_fragmented(pieces: Sequence[Row]) -> bool:
    """Rules that run between the lines of one name: many anchors without words, many words without amounts."""
    anchors = [piece for piece in pieces if piece.is_anchor]
    if sum(not piece.name for piece in anchors) >= max(2, 0.15 * len(anchors)):
        return True
    loose = [piece for piece in pieces if not piece.is_anchor and not piece.code and not piece.has_mark]
    if not anchors or len(loose) < 0.4 * len(anchors):
        return False
    return sum(piece.height_lines > 1 for piece in anchors) < 0.2 * len(anchors)


def _named_by_neighbours(pieces: list[Row]) -> list[Row]:
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


def _joined(pieces: list[Row]) -> list[Row]:
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
    del pitch
    return bare >= max(1, 0.08 * len(anchors))


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
