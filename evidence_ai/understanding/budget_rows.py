"""Rows of a budget table: the line with the amounts, the code, and the lines of the name around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from evidence_ai.domain.quote import Box
from evidence_ai.understanding.amounts import Number, Separators, whole
from evidence_ai.understanding.budget_codes import is_code, is_dotted, leading_code, normalised
from evidence_ai.understanding.budget_columns import Part
from evidence_ai.understanding.grid_cells import GridCell, Strip
from evidence_ai.understanding.row_joining import Row, is_fragmented, joined, named_by_neighbours
from evidence_ai.understanding.table_columns import Column, Headed, text_columns

_NAME_HEADING = re.compile(r"uraian|program|kegiatan|rekening|\bjenis\b|nama|keterangan|belanja|pekerjaan|urusan")
_NOT_NAME_HEADING = re.compile(
    r"indikator|lokasi|target|sasaran|tujuan|sumber|dasar hukum|satuan|penanggung|catatan|kinerja|rekanan|capaian"
)
_CODE_HEADING = re.compile(r"kode|nomor|rekening|no\.? ?rek")
_LIST_MARK = re.compile(
    r"^\(\d{1,2}\)\s*|^(?:[IVXLC]{1,5}|[A-Za-z]|\d{1,3}|[A-Z]\.?\d{1,2})\s?[.)]\s*|^[-\u2022\u00b7\u2013*>\uf0b7&]\s*|"
    r"^(?:\d{1,2}|[a-z])\s+(?=[A-Z][a-z])"
)
_LIST_CELL = re.compile(r"(?:[IVXLC]{1,5}|[A-Za-z]|\d{1,3}|[A-Z]\.?\d{1,2})[.)]*|[-\u2022\u00b7*]")


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
    if not table.grid.ruled or is_fragmented(pieces) or not all(strip.ruled for strip in table.body):
        pieces = joined(pieces)
    else:
        pieces = named_by_neighbours(pieces)
    named = (_clean(piece) for piece in pieces if piece.is_anchor)
    return tuple(row for row in named if _is_name(row.name, is_coded=row.code is not None))


_PROSE_END = re.compile(
    r"(?:^|\W)(?:sebesar|adalah|dari|atau|dengan|yaitu|mencapai|menjadi|senilai|rp\.?|dan|di|pada|untuk|sejumlah)$",
    re.IGNORECASE,
)


_PERSON = re.compile(r"\bnip\b|\bnik\b", re.IGNORECASE)
_NO_NAME = re.compile(
    r"\bnip\b|\bnik\b|\bdenda\b|paling (?:banyak|sedikit|tinggi|rendah)|sebagaimana dimaksud|dikenakan|kelurahan/desa.*kecamatan",
    re.IGNORECASE,
)
_MONEY_IN_NAME = re.compile(r".*(?:Rp\.?\s*)?\d{1,3}(?:[.,]\d{3}){2,}(?:[.,]\d{2})?\s*")


def _clean(row: Row) -> Row:
    """The row's name without a list number left before it or an amount of the line above."""
    return replace(row, name=_LIST_MARK.sub("", _MONEY_IN_NAME.sub("", row.name), count=1).strip(" :;"))


def _is_name(name: str, *, is_coded: bool) -> bool:
    """Words that can name a line: no address on the web, no clause that breaks off before its number.

    Fines are set in articles, without a code; 'Pendapatan Denda Pajak' is an account.
    """
    if not _is_words(name) or len(name) > 300 or "://" in name or "www." in name or name.endswith("."):
        return False
    if (_PERSON if is_coded else _NO_NAME).search(name) is not None:
        return False
    return _PROSE_END.search(name) is None


def _name_span(table: Headed, edge: float) -> tuple[float, float]:
    """The range of x in which names stand."""
    named = []
    for strip in table.head:
        for cell in strip.cells:
            word = table.heading(cell.x0, cell.x1)
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
    return _unruled_span(table, texts, edge)


def _unruled_span(table: Headed, texts: Sequence[GridCell], edge: float) -> tuple[float, float]:
    """The column of words headed as names (the rightmost such), else the one that holds most."""
    across = [span for span in text_columns(table.body, texts) if span[0] < edge]
    if len(across) < 2:
        return (min(cell.x0 for cell in texts) - 2, edge)
    headings = [table.heading(*span) for span in across]
    named = [
        span
        for span, heading in zip(across, headings, strict=True)
        if _NAME_HEADING.search(heading) and not _NOT_NAME_HEADING.search(heading)
    ]
    span = named[-1] if named else max(across, key=lambda span: sum(_lies(cell, span) for cell in texts))
    after = min((other[0] for other in across if other[0] > span[0]), default=edge)
    return (span[0] - 2, min(max(span[1], after - 2), edge))


def _lies(cell: GridCell, span: tuple[float, float]) -> bool:
    return span[0] - 2 <= cell.middle <= span[1] + 2


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
    is_anchor = any(number is not None and _counts(number, code, is_placed=table.grid.width > 0) for number in amounts)
    if not is_anchor:
        numbers = [None] * len(columns)
        if not name and not code:
            return None
    box = _box(strip)
    lines = max(len(cell.text.strip().split("\n")) for cell in strip.cells)
    return Row(code, name, tuple(numbers), strip.y0, strip.y1, strip.text, box, has_mark, lines)


def _counts(number: Number, code: str | None, *, is_placed: bool) -> bool:
    """A list number or a volume beside a name is no amount; a zero, a dash or a small amount in its column is."""
    if len(number.raw) >= 15 and number.raw.isdigit():
        return False  # a NIP, a NIK or an account of a bank
    if is_placed and number.raw.isdigit() and len(number.raw) > 7:
        return False  # on paper amounts are grouped; this is a date, a decree or a telephone number
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
    heading = table.heading(cell.x0, cell.x1)
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
