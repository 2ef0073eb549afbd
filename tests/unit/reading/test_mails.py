from __future__ import annotations

import io
from email.message import EmailMessage

import openpyxl
import pytest

from evidence_ai.domain.document import Outcome
from evidence_ai.reading import media_types as kinds
from evidence_ai.reading import read
from evidence_ai.reading.mails import take_apart
from evidence_ai.reading.media_types import detect
from tests.fakes.engines.absent import ENGINE as ABSENT
from tests.unit.reading.signed import letter


def mail(*attached: tuple[str, bytes], subject: str = "Data dukung KKP HAM") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "hukum@contoh.invalid", "kanwil@contoh.invalid", subject
    message["Date"], message["Message-ID"] = "Tue, 05 Mar 2024 09:00:00 +0700", "<1@contoh.invalid>"
    message.set_content("Bersama ini kami sampaikan data dukung.\nTerima kasih.")
    for name, content in attached:
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message


def sheet() -> bytes:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["Uraian", "Nilai"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_the_letter_is_page_one_and_attachments_follow_with_their_names() -> None:
    content = mail(("perda.pdf", letter("PERATURAN DAERAH")), ("data.docx", sheet())).as_bytes()
    assert detect(content, "surat.pdf") == kinds.EML
    result = read(content, kinds.EML, engine=ABSENT)
    assert result.outcome is Outcome.OK
    assert [page.number for page in result.pages] == [1, 2, 3]
    first = result.pages[0].text.split("\n")
    assert first[0] == "Dari: hukum@contoh.invalid"
    assert "Lampiran: perda.pdf, data.docx" in first
    assert first[-2:] == ["Bersama ini kami sampaikan data dukung.", "Terima kasih."]
    assert result.pages[1].text == "PERATURAN DAERAH"
    assert result.pages[1].note is not None
    assert "perda.pdf" in result.pages[1].note.id
    assert result.pages[2].text == "Uraian Nilai"


def test_an_attachment_that_cannot_be_read_is_a_named_page_that_failed() -> None:
    result = read(mail(("rusak.pdf", b"%PDF-1.4 rusak")).as_bytes(), kinds.EML, engine=ABSENT)
    assert result.outcome is Outcome.PARTIAL
    (failure,) = result.pages_failed
    assert failure.page == 2
    assert "rusak.pdf" in failure.reason.message.id


def test_an_attached_mail_is_read_with_its_own_attachments_and_depth_is_bounded() -> None:
    inner = mail(("dalam.pdf", letter("SURAT KETERANGAN")))
    for _deeper in range(5):
        outer = mail()
        outer.add_attachment(inner)
        inner = outer
    result = read(inner.as_bytes(), kinds.EML, engine=ABSENT)
    assert result.outcome is Outcome.PARTIAL
    assert [one.reason.code for one in result.pages_failed] == ["nested_too_deep"]


def test_in_a_package_only_the_letter_is_read() -> None:
    result = read(mail(("perda.pdf", letter("PERATURAN"))).as_bytes(), kinds.LETTER, engine=ABSENT)
    assert result.pages_total == 1


def test_a_mail_written_in_html_gives_its_lines_and_a_logo_is_no_attachment() -> None:
    message = EmailMessage()
    message["From"], message["Subject"], message["MIME-Version"] = "a@contoh.invalid", "x", "1.0"
    message.set_content(
        "<html><body><p>Yth. Kanwil</p><p>Data terlampir</p><img src='cid:l'></body></html>", subtype="html"
    )
    message.add_related(b"\x89PNG logo", maintype="image", subtype="png", cid="<l>")
    taken = take_apart(message.as_bytes(), kinds.EML)
    assert [line for line in taken.lines if line] == ["Yth. Kanwil", "Data terlampir"]
    assert taken.attachments == ()


def test_a_web_page_saved_as_one_file_is_read_as_the_page() -> None:
    content = (
        b"From: <Saved by Blink>\r\nSubject: JDIH\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n'
        b"<html><body><h1>PERATURAN BUPATI</h1><p>Pasal 1</p></body></html>\r\n--b--\r\n"
    )
    assert detect(content, "perda.mht") == kinds.EML
    assert read(content, kinds.EML, engine=ABSENT).pages[0].text == "PERATURAN BUPATI\nPasal 1"


@pytest.mark.parametrize("content", [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 2_000, b"bukan surat"])
def test_a_broken_outlook_mail_is_unreadable(content: bytes) -> None:
    assert read(content, kinds.MSG, engine=ABSENT).outcome is Outcome.UNREADABLE


@pytest.mark.parametrize(
    "text",
    ["Dari: Bupati\nKepada: Camat\nPerihal: Undangan\n", "To: Camat\nFrom: Bupati\n\nUndangan", "PERATURAN: 1\n"],
)
def test_a_plain_letter_is_no_mail(text: str) -> None:
    assert detect(text.encode(), "surat.txt") == kinds.TEXT
