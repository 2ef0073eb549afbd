"""Numbers of persons are found and masked; numbers of offices and of money are left alone."""

from __future__ import annotations

import pytest

from evidence_ai.domain.personal_data import PersonalKind, is_shaped_like_nik, masked, personal_numbers

# Built from parts, so that no number shaped like a person's stands in the repository.
REGION, BORN, SERIAL = "32" + "7301", "45" + "0390", "00" + "07"
NIK = REGION + BORN + SERIAL


@pytest.mark.parametrize(
    "printed",
    [NIK, f"{REGION} {BORN} {SERIAL}", f"{REGION}.{BORN}.{SERIAL}", f"32.73.01.{BORN}.{SERIAL}"],
    ids=["solid", "spaced", "dotted", "in five"],
)
def test_a_nik_is_found_however_it_is_grouped(printed: str) -> None:
    found = personal_numbers(f"1. Siti {printed} Arum")
    assert [(one.kind, one.start, one.end) for one in found] == [(PersonalKind.NIK, 8, 8 + len(printed))]


def test_masking_keeps_length_and_every_other_digit() -> None:
    text = f"No. 12 Siti, {NIK}, lahir 5-3-1990"
    hidden = masked(text)
    assert len(hidden) == len(text)
    assert hidden == "No. 12 Siti, xxxxxxxxxxxxxxxx, lahir 5-3-1990"


def test_a_label_tells_a_number_that_was_misread_or_spaced_out() -> None:
    wrong_date = REGION + "9913" + "90" + SERIAL
    assert masked(f"NIK : {wrong_date}") == "NIK : " + "x" * 16
    assert masked("NIK " + " ".join(NIK)) == "NIK " + " ".join("x" * 16)


def test_a_family_card_number_is_told_by_its_label() -> None:
    assert [one.kind for one in personal_numbers(f"Nomor KK: {NIK}")] == [PersonalKind.KK]


@pytest.mark.parametrize(
    "text",
    [
        "NIP. 19710623 199103 1 005",
        "NIP 197106231991031005",
        "2013 2014 2015 2016 2017",
        "1990 1991 1992 1993 1994",
        "Rp3.273.014.503.900.007,00",
        "Rekening 0123-01-004567-30-5",
        "188.45/123/KEP/2021",
        "5.1.02.01.01.0024 1.250.000.000",
        "doi:10.1177/1847979018808673.",
        REGION + "4513" + "90" + SERIAL,
        "99" + NIK[2:],
        NIK + "12",
    ],
)
def test_numbers_of_offices_money_years_and_papers_are_no_persons(text: str) -> None:
    assert personal_numbers(text) == ()
    assert masked(text) == text


def test_a_nik_holds_a_day_that_exists() -> None:
    assert is_shaped_like_nik(REGION + "290200" + SERIAL)
    assert not is_shaped_like_nik(REGION + "310490" + SERIAL)
    assert not is_shaped_like_nik(REGION + BORN + "0000")


def test_a_mobile_number_is_found_and_not_masked() -> None:
    text = "HP. 0812 3456 7890"
    assert [one.kind for one in personal_numbers(text)] == [PersonalKind.PHONE]
    assert masked(text) == text


def test_a_number_broken_over_two_lines_after_its_label_is_masked() -> None:
    assert masked(f"NIK\n{NIK}\nNama") == "NIK\n" + "x" * 16 + "\nNama"


def test_two_numbers_of_neighbouring_columns_that_lost_their_gap_are_masked() -> None:
    assert masked(f"1 Siti {NIK}{NIK} Arum") == f"1 Siti {'x' * 32} Arum"
    assert masked("9" * 32) == "9" * 32
