from __future__ import annotations

import gzip
import io
import shutil
import struct
import subprocess
import tarfile
import zipfile
import zlib
from pathlib import Path

import pytest

from evidence_ai.domain.document import Outcome
from evidence_ai.errors import InputError
from evidence_ai.reading import archives
from evidence_ai.reading import media_types as kinds
from evidence_ai.reading.archives import NotUnpackedError, unpacked
from evidence_ai.reading.media_types import detect
from evidence_ai.reading.package import open_package
from tests.unit.reading.signed import letter
from tests.unit.reading.test_mails import mail, sheet

PERDA = letter("PERATURAN DAERAH")
needs_unpacker = pytest.mark.skipif(
    shutil.which("unar") is None and shutil.which("7z") is None, reason="neither unar nor 7-Zip is installed"
)
needs_7z = pytest.mark.skipif(shutil.which("7z") is None, reason="7-Zip is not installed")


def tar(**files: bytes) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, content in files.items():
            entry = tarfile.TarInfo(name.replace("__", "/").replace("_dot_", "."))
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return out.getvalue()


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("_dot_", "."), content)
    return out.getvalue()


def seven(tmp_path: Path, *options: str, **files: bytes) -> bytes:
    for name, content in files.items():
        (tmp_path / name.replace("_dot_", ".")).write_bytes(content)
    names = [name.replace("_dot_", ".") for name in files]
    subprocess.run(["7z", "a", *options, "x.7z", *names], cwd=tmp_path, check=True, capture_output=True)
    return (tmp_path / "x.7z").read_bytes()


def rar(**files: bytes) -> bytes:
    """RAR 4 with files that are stored, not compressed: what only its makers may compress, anybody may lay out."""

    def header(kind: int, flags: int, rest: bytes) -> bytes:
        body = struct.pack("<BHH", kind, flags, 7 + len(rest)) + rest
        return struct.pack("<H", zlib.crc32(body) & 0xFFFF) + body

    out = b"Rar!\x1a\x07\x00" + header(0x73, 0, bytes(6))
    for name, content in files.items():
        plain = name.replace("_dot_", ".").encode()
        size, check = len(content), zlib.crc32(content)
        rest = struct.pack("<IIBIIBBHI", size, size, 3, check, 0x58210000, 20, 0x30, len(plain), 0o100644) + plain
        out += header(0x74, 0x8000, rest) + content
    return out + header(0x7B, 0x4000, b"")


def names(content: bytes) -> list[str]:
    return [file.name for file in open_package(content).files]


def test_a_tar_is_a_package_also_compressed() -> None:
    content = tar(struktur__perda_dot_pdf=PERDA, readme_dot_txt=b"isi")
    for packed in (content, gzip.compress(content)):
        package = open_package(packed)
        assert [file.name for file in package.files] == ["struktur/perda.pdf", "readme.txt"]
        assert package.files[0].content() == PERDA


def test_a_link_in_a_tar_is_named_and_not_followed() -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        link = tarfile.TarInfo("perda.pdf")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    (file,) = open_package(out.getvalue()).files
    assert file.refused is not None
    assert file.refused.outcome is Outcome.UNSUPPORTED


@needs_7z
def test_a_7z_is_a_package_and_nothing_is_left_when_it_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = seven(tmp_path, perda_dot_pdf=PERDA, data_dot_txt=b"isi")
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    assert detect(content, "paket.zip") == kinds.SEVEN_ZIP
    package = open_package(content)
    assert {file.name: file.content() for file in package.files} == {"perda.pdf": PERDA, "data.txt": b"isi"}
    del package
    assert list(scratch.iterdir()) == []


@needs_unpacker
def test_a_rar_is_a_package_and_an_archive_in_a_package() -> None:
    content = rar(perda_dot_pdf=PERDA, data_dot_txt=b"isi")
    assert detect(content, "paket.zip") == kinds.RAR
    assert {file.name: file.content() for file in open_package(content).files} == {
        "perda.pdf": PERDA,
        "data.txt": b"isi",
    }
    assert names(zipped(a_dot_rar=content)) == ["a.rar/data.txt", "a.rar/perda.pdf"]


@needs_7z
@pytest.mark.slow
def test_a_locked_7z_is_encrypted_and_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    with pytest.raises(NotUnpackedError) as locked:
        unpacked(seven(tmp_path, "-prahasia", a_dot_txt=b"isi" * 100), kinds.SEVEN_ZIP)
    assert locked.value.text.outcome is Outcome.ENCRYPTED
    (tmp_path / "x.7z").unlink()
    with pytest.raises(NotUnpackedError) as bomb:
        unpacked(seven(tmp_path, b_dot_txt=b"0" * 60_000_000), kinds.SEVEN_ZIP)
    assert bomb.value.text.outcome is Outcome.TOO_BIG


@pytest.mark.parametrize("kind", [kinds.RAR, kinds.SEVEN_ZIP, kinds.TAR, kinds.GZIP, kinds.XZ, kinds.BZIP2])
def test_a_broken_archive_ends_by_name(kind: str) -> None:
    start = {kinds.RAR: b"Rar!\x1a\x07\x01\x00", kinds.SEVEN_ZIP: b"7z\xbc\xaf\x27\x1c"}.get(kind, b"")
    with pytest.raises(NotUnpackedError) as ended:
        unpacked(start + b"\x07" * 2_000, kind)
    assert ended.value.text.outcome in (Outcome.UNREADABLE, Outcome.UNSUPPORTED)


def test_without_an_unpacker_the_advice_says_what_to_send(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "_found", lambda _program: None)
    with pytest.raises(InputError, match="Kemas ulang sebagai ZIP"):
        open_package(b"Rar!\x1a\x07\x01\x00" + b"x" * 100)


def test_an_archive_in_a_package_is_replaced_by_what_it_holds_whatever_its_name() -> None:
    inner = tar(perda_dot_pdf=PERDA)
    assert names(zipped(lampiran_dot_pdf=inner, surat_dot_txt=b"isi")) == ["lampiran.pdf/perda.pdf", "surat.txt"]
    assert names(zipped(a_dot_zip=zipped(b_dot_pdf=PERDA))) == ["a.zip/b.pdf"]


def test_a_mail_in_a_package_is_its_letter_and_its_attachments_are_documents() -> None:
    content = mail(("perda.pdf", PERDA), ("lagi.tar", tar(sk_dot_pdf=PERDA))).as_bytes()
    package = open_package(zipped(surat_dot_eml=content))
    assert [file.name for file in package.files] == ["surat.eml", "surat.eml/perda.pdf", "surat.eml/lagi.tar/sk.pdf"]
    assert package.files[0].media_type == kinds.LETTER
    assert package.files[0].content() == content
    assert package.files[1].content() == PERDA


def test_archives_nested_too_deeply_are_named_and_stay_closed() -> None:
    content = zipped(perda_dot_pdf=PERDA)
    for _deeper in range(6):
        content = zipped(a_dot_zip=content)
    (file,) = open_package(content).files
    assert file.refused is not None
    assert file.refused.reason is not None
    assert file.refused.reason.code == "nested_too_deep"


def test_an_empty_or_broken_archive_in_a_package_keeps_its_name_and_outcome() -> None:
    found = {
        file.name: file.refused for file in open_package(zipped(a_dot_zip=zipped(), b_dot_gz=b"\x1f\x8b rusak")).files
    }
    assert [one.outcome for one in found.values() if one is not None] == [Outcome.EMPTY, Outcome.UNREADABLE]


def test_office_files_in_a_package_are_documents_and_not_archives() -> None:
    assert names(zipped(data_dot_xlsx=sheet())) == ["data.xlsx"]
