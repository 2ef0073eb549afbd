from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from evidence_ai.domain.document import Outcome
from evidence_ai.reading import libreoffice, read
from evidence_ai.reading import media_types as kinds
from evidence_ai.reading.media_types import detect
from tests.fakes.engines.absent import ENGINE as ABSENT

needs_office = pytest.mark.skipif(not libreoffice.is_installed(), reason="LibreOffice is not installed")

RTF = (
    rb"{\rtf1\ansi KEPUTUSAN BUPATI MUARA CONTOH\par NOMOR 5 TAHUN 2024\par "
    rb"\trowd\cellx3000\cellx6000 Program\intbl\cell Anggaran\intbl\cell\row"
    rb"\trowd\cellx3000\cellx6000 Kesehatan\intbl\cell 1.000.000\intbl\cell\row\pard Ditetapkan di Muara Contoh\par}"
)


def spreadsheet() -> bytes:
    """An ODS of the fewest parts."""
    names = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    )
    cells = "".join(
        f"<table:table-cell office:value-type='string'><text:p>{text}</text:p></table:table-cell>"
        for text in ("Uraian", "Nilai")
    )
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kinds.ODS}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    body = (
        f"<office:document-content {names}><office:body><office:spreadsheet><table:table table:name='a'>"
        f"<table:table-row>{cells}</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", kinds.ODS)
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", body)
    return out.getvalue()


@needs_office
@pytest.mark.slow
def test_a_text_keeps_its_lines_and_its_table() -> None:
    result = read(RTF, kinds.RTF, engine=ABSENT)
    assert result.outcome is Outcome.OK
    (page,) = result.pages
    assert page.text.split("\n")[0] == "KEPUTUSAN BUPATI MUARA CONTOH"
    assert [[cell.text for cell in row if cell] for row in page.tables[0].rows][1] == ["Kesehatan", "1.000.000"]


@needs_office
@pytest.mark.slow
def test_a_sheet_becomes_a_table_and_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    content = spreadsheet()
    assert detect(content, "data.xlsx") == kinds.ODS
    result = read(content, kinds.ODS, engine=ABSENT)
    assert result.pages[0].text == "Uraian Nilai"
    assert list(tmp_path.iterdir()) == []


@needs_office
@pytest.mark.slow
def test_content_no_office_program_knows_is_unreadable_by_name() -> None:
    result = read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00\xff" * 4_000, kinds.DOC, engine=ABSENT)
    assert result.outcome is Outcome.UNREADABLE
    assert result.reason is not None
    assert result.reason.code == "not_converted"


@needs_office
def test_a_conversion_beyond_its_time_is_stopped_and_named() -> None:
    with pytest.raises(libreoffice.TooSlowError):
        libreoffice.converted(RTF, "rtf", "docx", seconds=0.01)


def test_without_libreoffice_the_advice_says_what_to_send(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evidence_ai.reading.formats.office.is_installed", lambda: False)
    result = read(RTF, kinds.RTF, engine=ABSENT)
    assert result.outcome is Outcome.UNSUPPORTED
    assert result.reason is not None
    assert "Simpan sebagai PDF" in result.reason.message.id


def test_a_bomb_in_an_open_document_is_not_handed_on() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", kinds.ODT)
        archive.writestr("content.xml", b"0" * 30_000_000)
    assert read(out.getvalue(), kinds.ODT, engine=ABSENT).outcome is Outcome.TOO_BIG
