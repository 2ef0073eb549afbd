from __future__ import annotations

import datetime as dt
import io

import pikepdf
import pytest

from evidence_ai.domain.document import DocumentText
from evidence_ai.domain.signature import SignatureState
from evidence_ai.reading import read
from evidence_ai.reading.inspecting import inspected
from evidence_ai.reading.media_types import PDF, TEXT
from tests.fakes.engines.absent import ENGINE as ABSENT
from tests.unit.reading.signed import Identity, letter, signed

HEAD = Identity("SITI CONTOH, S.H.")
PLAIN = letter("KEPUTUSAN BUPATI MUARA CONTOH", "NOMOR 5 TAHUN 2024", "Ditetapkan di Muara Contoh")
SIGNED = signed(PLAIN, HEAD, box=(300, 400, 450, 460))


def whole(content: bytes, *anchors: bytes, kind: str = PDF) -> DocumentText:
    return inspected(read(content, kind, engine=ABSENT), content, kind, anchors=anchors)


def test_an_intact_signature_names_its_signer_time_and_page() -> None:
    (found,) = whole(SIGNED).signatures
    assert found.state is SignatureState.INTACT
    assert (found.signer, found.organisation) == ("SITI CONTOH, S.H.", "Pemerintah Kabupaten Muara Contoh")
    assert found.issuer == "Penerbit Contoh"
    assert found.covers_whole_file is True
    assert found.page == 1
    assert found.signed_at is not None
    assert found.signed_at.tzinfo is dt.UTC
    assert not found.is_timestamped


def test_without_anchors_the_issuer_cannot_be_determined_and_with_its_anchor_it_is_known() -> None:
    (alone,) = whole(SIGNED).signatures
    assert alone.is_issuer_trusted is None
    assert "tidak dapat dipastikan" in alone.words.id
    (known,) = whole(SIGNED, HEAD.anchor).signatures
    assert known.is_issuer_trusted is True
    (stranger,) = whole(SIGNED, Identity("LAIN").anchor).signatures
    assert stranger.is_issuer_trusted is None


def test_a_changed_byte_inside_the_signed_part_is_an_alteration() -> None:
    at = SIGNED.index(b"/MediaBox")
    (found,) = whole(SIGNED[:at] + SIGNED[at:].replace(b"595", b"594", 1)).signatures
    assert found.state is SignatureState.ALTERED


def test_a_page_changed_by_a_later_revision_is_an_alteration() -> None:
    from pyhanko.pdf_utils import generic  # noqa: PLC0415
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter  # noqa: PLC0415

    writer = IncrementalPdfFileWriter(io.BytesIO(SIGNED))
    extra = writer.add_object(generic.StreamObject(stream_data=b"BT /F1 12 Tf 72 500 Td (NOMOR 9) Tj ET"))
    page = writer.root["/Pages"]["/Kids"][0]
    page["/Contents"] = generic.ArrayObject([page.raw_get("/Contents"), extra])
    writer.update_container(page)
    out = io.BytesIO()
    writer.write(out)  # type: ignore[no-untyped-call]
    (found,) = whole(out.getvalue()).signatures
    assert found.state is SignatureState.ALTERED
    assert found.covers_whole_file is False


def test_a_second_signature_leaves_the_first_intact() -> None:
    twice = signed(SIGNED, Identity("SEKRETARIS CONTOH"), field="TTE2")
    found = whole(twice).signatures
    assert [one.signer for one in found] == ["SITI CONTOH, S.H.", "SEKRETARIS CONTOH"]
    assert [one.state for one in found] == [SignatureState.INTACT] * 2
    assert [one.covers_whole_file for one in found] == [False, True]


def test_a_signature_that_cannot_be_followed_is_told_as_unchecked() -> None:
    with pikepdf.open(io.BytesIO(SIGNED)) as pdf:
        pdf.Root.AcroForm.Fields[0].V.Contents = pikepdf.String(b"bukan CMS")
        out = io.BytesIO()
        pdf.save(out)
    (found,) = whole(out.getvalue()).signatures
    assert found.state is SignatureState.UNCHECKED


@pytest.mark.parametrize(
    "notice",
    [
        "Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik",
        "yang diterbitkan oleh Balai Besar Sertifikasi Elektronik (BSrE), BSSN",
        "Naskah ini ditanda tangani secara elektronik",
    ],
)
def test_a_printed_notice_without_a_signature_is_told_as_such(notice: str) -> None:
    (found,) = whole(f"SURAT\n{notice}\n".encode(), kind=TEXT).signatures
    assert found.state is SignatureState.PRINTED
    assert found.quote is not None
    assert found.quote.text == notice


@pytest.mark.parametrize(
    "text",
    [
        "Pasal 5 Penandatanganan dapat dilakukan secara elektronik dengan sertifikat elektronik",
        "Penyelenggara sertifikasi elektronik wajib memiliki izin",
        "Laporan kegiatan tahun 2024",
    ],
)
def test_a_regulation_about_electronic_signatures_bears_none(text: str) -> None:
    assert whole(text.encode(), kind=TEXT).signatures == ()


def test_an_unsigned_file_has_no_signature() -> None:
    assert whole(PLAIN).signatures == ()
