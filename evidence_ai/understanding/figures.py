"""Figures: printed numbers with their meaning, from tables and from sentences."""

from __future__ import annotations

import re

from evidence_ai.domain.document import DocumentText, Page
from evidence_ai.domain.understanding import Figure, FigureRole
from evidence_ai.understanding.amounts import Separators, separators
from evidence_ai.understanding.figures_in_sentences import in_sentences
from evidence_ai.understanding.figures_in_tables import in_table
from evidence_ai.understanding.measures import PERCENT, RUPIAH
from evidence_ai.understanding.passages import passages
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
        rows = [one.quote.box for one in here if one.quote.box is not None]
        found += in_sentences(page, passages(page, rows), marks, year, only_units=sparing)
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
