from __future__ import annotations

import io
import struct
import zipfile
from typing import Any

import docx
import pikepdf
import pytest

from evidence_ai.domain.active_content import ActiveKind
from evidence_ai.reading import media_types as kinds
from evidence_ai.reading import read
from evidence_ai.reading.active_content import _macro_sheets, active_content
from evidence_ai.reading.inspecting import inspected
from tests.fakes.engines.absent import ENGINE as ABSENT
from tests.unit.reading.signed import letter


def word(**parts: str) -> bytes:
    """A Word file with further parts, double underscore for a slash and dot spelled out at its end."""
    document = docx.Document()
    document.add_paragraph("KEPUTUSAN BUPATI")
    out = io.BytesIO()
    document.save(out)
    with zipfile.ZipFile(out, "a") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return out.getvalue()


def pdf(change: str) -> bytes:
    """A letter with one thing that acts."""
    with pikepdf.open(io.BytesIO(letter("SURAT", "Isi surat"))) as file:
        _CHANGES[change](file)
        out = io.BytesIO()
        file.save(out)
    return out.getvalue()


def _script() -> pikepdf.Dictionary:
    return pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))


def _open_script(file: pikepdf.Pdf) -> None:
    file.Root.OpenAction = _script()


def _open_page(file: pikepdf.Pdf) -> None:
    file.Root.OpenAction = pikepdf.Array([file.pages[0].obj, pikepdf.Name.Fit])


def _page_trigger(file: pikepdf.Pdf) -> None:
    file.pages[0].obj.AA = pikepdf.Dictionary(O=_script())


def _annotation(file: pikepdf.Pdf, **entries: Any) -> None:
    note = pikepdf.Dictionary(
        {"/Type": pikepdf.Name.Annot, "/Rect": [0, 0, 9, 9]} | {f"/{key}": value for key, value in entries.items()}
    )
    file.pages[0].obj.Annots = pikepdf.Array([file.make_indirect(note)])


def _launch(file: pikepdf.Pdf) -> None:
    command = pikepdf.Dictionary(S=pikepdf.Name.Launch, F=pikepdf.String("cmd.exe"))
    _annotation(file, Subtype=pikepdf.Name.Link, A=command)


def _link(file: pikepdf.Pdf) -> None:
    action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String("https://contoh.invalid"))
    _annotation(file, Subtype=pikepdf.Name.Link, A=action)


def _attached(file: pikepdf.Pdf) -> None:
    file.attachments["lampiran.xlsx"] = b"isi"


def _film(file: pikepdf.Pdf) -> None:
    _annotation(file, Subtype=pikepdf.Name.RichMedia)


_CHANGES = {
    "open script": _open_script,
    "open page": _open_page,
    "page trigger": _page_trigger,
    "launch": _launch,
    "link": _link,
    "attached": _attached,
    "film": _film,
}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ("open script", {ActiveKind.AUTOMATIC_ACTION, ActiveKind.JAVASCRIPT}),
        ("open page", set()),
        ("page trigger", {ActiveKind.JAVASCRIPT}),
        ("launch", {ActiveKind.LAUNCH}),
        ("link", {ActiveKind.EXTERNAL_LINK}),
        ("attached", {ActiveKind.EMBEDDED_FILE}),
        ("film", {ActiveKind.RICH_MEDIA}),
    ],
)
def test_a_pdf_tells_what_it_would_do(change: str, expected: set[ActiveKind]) -> None:
    content = pdf(change)
    text = inspected(read(content, kinds.PDF, engine=ABSENT), content, kinds.PDF)
    assert {one.kind for one in text.active} == expected
    assert text.pages_total == 1


def test_an_action_on_a_page_names_its_page() -> None:
    content = pdf("launch")
    (found,) = inspected(read(content, kinds.PDF, engine=ABSENT), content, kinds.PDF).active
    assert found.page == 1


@pytest.mark.parametrize(
    ("part", "content", "expected"),
    [
        ("word__vbaProject_dot_bin", "x", ActiveKind.MACRO),
        ("xl__macrosheets__sheet1_dot_xml", "x", ActiveKind.MACRO_SHEET),
        ("word__embeddings__oleObject1_dot_bin", "x", ActiveKind.EMBEDDED_OBJECT),
        ("xl__externalLinks__externalLink1_dot_xml", "<externalLink><ddeLink/></externalLink>", ActiveKind.DDE),
        (
            "word___rels__settings_dot_xml_dot_rels",
            '<Relationships><Relationship Type="http://x/attachedTemplate" TargetMode="External"/></Relationships>',
            ActiveKind.EXTERNAL_TEMPLATE,
        ),
        (
            "word___rels__x_dot_xml_dot_rels",
            '<Relationships><Relationship Type="http://x/image" TargetMode="External"/></Relationships>',
            ActiveKind.EXTERNAL_LINK,
        ),
    ],
)
def test_an_office_file_tells_what_it_holds(part: str, content: str, expected: ActiveKind) -> None:
    assert [one.kind for one in active_content(word(**{part: content}), kinds.DOCX)] == [expected]


def test_a_plain_office_file_and_the_numbers_behind_a_chart_are_no_active_content() -> None:
    assert active_content(word(), kinds.DOCX) == ()
    assert active_content(word(word__embeddings__Microsoft_Excel_Sheet1_dot_xlsx="x"), kinds.DOCX) == ()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (rb"{\rtf1 {\object\objemb{\*\objdata 0105}}}", ActiveKind.EMBEDDED_OBJECT),
        (rb'{\rtf1 {\field{\*\fldinst DDEAUTO c:\\cmd.exe "/k calc"}}}', ActiveKind.DDE),
        (rb"{\rtf1 {\*\template http://contoh.invalid/a.dotm}}", ActiveKind.EXTERNAL_TEMPLATE),
    ],
)
def test_an_rtf_file_tells_what_it_holds(content: bytes, expected: ActiveKind) -> None:
    assert expected in {one.kind for one in active_content(content, kinds.RTF)}


def test_macro_sheets_of_an_old_workbook_are_counted_by_their_record() -> None:
    def sheet(kind: int) -> bytes:
        return struct.pack("<HH", 0x85, 8) + struct.pack("<IBB", 0, 0, kind) + b"\x00\x00"

    assert _macro_sheets(struct.pack("<HH", 0x809, 2) + b"\x00\x06" + sheet(0) + sheet(1)) == 1
    assert _macro_sheets(b"\x85\x00\xff\xff") == 0


def test_a_broken_file_keeps_its_outcome() -> None:
    content = letter("SURAT")[:400]
    text = read(content, kinds.PDF, engine=ABSENT)
    assert inspected(text, content, kinds.PDF) == text
