"""The cells of a sheet as they are stored, row by row: a cell that makes no sense costs itself, never its sheet.

openpyxl opens the workbook and knows its strings and formats; its own way over the cells gives up a whole sheet for one
date it cannot compute, and believes the sheet's written size. So the way over the cells is ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.worksheet._reader import WorkSheetParser

_VALUE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}v"


def _no_size(_sheet: ReadOnlyWorksheet) -> None:
    """Sizes are never asked for: one that is missing makes openpyxl walk the whole sheet in search of it."""


ReadOnlyWorksheet._get_size = _no_size  # type: ignore[attr-defined]  # noqa: SLF001


@dataclass(frozen=True, slots=True)
class StoredCell:
    """One cell: its column from 1, its value as Python knows it (as written where that fails), its number format."""

    column: int
    value: Any
    number_format: str


def stored_rows(sheet: Any) -> Iterator[tuple[int, list[StoredCell]]]:
    """Row number from 1 and its cells, in the order of the file; blank rows and cells may be left out.

    Args:
        sheet: of a workbook that openpyxl opened with `read_only`.
    """
    book = sheet.parent
    with sheet._get_source() as source:  # noqa: SLF001 - the stored sheet itself
        parser = _Parser(
            source,
            sheet._shared_strings,  # noqa: SLF001
            data_only=True,
            epoch=book.epoch,
            date_formats=book._date_formats,  # noqa: SLF001
            timedelta_formats=book._timedelta_formats,  # noqa: SLF001
        )
        for number, cells in parser.parse():
            yield number, [_stored(cell, book) for cell in cells if cell["value"] is not None]


class _Parser(WorkSheetParser):
    """openpyxl's parser, but a cell whose value makes no sense keeps what is written in it."""

    def parse_cell(self, element: Any) -> dict[str, Any]:
        before = self.col_counter
        try:
            cell: dict[str, Any] = super().parse_cell(element)
        except (ValueError, IndexError, KeyError, OverflowError, TypeError, ArithmeticError):
            self.col_counter = before + 1
            return {"column": self.col_counter, "value": element.findtext(_VALUE), "data_type": "s", "style_id": 0}
        if cell["data_type"] == "e" and cell["value"] == "#VALUE!":  # a day no calendar has; the number is told instead
            cell["value"] = element.findtext(_VALUE)
        return cell


def _stored(cell: dict[str, Any], book: Any) -> StoredCell:
    return StoredCell(cell["column"], cell["value"], _number_format(book, cell["style_id"]))


def _number_format(book: Any, style: int | str) -> str:
    try:
        number = book._cell_styles[int(style)].numFmtId  # noqa: SLF001
        built_in = _BUILT_IN_PERCENT.get(number)
        return built_in if built_in is not None else str(book._number_formats[number - 164]) if number >= 164 else ""  # noqa: SLF001
    except (IndexError, ValueError, TypeError):
        return ""


_BUILT_IN_PERCENT = {9: "0%", 10: "0.00%"}
"""Of the formats that every program knows by number, those that change how a value is told."""
