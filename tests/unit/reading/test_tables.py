from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from evidence_ai.domain.document import Table
from evidence_ai.domain.quote import Box
from evidence_ai.reading import read
from evidence_ai.reading.media_types import PDF
from evidence_ai.reading.ruling import Rule, tables_of_cells
from tests.fakes.engines.absent import ENGINE as ABSENT
from tests.unit.reading.papers import A4, pdf


def grid(xs: tuple[float, ...], ys: tuple[float, ...]) -> list[Rule]:
    level = [Rule(y, xs[0], xs[-1], level=True) for y in ys]
    return level + [Rule(x, ys[0], ys[-1], level=False) for x in xs]


def test_crossing_lines_make_cells() -> None:
    (cells,) = tables_of_cells(grid((0, 50, 100), (0, 20, 40)))
    assert sorted((cell.x0, cell.y0) for cell in cells) == [(0, 0), (0, 20), (50, 0), (50, 20)]


def test_a_missing_stretch_of_line_merges_two_cells() -> None:
    rules = [rule for rule in grid((0, 50, 100), (0, 20, 40)) if rule.level or rule.at != 50]
    rules.append(Rule(50, 20, 40, level=False))
    (cells,) = tables_of_cells(rules)
    assert Box(0, 0, 100, 20) in cells
    assert len(cells) == 3


def test_lines_that_close_nothing_make_no_table() -> None:
    assert tables_of_cells([Rule(10 * at, 0, 500, level=True) for at in range(20)]) == []
    assert tables_of_cells(grid((0, 100), (0, 20))) == []


def test_tables_apart_are_two_tables_top_first() -> None:
    tables = tables_of_cells(grid((0, 50, 100), (200, 220, 240)) + grid((300, 350, 400), (0, 20, 40)))
    assert [min(cell.y0 for cell in cells) for cells in tables] == [0, 200]


def budget(canvas: Canvas) -> None:
    xs, ys = (60, 150, 350, 450, 540), (100, 120, 150, 170)
    canvas.setFont("Helvetica", 9)
    for x in xs:
        canvas.line(x, A4[1] - ys[0], x, A4[1] - ys[-1])
    for y in ys:
        canvas.line(xs[0], A4[1] - y, xs[-1], A4[1] - y)
    rows = (
        (115, ("Kode", "Uraian", "Anggaran", "Realisasi")),
        (132, ("5.1.01", "Belanja Pegawai dan", "80.000.000,00", "70.735.000,00")),
        (144, ("", "Tunjangan", "", "")),
        (165, ("5.1.02", "Belanja Barang", "13.000.000,00", "12.015.000,00")),
    )
    for y, cells in rows:
        for x, text in zip(xs, cells, strict=False):
            canvas.drawString(x + 4, A4[1] - y, text)


def texts(table: Table) -> list[list[str | None]]:
    return [[None if cell is None else cell.text for cell in row] for row in table.rows]


def test_a_ruled_page_with_amounts_gives_its_table() -> None:
    (table,) = read(pdf(budget), PDF, engine=ABSENT).pages[0].tables
    assert texts(table) == [
        ["Kode", "Uraian", "Anggaran", "Realisasi"],
        ["5.1.01", "Belanja Pegawai dan\nTunjangan", "80.000.000,00", "70.735.000,00"],
        ["5.1.02", "Belanja Barang", "13.000.000,00", "12.015.000,00"],
    ]
    assert table.box == Box(60, 100, 540, 170)


def test_a_drawing_of_a_thousand_strokes_is_no_table_and_no_danger() -> None:
    def draw(canvas: Canvas) -> None:
        budget(canvas)
        for at in range(7_000):
            canvas.line(at % 590, 300, (at * 7) % 590, 700)

    assert read(pdf(draw), PDF, engine=ABSENT).pages[0].tables == ()
