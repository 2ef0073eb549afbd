from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from evidence_ai.domain.document import DocumentText
from evidence_ai.reading import read
from evidence_ai.reading.media_types import PDF
from tests.fakes.engines.absent import ENGINE as ABSENT
from tests.unit.reading.papers import A4, PROSE, lines, pdf


def read_pdf(content: bytes) -> DocumentText:
    return read(content, PDF, engine=ABSENT)


def test_lines_come_as_printed_with_their_boxes() -> None:
    page = read_pdf(pdf(lines(*PROSE))).pages[0]
    assert page.text.split("\n") == list(PROSE)
    first = page.lines[0].box
    assert first is not None
    assert abs(first.x0 - 72) < 2
    assert 55 < first.y0 < first.y1 < 78


def test_labels_drawn_before_the_heading_come_in_their_rows() -> None:
    def draw(canvas: Canvas) -> None:
        lines("Menimbang :", top=200)(canvas)
        lines("Mengingat :", top=248)(canvas)
        lines("a. bahwa setiap orang berhak sehat;", "b. bahwa perlu diatur;", x=160, top=200)(canvas)
        lines("1. Undang-Undang Nomor 36 Tahun 2009;", x=160, top=248)(canvas)
        lines("PERATURAN BUPATI", x=220, top=90)(canvas)

    assert read_pdf(pdf(draw)).pages[0].text.split("\n") == [
        "PERATURAN BUPATI",
        "Menimbang : a. bahwa setiap orang berhak sehat;",
        "b. bahwa perlu diatur;",
        "Mengingat : 1. Undang-Undang Nomor 36 Tahun 2009;",
    ]


def test_a_spaced_heading_is_joined_by_its_gaps_on_paper() -> None:
    def draw(canvas: Canvas) -> None:
        lines(*PROSE)(canvas)
        text = canvas.beginText(150, 400)
        text.setFont("Helvetica", 12)
        text.setCharSpace(8)
        text.textOut("WALIKOTA BANJAR")
        canvas.drawText(text)

    assert "WALIKOTA BANJAR" in read_pdf(pdf(draw)).pages[0].text.split("\n")


def test_columns_of_a_table_drawn_out_of_order_meet_in_their_rows() -> None:
    def draw(canvas: Canvas) -> None:
        lines("5.1.01 Belanja Pegawai", "5.1.02 Belanja Barang", top=100)(canvas)
        lines("70.735.000,00", "12.015.000,00", x=450, top=100)(canvas)
        lines("80.000.000,00", "13.000.000,00", x=340, top=100)(canvas)

    page = read_pdf(pdf(draw)).pages[0]
    assert page.text.split("\n") == [
        "5.1.01 Belanja Pegawai 80.000.000,00 70.735.000,00",
        "5.1.02 Belanja Barang 13.000.000,00 12.015.000,00",
    ]
    amounts = [word for word in page.lines[0].words if word.text == "70.735.000,00"]
    assert abs(amounts[0].box.x0 - 450) < 2


def test_a_quote_of_an_amount_is_boxed_by_its_words() -> None:
    page = read_pdf(pdf(lines("Jumlah 1.000.000,00 2.000.000,00 3.000.000,00", x=100))).pages[0]
    start = page.text.index("2.000.000,00")
    box = page.quote(start, start + 12).box
    assert box is not None
    assert 190 < box.x0 < box.x1 < 290


def test_prose_keeps_no_words_and_so_stays_small() -> None:
    assert all(not line.words for line in read_pdf(pdf(lines(*PROSE))).pages[0].lines)


def test_a_turned_page_gives_boxes_of_the_page_as_displayed() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(90)  # reportlab keeps the sheet's size as displayed and lays the file's page across
        canvas.rotate(90)
        canvas.setFont("Helvetica", 11)
        for at, text in enumerate(PROSE):
            canvas.drawString(72, -(72 + 16 * at), text)

    page = read_pdf(pdf(draw)).pages[0]
    assert (page.width_pt, page.height_pt) == A4
    assert page.text.split("\n") == list(PROSE)
    first = page.lines[0].box
    assert first is not None
    assert abs(first.x0 - 72) < 2
    assert 55 < first.y0 < first.y1 < 78


def test_a_cropped_page_gives_boxes_from_its_own_corner() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setCropBox((50, 40, 500, 800))
        lines(*PROSE)(canvas)

    page = read_pdf(pdf(draw)).pages[0]
    first = page.lines[0].box
    assert (page.width_pt, page.height_pt) == (450, 760)
    assert first is not None
    assert abs(first.x0 - 22) < 2


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_print_lying_on_its_side_is_read_in_its_own_order(turn: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(A4[0] / 2, A4[1] / 2)
        canvas.rotate(turn)
        canvas.translate(-A4[0] / 2, -A4[1] / 2)
        lines("Uraian Anggaran", "Gaji 1.000.000,00", "Barang 2.000.000,00", top=300)(canvas)
        lines("Realisasi", "900.000,00", "1.900.000,00", x=300, top=300)(canvas)

    page = read_pdf(pdf(draw)).pages[0]
    assert page.text.split("\n") == [
        "Uraian Anggaran Realisasi",
        "Gaji 1.000.000,00 900.000,00",
        "Barang 2.000.000,00 1.900.000,00",
    ]
    box = page.lines[0].box
    assert box is not None
    assert (box.y1 - box.y0 > box.x1 - box.x0) is (turn != 180)
