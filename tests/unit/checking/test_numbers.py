"""Numbers as regions type them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_ai.checking.numbers import is_nil, is_no, is_yes, number, ratio


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("264,78", "264.78"),
        ("97.65", "97.65"),
        ("1.234", "1234"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("1.234.567,89", "1234567.89"),
        ("62,154,346,389.00", "62154346389.00"),
        ("38.340.000.000,00", "38340000000.00"),
        ("Rp 1.500.000.000", "1500000000"),
        ("Rp. 1.500.000.000,-", "1500000000"),
        ("Rp1.500.000.000,00", "1500000000.00"),
        ("1,5 miliar", "1500000000"),
        ("Rp 2,5 M", "2500000000"),
        ("750 juta", "750000000"),
        ("Rp 5.219,45 M", "5219450000000"),
        ("0,5", "0.5"),
        ("0.125", "0.125"),
        ("12 345 678", "12345678"),
        ("(1.500)", "-1500"),
        ("-5", "-5"),
        ("3 (tiga) kegiatan", "3"),
        ("97,65 %", "97.65"),
        ("0", "0"),
    ],
)
def test_a_typed_number_keeps_its_exact_value(typed: str, value: str) -> None:
    found = number(typed)
    assert found is not None
    assert found.value == Decimal(value)


@pytest.mark.parametrize(
    "typed", ["nihil", "ada", "-", "", "  ", None, "12 dari 45", "12/45", "1.2.3", "belum ada data"]
)
def test_what_is_not_one_number_is_none(typed: str | None) -> None:
    assert number(typed) is None


@pytest.mark.parametrize(
    ("typed", "unit"),
    [
        ("97,65 %", "%"),
        ("Rp 100", "rupiah"),
        ("12 orang", "orang"),
        ("12", None),
        ("5 juta rupiah", "rupiah"),
        ("3 km2", "km2"),
    ],
)
def test_the_unit_beside_a_number_is_kept(typed: str, unit: str | None) -> None:
    found = number(typed)
    assert found is not None
    assert found.unit == unit


def test_one_separator_before_three_digits_has_two_readings() -> None:
    dot, comma = number("1.234"), number("1,234")
    assert dot is not None
    assert comma is not None
    assert set(dot.readings) == set(comma.readings) == {Decimal(1234), Decimal("1.234")}


def test_the_last_printed_digit_says_how_far_rounding_goes() -> None:
    one, billions = number("97,6"), number("1,5 miliar")
    assert one is not None
    assert billions is not None
    assert one.half_step == Decimal("0.05")
    assert billions.half_step == 50_000_000


@given(st.integers(min_value=0, max_value=10**15))
def test_indonesian_thousands_come_back_as_they_were(amount: int) -> None:
    found = number(f"Rp {amount:,}".replace(",", "."))
    assert found is not None
    assert found.value == amount


@pytest.mark.parametrize(
    ("typed", "part", "whole"),
    [
        ("12 dari 45", 12, 45),
        ("12/45", 12, 45),
        ("1.250 anak dari 2.000 anak", 1250, 2000),
        ("12 dari 45 (26,67 %)", 12, 45),
    ],
)
def test_a_part_of_a_whole_is_two_numbers(typed: str, part: int, whole: int) -> None:
    found = ratio(typed)
    assert found is not None
    assert found.part.value == part
    assert found.whole.value == whole


def test_words_for_none_and_for_existing_are_told_apart() -> None:
    assert all(is_nil(one) for one in ("Nihil", "tidak ada", "-", " NIHIL. "))
    assert all(is_yes(one) for one in ("ada", "Ada.", "ada (Perda 3/2019)"))
    assert all(is_no(one) for one in ("tidak", "Tidak ada", "nihil"))
    assert not is_nil("ada")
    assert not is_yes("tidak ada")
