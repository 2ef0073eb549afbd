"""A workbook for people who live in spreadsheets: one sheet per table, filters on, headers frozen."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from evidence_ai.adapters.reports.characters import writable
from evidence_ai.adapters.reports.labels import severity_words, state_signs, state_words, words
from evidence_ai.services.reporting import Report

_FILLS = {
    "covered": "DCF3E5", "weak": "FDEECB", "missing": "FBE0DE", "unreadable": "E8E1FA", "not_claimed": "EDF0F4",
    "error": "FBE0DE", "warning": "FDEECB", "info": "EDF0F4",
}  # fmt: skip
_WIDTHS = (18, 40, 16, 60, 60, 40, 14)
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def render(report: Report) -> bytes:
    """The workbook's bytes."""
    book = Workbook()
    name, state, severity = words(report.language), state_words(report.language), severity_words(report.language)
    summary = book.active
    assert isinstance(summary, Worksheet)  # noqa: S101 - a new workbook has one sheet
    summary.title = name["summary"]
    _rows(summary, (name["summary"], ""), _summary(report, name))
    _rows(
        book.create_sheet(name["coverage"][:31]),
        (name["right"], name["indicator"], name["kind"], name["state"], name["points"]),
        (
            (
                row.title,
                f"{cell.indicator} {cell.title}",
                name[cell.kind],
                state[cell.state.value],
                float(cell.points_possible),
            )
            for row in report.grid
            for cell in row.cells
        ),
        fills={label: _FILLS[key] for key, label in state.items()},
    )
    _grid(book.create_sheet("10 x 12"), report, name)
    _rows(
        book.create_sheet(name["next"][:31]),
        (name["office"], name["indicator"], name["points"], name["why"], name["what"], name["accepted"], name["state"]),
        (
            (office.office, f"{task.indicator} {task.title}", float(task.points), "\n".join(task.why), task.what,
             ", ".join(task.accepted), state[task.state.value])
            for office in report.tasks
            for task in office.tasks
        ),
        fills={label: _FILLS[key] for key, label in state.items()},
    )  # fmt: skip
    _rows(
        book.create_sheet(name["findings"]),
        (
            name["severity"],
            name["file"],
            name["page"],
            name["message"],
            name["advice"],
            name["quote"],
            name["indicator"],
            name["code"],
        ),
        (
            (
                severity[one.severity.value],
                one.file,
                one.page,
                one.message,
                one.advice,
                one.quote,
                one.indicator,
                one.code,
            )
            for one in report.findings
        ),
        fills={label: _FILLS[key] for key, label in severity.items()},
    )
    _rows(
        book.create_sheet(name["answer"]),
        (name["indicator"], name["file"], name["result"], name["because"], name["answer"], name["page"]),
        (
            (f"{one.indicator} {one.title}", one.file, one.result, one.because, one.answer, one.page)
            for one in report.answers
        ),
    )
    _rows(
        book.create_sheet(name["documents"]),
        (name["kind"], name["file"], name["outcome"], name["name"], name["suggested"], name["region"], name["pages"]),
        (
            (one.kind, one.file, one.outcome, one.name, ", ".join(one.suggested), one.region, one.pages)
            for one in report.documents
        ),
    )
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _summary(report: Report, name: dict[str, str]) -> list[tuple[str, Any]]:
    return [
        (name["region"], report.region),
        (name["data_year"], report.data_year),
        (name["package"], report.package),
        (name["edition"], report.edition),
        (name["certain"], float(report.certain)),
        (name["if_all"], float(report.if_all_confirmed)),
        (name["threshold"], report.threshold),
        (name["errors"], report.errors),
        (name["warnings"], report.warnings),
        ("", name["provisional"]),
        ("", report.notice),
    ]


def _grid(sheet: Worksheet, report: Report, name: dict[str, str]) -> None:
    """The coverage grid in colour and sign."""
    signs = state_signs()
    longest = max((len(row.cells) for row in report.grid), default=0)
    sheet.append([name["right"], *range(1, longest + 1)])
    for row in report.grid:
        sheet.append(
            [f"{row.number}. {row.title}", *(f"{signs[cell.state.value]} {cell.indicator}" for cell in row.cells)]
        )
        for at, cell in enumerate(row.cells, start=2):
            sheet.cell(sheet.max_row, at).fill = PatternFill("solid", fgColor=_FILLS[cell.state.value])
    sheet.column_dimensions["A"].width = 48
    _head(sheet)


def _rows(
    sheet: Worksheet, header: tuple[str, ...], rows: Iterable[tuple[Any, ...]], *, fills: dict[str, str] | None = None
) -> None:
    sheet.append(list(header))
    for row in rows:
        sheet.append([_safe(value) for value in row])
        for cell in sheet[sheet.max_row]:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if fills and isinstance(cell.value, str) and cell.value in fills:
                cell.fill = PatternFill("solid", fgColor=fills[cell.value])
    for at in range(1, len(header) + 1):
        sheet.column_dimensions[get_column_letter(at)].width = _WIDTHS[min(at, len(_WIDTHS)) - 1]
    sheet.auto_filter.ref = sheet.dimensions
    _head(sheet)


def _head(sheet: Worksheet) -> None:
    sheet.freeze_panes = "A2"
    for cell in sheet[1]:
        cell.font = Font(bold=True)


def _safe(value: Any) -> Any:
    """Text that a spreadsheet will not run as a formula, without characters its file format forbids."""
    if not isinstance(value, str):
        return value
    text = writable(value)
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
