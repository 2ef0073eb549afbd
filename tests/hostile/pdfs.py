"""Hostile PDFs: loops, bombs, giants, depths and lies."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator

import pikepdf
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tests.hostile.material import HEADING, HostileFile, one_page, pdf, stream

_CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def hostile_pdfs() -> Iterator[HostileFile]:
    """Every hand-made vice once."""
    for family in (_loops, _bombs, _giants, _depths, _lies, _locks, _fronts):
        for vice, content in family():
            yield HostileFile(f"{vice}.pdf", content, vice)


def _loops() -> Iterator[tuple[str, bytes]]:
    yield "page_tree_of_itself", pdf([_CATALOG, b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"])
    yield (
        "page_tree_in_a_ring",
        pdf(
            [
                _CATALOG,
                b"<< /Type /Pages /Kids [3 0 R] /Count 9 >>",
                b"<< /Type /Pages /Kids [2 0 R] /Parent 3 0 R /Count 9 >>",
            ]
        ),
    )
    yield (
        "page_its_own_parent",
        pdf(
            [_CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", b"<< /Type /Page /Parent 3 0 R /Contents 3 0 R >>"]
        ),
    )
    yield "length_of_itself", one_page(b"<< /Length 4 0 R >>\nstream\n" + HEADING + b"\nendstream")
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X %d 0 R >> >>"
    draws = stream(HEADING + b" /X Do")
    yield "form_draws_itself", one_page(draws, resources=b"/XObject << /X 6 0 R >>", more=[stream(b"/X Do", form % 6)])
    ring = [stream(b"/X Do /X Do", form % (7 + at)) for at in range(20)]
    yield (
        "forms_draw_each_other_twice",
        one_page(draws, resources=b"/XObject << /X 6 0 R >>", more=[*ring, stream(b"/X Do", form % 6)]),
    )
    font = b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /FirstChar 65 /LastChar 65"
    font += b" /Widths [9] /Encoding << /Differences [65 /A] >> /CharProcs << /A 7 0 R >> /Resources << /Font << /F2 6 0 R >> >> >>"
    yield (
        "font_of_itself",
        one_page(
            stream(b"BT /F2 9 Tf 72 700 Td (AAAA) Tj ET"),
            resources=b"/Font << /F2 6 0 R >>",
            more=[font, stream(b"BT /F2 1 Tf (AAAA) Tj ET")],
        ),
    )
    yield "previous_table_is_this", pdf([_CATALOG, b"<< /Type /Pages /Kids [] /Count 0 >>"], trailer=b"/Prev 9")
    yield (
        "object_stream_extends_itself",
        pdf(
            [
                _CATALOG,
                b"<< /Type /Pages /Kids [] /Count 0 >>",
                stream(b"9 0 <<>>", b"/Type /ObjStm /N 1 /First 4 /Extends 3 0 R"),
            ]
        ),
    )


def _bombs() -> Iterator[tuple[str, bytes]]:
    zeros = zlib.compress(bytes(200_000_000), 9)
    yield "flate_bomb_content", one_page(stream(zlib.compress(zeros, 9), b"/Filter [/FlateDecode /FlateDecode]"))
    spaces = HEADING + b" " * 150_000_000
    yield "flate_bomb_after_text", one_page(stream(spaces, squeeze=2))
    drawing = b"0 0 m 9 9 l S\n" * 3_000_000
    yield "flate_bomb_of_strokes", one_page(stream(HEADING + drawing, squeeze=2))
    words = b"BT /F1 9 Tf 72 700 Td (Kabupaten) Tj ET\n" * 400_000
    yield "flate_bomb_of_words", one_page(stream(words, squeeze=2))
    picture = b"/Type /XObject /Subtype /Image /Width 30000 /Height 30000 /ColorSpace /DeviceRGB /BitsPerComponent 8"
    shown = stream(b"q 595 0 0 842 0 0 cm /X Do Q")
    yield (
        "flate_bomb_picture",
        one_page(shown, resources=b"/XObject << /X 6 0 R >>", more=[stream(bytes(400_000_000), picture, squeeze=2)]),
    )
    yield (
        "object_stream_bomb",
        pdf(
            [
                _CATALOG,
                b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                stream(b"7 0 " + b"[" * 150_000_000, b"/Type /ObjStm /N 1 /First 4", squeeze=2),
            ]
        ),
    )
    mask = b"/Type /XObject /Subtype /Image /Width 12000 /Height 12000 /ColorSpace /DeviceGray /BitsPerComponent 8 /SMask 7 0 R"
    soft = b"/Type /XObject /Subtype /Image /Width 15000 /Height 15000 /ColorSpace /DeviceGray /BitsPerComponent 8"
    yield (
        "masked_picture_bomb",
        one_page(
            shown,
            resources=b"/XObject << /X 6 0 R >>",
            more=[stream(bytes(144_000_000), mask, squeeze=2), stream(bytes(225_000_000), soft, squeeze=2)],
        ),
    )
    small = b"/Type /XObject /Subtype /Image /Width 4000 /Height 4000 /ColorSpace /DeviceGray /BitsPerComponent 8"
    many = b"".join(b"q 595 0 0 842 0 0 cm /X%d Do Q\n" % at for at in range(60))
    names = b"/XObject << " + b" ".join(b"/X%d %d 0 R" % (at, at + 6) for at in range(60)) + b" >>"
    yield (
        "sixty_pictures_on_a_page",
        one_page(stream(many), resources=names, more=[stream(bytes(16_000_000), small, squeeze=2)] * 60),
    )
    ascii85 = b"<< /Length 9 /Filter [/ASCIIHexDecode /LZWDecode /RunLengthDecode /FlateDecode] >>\nstream\n8080808>\nendstream"
    yield "filters_in_a_row", one_page(ascii85)
    pattern = b"/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 .01 .01] /XStep .01 /YStep .01 /Resources << >>"
    yield (
        "pattern_of_millions",
        one_page(
            stream(b"/Pattern cs /P scn 0 0 595 842 re f"),
            resources=b"/Pattern << /P 6 0 R >>",
            more=[stream(b"0 0 .005 .005 re f", pattern)],
        ),
    )
    shading = b"<< /ShadingType 1 /ColorSpace /DeviceGray /Domain [0 1 0 1] /Function 7 0 R >>"
    function = stream(
        b"{ " + b"dup mul sqrt " * 3_000 + b" add 2 div }", b"/FunctionType 4 /Domain [0 1 0 1] /Range [0 1]"
    )
    yield (
        "shading_that_calculates",
        one_page(
            stream(b"q 595 0 0 842 0 0 cm /S sh Q"), resources=b"/Shading << /S 6 0 R >>", more=[shading, function]
        ),
    )


def _giants() -> Iterator[tuple[str, bytes]]:
    for side, vice in (
        (14_400, "page_of_five_metres"),
        (7_000_000, "page_of_50000_megapixels"),
        (10**12, "page_without_end"),
    ):
        yield vice, one_page(stream(HEADING), box=b"0 0 %d %d" % (side, side))
        yield f"{vice}_drawn", one_page(stream(b"0 0 m %d %d l S" % (side, side)), box=b"0 0 %d %d" % (side, side))
    picture = b"/Type /XObject /Subtype /Image /Width 250000 /Height 200000 /ColorSpace /DeviceGray /BitsPerComponent 8"
    yield (
        "picture_of_50000_megapixels",
        one_page(
            stream(b"q 595 0 0 842 0 0 cm /X Do Q"), resources=b"/XObject << /X 6 0 R >>", more=[stream(b"x", picture)]
        ),
    )
    for kind in (b"/DCTDecode", b"/JPXDecode", b"/JBIG2Decode", b"/CCITTFaxDecode"):
        yield (
            f"picture_of_lies_{kind[1:4].decode().lower()}",
            one_page(
                stream(b"q 595 0 0 842 0 0 cm /X Do Q"),
                resources=b"/XObject << /X 6 0 R >>",
                more=[stream(b"\xff\xd8\xff\x00" * 50, picture + b" /Filter " + kind)],
            ),
        )
    yield (
        "a_thousand_million_pages",
        pdf([_CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>", b"<< /Type /Page /Parent 2 0 R >>"]),
    )
    yield (
        "minus_one_page",
        pdf([_CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count -1 >>", b"<< /Type /Page /Parent 2 0 R >>"]),
    )
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    kids = b" ".join(b"%d 0 R" % (at + 3) for at in range(5_000))
    yield (
        "five_thousand_blank_pages",
        pdf([_CATALOG, b"<< /Type /Pages /Kids [%s] /Count 5000 >>" % kids, *[page] * 5_000]),
    )
    same = b"3 0 R " * 2_500
    text = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
    yield (
        "one_page_2500_times",
        pdf([_CATALOG, b"<< /Type /Pages /Kids [%s] /Count 2500 >>" % same, text, stream(HEADING), _FONT]),
    )
    yield "no_page", pdf([_CATALOG, b"<< /Type /Pages /Kids [] /Count 0 >>"])
    for box in (b"0 0 0 0", b"595 842 0 0", b"0 0 -595 842", b"nan inf 1 1", b"0 0 1e30 1e30", b"0 0 0.0001 0.0001"):
        yield f"box_{box.decode().replace(' ', '_')}", one_page(stream(HEADING), box=box)
    yield "text_ten_kilometres_high", one_page(stream(b"BT /F1 30000000 Tf 0 0 Td (Kabupaten) Tj ET"))
    yield (
        "text_everywhere_at_once",
        one_page(
            stream(b"BT /F1 12 Tf 72 770 Td " + b"(Anggaran 1.250.000,00 88,5 %) Tj " * 20_000 + b"ET", squeeze=1)
        ),
    )
    rules = b"".join(b"%d 0 m %d 842 l S 0 %d m 595 %d l S\n" % (at, at, at, at) for at in range(0, 590, 2))
    numbers = b"".join(
        b"BT /F1 3 Tf %d %d Td (1.250,00) Tj ET\n" % (x, y) for x in range(0, 590, 10) for y in range(0, 840, 4)
    )
    yield "table_of_squares", one_page(stream(rules + numbers, squeeze=1))


def _depths() -> Iterator[tuple[str, bytes]]:
    for depth in (600, 100_000):
        yield (
            f"arrays_{depth}_deep",
            one_page(stream(HEADING), resources=b"/ExtGState << /G " + b"[" * depth + b"]" * depth + b" >>"),
        )
        yield (
            f"dictionaries_{depth}_deep",
            one_page(
                stream(HEADING), resources=b"/ExtGState << /G " + b"<</A" * depth + b" 1" + b">>" * depth + b" >>"
            ),
        )
        yield f"states_{depth}_deep", one_page(stream(b"q " * depth + HEADING + b" Q" * depth))
        yield f"marked_content_{depth}_deep", one_page(stream(b"/A BMC " * depth + HEADING))
    tree = [_CATALOG, *[b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (at + 3) for at in range(2_000)]]
    yield "page_tree_2000_deep", pdf([*tree, b"<< /Type /Page /MediaBox [0 0 595 842] >>"])
    yield "strings_without_end", one_page(stream(b"BT /F1 9 Tf (" + b"(" * 200_000 + b" Tj ET"))
    yield "comment_without_end", one_page(stream(b"%" + b"x" * 3_000_000))
    yield (
        "outline_in_a_ring",
        pdf(
            [
                b"<< /Type /Catalog /Pages 2 0 R /Outlines 3 0 R >>",
                b"<< /Type /Pages /Kids [] /Count 0 >>",
                b"<< /First 4 0 R /Last 4 0 R >>",
                b"<< /Title (a) /Parent 3 0 R /Next 4 0 R /First 4 0 R >>",
            ]
        ),
    )


def _lies() -> Iterator[tuple[str, bytes]]:
    whole = one_page(stream(HEADING))
    yield "no_table_of_places", whole[: whole.index(b"xref\n")]
    yield "startxref_beyond_the_end", whole.replace(b"startxref\n", b"startxref\n99999999999999999999")
    yield "no_catalogue", pdf([b"<< /Type /Katalog >>"])
    yield "catalogue_is_a_number", pdf([b"42"])
    yield "kids_are_numbers", pdf([_CATALOG, b"<< /Type /Pages /Kids [1 2 3] /Count 3 >>"])
    yield "content_is_a_font", one_page(_FONT)
    yield (
        "content_missing",
        pdf(
            [
                _CATALOG,
                b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 99 0 R >>",
            ]
        ),
    )
    yield "stream_longer_than_file", one_page(b"<< /Length 999999999 >>\nstream\n" + HEADING)
    yield (
        "flate_of_noise",
        one_page(b"<< /Length 64 /Filter /FlateDecode >>\nstream\n" + bytes(range(64)) + b"\nendstream"),
    )
    yield "only_a_header", b"%PDF-1.7\n"
    yield "only_an_end", b"%PDF-1.7\nstartxref\n0\n%%EOF"
    yield "nuls_between", b"\0".join(whole[at : at + 1] for at in range(len(whole)))
    yield "two_files_in_one", whole + whole
    yield "megabytes_after_the_end", whole + b"\n" * 5_000_000
    yield (
        "garbled_font",
        one_page(
            stream(b"BT /F2 12 Tf 72 700 Td <0001000200030004FFFF> Tj ET"),
            resources=b"/Font << /F2 6 0 R >>",
            more=[
                b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [7 0 R] /ToUnicode 8 0 R >>",
                b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (A) /Ordering (I) /Supplement 0 >> >>",
                stream(b"1 beginbfrange <0000> <FFFF> <D800> endbfrange " * 500),
            ],
        ),
    )
    yield (
        "broken_font_program",
        one_page(
            stream(b"BT /F2 12 Tf 72 700 Td (ABC) Tj ET"),
            resources=b"/Font << /F2 6 0 R >>",
            more=[
                b"<< /Type /Font /Subtype /TrueType /BaseFont /X /FontDescriptor 7 0 R >>",
                b"<< /Type /FontDescriptor /FontName /X /Flags 4 /FontFile2 8 0 R >>",
                stream(b"\x00\x01\x00\x00\xff\xff" + bytes(range(256)) * 8),
            ],
        ),
    )
    yield (
        "half_characters",
        one_page(
            stream(b"BT /F2 12 Tf 72 700 Td <41424344> Tj ET"),
            resources=b"/Font << /F2 6 0 R >>",
            more=[
                b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 7 0 R >>",
                stream(b"4 beginbfchar <41> <D835> <42> <DC65> <43> <0000> <44> <FFFE> endbfchar"),
            ],
        ),
    )
    yield (
        "script_and_launch",
        pdf(
            [
                b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (while(true){}) >> /AA << /WC << /S /Launch /F (cmd.exe) >> >> >>",
                b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /AA << /O << /S /URI /URI (file:///etc/passwd) >> >> >>",
            ]
        ),
    )
    yield (
        "form_of_xfa",
        pdf(
            [
                b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /XFA [(a) 3 0 R] /Fields [] >> >>",
                b"<< /Type /Pages /Kids [] /Count 0 >>",
                stream(b"<xdp>" * 9_000),
            ]
        ),
    )


def _locks() -> Iterator[tuple[str, bytes]]:
    for user, vice in (("", "locked_without_password"), ("rahasia", "locked_with_password")):
        for strength in (40, 128):
            out = io.BytesIO()
            lock = StandardEncryption(user, "pemilik", canPrint=0, strength=strength)
            canvas = Canvas(out, encrypt=lock, invariant=1)
            canvas.drawString(72, 770, "PERATURAN BUPATI TANJUNG ARUM NOMOR 4 TAHUN 2021")
            canvas.save()
            yield f"{vice}_{strength}", out.getvalue()
    for user, vice in (("", "locked_without_password_256"), ("rahasia", "locked_with_password_256")):
        out = io.BytesIO()
        with pikepdf.open(io.BytesIO(one_page(stream(HEADING)))) as document:
            document.save(out, encryption=pikepdf.Encryption(owner="pemilik", user=user), deterministic_id=False)
        yield vice, out.getvalue()
    yield (
        "lock_of_unknown_kind",
        pdf(
            [_CATALOG, b"<< /Type /Pages /Kids [] /Count 0 >>", b"<< /Filter /Punya.Kita /V 99 >>"],
            trailer=b"/Encrypt 3 0 R",
        ),
    )
    yield (
        "lock_without_keys",
        pdf(
            [_CATALOG, b"<< /Type /Pages /Kids [] /Count 0 >>", b"<< /Filter /Standard /V 5 /R 6 >>"],
            trailer=b"/Encrypt 3 0 R",
        ),
    )


def _fronts() -> Iterator[tuple[str, bytes]]:
    """Files that are more than one thing."""
    whole = one_page(stream(HEADING))
    yield "behind_mail_headers", b"From: dinas@contoh.example\r\nSubject: Perbup\r\n\r\n" + whole
    yield "behind_a_script", b"#!/bin/sh\necho halo\nexit\n" + whole
    yield "behind_a_picture", b"GIF89a\x01\x00\x01\x00\x80\x00\x00" + whole
    yield "behind_a_page_of_blanks", b" " * 2_000 + whole
