"""XLSX: each sheet a page, its values as a table; formulas give the value saved with them; then its page-like pictures."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from decimal import Decimal
from typing import Any

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from evidence_ai.domain.document import Cell, DocumentText, Grade, Line, Outcome, Page, PageFailure, Source, Table
from evidence_ai.reading import outcomes
from evidence_ai.reading.cleaning import clean, folded_lines
from evidence_ai.reading.embedded_pictures import embedded_page, is_page_like
from evidence_ai.reading.formats import Reader, Task
from evidence_ai.reading.media_types import XLSX
from evidence_ai.reading.sheets import StoredCell, stored_rows
from evidence_ai.reading.zip_limits import zip_danger

_MAX_ROWS, _MAX_COLUMNS = 100_000, 500
_MAX_CELLS = 2_000_000
_MAX_SCANNED = 500_000
"""Rows looked at, blank ones included: formatting often reaches far below the last value."""

_SHEET_TOO_BIG = outcomes.reason(
    "sheet_too_big",
    "Lembar ini terlalu besar untuk dibaca; sisakan baris dan kolom yang membuktikan jawaban, lalu unggah kembali.",
    "This sheet is too big to be read; keep the rows and columns that prove the answer and upload it again.",
)

_TOO_MANY_PICTURES = outcomes.reason(
    "too_many_pictures",
    "Berkas ini memuat terlalu banyak gambar; gambar ini tidak dibaca. Simpan sebagai PDF lalu unggah kembali.",
    "This file holds too many pictures; this one was not read. Save it as PDF and upload it again.",
)


class _SheetTooBigError(Exception):
    """A sheet with more cells than evidence ever needs: read in part it would look whole, so it is not read."""


def _read(task: Task) -> DocumentText:
    danger = zip_danger(task.content)
    if danger is not None:
        return danger
    try:
        book = openpyxl.load_workbook(io.BytesIO(task.content), read_only=True, data_only=True, keep_links=False)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, TypeError, OSError, SyntaxError):
        return outcomes.ended(Outcome.UNREADABLE, outcomes.CORRUPT)
    try:
        return _sheets(book, task)
    finally:
        book.close()


def _sheets(book: Any, task: Task) -> DocumentText:
    pages: list[Page] = []
    failed: list[PageFailure] = []
    sheets = book.worksheets
    if len(sheets) > task.limits.max_pages:
        return outcomes.ended(Outcome.TOO_BIG, outcomes.too_many_pages(len(sheets), task.limits.max_pages))
    pictures = _page_pictures(task.content)
    total = len(sheets) + len(pictures)
    for number, sheet in enumerate(sheets, start=1):
        try:
            pages.append(_page(number, sheet))
        except _SheetTooBigError:
            failed.append(PageFailure(number, _SHEET_TOO_BIG))
        except MemoryError:
            failed.append(PageFailure(number, outcomes.OUT_OF_MEMORY))
        except Exception:  # noqa: BLE001 - a broken sheet costs that sheet
            failed.append(PageFailure(number, outcomes.PAGE_BROKEN))
        task.progress(number, total)
    for number, blob in enumerate(pictures, start=len(sheets) + 1):
        too_many = number - len(sheets) > task.limits.max_pictures
        result = PageFailure(number, _TOO_MANY_PICTURES) if too_many else embedded_page(blob, number, task)
        if isinstance(result, Page):
            pages.append(result)
        else:
            failed.append(result)
        task.progress(number, total)
    return outcomes.of_pages(pages, failed)


def _page_pictures(content: bytes) -> list[bytes]:
    """Scans and photos put into sheets, in the order they were put in."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if name.startswith("xl/media/")]
        blobs = [archive.read(name) for name in sorted(names, key=_counted)]
    return [blob for blob in blobs if is_page_like(blob)]


def _counted(name: str) -> tuple[int, str]:
    """image2.png before image10.png."""
    digits = re.search(r"(\d+)\.\w+$", name)
    return (int(digits[1]) if digits else 0), name


def _page(number: int, sheet: Any) -> Page:
    rows: list[list[str]] = []
    cells = 0
    for scanned, (_, stored) in enumerate(stored_rows(sheet), start=1):
        values = _values(stored)
        cells += len(values)
        if values:
            rows.append(values)
        if cells > _MAX_CELLS or len(rows) > _MAX_ROWS or scanned > _MAX_SCANNED:
            raise _SheetTooBigError
    if not rows:
        return Page(number, 0.0, 0.0, Source.NONE, Grade.GOOD, (), note=outcomes.BLANK_PAGE)
    width = max(len(row) for row in rows)
    if width * len(rows) > _MAX_CELLS:  # one endless row would make every other as long
        raise _SheetTooBigError
    table = Table(tuple(tuple(Cell(value) for value in [*row, *[""] * (width - len(row))]) for row in rows))
    shown = (" ".join(value for value in row if value) for row in rows)
    lines = tuple(Line(line) for row in shown for part in folded_lines(row) if (line := clean(part)))
    return Page(number, 0.0, 0.0, Source.TEXT_LAYER, Grade.EXCELLENT, lines, tables=(table,))


def _values(stored: list[StoredCell]) -> list[str]:
    """The row as it is shown, up to its last value.

    Raises:
        _SheetTooBigError: a value stands beyond the columns evidence ever needs.
    """
    shown = [(cell.column, text) for cell in stored if (text := printed(cell))]
    last = max((column for column, _ in shown), default=0)
    if last > _MAX_COLUMNS:
        raise _SheetTooBigError
    values = [""] * last
    for column, text in shown:
        values[column - 1] = text
    return values


def first_sheet_rows(content: bytes) -> list[list[str]]:
    """All rows of the first sheet, blank ones included so that row numbers hold.

    Raises:
        ValueError: not an XLSX that may be opened.
    """
    if zip_danger(content) is not None:
        raise ValueError("not a workbook")
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    try:
        rows: list[list[str]] = []
        for number, stored in stored_rows(book.worksheets[0]):
            if not len(rows) < number <= _MAX_ROWS:
                break
            rows += [[] for _ in range(number - len(rows) - 1)]
            rows.append(_values([cell for cell in stored if cell.column <= _MAX_COLUMNS]))
        return rows
    finally:
        book.close()


def printed(cell: StoredCell) -> str:
    """A value as an Indonesian reader would see it: 1250000 stays 1250000, 12.5 becomes 12,5, a share a percentage."""
    value = cell.value
    if value is None or isinstance(value, bool):
        return "" if value is None else ("YA" if value else "TIDAK")
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ", "minutes")
    if isinstance(value, int | float):
        return _number(value, cell.number_format)
    return str(value).strip()


def _number(value: float, shown_as: str) -> str:
    exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    percent = "%" in shown_as
    if percent:
        exact *= 100
    if exact.is_finite() and exact == exact.to_integral_value():
        text = str(int(exact))
    else:
        text = f"{exact.quantize(Decimal('0.0001')):f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") + ("%" if percent else "")


READER = Reader(media_types=(XLSX,), read=_read)
