"""Hostile ZIPs: as office files, and as packages with and without manifests."""

from __future__ import annotations

import io
import random
import stat
import struct
import zipfile
from collections.abc import Iterator

from openpyxl import Workbook

from tests.hostile.material import HostileFile, zipped

_TEXT = b"PERATURAN BUPATI TANJUNG ARUM\nNOMOR 4 TAHUN 2021\nTENTANG\nKABUPATEN LAYAK ANAK\n"
_HEADER = "indikator,jawaban,satuan,pembilang,penyebut,berkas,keterangan\n"
_ROW = "BH.S1,ada,,,,a.txt,\n"


def hostile_archives() -> Iterator[HostileFile]:
    """Archives that come as one document."""
    nested = _TEXT
    for depth in range(20):
        nested = zipped([(f"{depth}.zip", nested)])
    yield HostileFile("nested_zip.zip", nested, "nested_zip")
    yield HostileFile("zip_bomb.zip", zipped([("a.txt", bytes(300_000_000))]), "zip_bomb")
    yield HostileFile("zip_as_pdf.pdf", zipped([("a.txt", _TEXT)]), "wrong_extension")
    yield HostileFile("only_a_directory_end.zip", b"PK\x05\x06" + bytes(18), "empty_zip")
    yield HostileFile("locked_entry.docx", _flagged(zipped([("word/document.xml", b"<a/>")])), "locked_entry")
    yield HostileFile("pdf_and_zip.pdf", b"%PDF-1.4\n%%EOF\n" + zipped([("a.txt", _TEXT)]), "polyglot")
    yield HostileFile(
        "mimetype_lies.odt",
        zipped([("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"<x>")]),
        "broken_odt",
    )
    for start, name in (
        (b"Rar!\x1a\x07\x01\x00", "a.rar"),
        (b"7z\xbc\xaf\x27\x1c", "a.7z"),
        (b"\x1f\x8b\x08", "a.tar.gz"),
    ):
        yield HostileFile(f"broken_{name}", start + bytes(range(256)), "broken_archive")
    yield HostileFile("old_office.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_000), "broken_ole")
    yield HostileFile(
        "old_office_ring.xls",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + struct.pack("<I", 0) * 2_000 + "Workbook".encode("utf-16-le"),
        "broken_ole",
    )
    yield HostileFile("rich.rtf", b"{\\rtf1" + b"{" * 100_000 + b"halo", "deep_rtf")
    yield HostileFile(
        "mail.eml",
        b"From: a@contoh.example\r\nSubject: b\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
        + b"--x\r\n" * 20_000,
        "mail_of_parts",
    )


def hostile_packages() -> Iterator[HostileFile]:
    """Whole packages, for `precheck`."""
    for vice, content in (*_names(), *_bombs(), *_manifests()):
        yield HostileFile(f"{vice}.paket.zip", content, vice)


def _names() -> Iterator[tuple[str, bytes]]:
    good = ("a.txt", _TEXT)
    yield "path_upwards", zipped([good, ("../../luar.txt", _TEXT), ("..\\..\\luar.txt", _TEXT)])
    yield (
        "path_from_the_root",
        zipped([good, ("/etc/luar.txt", _TEXT), ("C:\\luar.txt", _TEXT), ("\\\\server\\luar.txt", _TEXT)]),
    )
    yield "name_twice", zipped([good, good, ("A.TXT", _TEXT)])
    yield "names_differ_by_case", zipped([("Perda.txt", _TEXT), ("PERDA.txt", _TEXT), ("perda.TXT", _TEXT)])
    yield "name_with_controls", zipped([good, ("b\n\x1b[31m.txt", _TEXT), ("c\r.txt", _TEXT), ("\u202etxt.fdp", _TEXT)])
    yield "name_without_end", zipped([good, ("x" * 30_000 + ".txt", _TEXT)])
    yield "names_of_windows", zipped([good, ("CON", _TEXT), ("aux.txt", _TEXT), ("a .txt ", _TEXT), ("a:b.txt", _TEXT)])
    yield "name_empty", zipped([good, ("/", b""), (".", _TEXT), ("..", _TEXT)])
    yield "name_half_utf8", zipped([good]).replace(b"a.txt", b"\xff\xfe.tx")
    yield "name_with_nul", zipped([("a@txt", _TEXT)]).replace(b"a@txt", b"a\0txt")
    yield "names_from_macos", zipped([good, ("__MACOSX/._a.txt", b"x"), (".DS_Store", b"x"), ("Thumbs.db", b"x")])
    yield "link_outwards", _with_link("ke_luar.txt", b"/etc/passwd")
    yield "link_to_itself", _with_link("diri.txt", b"diri.txt")
    yield "folder_and_file_of_one_name", zipped([("a", _TEXT), ("a/b.txt", _TEXT)])
    yield "folders_500_deep", zipped([("/".join("d" * 1 for _ in range(480)) + "/a.txt", _TEXT)])
    yield "nothing_but_folders", zipped([("a/", b""), ("a/b/", b"")])
    yield "nothing_at_all", zipped([])


def _bombs() -> Iterator[tuple[str, bytes]]:
    yield "package_bomb", zipped([("a.txt", _TEXT), ("b.txt", bytes(900_000_000))])
    yield "package_bomb_in_pieces", zipped([(f"{at}.txt", bytes(19_000_000)) for at in range(40)])
    yield "package_bomb_lzma", zipped([("a.txt", bytes(60_000_000))], method=zipfile.ZIP_LZMA)
    yield "package_bomb_bzip2", zipped([("a.txt", bytes(60_000_000))], method=zipfile.ZIP_BZIP2)
    yield "twenty_thousand_files", zipped([(f"{at}.txt", b"x") for at in range(20_001)], method=zipfile.ZIP_STORED)
    yield "package_in_packages", zipped([("dalam.zip", zipped([("lagi.zip", zipped([("a.txt", _TEXT)]))]))])
    yield (
        "size_lies",
        zipped([("a.txt", _TEXT * 1_000)]).replace(struct.pack("<I", len(_TEXT) * 1_000), struct.pack("<I", 10)),
    )
    whole = bytearray(zipped([("a.txt", _TEXT), ("b.txt", _TEXT)]))
    whole[60] ^= 0xFF
    yield "checksum_wrong", bytes(whole)
    yield "cut_in_half", bytes(whole[: len(whole) // 2])
    yield "overlapping_entries", _overlapping()
    yield "comment_hides_the_end", zipped([("a.txt", _TEXT)]) + b"PK\x05\x06" * 20_000
    yield "not_a_package", b"ini bukan zip"
    yield "package_behind_a_program", b"MZ" + bytes(5_000) + zipped([("a.txt", _TEXT)])


def _manifests() -> Iterator[tuple[str, bytes]]:
    texts = {
        "manifest_empty": b"",
        "manifest_of_nuls": bytes(5_000),
        "manifest_header_only": _HEADER.encode(),
        "manifest_without_header": _ROW.encode() * 5,
        "manifest_wrong_columns": b"nama,alamat\nBudi,Jalan\n",
        "manifest_columns_twice": b"indikator,indikator,jawaban,berkas,berkas\nBH.S1,BH.S2,ada,a.txt,b.txt\n",
        "manifest_utf16": (_HEADER + _ROW).encode("utf-16"),
        "manifest_utf16_unmarked": (_HEADER + _ROW).encode("utf-16-le"),
        "manifest_utf32": (_HEADER + _ROW).encode("utf-32"),
        "manifest_marked_utf8": (_HEADER + _ROW).encode("utf-8-sig"),
        "manifest_cp1252": (_HEADER + "BH.S1,\u201cada\u201d \u2013 caf\u00e9,,,,a.txt,\n").encode("cp1252"),
        "manifest_semicolons": (_HEADER + _ROW).replace(",", ";").encode(),
        "manifest_tabs": (_HEADER + _ROW).replace(",", "\t").encode(),
        "manifest_old_mac_lines": (_HEADER + _ROW).replace("\n", "\r").encode(),
        "manifest_open_quote": (_HEADER + 'BH.S1,"ada,,,,a.txt,\n' + _ROW * 50).encode(),
        "manifest_huge_cell": (_HEADER + "BH.S1," + "9" * 2_000_000 + ",,,,a.txt,\n").encode(),
        "manifest_huge_number": (_HEADER + "BH.H1,1e999999999,orang,9e99999,0,a.txt,\n").encode(),
        "manifest_divides_by_zero": (_HEADER + "BH.H1,12,%,5,0,a.txt,\nBH.H2,nan,%,inf,-inf,a.txt,\n").encode(),
        "manifest_formulas": (
            _HEADER + '=CMD|"/c calc"!A1,@SUM(1),+1,-1,=1/0,a.txt,=HYPERLINK("http://contoh.example")\n'
        ).encode(),
        "manifest_paths_outwards": (_HEADER + "BH.S1,ada,,,,../../etc/passwd|/etc/shadow|C:\\x|\0,\n").encode(),
        "manifest_many_rows": (_HEADER + _ROW * 100_000).encode(),
        "manifest_many_files": (
            _HEADER + "BH.S1,ada,,,," + "|".join(f"{at}.txt" for at in range(50_000)) + ",\n"
        ).encode(),
        "manifest_one_endless_row": (_HEADER + "x," * 1_000_000).encode(),
        "manifest_unknown_indicators": (_HEADER + "".join(f"ZZ.{at},ada,,,,a.txt,\n" for at in range(300))).encode(),
        "manifest_same_indicator": (_HEADER + _ROW * 300).encode(),
        "manifest_controls": (_HEADER + "BH.S1,\x00\x07\x1b[2J,\ud7ff,,,a.txt,\u202e\n").encode(),
    }
    for vice, manifest in texts.items():
        yield vice, zipped([("manifest.csv", manifest), ("a.txt", _TEXT)])
    yield "manifest_is_a_bomb", zipped([("manifest.csv", b"indikator\n" + b"\n" * 250_000_000), ("a.txt", _TEXT)])
    yield "manifest_xlsx_is_text", zipped([("manifest.xlsx", b"indikator;jawaban"), ("a.txt", _TEXT)])
    yield "manifest_xlsx_is_a_zip", zipped([("manifest.xlsx", zipped([("xl/a.xml", b"<a/>")])), ("a.txt", _TEXT)])
    yield "manifest_xlsx", zipped([("manifest.xlsx", _workbook()), ("a.txt", _TEXT)])
    yield (
        "two_manifests",
        zipped([("manifest.csv", _HEADER.encode()), ("b/manifest.csv", _HEADER.encode()), ("a.txt", _TEXT)]),
    )


def _workbook() -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        (None,) * 7,
        tuple(_HEADER.strip().split(",")),
        ("BH.S1", True, 1e300, "=1/0", -1, "a.txt", "x" * 32_000),
    ):
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _flagged(content: bytes) -> bytes:
    """The entries marked as locked, in both of their headers."""
    return content.replace(b"PK\x03\x04\x14\x00\x00", b"PK\x03\x04\x14\x00\x01").replace(
        b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01"
    )


def _with_link(name: str, target: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(zipfile.ZipInfo("a.txt", (2025, 1, 15, 8, 0, 0)), _TEXT)
        entry = zipfile.ZipInfo(name, (2025, 1, 15, 8, 0, 0))
        entry.create_system = 3
        entry.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(entry, target)
    return out.getvalue()


def _overlapping() -> bytes:
    """A directory that names one entry ten thousand times: each is small, together they fill a disk."""
    noise = random.Random("overlap").randbytes(100_000)
    one = zipped([("a.txt", noise)])
    end = one.rindex(b"PK\x05\x06")
    start = one.index(b"PK\x01\x02")
    directory = one[start:end]
    count = 10_000
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(directory) * count, start, 0)
    return one[:start] + directory * count + tail
