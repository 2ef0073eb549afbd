from decimal import Decimal

import pytest

from evidence_ai.understanding.amounts import Separators, expanded, numbers, separators, whole


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("62,154,346,389.00", "62154346389.00"),
        ("38.340.000.000,00", "38340000000.00"),
        ("Rp 5.219,45 M", "5219.45"),
        ("Rp1.500.000,-", "1500000"),
        ("(272.221.286.462,06)", "-272221286462.06"),
        ("-5.601.321.866,00", "-5601321866.00"),
        ("1 234 567", "1234567"),
        ("1.250.000.00", "1250000.00"),
        ("2 22.559.000", "222559000"),
        ("97,65 %", "97.65"),
        ("0,125", "0.125"),
        ("-", "0"),
        ("Nihil", "0"),
    ],
)
def test_a_cell_with_one_number_gives_its_value(printed: str, value: str) -> None:
    number = whole(printed)
    assert number is not None
    assert number.value == Decimal(value)


@pytest.mark.parametrize("printed", ["1O.5OO.000,00", "1l.200.000", "S.000.000,00"])
def test_letters_read_for_digits_are_repaired_inside_a_grouped_number(printed: str) -> None:
    number = whole(printed)
    assert number is not None
    assert number.value == number.value.to_integral_value()


@pytest.mark.parametrize("printed", ["4 unit", "SOLO", "3 4", "12/3/2018", "", "1.02.01.2.01", "Pasal 5"])
def test_a_cell_with_other_content_is_no_number(printed: str) -> None:
    assert whole(printed) is None


def test_a_lone_group_of_three_follows_the_other_numbers_of_the_page() -> None:
    english = separators(["1,250,000.00", "3,400,000.50", "1,234"])
    indonesian = separators(["1.250.000,00", "1,234"])
    assert (english, indonesian) == (Separators.ENGLISH, Separators.INDONESIAN)
    first, second = whole("1,234", english), whole("1,234", indonesian)
    assert first is not None
    assert second is not None
    assert (first.value, second.value) == (Decimal(1234), Decimal("1.234"))


def test_numbers_in_a_sentence_carry_scale_and_percent() -> None:
    found = numbers("Anggaran Rp 2,5 miliar terserap 97,65 persen atau 136 (34%) kegiatan.")
    assert [(number.raw, number.scale, number.percent) for number in found] == [
        ("2,5", "miliar", False),
        ("97,65", None, True),
        ("136", None, False),
        ("34", None, True),
    ]


def test_a_full_stop_behind_a_number_is_not_part_of_it() -> None:
    assert [number.raw for number in numbers("sebesar Rp. 706.802.784.465,00.")] == ["706.802.784.465,00"]


def test_millions_and_billions_expand_to_whole_rupiah() -> None:
    assert expanded(Decimal("5219.45"), "miliar") == 5_219_450_000_000
    assert expanded(Decimal("12.3456789"), "juta") == 12_345_679
