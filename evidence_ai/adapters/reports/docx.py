"""A Laporan Hasil Pemeriksaan as DOCX, ready for a letterhead and signatures.

**Source**: duty (f) of the Kanwil under Permenkumham 34/2016: "laporan hasil pemeriksaan".
"""

from __future__ import annotations

import io

import docx
from docx.document import Document
from docx.shared import Cm, Pt

from evidence_ai.adapters.reports.characters import writable
from evidence_ai.adapters.reports.labels import severity_words, state_words, words
from evidence_ai.services.reporting import Report
from evidence_ai.services.reporting.content import FindingLine

_MOST_TASKS = 40


def render(report: Report) -> bytes:
    """The document's bytes."""
    document = docx.Document()
    document.styles["Normal"].font.size = Pt(10.5)
    name = words(report.language)
    document.add_heading(name["title"], level=0)
    document.add_paragraph(name["subtitle"])
    _table(document, None, [[label, value] for label, value in _head(report, name)])
    document.add_paragraph(name["provisional"])
    document.add_paragraph(writable(report.notice))
    _coverage(document, report, name)
    _findings(document, report, name)
    _tasks(document, report, name)
    _answers(document, report, name)
    _signatures(document, name)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _head(report: Report, name: dict[str, str]) -> list[tuple[str, str]]:
    return [
        (name["region"], report.region),
        (name["data_year"], str(report.data_year)),
        (name["package"], report.package),
        (name["edition"], report.edition),
        (name["certain"], report.certain),
        (name["if_all"], report.if_all_confirmed),
        (name["threshold"], report.threshold),
    ]


def _coverage(document: Document, report: Report, name: dict[str, str]) -> None:
    document.add_heading(name["coverage"], level=1)
    state = state_words(report.language)
    header = [name["right"], *state.values()]
    rows = [
        [f"{row.number}. {row.title}", *(str(sum(cell.state.value == key for cell in row.cells)) for key in state)]
        for row in report.grid
    ]
    _table(document, header, rows)


def _findings(document: Document, report: Report, name: dict[str, str]) -> None:
    document.add_heading(name["findings"], level=1)
    if not report.findings:
        document.add_paragraph(name["no_findings"])
    severity = severity_words(report.language)
    for at, one in enumerate(report.findings, start=1):
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{at}. [{severity[one.severity.value]}] {writable(one.message)}").bold = True
        document.add_paragraph(writable(f"{_where(one, name)}\n{one.advice}"))
        if one.picture is not None:
            document.add_picture(io.BytesIO(one.picture), width=Cm(12))
        elif one.quote:
            document.add_paragraph(writable(one.quote), style="Intense Quote")


def _where(one: FindingLine, name: dict[str, str]) -> str:
    page = f", {name['page']} {one.page}" if one.page is not None else ""
    indicator = f" · {one.indicator}" if one.indicator else ""
    return f"{one.file or name['package']}{page}{indicator} · {one.code}"


def _tasks(document: Document, report: Report, name: dict[str, str]) -> None:
    document.add_heading(name["next"], level=1)
    rows = [
        [office.office, f"{task.indicator} {task.title}", task.points, task.what]
        for office in report.tasks
        for task in office.tasks
    ]
    _table(document, [name["office"], name["indicator"], name["points"], name["what"]], rows[:_MOST_TASKS])
    if len(rows) > _MOST_TASKS:
        document.add_paragraph(name["more_tasks"].format(count=len(rows) - _MOST_TASKS))


def _answers(document: Document, report: Report, name: dict[str, str]) -> None:
    if not report.answers:
        return
    document.add_heading(name["answers"], level=1)
    rows = [[one.indicator, one.answer, one.result, one.because] for one in report.answers]
    _table(document, [name["indicator"], name["answer"], name["result"], name["because"]], rows)


def _signatures(document: Document, name: dict[str, str]) -> None:
    document.add_paragraph()
    space = "\n\n\n(..............................)"
    _table(document, None, [[f"{name['checked_by']}{space}", f"{name['known_by']}{space}"]])


def _table(document: Document, header: list[str] | None, rows: list[list[str]]) -> None:
    lines = ([header] if header else []) + rows
    if not lines:
        return
    table = document.add_table(rows=0, cols=len(lines[0]), style="Table Grid")
    for line in lines:
        for cell, text in zip(table.add_row().cells, line, strict=True):
            cell.text = writable(text)
