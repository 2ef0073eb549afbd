from __future__ import annotations

import io
import zipfile

import pytest

from evidence_ai.reading import media_types as kinds
from evidence_ai.reading.media_types import detect


def zipped(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        (b"%PDF-1.4", "foto.jpg", kinds.PDF),
        (b"\r\n\r\n%PDF-1.4", "a.pdf", kinds.PDF),
        (b"\x89PNG\r\n\x1a\n", "perda.pdf", kinds.PNG),
        (b"\xff\xd8\xff\xe1", "scan", kinds.JPEG),
        (b"II*\x00", "x.tif", kinds.TIFF),
        (b"<html><body>404</body></html>", "perda.pdf", kinds.HTML),
        (b"{\\rtf1 teks}", "a.doc", kinds.RTF),
        (b"", "a.pdf", kinds.EMPTY),
        ("Peraturan Bupati".encode("utf-16"), "a.txt", kinds.TEXT),
        (b"kode;uraian\n1;a\n", "tabel.csv", kinds.CSV),
        (b"\x00\x01\x02\x03" * 50, "a.pdf", kinds.UNKNOWN),
        (b"From: a\nSubject: b\n\nisi", "a.eml", kinds.EML),
    ],
)
def test_magic_bytes_decide_and_not_the_name(content: bytes, name: str, expected: str) -> None:
    assert detect(content, name) == expected


def test_a_zip_is_looked_into() -> None:
    assert detect(zipped("[Content_Types].xml", "word/document.xml"), "a.zip") == kinds.DOCX
    assert detect(zipped("[Content_Types].xml", "xl/workbook.xml"), "a.docx") == kinds.XLSX
    assert detect(zipped("perda.pdf"), "a.docx") == kinds.ZIP


def test_a_cut_off_docx_is_still_a_docx() -> None:
    whole = zipped("[Content_Types].xml", "word/document.xml")
    assert detect(whole[:-30], "a.docx") == kinds.DOCX


def test_old_office_files_are_told_apart_by_their_streams() -> None:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
    assert detect(head + "WordDocument".encode("utf-16-le"), "a") == kinds.DOC
    assert detect(head + "Workbook".encode("utf-16-le"), "a") == kinds.XLS
    assert detect(head + "EncryptedPackage".encode("utf-16-le"), "a.docx") == kinds.OFFICE_ENCRYPTED
