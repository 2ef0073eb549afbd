from __future__ import annotations

from PIL import Image

from evidence_ai.domain.document import Line
from evidence_ai.reading.second_opinion import reread
from tests.builders import word_line

PAGE = Image.new("L", (1190, 1684), 255)
SIZE = (595.0, 842.0)


def after(first: str, second: str, *, confidence: float = 0.6, sure: float = 0.97) -> str:
    lines = (word_line(first, confidence=confidence),)
    return reread(lines, PAGE, SIZE, lambda _image: (second, sure))[0].text


def test_a_number_the_first_engine_guessed_is_replaced() -> None:
    assert after("NOMOR &B TAHUN 2017", "NOMOR 5TAHUN2017") == "NOMOR 5 TAHUN 2017"
    assert after("NOMOR 188.45/ps 61 /2025", "NOMOR:188.45/0561/2025") == "NOMOR : 188.45/0561/2025"


def test_a_date_written_by_hand_is_replaced() -> None:
    assert after("pada tanggal", "padatanggal 12 JUN 2015") == "pada tanggal 12 JUN 2015"


def test_equal_digits_keep_the_better_spelt_words() -> None:
    assert after("TANGGAL : 30 JANUARI 2019", "TANGGAL:30 JANUAHI 2019") == "TANGGAL : 30 JANUARI 2019"


def test_a_reading_that_lost_digits_changes_nothing() -> None:
    assert after("NOMOR 10 TAHUN 2018", "NOMOR 1TAMN 2018") == "NOMOR 10 TAHUN 2018"


def test_an_unsure_or_incomplete_second_reading_changes_nothing() -> None:
    assert after("NOMOR 7 TAHUN 2018", "NOMOR 9 TAHUN 2018", sure=0.5) == "NOMOR 7 TAHUN 2018"
    assert after("NOMOR & TAHUN 2017", "NOMOR TAHUN 2017") == "NOMOR & TAHUN 2017"


def test_letters_become_digits_only_in_parts_that_are_mostly_digits() -> None:
    assert after("NOMOR ps/XI/2025", "NOMOR 0S61/XI/2025") == "NOMOR 0561/XI/2025"


def test_printed_lines_read_surely_and_citations_are_read_once() -> None:
    def never(_image: Image.Image) -> tuple[str, float]:
        raise AssertionError

    sure = word_line("NOMOR 7 TAHUN 2018", confidence=0.97)
    citation = word_line("Nomor 23 Tahun 2014 tentang Pemerintahan Daerah (Lembaran Negara", confidence=0.4)
    gazette = word_line("Nomor 4700);", confidence=0.4)
    assert reread((sure, citation, gazette), PAGE, SIZE, never) == (sure, citation, gazette)


def test_only_the_strip_of_the_line_is_shown_to_the_second_engine() -> None:
    seen: list[tuple[int, int]] = []

    def look(image: Image.Image) -> tuple[str, float]:
        seen.append(image.size)
        return "", 0.0

    beside = Line("Jakarta", word_line("x", top=72).box)
    reread((word_line("pada tanggal", top=300, confidence=0.5), beside), PAGE, SIZE, look)
    assert len(seen) == 1
    assert seen[0][1] < 60
