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
    assert seen
    assert all(height < 60 for _, height in seen)


def test_a_date_after_a_place_is_read_twice_where_its_day_is_unsure_or_missing() -> None:
    assert after("Jakarta, Z1 Desember 2020", "Jakarta,21 Desember 2020") == "Jakarta, 21 Desember 2020"
    assert after("Z1 Desember 2020", "21 Desember 2020") == "21 Desember 2020"
    assert after("Kendari, Januari 2018", "Kendari, 5 Januari 2018") == "Kendari, 5 Januari 2018"
    assert after("dan sejak Desember 2012", "dan sejak 2 Desember 2012") == "dan sejak Desember 2012"


def test_months_are_mended_inside_dates_only() -> None:
    assert after("pada tanggal 29 Deserber 2018", 'padatanggal 20 Desemb e" 2018') == "pada tanggal 20 Desember 2018"
    assert after("TANGGAL : 30 JANYAKI 2019", "TANGGAL:30 JANUANI2019") == "TANGGAL : 30 JANUARI 2019"
    assert after("pada tanggal3g Januari 2019", "pada tanggal30 Janua-1 2019") == "pada tanggal 30 Januari 2019"
    assert after("NOMOR & TAHUN 2017", "NOMOR 5/Janua-1 TAHUN 2017") == "NOMOR 5/Janua-1 TAHUN 2017"


def test_what_stands_left_of_a_date_stays() -> None:
    read = after("KEPALA SEKSI de pada tanggal 25 rebuari 2015", "pada tanggal 25 Pebuari 2015")
    assert read == "KEPALA SEKSI de pada tanggal 25 Pebruari 2015"


def test_a_number_written_into_a_gap_is_read_from_the_narrow_strip() -> None:
    def look(image: Image.Image) -> tuple[str, float]:
        return ("NOMOR  TAHUN 2017" if image.width > 500 else "NOMOR 6 TAHUN 2017"), 0.97

    line = word_line("NOMOR & TAHUN 2017", confidence=0.92)
    assert reread((line,), PAGE, SIZE, look)[0].text == "NOMOR 6 TAHUN 2017"


def test_one_letter_where_a_number_must_stand_is_a_digit_and_ones_of_roman_months_are_letters() -> None:
    assert after("NOMOR YG TAHUN 2015", "NOMOR g TAHUN 2015") == "NOMOR 9 TAHUN 2015"
    assert after("NOMOR : PER//2006", "NOMOR:PER/068/1V/2006") == "NOMOR : PER/068/IV/2006"
    assert after("NOMOR : PER//2006", "NOMOR:PER/068/ IV 12006") == "NOMOR : PER/068/IV/2006"


def test_digits_of_a_date_stamp_stand_together() -> None:
    assert after("TANGGAL :4n APR 2006", "TANGGAL :1 9 APR 2006") == "TANGGAL : 19 APR 2006"


def looks(first: str, *seconds: str, confidence: float = 0.6) -> str:
    """The line after a second engine that reads something else at every look."""
    left = list(seconds) * 4
    return reread((word_line(first, confidence=confidence),), PAGE, SIZE, lambda _image: (left.pop(0), 0.97))[0].text


def test_digits_may_be_lost_only_against_a_guess_or_where_two_looks_agree() -> None:
    first, second = "NOMOR : 129/3/02/1/28 88/2018", "NOMOR:180/3/02/I/PKS/2018"
    others = second.replace("180", "18"), second.replace("180", "80")
    assert looks(first, second, *others, confidence=0.02) == "NOMOR : 180/3/02/I/PKS/2018"
    assert looks(first, second, *others) == first
    assert looks(first, *others, second, second) == first
    assert looks(first, others[0], second, second) == "NOMOR : 180/3/02/I/PKS/2018"
    assert looks("NOMOR 314 TAHUN 2018", "NOMOR 34 TAHUN 2018") == "NOMOR 34 TAHUN 2018"
    assert looks("NOMOR 188.45/120/2018", "NOMOR 188.45/120") == "NOMOR 188.45/120/2018"


def test_the_reading_most_looks_agree_on_counts_however_sure_another_is() -> None:
    left = [("NOMOR L0 TAHUN 2015", 0.99), ("NOMOR 20 TAHUN 2015", 0.9), ("NOMOR 20 TAHUN 2015", 0.92)]
    line = word_line("NOMOR ZO TAHUN 2015", confidence=0.8)
    assert reread((line,), PAGE, SIZE, lambda _image: left.pop(0))[0].text == "NOMOR 20 TAHUN 2015"


def test_small_roman_months_are_written_large() -> None:
    assert after("Nomor : 180/3/22//2019", "Nomor : 180/3/22/1x/NK/2019") == "Nomor : 180/3/22/IX/NK/2019"
    assert after("NOMOR : 180/3//2019", "NOMOR : 180/3/1/11/2019") == "NOMOR : 180/3/1/11/2019"


def test_a_page_costs_no_more_than_thirty_readings() -> None:
    asked: list[int] = []

    def look(image: Image.Image) -> tuple[str, float]:
        asked.append(image.width)
        return "", 0.0

    lines = tuple(word_line("pada tanggal", top=40 + 20 * at, confidence=0.5) for at in range(30))
    assert reread(lines, PAGE, SIZE, look) == lines
    assert len(asked) == 30


def test_dates_in_figures_are_whole_and_dates_after_other_cells_are_found() -> None:
    assert after("pada tanggal", "pada tanggal 17-3-2020") == "pada tanggal 17-3-2020"
    assert after("(Rp) , Tanggal 31 Desambar 2025", "Tanggal 31 Desember 2025") == "(Rp) , Tanggal 31 Desember 2025"


def test_a_date_nobody_saw_is_looked_for_under_the_place_of_signing() -> None:
    place = word_line("Ditetapkan di Contoh", top=500, confidence=0.96)
    garbled = word_line("padu tapal 1 Tali", top=516, confidence=0.3)
    seal = word_line("BUPATI CONTOH", top=560, confidence=0.96)

    def look(_image: Image.Image) -> tuple[str, float]:
        return "pada tanggay17-3-2020", 0.92

    read = reread((place, garbled, seal), PAGE, SIZE, look)
    assert [line.text for line in read] == ["Ditetapkan di Contoh", "pada tanggal 17-3-2020", "BUPATI CONTOH"]


def test_nothing_is_put_under_the_place_of_signing_that_is_no_whole_date() -> None:
    place = word_line("Ditetapkan di Contoh", top=500, confidence=0.96)
    assert reread((place,), PAGE, SIZE, lambda _image: ("BUPATI CONTOH", 0.99)) == (place,)
    assert reread((place,), PAGE, SIZE, lambda _image: ("pada tanggal 2017", 0.99)) == (place,)


def test_a_date_under_the_place_of_signing_counts_only_when_read_alike_twice() -> None:
    place = word_line("Ditetapkan di Contoh", top=500, confidence=0.96)
    readings = iter([("pada tanggal 1-3-2020", 0.95), ("pada tanggal 17-3-2020", 0.95)])
    assert reread((place,), PAGE, SIZE, lambda _image: next(readings)) == (place,)


def test_a_stroke_left_of_a_date_does_not_come_with_it() -> None:
    assert (
        after("Desa Contoh tanggal 7 Novenber 2025", "1 tanggal 4 November 2025")
        == "Desa Contoh tanggal 4 November 2025"
    )
