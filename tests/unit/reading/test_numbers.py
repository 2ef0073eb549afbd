from __future__ import annotations

from evidence_ai.domain.document import Word
from evidence_ai.domain.quote import Box
from evidence_ai.reading.numbers import amounts_joined, needs_geometry


def test_a_page_of_articles_needs_no_geometry() -> None:
    assert not needs_geometry("Pasal 5\n(1) Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah\nPasal 6")


def test_amounts_codes_percentages_and_years_in_columns_need_geometry() -> None:
    assert needs_geometry("Belanja 1.250.000 900.000 750.000")
    assert needs_geometry("Indikator 2019 2020 2021 2022")
    assert needs_geometry("a 12,5 % b 13,7 % c 9 %")


def word(text: str, x0: float, x1: float) -> Word:
    return Word(text, Box(x0, 0, x1, 10), 0.9)


def test_an_amount_cut_after_its_separator_is_whole_again() -> None:
    cut = [word("Rp.", 0, 15), word("1,089,", 20, 50), word("288,358,", 54, 90), word("000.00", 94, 120)]
    assert [item.text for item in amounts_joined(cut)] == ["Rp.", "1,089,288,358,000.00"]


def test_numbers_in_neighbouring_columns_stay_apart() -> None:
    columns = [word("12.500,", 0, 40), word("300.000", 80, 120), word("5", 121, 124)]
    assert [item.text for item in amounts_joined(columns)] == ["12.500,", "300.000", "5"]
