"""Hostile plain text: endless lines, odd encodings, words made to slow down whoever searches them."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.material import HostileFile

_PERDA = (
    "PERATURAN DAERAH KABUPATEN TANJUNG ARUM\nNOMOR 4 TAHUN 2021\nTENTANG\nKABUPATEN LAYAK ANAK\n\n"
    "Menimbang : a. bahwa anak adalah amanah;\nMengingat : 1. Undang-Undang Nomor 23 Tahun 2002;\n"
    "Ditetapkan di Arum\npada tanggal 5 Mei 2021\nBUPATI TANJUNG ARUM,\n"
)


def hostile_texts() -> Iterator[HostileFile]:
    """Every hand-made vice once."""
    for vice, content in (*_encodings(), *_endless(), *_slow()):
        yield HostileFile(f"{vice}.txt", content, vice)
    for vice, content in _tables():
        yield HostileFile(f"{vice}.csv", content, vice)
    for name, content in {
        "text_named_pdf.pdf": _PERDA.encode(),
        "page_named_pdf.pdf": b"<!DOCTYPE html><html><title>404 Not Found</title>" + b"<p>" * 9_000,
        "text_named_docx.docx": _PERDA.encode(),
        "text_named_jpg.jpg": _PERDA.encode(),
        "nothing.pdf": b"",
        "one_byte.pdf": b"%",
        "nothing.txt": b"",
        "no_extension": _PERDA.encode(),
        "extension_on_extension.pdf.exe": b"MZ" + bytes(2_000),
        "page.html": b"<html><script>while(1);</script>" + _PERDA.encode() * 50,
        "data.xml": b"<?xml version='1.0'?>" + b"<a>" * 50_000,
        "noise.bin": bytes(range(256)) * 4_000,
    }.items():
        yield HostileFile(name, content, "wrong_extension")


def _encodings() -> Iterator[tuple[str, bytes]]:
    for encoding in (
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "utf-32-le",
        "utf-32-be",
        "utf-8-sig",
        "cp1252",
        "utf-7",
    ):
        yield f"encoded_{encoding.replace('-', '_')}", (_PERDA * 3).encode(encoding)
    yield "encoded_utf_16_cut", (_PERDA * 3).encode("utf-16")[:-1]
    yield "encoded_utf_16_half_pairs", b"\xff\xfe" + b"\x00\xd8" * 2_000 + _PERDA.encode("utf-16-le")
    yield "encoded_twice", _PERDA.encode("utf-16") + _PERDA.encode("utf-8") + b"\xff\xfe\xfd"
    yield "marks_in_a_row", b"\xef\xbb\xbf" * 5_000 + _PERDA.encode()
    yield "nuls_between_lines", _PERDA.encode().replace(b"\n", b"\0\n\0")
    yield "nothing_but_nuls", bytes(2_000_000)
    yield "nothing_but_blanks", b" \n\t\r" * 500_000
    yield "controls", bytes(range(1, 32)) * 5_000 + _PERDA.encode()
    yield "old_mac_lines", (_PERDA * 200).replace("\n", "\r").encode()
    yield "right_to_left", ("\u202e" + _PERDA + "\u202c").encode()
    yield "marks_on_letters", ("a" + "\u0301" * 50_000 + " " + _PERDA).encode()
    yield "wide_letters", "".join(chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else one for one in _PERDA).encode()
    yield "form_feeds", b"\f" * 10_000 + _PERDA.encode()


def _endless() -> Iterator[tuple[str, bytes]]:
    yield "one_word_of_megabytes", b"a" * 6_000_000
    yield "one_number_of_megabytes", b"9" * 6_000_000
    yield "one_line_of_megabytes", _PERDA.replace("\n", " ").encode() * 20_000
    yield "many_short_lines", b"a\n" * 2_000_000
    yield "many_headings", _PERDA.encode() * 10_000
    yield "forty_megabytes", _PERDA.encode() * 160_000


def _slow() -> Iterator[tuple[str, bytes]]:
    """Lines on which a careless search goes back again and again."""
    pieces = {
        "numbers_with_dots": "1.000.000." * 100_000,
        "numbers_with_commas": "1,1,1,1,1,1,1," * 70_000,
        "codes": "1.02.01.2.03." * 60_000,
        "percentages": "12,5 % " * 100_000,
        "amounts": "Rp1.250.000.000,00 " * 50_000,
        "dates": "5 Mei 2021 " * 80_000,
        "months": "Januari " * 100_000,
        "nomor": "NOMOR " * 150_000,
        "nomor_tahun": "NOMOR 4 TAHUN " * 70_000,
        "nomor_dots": "NOMOR ......" * 80_000,
        "tentang": "TENTANG " * 120_000,
        "regions": "Kabupaten Kabupaten Kota Kota " * 40_000,
        "region_names": "Kabupaten Tanjung Arum " * 40_000,
        "signatures": "Ditetapkan di Arum pada tanggal " * 30_000,
        "capitals_apart": "P E R A T U R A N " * 60_000,
        "leaders": "BAB I ......................................... 1 " * 20_000,
        "underscores": "_" * 1_000_000,
        "dashes": "- " * 500_000,
        "slashes": "188.45/" * 150_000,
        "brackets": "((((((((((" * 100_000,
        "quotes": "\"'" * 500_000,
        "colons": "Menimbang : " * 80_000,
        "commas": ", " * 500_000,
        "cited_laws": "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah (Lembaran Negara Tahun 2014 Nomor 244), "
        * 8_000,
        "list_marks": "a. b. c. 1. 2. (1) (2) " * 40_000,
        "digits_apart": "1 2 3 4 5 6 7 8 9 0 " * 50_000,
        "targets": "Target 100 % Realisasi 95,5 % Capaian 95,5 % " * 20_000,
        "roman": "XVIIIXVIII " * 80_000,
    }
    for vice, text in pieces.items():
        yield f"slow_{vice}_one_line", text.encode()
        step = max(len(text) // 4_000, 1)
        yield f"slow_{vice}_lines", "\n".join(text[at : at + step] for at in range(0, len(text), step)).encode()


def _tables() -> Iterator[tuple[str, bytes]]:
    header = "No;Uraian;Target;Realisasi;Satuan\n"
    yield "csv_million_rows", (header + "1;Jumlah anak;100;95,5;orang\n" * 1_000_000).encode()
    yield "csv_hundred_thousand_rows", (header + "1;Jumlah anak;100;95,5;orang\n" * 100_000).encode()
    yield "csv_wide", (";".join(str(at) for at in range(200_000)) + "\n").encode() * 3
    yield "csv_one_line", b"1,2,3," * 500_000
    yield "csv_open_quote", b'a,"b\n' + b"c,d\n" * 200_000
    yield "csv_quotes", b'"' * 1_000_001
    yield "csv_nuls", b"a,b\0,c\n" * 20_000
    yield "csv_utf16", (header + "1;Jumlah;5;6;orang\n" * 50).encode("utf-16-le")
    yield "csv_formulas", b'=cmd|"/c calc"!A1,@SUM(A1),+1,-1\n' * 500
    yield "csv_ragged", "".join(";".join("x" * (at % 40)) + "\n" for at in range(20_000)).encode()
    yield "csv_huge_cell", b'a,"' + b"kata " * 1_000_000 + b'",c\n'
    yield "csv_blank_rows", b",,,,\n" * 500_000
