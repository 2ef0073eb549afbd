"""Budget lines: the rows of APBD annexes, DPA, RKA, LRA, Renja tables and performance agreements, in whole rupiah."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from evidence_ai.domain.document import DocumentText, Page
from evidence_ai.domain.quote import Quote
from evidence_ai.domain.understanding import BudgetLevel, BudgetLine
from evidence_ai.understanding.amounts import Number, expanded, separators
from evidence_ai.understanding.budget_codes import level_of
from evidence_ai.understanding.budget_columns import Part, parts_of
from evidence_ai.understanding.budget_lists import has_blocks, in_blocks, in_prose
from evidence_ai.understanding.budget_rows import rows
from evidence_ai.understanding.row_joining import Row
from evidence_ai.understanding.table_columns import Headed, columns, tables
from evidence_ai.understanding.table_grid import grids

_BUDGET_TYPES = frozenset({"apbd", "rka", "dpa", "lra", "kua_ppas"})
_MONEY_HEADING = re.compile(
    r"anggaran|\bpagu\b|\brp\b|rupiah|\bapb[dn]\b|belanja|pendapatan|\bdana\b|biaya|plafon|alokasi", re.IGNORECASE
)
_MONEY_NAME = re.compile(
    r"belanja|pendapatan|pembiayaan|\bprogram\b|retribusi|\bpajak\b|penyediaan|pengadaan|surplus|\bjumlah\b|\btotal\b|dana ",
    re.IGNORECASE,
)
_IDENTITY = re.compile(r"\d{15,}")
"""A NIK or NIP names a person and stands in no output."""
_THOUSANDS = re.compile(r"dalam (?:ribuan|ribu) rupiah|dalam ribuan|\(ribuan rupiah\)|\(rp\.? ?000\)", re.IGNORECASE)
_MILLIONS = re.compile(r"dalam (?:jutaan|juta) rupiah|\(jutaan? rupiah\)|\(juta rp\)", re.IGNORECASE)


def find(text: DocumentText, *, document_type: str | None, year: int | None) -> tuple[BudgetLine, ...]:
    """Every budget line of the document, in reading order; amounts in whole rupiah.

    `document_type` and `year` are what the rest of the document says of itself, or None.
    """
    lines: list[BudgetLine] = []
    before: Headed | None = None
    scale = Decimal(1)
    for page in text.pages:
        scale = _scale(page, scale)
        found, before = _on_page(page, before, document_type, year, scale)
        lines += found
    return tuple(lines)


def _scale(page: Page, before: Decimal) -> Decimal:
    """The unit a page declares for its amounts; it holds for the pages after it too."""
    text = page.text
    if _MILLIONS.search(text):
        return Decimal(1_000_000)
    return Decimal(1000) if _THOUSANDS.search(text) else before


def _on_page(
    page: Page, before: Headed | None, document_type: str | None, year: int | None, scale: Decimal
) -> tuple[list[BudgetLine], Headed | None]:
    found: list[BudgetLine] = []
    marks = separators(line.text for line in page.lines)
    blocks = has_blocks(page)
    if blocks:
        found += in_blocks(page, marks, year)
    found += in_prose(page, marks, year)
    for table in (table for grid in grids(page) for table in tables(grid, before) if grid.ruled or not blocks):
        across = columns(table)
        parts = parts_of(table, across, marks)
        here = rows(table, across, parts, marks)
        if not _is_budget(table, here, document_type):
            continue
        if table.head and here:
            before = table
        found += _levelled(_lines(here, parts, page.number, year, _sane(here, parts, scale)), table)
    return found, before


def _levelled(lines: list[BudgetLine], table: Headed) -> list[BudgetLine]:
    """Lines without code or telling words are the kegiatan of a table that lists programmes or kegiatan."""
    heading = " ".join(strip.text.lower() for strip in table.head)
    if "sub kegiatan" in heading and "program" not in heading:
        level = BudgetLevel.SUB_KEGIATAN
    elif "kegiatan" in heading or any(line.level is BudgetLevel.PROGRAM for line in lines):
        level = BudgetLevel.KEGIATAN
    else:
        return lines
    return [
        replace(line, level=level) if line.level is BudgetLevel.LAIN and not _BALANCE.search(line.name) else line
        for line in lines
    ]


_BALANCE = re.compile(r"surplus|defisit|nett?o\b|silpa|langsung", re.IGNORECASE)


def _is_budget(table: Headed, here: Sequence[Row], document_type: str | None) -> bool:
    """Whether a table of large numbers is about money: by its headings, a printed Rp, or the names of its rows."""
    if not _holds_money(here):
        return False
    if document_type in _BUDGET_TYPES:
        return True
    if any(_MONEY_HEADING.search(strip.text) for strip in table.head):
        return True
    if any(number is not None and number.rupiah for row in here for number in row.numbers):
        return True
    if _is_round(table, here):
        return True
    named = sum(bool(_MONEY_NAME.search(row.name)) or row.code is not None for row in here)
    return 3 * named >= len(here) > 0


def _holds_money(here: Sequence[Row]) -> bool:
    """Whether most numbers that are not zero look like money: grouped twice, with Rp, or large."""
    values = [number for row in here for number in row.numbers if number is not None and number.value]
    money = sum(number.is_money or number.value >= 10**6 for number in values)
    return 4 * money >= len(values) > 0 or any(
        number is not None and number.scale for row in here for number in row.numbers
    )


def _is_round(table: Headed, here: Sequence[Row]) -> bool:
    """Whether most numbers are millions rounded to thousands under a heading 'Jumlah': money without a currency."""
    values = [number.value for row in here for number in row.numbers if number is not None and number.is_money]
    rounded = sum(value >= 10**6 and value % 1000 == 0 for value in values)
    says_sum = any(re.search(r"jumlah|nilai|total", strip.text, re.IGNORECASE) for strip in table.head)
    return says_sum and len(values) >= 3 and rounded >= 0.8 * len(values)


def _sane(here: Sequence[Row], parts: Sequence[Part], scale: Decimal) -> Decimal:
    """A declared scale is not believed where it would make a single line larger than any regional budget."""
    if scale == 1:
        return scale
    largest = max(
        (abs(number.value) for row in here for number in _amounts(row, parts) if number is not None), default=Decimal(0)
    )
    return scale if largest * scale < Decimal(10) ** 14 and largest < Decimal(10) ** 9 else Decimal(1)


def _amounts(row: Row, parts: Sequence[Part]) -> list[Number | None]:
    return [
        number
        for number, part in zip(row.numbers, parts, strict=True)
        if part in {Part.BUDGET, Part.PRIOR, Part.REALISED}
    ]


def _lines(here: Sequence[Row], parts: Sequence[Part], page: int, year: int | None, scale: Decimal) -> list[BudgetLine]:
    lines = []
    for row in here:
        budget, prior, realised = (
            _rupiah(_number(row, parts, part), scale) for part in (Part.BUDGET, Part.PRIOR, Part.REALISED)
        )
        percent = _number(row, parts, Part.PERCENT)
        lines.append(
            BudgetLine(
                code=row.code,
                name=row.name,
                level=level_of(row.code, row.name),
                budget_rupiah=budget,
                realised_rupiah=realised,
                prior_rupiah=prior,
                percent=percent.value if percent is not None else None,
                year=year,
                quote=Quote(page, _IDENTITY.sub("\u2026", row.text), row.box),
            )
        )
    return lines


def _number(row: Row, parts: Sequence[Part], part: Part) -> Number | None:
    return next(
        (number for number, own in zip(row.numbers, parts, strict=True) if own is part and number is not None), None
    )


def _rupiah(number: Number | None, scale: Decimal) -> int | None:
    if number is None:
        return None
    return expanded(number.value * (scale if number.scale is None else 1), number.scale)
