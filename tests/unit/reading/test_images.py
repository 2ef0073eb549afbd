from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image

from evidence_ai.domain.document import DocumentText, Outcome, Source
from evidence_ai.domain.quote import Box
from evidence_ai.errors import InputError
from evidence_ai.reading import read
from evidence_ai.reading.engine import Engine
from evidence_ai.reading.media_types import DOCX, PDF, PNG, TIFF, detect
from evidence_ai.reading.pictures import crop
from evidence_ai.reading.straightening import skew_degrees, without_rules
from tests.fakes.engines.absent import ENGINE as ABSENT
from tests.fakes.engines.crashing import ENGINE as CRASHING
from tests.fakes.engines.dictating import DictatingEngine
from tests.unit.reading.papers import A4, PROSE, encoded, lines, pdf, picture

DICTATING = DictatingEngine(PROSE)
PAGE = picture(*PROSE)


def read_file(content: bytes, *, engine: Engine = DICTATING) -> DocumentText:
    return read(content, detect(content, "berkas"), engine=engine)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "WEBP", "BMP"])
def test_every_kind_of_picture_is_one_page(kind: str) -> None:
    result = read_file(encoded(PAGE.convert("RGB"), kind))
    assert result.outcome is Outcome.OK
    assert result.pages[0].text.split("\n") == list(PROSE)
    assert result.pages[0].source is Source.OCR


def test_each_frame_of_a_tiff_is_a_page() -> None:
    content = encoded(PAGE, "TIFF", save_all=True, append_images=[PAGE, PAGE])
    assert read_file(content).pages_total == 3


def test_a_scanners_resolution_gives_the_size_of_the_page() -> None:
    page = read_file(encoded(PAGE, "PNG", dpi=(150, 150))).pages[0]
    assert abs(page.width_pt - A4[0]) < 1
    assert abs(page.height_pt - A4[1]) < 1


def test_a_photo_held_sideways_is_a_portrait_page() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    page = read_file(encoded(PAGE.rotate(90, expand=True), "JPEG", exif=exif)).pages[0]
    assert page.width_pt < page.height_pt


def test_transparent_paper_is_white() -> None:
    see_through = Image.new("RGBA", (1240, 1754), (0, 0, 0, 0))
    assert read_file(encoded(see_through, "PNG")).outcome is Outcome.EMPTY


def test_a_cut_off_picture_costs_its_page_by_name() -> None:
    content = encoded(PAGE, "PNG")
    result = read_file(content[: len(content) // 2])
    assert result.outcome is Outcome.UNREADABLE
    assert result.reason is not None


def test_an_engine_that_breaks_costs_the_page_by_name() -> None:
    result = read_file(encoded(PAGE, "PNG"), engine=CRASHING)
    assert [failure.reason.code for failure in result.pages_failed] == ["ocr_failed"]


def test_a_picture_of_a_hundred_million_pixels_is_refused_before_it_is_unpacked() -> None:
    header = struct.pack(">4sIIBBBBB", b"IHDR", 20_000, 20_000, 8, 0, 0, 0, 0)
    bomb = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + header + struct.pack(">I", zlib.crc32(header))
    bomb += struct.pack(">I4sI", 0, b"IDAT", zlib.crc32(b"IDAT"))
    assert read_file(bomb, engine=ABSENT).outcome is Outcome.TOO_BIG


@pytest.mark.parametrize("degrees", [-3.0, -1.2, 1.5, 4.0])
def test_the_skew_of_a_page_is_found(degrees: float) -> None:
    crooked = picture(*PROSE * 3, letters=24).rotate(degrees, fillcolor=255)
    assert abs(skew_degrees(crooked) + degrees) < 0.3


def test_a_level_page_is_left_as_it_is() -> None:
    assert skew_degrees(PAGE) == 0.0
    assert skew_degrees(Image.new("L", (800, 1000), 255)) == 0.0


def ruled(image: Image.Image, *, upright: bool) -> Image.Image:
    image = image.copy()
    for x in range(60, 1200, 280) if upright else ():
        image.paste(0, (x, 100, x + 3, 900))
    image.paste(0, (60, 110, 1180, 113))
    return image


def test_ruled_lines_of_a_table_go_and_print_stays() -> None:
    cleared = without_rules(ruled(PAGE, upright=True), 150)
    print_of = (200, 340, 330, 400)  # between two upright lines
    assert cleared.crop((58, 600, 66, 890)).getextrema() == (255, 255)
    assert cleared.crop(print_of).tobytes() == PAGE.crop(print_of).tobytes()


def test_an_underline_alone_is_not_taken_for_a_table() -> None:
    underlined = ruled(PAGE, upright=False)
    assert without_rules(underlined, 150) is underlined


def test_a_skewed_scan_gives_boxes_of_the_page_as_displayed() -> None:
    crooked = picture(*PROSE * 3, letters=24).rotate(2.0, fillcolor=255)
    box = read_file(encoded(crooked, "PNG", dpi=(150, 150))).pages[0].lines[0].box
    level = read_file(encoded(picture(*PROSE * 3, letters=24), "PNG", dpi=(150, 150))).pages[0].lines[0].box
    assert box is not None
    assert level is not None
    assert box.y1 - box.y0 > level.y1 - level.y0
    assert abs(box.x0 - level.x0) < 20


def test_a_crop_shows_the_box_with_its_margin() -> None:
    content = pdf(lines(*PROSE))
    image = Image.open(io.BytesIO(crop(content, PDF, 1, Box(72, 60, 300, 75), margin_pt=10, width_px=600)))
    assert abs(image.width - 600) <= 2
    assert abs(image.width / image.height - 248 / 35) < 0.2
    assert min(image.convert("L").tobytes()) < 100


def test_without_a_box_the_whole_page_is_shown() -> None:
    image = Image.open(io.BytesIO(crop(encoded(PAGE, "PNG"), PNG, 1, None, width_px=300)))
    assert abs(image.width / image.height - PAGE.width / PAGE.height) < 0.01
    frames = encoded(PAGE, "TIFF", save_all=True, append_images=[PAGE])
    assert crop(frames, TIFF, 2, Box(0, 0, 100, 100))


@pytest.mark.parametrize(("kind", "page"), [(PDF, 2), (PDF, 0), (DOCX, 1)])
def test_a_page_that_is_not_there_cannot_be_cropped(kind: str, page: int) -> None:
    with pytest.raises(InputError):
        crop(pdf(lines("a")), kind, page, None)


def test_a_marked_place_is_coloured_and_the_rest_stays_paper() -> None:
    content = pdf(lines("PERATURAN BUPATI"))
    plain = Image.open(io.BytesIO(crop(content, PDF, 1, None, width_px=600))).convert("RGB")
    marked = Image.open(io.BytesIO(crop(content, PDF, 1, None, mark=Box(100, 100, 200, 120), width_px=600))).convert(
        "RGB"
    )
    scale = plain.width / 595
    inside, outside = (round(150 * scale), round(105 * scale)), (round(150 * scale), round(400 * scale))
    assert marked.getpixel(outside) == plain.getpixel(outside)
    assert blue(marked, inside) < 200 <= blue(plain, inside)


def blue(image: Image.Image, place: tuple[int, int]) -> int:
    colour = image.getpixel(place)
    assert isinstance(colour, tuple)
    return int(colour[2])
