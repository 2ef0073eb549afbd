"""Figures: printed numbers with their meaning, from tables and from sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence

from evidence_ai.domain.document import DocumentText, Line, Page
from evidence_ai.domain.understanding import Figure, FigureRole
from evidence_ai.understanding.amounts import Separators, separators, whole
from evidence_ai.understanding.figures_in_sentences import Passage, in_sentences
from evidence_ai.understanding.figures_in_tables import in_table
from evidence_ai.understanding.grid_cells import line_strip
from evidence_ai.understanding.measures import PERCENT, RUPIAH
from evidence_ai.understanding.table_columns import Headed, tables
from evidence_ai.understanding.table_grid import grids

_LEGAL = frozenset(
    {
        "perda",
        "perkada",
        "keputusan_kepala_daerah",
        "keputusan_opd",
        "keputusan_dprd",
        "surat_edaran",
        "instruksi",
        "peraturan_pusat",
        "naskah_akademik",
    }
)
"""Legal products: their numbers are mostly articles, fees and dates, so only money and percentages are listed."""
_TARGETS = frozenset(
    {"perjanjian_kinerja", "renstra", "renja", "rkpd", "rpjmd", "iku_cascading", "kua_ppas", "rka", "dpa"}
)
_PLANS_AND_REPORTS = _TARGETS | frozenset(
    {
        "laporan_kinerja",
        "laporan_kegiatan",
        "lkpj",
        "lppd",
        "profil",
        "statistik",
        "survei",
        "tabel_data",
        "publikasi",
        "lainnya",
        "lra",
        "apbd",
    }
)


def find(text: DocumentText, *, document_type: str | None, period: str | None) -> tuple[Figure, ...]:
    """Every figure of the document, in reading order.

    `document_type` and `period` ('YYYY' or 'YYYY-YYYY') are what the rest of the document says of itself, or None.
    """
    year = int(period) if period is not None and re.fullmatch(r"\d{4}", period) else None
    default = FigureRole.TARGET if document_type in _TARGETS else FigureRole.NILAI
    sparing = document_type in _LEGAL or (document_type is not None and document_type not in _PLANS_AND_REPORTS)
    found: list[Figure] = []
    before: Headed | None = None
    for page in text.pages:
        if not page.tables and not any(map(str.isdigit, page.text)):
            continue
        marks = separators(line.text for line in page.lines)
        here, before = _in_tables(page, before, marks, year, default)
        found += [one for one in here if _is_telling(one)] if sparing else here
        passages = _passages(page)
        found += in_sentences(page, passages, marks, year, only_units=sparing)
    return tuple(found)


def _is_telling(figure: Figure) -> bool:
    """Whether a figure of a document that is no plan or report is worth listing."""
    if figure.unit is None:
        return False
    if figure.unit == PERCENT or RUPIAH in figure.unit:
        return True
    return figure.role in {FigureRole.TARGET, FigureRole.REALISASI, FigureRole.CAPAIAN}


def _in_tables(
    page: Page, before: Headed | None, marks: Separators, year: int | None, default: FigureRole
) -> tuple[list[Figure], Headed | None]:
    found: list[Figure] = []
    for table in (table for grid in grids(page) for table in tables(grid, before)):
        if table.grid.ruled or table.head:
            here = in_table(table, marks, year, default=default)
            found += here
            if table.head and here:
                before = table
    return found, before


def _passages(page: Page) -> list[Passage]:
    """The running text outside tables: neighbouring lines that are no rows of numbers, joined by line breaks."""
    boxes = [table.box for table in page.tables if table.box is not None and len(table.rows) > 1]
    rows = {
        _letters(" ".join(cell.text for cell in row if cell is not None))
        for table in page.tables
        if table.box is None
        for row in table.rows
    }
    passages: list[Passage] = []
    lines: list[str] = []
    start = offset = 0
    for line in page.lines:
        inside = line.box is not None and any(
            box.y0 - 1 <= (line.box.y0 + line.box.y1) / 2 <= box.y1 + 1 and line.box.x0 >= box.x0 - 3 for box in boxes
        )
        if inside or _is_row(line) or (rows and _letters(line.text) in rows):
            if lines:
                passages.append(Passage("\n".join(lines), start))
            lines = []
        else:
            if not lines:
                start = offset
            lines.append(line.text)
        offset += len(line.text) + 1
    if lines:
        passages.append(Passage("\n".join(lines), start))
    return passages


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


def _is_row(line: Line) -> bool:
    """Whether a line is a table's row: two or more cells that hold nothing but a number."""
    if not line.words or not any(map(str.isdigit, line.text)):
        return False
    strip = line_strip(line)
    return strip is not None and _lone_numbers([cell.text for cell in strip.cells]) >= 2


def _lone_numbers(cells: Sequence[str]) -> int:
    return sum(whole(cell) is not None for cell in cells)
