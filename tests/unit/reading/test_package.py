from __future__ import annotations

import io
import stat
import zipfile
from pathlib import Path

import openpyxl
import pytest

from evidence_ai.domain.document import Outcome
from evidence_ai.errors import InputError, NotFoundError
from evidence_ai.reading.manifest import read_manifest
from evidence_ai.reading.package import PackageFiles, open_package

HEADER = "indikator;jawaban;satuan;pembilang;penyebut;berkas;keterangan\n"


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def names(package: PackageFiles) -> list[str]:
    return [file.name for file in package.files]


def codes(package: PackageFiles) -> list[str]:
    return [problem.code for problem in package.problems]


def test_a_zip_and_a_folder_of_the_same_files_hold_the_same(tmp_path: Path) -> None:
    files = {"a/perda.pdf": b"%PDF", "foto.jpg": b"x", "manifest.csv": (HEADER + "BH.S1;ya;;;;perda.pdf;\n").encode()}
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    from_zip, from_folder = open_package(zipped(files), name="p"), open_package(tmp_path, name="p")
    assert names(from_zip) == names(from_folder) == ["a/perda.pdf", "foto.jpg"]
    assert from_zip.claims == from_folder.claims
    assert [file.content() for file in from_zip.files] == [file.content() for file in from_folder.files]


def test_litter_of_operating_systems_is_left_out() -> None:
    files = {"__MACOSX/._a.pdf": b"", ".DS_Store": b"", "x/Thumbs.db": b"", "~$surat.docx": b"", "a.pdf": b""}
    assert names(open_package(zipped(files))) == ["a.pdf"]


def test_names_that_point_outside_are_named_and_not_opened() -> None:
    package = open_package(zipped({"../luar.pdf": b"x", "/etc/passwd": b"x", "C:/a.pdf": b"x", "baik.pdf": b"x"}))
    assert names(package) == ["baik.pdf"]
    assert codes(package) == ["unsafe_name"] * 3


def test_a_symlink_is_refused(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        link = zipfile.ZipInfo("tautan.pdf")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    (tmp_path / "tautan.pdf").symlink_to("/etc/passwd")
    for package in (open_package(out.getvalue()), open_package(tmp_path)):
        assert package.files[0].refused is not None
        assert package.files[0].refused.outcome is Outcome.UNSUPPORTED
        with pytest.raises(InputError):
            package.files[0].content()


def test_a_locked_entry_is_there_and_encrypted() -> None:
    content = bytearray(zipped({"a.pdf": b"x"}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + offset] |= 1
    (file,) = open_package(bytes(content)).files
    assert file.refused is not None
    assert file.refused.outcome is Outcome.ENCRYPTED


def test_a_bomb_is_refused_whole() -> None:
    with pytest.raises(InputError, match="membengkak"):
        open_package(zipped({"a.txt": b"0" * 30_000_000}))


def test_what_is_no_zip_is_an_input_error() -> None:
    with pytest.raises(InputError):
        open_package(b"bukan zip")
    with pytest.raises(NotFoundError):
        open_package(Path("tidak/ada.zip"))


def test_a_damaged_entry_costs_only_itself() -> None:
    content = bytearray(zipped({"a.bin": bytes(range(256)) * 4, "b.txt": b"utuh"}))
    content[45] ^= 0xFF
    damaged, sound = open_package(bytes(content)).files
    with pytest.raises(InputError):
        damaged.content()
    assert sound.content() == b"utuh"


def test_names_of_archives_without_the_utf8_flag_are_read_as_utf8() -> None:
    content = zipped({"Kec?.pdf": b"x"}).replace(b"Kec?.pdf", "Keé.pdf".encode())
    assert names(open_package(content)) == ["Keé.pdf"]


def test_a_manifest_inside_the_only_folder_is_found() -> None:
    package = open_package(zipped({"paket/Manifest.CSV": (HEADER + "BH.S1;1;;;;;\n").encode(), "paket/a.pdf": b""}))
    assert package.manifest == "paket/Manifest.CSV"
    assert names(package) == ["paket/a.pdf"]


def test_of_two_manifests_one_is_used_and_it_is_said() -> None:
    package = open_package(zipped({"manifest.csv": (HEADER + "A;1;;;;;\n").encode(), "x/manifest.csv": b"rusak"}))
    assert [claim.indicator for claim in package.claims] == ["A"]
    assert codes(package) == ["several_manifests"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_claims_are_read_whatever_the_delimiter_and_encoding(delimiter: str, encoding: str) -> None:
    text = 'Indikator;JAWABAN;satuan;pembilang;penyebut;berkas;keterangan\nKS.H1;"264,78";per 100.000;5;10;"a.pdf|b – dua.pdf\nc.pdf";catatan\n'
    cells = text.replace(";", delimiter).encode(encoding)
    claims, problems = read_manifest(cells, "manifest.csv")
    assert problems == ()
    (claim,) = claims
    assert (claim.indicator, claim.value, claim.unit, claim.row) == ("KS.H1", "264,78", "per 100.000", 2)
    assert (claim.numerator, claim.denominator, claim.note) == ("5", "10", "catatan")
    assert claim.file_names == ("a.pdf", "b – dua.pdf", "c.pdf")


def test_what_was_not_filled_in_is_none_and_not_an_empty_word() -> None:
    ((claim,), _) = read_manifest((HEADER + "KS.S1;;;;;;\n").encode(), "manifest.csv")
    assert (claim.value, claim.unit, claim.note, claim.file_names) == (None, None, None, ())


def test_a_manifest_from_excel_keeps_its_row_numbers() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Manifest Kabupaten Muara Contoh 2021"])
    sheet.append([])
    sheet.append(["berkas", "indikator", "jawaban"])
    sheet.append(["a.pdf", "KS.H1", 12.5])
    sheet.append([])
    sheet.append(["b.pdf", "KS.H2", "nihil"])
    out = io.BytesIO()
    book.save(out)
    claims, problems = read_manifest(out.getvalue(), "manifest.xlsx")
    assert [(claim.indicator, claim.value, claim.row) for claim in claims] == [
        ("KS.H1", "12,5", 4),
        ("KS.H2", "nihil", 6),
    ]
    assert problems == ()


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("manifest.xlsx", b"bukan xlsx", "manifest_broken"),
        ("manifest.csv", b"nomor;isi\n1;2\n", "manifest_without_header"),
        ("manifest.csv", b"", "manifest_without_header"),
        ("manifest.csv", HEADER.encode(), "manifest_empty"),
        ("manifest.csv", (HEADER + ";5;;;;a.pdf;\n").encode(), "manifest_rows_without_indicator"),
        ("manifest.csv", b"indikator;satuan\nA;orang\n", "manifest_columns_missing"),
        ("manifest.csv", b'indikator;jawaban;berkas\nA;"' + b"x" * 200_000, "manifest_broken"),
    ],
)
def test_a_broken_manifest_is_a_named_problem(name: str, content: bytes, code: str) -> None:
    package = open_package(zipped({name: content, "a.pdf": b"x"}))
    assert code in codes(package)
    assert names(package) == ["a.pdf"]
