"""Lines of words cut into cells: at wide gaps, around amounts, and where other lines begin a column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from evidence_ai.domain.document import Line, Word
from evidence_ai.domain.quote import Box
from evidence_ai.understanding.amounts import repaired_number


@dataclass(frozen=True, slots=True)
class GridCell:
    """Text with its place; `lines` are its printed lines."""

    text: str
    x0: float
    x1: float
    y0: float
    y1: float
    box: Box | None

    @property
    def flat(self) -> str:
        """The text on one line; a word broken by a hyphen at the end of a line is kept as printed."""
        return " ".join(self.text.split())

    @property
    def middle(self) -> float:
        """Horizontal centre."""
        return (self.x0 + self.x1) / 2


@dataclass(frozen=True, slots=True)
class Strip:
    """Non-empty cells from left to right, standing in the same row of a ruled table or on the same line."""

    cells: tuple[GridCell, ...]
    y0: float
    y1: float
    ruled: bool

    @property
    def text(self) -> str:
        """All its words, left to right."""
        return " ".join(cell.flat for cell in self.cells)


def line_strips(lines: Sequence[Line]) -> list[Strip]:
    """The strips of neighbouring lines. A word where several other lines begin a cell begins one too."""
    rows = [row for at, line in enumerate(lines) for row in _rows(line, at)]
    cut = [_groups(words) for words in rows]
    edges = _edges(cut)
    return [_strip([part for group in groups for part in _at_edges(group, edges)]) for groups in cut]


def line_strip(line: Line) -> Strip | None:
    """One visual line cut into cells at wide gaps and around numbers that stand apart."""
    words = split_words(line.words or guessed_words(line, 0))
    return _strip(_groups(words)) if words else None


def _rows(line: Line, at: int) -> list[list[Word]]:
    """The line's words; a line joined of rows set half a line apart comes apart again."""
    words = split_words(line.words or guessed_words(line, at))
    if len(words) < 4 or line.box is None:
        return [words] if words else []
    size = median(word.box.y1 - word.box.y0 for word in words)
    middles = [(word.box.y0 + word.box.y1) / 2 for word in words]
    if max(middles) - min(middles) < 0.7 * size:
        return [words]
    return [split_words(row) for row in rows_of(words)]


def _strip(groups: Sequence[Sequence[Word]]) -> Strip:
    cells = tuple(_cell(group) for group in groups)
    return Strip(cells, min(cell.y0 for cell in cells), max(cell.y1 for cell in cells), ruled=False)


def _edges(cut: Sequence[Sequence[Sequence[Word]]]) -> tuple[float, ...]:
    """Left edges shared by the cells of at least four lines."""
    starts = sorted(group[0].box.x0 for groups in cut for group in groups if not _is_number_word(group[0].text))
    edges: list[float] = []
    at = 0
    while at < len(starts):
        end = at
        while end + 1 < len(starts) and starts[end + 1] - starts[at] <= _EDGE_PT:
            end += 1
        if end - at + 1 >= _EDGE_LINES:
            edges.append(starts[(at + end) // 2])
        at = end + 1
    return tuple(edges)


_EDGE_PT = 3.0
_EDGE_LINES = 4


def _at_edges(group: Sequence[Word], edges: Sequence[float]) -> list[list[Word]]:
    """A group parted before words that stand on an edge with more than a usual space before them."""
    parts: list[list[Word]] = [[group[0]]]
    if len(group) > 1 and edges:
        gaps = [after.box.x0 - before.box.x1 for before, after in pairwise(group)]
        usual = median(gaps)
        for word, gap in zip(group[1:], gaps, strict=True):
            on_edge = any(abs(word.box.x0 - edge) <= _EDGE_PT for edge in edges)
            if on_edge and (gap > 1.25 * usual + 0.5 or (len(group) == 2 and gap > 4)):
                parts.append([])
            parts[-1].append(word)
        return parts
    return [list(group)]


def rows_of(words: Sequence[Word]) -> list[list[Word]]:
    """Words by the height of their middles: a joined line of the page may hold two rows set close together."""
    if not words:
        return []
    size = median(word.box.y1 - word.box.y0 for word in words)
    rows: list[list[Word]] = []
    middle = float("-inf")
    for word in sorted(words, key=lambda word: word.box.y0 + word.box.y1):
        own = (word.box.y0 + word.box.y1) / 2
        if own - middle > 0.5 * size:
            rows.append([])
            middle = own
        rows[-1].append(word)
        middle += (own - middle) / len(rows[-1])
    return rows


def guessed_words(line: Line, at: int) -> tuple[Word, ...]:
    """Words placed by proportion where only the line's box is known; by character where there is none."""
    text = line.text.expandtabs(8)
    box = line.box or Box(0.0, 12.0 * at, 6.0 * len(text), 12.0 * at + 10.0)
    per_character = (box.x1 - box.x0) / max(len(text), 1)
    return tuple(
        Word(
            found.group(),
            Box(box.x0 + found.start() * per_character, box.y0, box.x0 + found.end() * per_character, box.y1),
        )
        for found in re.finditer(r"[^\s;]+", text)
    )


_TOUCHING = re.compile(
    r"(?<=\.\d{3},\d\d)(?=\(?-?\d{1,3}(?:\.\d{3})+,)|(?<=,\d{3}\.\d\d)(?=\(?-?\d{1,3}(?:,\d{3})+\.)|(?<=\))(?=\(?\d)|(?<=\d)(?=\(\d)"
)
_RULES = re.compile(r"[|\u2502_\[\]{}=~]+")


def split_words(words: Iterable[Word]) -> list[Word]:
    """Words in order of x; two amounts printed against each other come apart, strokes of rules go."""
    parts: list[Word] = []
    for word in words:
        text = word.text if word.confidence is None else repaired_number(word.text)
        if _RULES.fullmatch(text):
            continue
        pieces = _TOUCHING.split(text) if len(text) > 14 else [text]
        at = 0
        width = (word.box.x1 - word.box.x0) / max(len(text), 1)
        for piece in pieces:
            x0 = word.box.x0 + at * width
            box = Box(x0, word.box.y0, x0 + len(piece) * width, word.box.y1)
            parts.append(Word(piece.strip("|") or piece, box if len(pieces) > 1 else word.box, word.confidence))
            at += len(piece)
    return sorted(parts, key=lambda word: word.box.x0)


_LONE_RUPIAH = re.compile(r"[RrK]p[.,:]?", re.IGNORECASE)


def cut_words(words: Sequence[Word]) -> list[GridCell]:
    """The cells of words on one line, left to right."""
    return [_cell(group) for group in _groups(words)]


def _groups(words: Sequence[Word]) -> list[list[Word]]:
    """Words by cell. A wide gap cuts; an amount of money at the end of the line stands alone."""
    size = median(max(word.box.y1 - word.box.y0, 4.0) for word in words)
    kinds = [_is_number_word(word.text) for word in words]
    last_text = max((at for at, kind in enumerate(kinds) if not kind), default=-1)
    groups = _cut(words, size, last_text, _WIDE)
    return groups if len(groups) < _MANY_CELLS else _cut(words, size, last_text, _WIDE_IN_TABLE)


_WIDE = 2.2
_WIDE_IN_TABLE = 1.1
_MANY_CELLS = 5
"""Cells from which a line is surely a table's: there no words are spread to fill a line."""


def _cut(words: Sequence[Word], size: float, last_text: int, wide: float) -> list[list[Word]]:
    groups: list[list[Word]] = [[words[0]]]
    for at, (before, after) in enumerate(pairwise(words), start=1):
        gap = after.box.x0 - before.box.x1
        follows = words[at + 1].text if _LONE_RUPIAH.fullmatch(after.text) and at + 1 < len(words) else after.text
        if _cuts(gap, size, before.text, follows, trailing=at > last_text, wide=wide):
            groups.append([])
        groups[-1].append(after)
    return groups


def _cuts(gap: float, size: float, before: str, after: str, *, trailing: bool, wide: float) -> bool:
    if _LONE_RUPIAH.fullmatch(before) and _is_number_word(after):
        return False
    if gap > wide * size:
        return True
    if gap < _TORN * size and _HEAD_OF_AMOUNT.fullmatch(before) and _REST_OF_AMOUNT.fullmatch(after):
        return False
    if trailing and not _is_code_piece(before):
        # 'Jasa Giro Kas Daerah 3.832.802.363,00 59,26': every number behind the last word is a cell,
        # but the second half of '1 234' or of '1. 234' is not.
        return _is_money_word(after) or _is_money_word(before) or gap > 0.9 * size or _has_decimals(before)
    return gap > 0.4 * size and (_is_money_word(after) or _is_money_word(before))


_TORN = 0.6
_HEAD_OF_AMOUNT = re.compile(r"(?:Rp\.?)?[1-9]\d{0,2}")
_REST_OF_AMOUNT = re.compile(r"\d{3}(?:\.\d{3}){2,}(?:,\d{1,2})?|\d{3}(?:,\d{3}){2,}(?:\.\d{1,2})?")
"""'22 791.272.000': recognition lost the point between the first groups."""
_MONEY_WORD = re.compile(
    r"\(?-?(?:Rp\.?)?\d{1,3}(?:[.,]\d{3}){2,}(?:[.,]\d{1,2})?\)?(?:,-)?|0,00|\(?\d{1,3}\.\d{3},\d\d\)?"
)
_DECIMALS = re.compile(r"\(?-?\d+[.,]\d{1,2}%?\)?")
_NUMBER_WORD = re.compile(r"\(?-?(?:Rp\.?)?\d[\d.,]*\)?%?(?:,-)?|[-\u2013\u2014]|%|\(|\)|Rp[.,]?", re.IGNORECASE)
_CODE_PIECE = re.compile(r"\d{1,4}\.?|\.")


def _is_number_word(text: str) -> bool:
    return _NUMBER_WORD.fullmatch(text) is not None


def _is_money_word(text: str) -> bool:
    return _MONEY_WORD.fullmatch(text) is not None


def _has_decimals(text: str) -> bool:
    return _DECIMALS.fullmatch(text) is not None


def _is_code_piece(text: str) -> bool:
    return _CODE_PIECE.fullmatch(text) is not None


def _cell(words: Sequence[Word]) -> GridCell:
    box = words[0].box
    for word in words[1:]:
        box = box.join(word.box)
    return GridCell(" ".join(word.text for word in words), box.x0, box.x1, box.y0, box.y1, box)
