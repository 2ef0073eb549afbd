from __future__ import annotations

from PIL import Image

from evidence_ai.domain.document import Line
from evidence_ai.domain.quote import Box
from evidence_ai.reading.copied_lines import checked_copy

SIZE = (595.0, 842.0)
BODY = Line("Menimbang : a. bahwa untuk tertib administrasi", Box(72, 300, 500, 312))


def line(text: str, top: float = 120) -> Line:
    return Line(text, Box(200, top, 200 + 6 * len(text), top + 12))


def drawn(_dpi: int) -> Image.Image:
    return Image.new("L", (1653, 2339), 255)


def checked(*lines: Line, reads: str, sure: float = 0.97) -> list[str]:
    return [one.text for one in checked_copy(lines, drawn, SIZE, lambda _image: (reads, sure))]


def test_a_number_a_copier_left_out_is_put_in() -> None:
    assert checked(line("Nomor:"), BODY, reads="Nomor : 050/Kep.27/Sekret") == ["Nomor : 050/Kep.27/Sekret", BODY.text]


def test_a_date_a_copier_misread_is_put_right() -> None:
    assert checked(line("pada tanggal 2 Januari 2015"), reads="pada tanggal 21 Januari 2015") == [
        "pada tanggal 21 Januari 2015"
    ]


def test_lines_the_second_engine_does_not_see_otherwise_stay_as_they_are() -> None:
    lines = (line("NOMOR 12 TAHUN 2015"), BODY)
    assert checked_copy(lines, drawn, SIZE, lambda _image: ("NOMOR 12 TAHUN 2015", 0.97)) == lines
    assert checked_copy(lines, drawn, SIZE, lambda _image: ("NOMOR 72 TAHUN 2015", 0.5)) == lines


def test_a_page_without_such_lines_is_not_drawn() -> None:
    def never(_dpi: int) -> Image.Image:
        raise AssertionError

    assert checked_copy((BODY,), never, SIZE, lambda _image: ("", 0.0)) == (BODY,)
