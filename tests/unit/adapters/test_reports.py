from __future__ import annotations

import io
from dataclasses import replace
from html.parser import HTMLParser

import docx as python_docx
import pytest
from openpyxl import load_workbook

from evidence_ai.adapters.reports import docx, html, xlsx
from evidence_ai.domain.bilingual import Language
from evidence_ai.editions import load
from evidence_ai.reading.package import PackageFiles
from evidence_ai.services.prechecking import precheck
from evidence_ai.services.reporting import Report, report
from tests.builders import OTHER_REGION, OTHER_REGION_CODE, claim, classification, dossier, package, understanding

VOID = {"meta", "link", "img", "br", "hr", "input"}


class Balance(HTMLParser):
    """Remembers what was opened and never closed, and everything that would be fetched."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.fetched: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        self.fetched += [
            value for name, value in attrs if name in {"src", "href"} and value and not value.startswith(("data:", "#"))
        ]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def told(language: Language = "id", name: str = "perda.pdf") -> Report:
    foreign = dossier(
        name,
        understanding(region=OTHER_REGION, region_code=OTHER_REGION_CODE, title="=HYPERLINK(1)"),
        classified=classification(("BH.S1", 0.95)),
    )
    checked = precheck(package(foreign, claims=(claim("BH.S1", "ada", name),)), load("permenkumham_22_2021"))
    return report(checked, PackageFiles("contoh", (), None, (), ()), language=language)


def test_the_page_is_balanced_and_fetches_nothing() -> None:
    parser = Balance()
    parser.feed(html.render(told()))
    assert parser.open == []
    assert parser.fetched == []


def test_the_page_escapes_what_regions_write() -> None:
    page = html.render(told(name="<script>alert(1)</script>.pdf"))
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize(("language", "word"), [("id", "Yang perlu dilakukan"), ("en", "What to do next")])
def test_the_page_speaks_the_language_asked_for(language: Language, word: str) -> None:
    assert word in html.render(told(language))


def test_the_grid_shows_every_indicator_of_every_right() -> None:
    content = told()
    assert [len(row.cells) for row in content.grid] == [12] * 10


def test_tasks_are_grouped_by_office_and_sorted_by_points() -> None:
    offices = [float(one.points) for one in told().tasks]
    assert offices == sorted(offices, reverse=True)
    for office in told().tasks:
        points = [float(task.points) for task in office.tasks]
        assert points == sorted(points, reverse=True)


def test_the_workbook_opens_and_runs_no_formula_from_a_document() -> None:
    book = load_workbook(io.BytesIO(xlsx.render(told())))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert len(book.sheetnames) >= 6
    assert all(cell.data_type != "f" for cell in cells)
    assert any("HYPERLINK" in str(cell.value) for cell in cells)


def test_the_laporan_opens_and_names_the_finding() -> None:
    document = python_docx.Document(io.BytesIO(docx.render(told())))
    words = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "Laporan Hasil Pemeriksaan" in words
    assert "wrong_region" in words


def test_a_file_name_no_office_format_can_hold_still_gives_reports() -> None:
    odd = told(name="perda\x00\ufffe\x1b.pdf")
    assert load_workbook(io.BytesIO(xlsx.render(odd)))
    assert python_docx.Document(io.BytesIO(docx.render(odd)))


def test_an_edition_with_uneven_rights_has_a_grid_without_a_common_head() -> None:
    content = told()
    uneven = replace(content, grid=(replace(content.grid[0], cells=content.grid[0].cells[:-1]), *content.grid[1:]))
    assert [kind for kind, _ in content.grid_head] == ["struktur", "proses", "hasil"]
    assert uneven.grid_head == ()
    assert "</table>" in html.render(uneven)
