from __future__ import annotations

import io
import zipfile

import docx
import openpyxl
import pytest
from docx.oxml import parse_xml
from openpyxl.drawing.image import Image as SheetPicture

from evidence_ai.domain.document import Outcome, Source, Table
from evidence_ai.reading import Limits, read
from evidence_ai.reading import media_types as kinds
from tests.fakes.engines.absent import ENGINE as ABSENT
from tests.fakes.engines.dictating import DictatingEngine
from tests.unit.reading.papers import PROSE, encoded, picture


def letter() -> docx.document.Document:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "PEMERINTAH KABUPATEN MUARA CONTOH"
    document.sections[0].footer.paragraphs[0].text = "halaman 1"
    document.add_paragraph("Sebelum tabel")
    table = document.add_table(rows=2, cols=3)
    for at, text in enumerate(("Program", "Anggaran", "Realisasi", "Kesehatan", "1.000.000", "900.000")):
        table.cell(at // 3, at % 3).text = text
    document.add_paragraph("T E N T A N G")
    return document


def saved(thing: object) -> bytes:
    out = io.BytesIO()
    thing.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def texts(table: Table) -> list[list[str | None]]:
    return [[None if cell is None else cell.text for cell in row] for row in table.rows]


def test_a_docx_is_one_page_in_reading_order() -> None:
    result = read(saved(letter()), kinds.DOCX, engine=ABSENT)
    assert result.outcome is Outcome.OK
    assert result.pages[0].text.split("\n") == [
        "PEMERINTAH KABUPATEN MUARA CONTOH",
        "Sebelum tabel",
        "Program Anggaran Realisasi",
        "Kesehatan 1.000.000 900.000",
        "TENTANG",
        "halaman 1",
    ]
    assert texts(result.pages[0].tables[0])[1] == ["Kesehatan", "1.000.000", "900.000"]
    assert all(line.box is None for line in result.pages[0].lines)


def test_cells_merged_in_word_are_told_once() -> None:
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Judul"
    table.cell(1, 0).text, table.cell(1, 1).text = "a", "b"
    page = read(saved(document), kinds.DOCX, engine=ABSENT).pages[0]
    assert texts(page.tables[0]) == [["Judul", None], ["a", "b"]]
    assert page.text.split("\n") == ["Judul", "a b"]


def test_tracked_insertions_and_content_controls_are_read_and_deletions_are_not() -> None:
    document = docx.Document()
    body = document.element.body
    name = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    for at, xml in enumerate(
        (
            f"<w:sdt {name}><w:sdtContent><w:p><w:r><w:t>DAFTAR ISI</w:t></w:r></w:p></w:sdtContent></w:sdt>",
            (
                f"<w:p {name}><w:r><w:t>Pasal </w:t></w:r><w:ins><w:r><w:t>7</w:t></w:r></w:ins>"
                "<w:del><w:r><w:delText>6</w:delText></w:r></w:del></w:p>"
            ),
        )
    ):
        body.insert(at, parse_xml(xml))
    assert read(saved(document), kinds.DOCX, engine=ABSENT).pages[0].text == "DAFTAR ISI\nPasal 7"


def test_a_scan_pasted_into_word_is_a_further_page() -> None:
    document = letter()
    document.add_picture(io.BytesIO(encoded(picture(*PROSE), "PNG")))
    document.add_picture(io.BytesIO(encoded(picture("logo", size=(100, 100)), "PNG")))
    result = read(saved(document), kinds.DOCX, engine=DictatingEngine(PROSE))
    assert result.pages_total == 2
    assert result.pages[1].text.split("\n") == list(PROSE)


def test_an_xlsx_gives_a_page_and_a_table_for_each_sheet() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Uraian", "Nilai", "Persen"])
    sheet.append(["Belanja", 1250000, 0.125])
    sheet["C2"].number_format = "0.00%"
    book.create_sheet("kosong")
    book.create_sheet("dua").append(["x", 12.5])
    result = read(saved(book), kinds.XLSX, engine=ABSENT)
    assert result.pages_total == 3
    assert result.pages[0].text == "Uraian Nilai Persen\nBelanja 1250000 12,5%"
    assert texts(result.pages[0].tables[0])[1] == ["Belanja", "1250000", "12,5%"]
    assert result.pages[1].lines == ()
    assert result.pages[2].text == "x 12,5"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_in_any_encoding_offices_use(encoding: str) -> None:
    text = "Peraturan Bupati – “Pelayanan”\nTENTANG"
    page = read(text.encode(encoding), kinds.TEXT, engine=ABSENT).pages[0]
    assert page.text == text


def test_a_csv_has_its_rows_as_a_table() -> None:
    page = read(b'kode;uraian;jumlah\n1.02;"Kesehatan; Gizi";1.000,5\n', kinds.CSV, engine=ABSENT).pages[0]
    assert texts(page.tables[0])[1] == ["1.02", "Kesehatan; Gizi", "1.000,5"]
    assert page.text.split("\n")[1] == "1.02 Kesehatan; Gizi 1.000,5"


@pytest.mark.parametrize("kind", [kinds.DOCX, kinds.XLSX])
def test_a_broken_office_file_is_unreadable(kind: str) -> None:
    whole = saved(letter())
    for content in (whole[: len(whole) // 2], b"PK\x03\x04" + b"x" * 500):
        assert read(content, kind, engine=ABSENT).outcome is Outcome.UNREADABLE


@pytest.mark.parametrize("kind", [kinds.DOCX, kinds.XLSX])
def test_an_office_bomb_is_too_big_before_it_is_unpacked(kind: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "x")
        archive.writestr("word/document.xml", b"0" * 30_000_000)
    result = read(out.getvalue(), kind, engine=ABSENT)
    assert result.outcome is Outcome.TOO_BIG
    assert result.reason is not None
    assert result.reason.code == "unpacks_too_big"


@pytest.mark.parametrize("kind", [kinds.ZIP, kinds.RAR, kinds.TAR, kinds.OLE, "x/y"])
def test_other_kinds_are_unsupported_with_advice(kind: str) -> None:
    result = read(b"isi", kind, engine=ABSENT)
    assert result.outcome is Outcome.UNSUPPORTED
    assert result.reason is not None
    assert "unggah" in result.reason.message.id


def test_office_files_under_a_password_are_encrypted() -> None:
    assert read(b"isi", kinds.OFFICE_ENCRYPTED, engine=ABSENT).outcome is Outcome.ENCRYPTED


def test_a_sheet_too_wide_to_be_evidence_is_named_and_the_others_are_read() -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Persentase akta kelahiran", "97,65"])
    book.create_sheet("lebar").append([f"kolom {at}" for at in range(600)])
    result = read(saved(book), kinds.XLSX, engine=ABSENT)
    assert result.outcome is Outcome.PARTIAL
    assert [page.number for page in result.pages] == [1]
    assert [(one.page, one.reason.code) for one in result.pages_failed] == [(2, "sheet_too_big")]


def test_pictures_beyond_the_limit_are_named_one_by_one() -> None:
    document = letter()
    for shade in (0, 1):
        document.add_picture(io.BytesIO(encoded(picture(*PROSE, str(shade)), "PNG")))
    engine = DictatingEngine(PROSE)
    result = read(saved(document), kinds.DOCX, engine=engine, limits=Limits(max_pictures=1))
    assert result.pages_total == 3
    assert [(one.page, one.reason.code) for one in result.pages_failed] == [(3, "too_many_pictures")]


def test_a_scan_put_into_a_sheet_is_a_page_after_the_sheets() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Kegiatan", "Anggaran"])
    sheet.add_image(SheetPicture(io.BytesIO(encoded(picture(*PROSE), "PNG"))), "A5")
    sheet.add_image(SheetPicture(io.BytesIO(encoded(picture("logo", size=(90, 90)), "PNG"))), "A2")
    sheet.add_image(SheetPicture(io.BytesIO(encoded(picture(*PROSE, "2"), "PNG"))), "A50")
    result = read(saved(book), kinds.XLSX, engine=DictatingEngine(PROSE), limits=Limits(max_pictures=1))
    assert [page.source for page in result.pages] == [Source.TEXT_LAYER, Source.OCR]
    assert "PELAYANAN KESEHATAN" in result.pages[1].text
    assert [(one.page, one.reason.code) for one in result.pages_failed] == [(3, "too_many_pictures")]


def test_a_csv_too_long_for_a_table_keeps_all_its_text() -> None:
    result = read(("nama;nilai\n" + "desa;1\n" * 200_001).encode(), kinds.CSV, engine=ABSENT)
    assert result.pages[0].tables == ()
    assert len(result.pages[0].lines) == 200_002
