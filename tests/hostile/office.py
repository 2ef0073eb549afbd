"""Hostile office files: XML bombs, sheets without end, cells that are no dates, relations outwards."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.material import HostileFile, repacked
from tests.samples.office import outreach_report, population_table

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_SHEET = "xl/worksheets/sheet1.xml"


def hostile_office() -> Iterator[HostileFile]:
    """Every hand-made vice once."""
    word, workbook = outreach_report(), population_table()
    for vice, parts in _word_parts():
        yield HostileFile(f"{vice}.docx", repacked(word, parts), vice)
    for vice, parts in _sheet_parts():
        yield HostileFile(f"{vice}.xlsx", repacked(workbook, parts), vice)
    yield HostileFile("word_named_xlsx.xlsx", word, "wrong_extension")
    yield HostileFile("workbook_named_docx.docx", workbook, "wrong_extension")
    yield HostileFile("word_named_pdf.pdf", word, "wrong_extension")


def _laughs() -> str:
    lines = ['<!ENTITY a0 "ha">', *(f'<!ENTITY a{at} "{f"&a{at - 1};" * 10}">' for at in range(1, 10))]
    return f"{_XML}<!DOCTYPE x [{''.join(lines)}]>"


def _word_parts() -> Iterator[tuple[str, dict[str, bytes]]]:
    def document(body: str, prolog: str = _XML) -> dict[str, bytes]:
        return {"word/document.xml": f"{prolog}<w:document {_W}><w:body>{body}</w:body></w:document>".encode()}

    paragraph = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
    yield "docx_billion_laughs", document(paragraph.format("&a9;"), _laughs())
    yield (
        "docx_outside_entity",
        document(paragraph.format("&e;"), f'{_XML}<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'),
    )
    yield (
        "docx_quadratic_entity",
        document(paragraph.format("&q;" * 20_000), f'{_XML}<!DOCTYPE x [<!ENTITY q "{"A" * 20_000}">]>'),
    )
    yield "docx_deep_xml", document("<w:sdt><w:sdtContent>" * 5_000 + "</w:sdtContent></w:sdt>" * 5_000)
    yield (
        "docx_deep_runs",
        document("<w:p>" + "<w:smartTag>" * 250 + "<w:r><w:t>x</w:t></w:r>" + "</w:smartTag>" * 250 + "</w:p>"),
    )
    cell = "<w:tbl><w:tr><w:tc>{}<w:p/></w:tc></w:tr></w:tbl>"
    nested = "<w:p/>"
    for _ in range(120):
        nested = cell.format(nested)
    yield "docx_tables_in_tables", document(nested)
    yield "docx_long_paragraph", document(paragraph.format("pemerintah daerah kabupaten " * 200_000))
    yield "docx_one_word", document(paragraph.format("a" * 5_000_000))
    yield "docx_many_paragraphs", document(paragraph.format("Pasal 1 ayat (2) Rp1.250.000,00") * 100_000)
    row = "<w:tr>" + "<w:tc><w:p/></w:tc>" * 400 + "</w:tr>"
    yield "docx_wide_table", document("<w:tbl>" + row * 100 + "</w:tbl>")
    wide = '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="{0}"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'
    yield "docx_merged_over_millions", document(wide.format(50_000_000))
    yield "docx_merged_over_nonsense", document(wide.format("banyak"))
    yield "docx_merged_upwards", document("<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>")
    yield (
        "docx_outside_relations",
        {
            "word/_rels/document.xml.rels": (
                f'{_XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                '<Relationship Id="r1" TargetMode="External" Target="http://contoh.example/templat.dotm"'
                ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"/>'
                '<Relationship Id="r2" Target="../../../../etc/passwd"'
                ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/></Relationships>'
            ).encode()
        },
    )
    yield "docx_without_body", {"word/document.xml": f"{_XML}<w:document {_W}/>".encode()}
    yield "docx_empty_document", {"word/document.xml": b""}
    yield "docx_nul_document", {"word/document.xml": bytes(10_000)}
    yield (
        "docx_utf16_document",
        {
            "word/document.xml": f"<w:document {_W}><w:body>{paragraph.format('halo')}</w:body></w:document>".encode(
                "utf-16"
            )
        },
    )
    yield "docx_no_types", {"[Content_Types].xml": b"<Types/>"}
    yield "docx_macro", {"word/vbaProject.bin": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)}


def _sheet_parts() -> Iterator[tuple[str, dict[str, bytes]]]:
    def sheet(rows: str, *, after: str = "", prolog: str = _XML) -> dict[str, bytes]:
        return {_SHEET: f"{prolog}<worksheet {_S}><sheetData>{rows}</sheetData>{after}</worksheet>".encode()}

    number = '<row r="{0}"><c r="A{0}"><v>{0}</v></c><c r="B{0}"><v>2</v></c></row>'
    yield "xlsx_million_rows", sheet("".join(number.format(at) for at in range(1, 1_000_001)))
    yield "xlsx_blank_million", sheet("".join(f'<row r="{at}"/>' for at in range(1, 1_000_001)))
    yield "xlsx_last_row_of_all", sheet(number.format(1) + number.format(1_048_576))
    yield "xlsx_row_beyond_all", sheet(number.format(10**9))
    yield "xlsx_cell_beyond_all", sheet('<row r="1"><c r="XFD1"><v>1</v></c><c r="ZZZZZ9"><v>1</v></c></row>')
    yield "xlsx_cell_without_sense", sheet('<row r="1"><c r="halo"><v>1</v></c></row>')
    yield (
        "xlsx_size_lies",
        {
            _SHEET: f'{_XML}<worksheet {_S}><dimension ref="A1:XFD1048576"/><sheetData>{number.format(1)}</sheetData></worksheet>'.encode()
        },
    )
    merged = "".join(f'<mergeCell ref="A{at}:XFD{at}"/>' for at in range(1, 60_000))
    yield "xlsx_merged_bomb", sheet(number.format(1), after=f"<mergeCells>{merged}</mergeCells>")
    good = '<row r="1"><c r="A1"><v>7</v></c></row>'
    for vice, cell in {
        "xlsx_date_beyond_all": '<c r="A2" s="1" t="d"><v>99999-99-99</v></c>',
        "xlsx_date_of_words": '<c r="A2" t="d"><v>kemarin</v></c>',
        "xlsx_number_of_words": '<c r="A2" t="n"><v>dua belas</v></c>',
        "xlsx_number_without_end": f'<c r="A2"><v>{"9" * 400}</v></c>',
        "xlsx_number_infinite": '<c r="A2"><v>1e999</v></c><c r="B2"><v>nan</v></c>',
        "xlsx_shared_string_missing": '<c r="A2" t="s"><v>99999999</v></c><c r="B2" t="s"><v>-1</v></c>',
        "xlsx_style_missing": '<c r="A2" s="99999"><v>3</v></c>',
        "xlsx_kind_unknown": '<c r="A2" t="apa"><v>3</v></c>',
        "xlsx_boolean_of_words": '<c r="A2" t="b"><v>mungkin</v></c>',
        "xlsx_error_cell": '<c r="A2" t="e"><v>#REF!</v></c><c r="B2"><f>1/0</f></c>',
    }.items():
        yield vice, sheet(f'{good}<row r="2">{cell}</row><row r="3"><c r="A3"><v>8</v></c></row>')
    yield (
        "xlsx_date_out_of_range",
        {
            **sheet(
                f'{good}<row r="2"><c r="A2" s="1"><v>99999999999</v></c></row><row r="3"><c r="A3"><v>8</v></c></row>'
            ),
            **_date_style(),
        },
    )
    yield (
        "xlsx_date_before_all",
        {
            **sheet(
                f'{good}<row r="2"><c r="A2" s="1"><v>-99999999</v></c></row><row r="3"><c r="A3"><v>8</v></c></row>'
            ),
            **_date_style(),
        },
    )
    yield (
        "xlsx_billion_laughs",
        sheet(f'{good}<row r="2"><c r="A2" t="inlineStr"><is><t>&a9;</t></is></c></row>', prolog=_laughs()),
    )
    yield "xlsx_outside_entity", sheet(good, prolog=f'{_XML}<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>')
    yield "xlsx_deep_xml", {_SHEET: f"{_XML}<worksheet {_S}>{'<a>' * 100_000}{'</a>' * 100_000}</worksheet>".encode()}
    yield "xlsx_sheet_is_text", {_SHEET: b"ini bukan lembar"}
    yield "xlsx_sheet_empty", {_SHEET: b""}
    yield "xlsx_no_workbook", {"xl/workbook.xml": b"<workbook/>"}
    yield "xlsx_styles_broken", {"xl/styles.xml": b"<styleSheet"}
    yield (
        "xlsx_long_cell",
        sheet(f'<row r="1"><c r="A1" t="inlineStr"><is><t>{"Kabupaten Contoh " * 200_000}</t></is></c></row>'),
    )
    yield (
        "xlsx_shared_bomb",
        {
            "xl/sharedStrings.xml": f"{_XML}<sst {_S}>{'<si><t>' + 'x' * 1000 + '</t></si>'}</sst>".encode()
            + b" " * 150_000_000
        },
    )
    sheets = "".join(f'<sheet name="s{at}" sheetId="{at}" r:id="rId1"/>' for at in range(1, 4_000))
    yield (
        "xlsx_many_sheets",
        {
            "xl/workbook.xml": f'{_XML}<workbook {_S} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{sheets}</sheets></workbook>'.encode()
        },
    )


def _date_style() -> dict[str, bytes]:
    return {
        "xl/styles.xml": (
            f'{_XML}<styleSheet {_S}><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>'
            '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
            '<cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>'
        ).encode()
    }
