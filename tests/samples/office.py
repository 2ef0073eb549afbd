"""Office: the DOCX and the XLSX of the package, packed without dates and without compression."""

from __future__ import annotations

import io
import re
import zipfile
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

_ZIP_DAY = (2025, 1, 15, 8, 0, 0)
_STAMPED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms)")


def outreach_report() -> bytes:
    """A Word report on legal outreach with a table of activities, in the fewest parts Word asks for."""
    body = [_paragraph(line, align="center", bold=True) for line in _OUTREACH_HEAD]
    for heading, text in _OUTREACH:
        body += [_paragraph(heading, bold=True), _paragraph(text, align="both")]
        if heading.startswith("B."):
            body.append(_table((("No", "Bulan", "Tempat", "Peserta (orang)"), *_MEETINGS)))
    body += [_paragraph(line, align="right") for line in _OUTREACH_CLOSING]
    parts = {
        **_WORD_PARTS,
        "word/document.xml": f"{_XML}<w:document {_W}><w:body>{''.join(body)}</w:body></w:document>",
    }
    return _packed({name: part.encode() for name, part in parts.items()})


def population_table() -> bytes:
    """A workbook with the civil registration figures of the year."""
    book = Workbook()
    sheet = book.active
    if sheet is None:
        raise ValueError("a new workbook has a sheet")
    sheet.title = "Adminduk 2024"
    for at, line in enumerate(_POPULATION_HEAD, start=1):
        sheet.cell(at, 1, line).font = Font(bold=True)
        sheet.merge_cells(start_row=at, start_column=1, end_row=at, end_column=6)
        sheet.cell(at, 1).alignment = Alignment(horizontal="center")
    first = len(_POPULATION_HEAD) + 2
    for column, title in enumerate(("No", "Uraian", "Jumlah", "Memiliki", "Persentase", "Satuan"), start=1):
        sheet.cell(first, column, title).font = Font(bold=True)
    for at, row in enumerate(_POPULATION, start=1):
        cells: tuple[int | float | str, ...] = (at, *row)
        for column, value in enumerate(cells, start=1):
            cell = sheet.cell(first + at, column, value)
            cell.number_format = {3: "#,##0", 4: "#,##0", 5: "0.00"}.get(column, "General")
    sheet.cell(first + len(_POPULATION) + 2, 2, "Sumber: Dinas Kependudukan dan Pencatatan Sipil, 31 Desember 2024")
    sheet.column_dimensions["B"].width = 62
    out = io.BytesIO()
    book.save(out)
    return _undated(out.getvalue())


def _paragraph(text: str, *, align: str = "left", bold: bool = False) -> str:
    weight = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:p><w:pPr><w:jc w:val="{align}"/></w:pPr><w:r>{weight}<w:t>{escape(text)}</w:t></w:r></w:p>'


def _table(rows: tuple[tuple[str, ...], ...]) -> str:
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = "".join(f'<w:gridCol w:w="{wide}"/>' for wide in (700, 2400, 3600, 2000))
    written = "".join(f"<w:tr>{''.join(f'<w:tc>{_paragraph(cell)}</w:tc>' for cell in row)}</w:tr>" for row in rows)
    return (
        f"<w:tbl><w:tblPr><w:tblBorders>{sides}</w:tblBorders></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{written}</w:tbl>"
    )


def _undated(content: bytes) -> bytes:
    """The same workbook without the moment it was saved."""
    with zipfile.ZipFile(io.BytesIO(content)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    parts["docProps/core.xml"] = _STAMPED.sub(rb"\g<1>2025-01-15T08:00:00Z\g<2>", parts["docProps/core.xml"])
    return _packed(parts)


def _packed(parts: dict[str, bytes]) -> bytes:
    """One fixed date; stored, so that no zlib decides the bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name, part in parts.items():
            target.writestr(zipfile.ZipInfo(name, _ZIP_DAY), part)
    return out.getvalue()


_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_WORD_PARTS = {
    "[Content_Types].xml": (
        f'{_XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD}"/></Types>'
    ),
    "_rels/.rels": (
        f'{_XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
        ' Target="word/document.xml"/></Relationships>'
    ),
}
_OUTREACH_HEAD = (
    "PEMERINTAH KABUPATEN TANJUNG ARUM",
    "SEKRETARIAT DAERAH",
    "BAGIAN HUKUM",
    "",
    "LAPORAN KEGIATAN",
    "PENYULUHAN HUKUM DAN HAM BAGI MASYARAKAT",
    "TAHUN 2024",
)
_OUTREACH_CLOSING = ("Tanjung Arum, 18 Desember 2024", "KEPALA BAGIAN HUKUM,", "", "ttd", "", "RATNA PRAMESWARI")
_OUTREACH_WHY = (
    "Penyuluhan hukum dan hak asasi manusia dilaksanakan untuk meningkatkan kesadaran hukum masyarakat desa dan "
    "kelurahan di Kabupaten Tanjung Arum, termasuk pembentukan kelompok keluarga sadar hukum."
)
_OUTREACH_DONE = (
    "Selama tahun 2024 penyuluhan hukum dan HAM dilaksanakan sebanyak 12 kegiatan, satu kegiatan setiap bulan, "
    "sebagaimana tabel berikut."
)
_OUTREACH_RESULT = (
    "Sampai dengan Desember 2024, 96 dari 120 desa/kelurahan memiliki kelompok keluarga sadar hukum atau pos "
    "bantuan hukum, atau 80,00 persen."
)
_OUTREACH = (
    ("A. Pendahuluan", _OUTREACH_WHY),
    ("B. Pelaksanaan", _OUTREACH_DONE),
    ("C. Hasil", _OUTREACH_RESULT),
    ("D. Penutup", "Demikian laporan kegiatan ini dibuat untuk dipergunakan sebagaimana mestinya."),
)
_PLACES = ("Pesisir", "Hulu Arum", "Batu Lanting", "Sungai Jernih", "Kencana", "Padang Luas")
_MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
_MEETINGS = tuple(
    (str(at + 1), f"{month} 2024", f"Kecamatan {_PLACES[at % 6]}", str(40 + 5 * (at * 7 % 5)))
    for at, month in enumerate(_MONTHS)
)
_POPULATION_HEAD = (
    "PEMERINTAH KABUPATEN TANJUNG ARUM",
    "DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL",
    "DATA CAKUPAN DOKUMEN KEPENDUDUKAN KABUPATEN TANJUNG ARUM TAHUN 2024",
)
_POPULATION: tuple[tuple[str, int, int, float, str], ...] = (
    ("Persentase kepemilikan KTP elektronik", 298412, 295130, 98.90, "%"),
    ("Persentase anak 0-17 tahun yang memiliki akta kelahiran", 126540, 121478, 96.00, "%"),
    ("Persentase anak yang memiliki kartu identitas anak (KIA)", 126540, 82251, 65.00, "%"),
    ("Persentase penerbitan akta kematian terhadap kematian yang dilaporkan", 2460, 2214, 90.00, "%"),
)
