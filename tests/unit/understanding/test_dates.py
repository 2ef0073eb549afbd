from datetime import date

import pytest

from evidence_ai.understanding.dates import dates, month
from evidence_ai.understanding.normal import normal


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("pada tanggal 5 Januari 2018", date(2018, 1, 5)),
        ("5 JANUARI 2018", date(2018, 1, 5)),
        ("05-01-2018", date(2018, 1, 5)),
        ("05/01/2018", date(2018, 1, 5)),
        ("2018-01-05", date(2018, 1, 5)),
        ("14Maret2017", date(2017, 3, 14)),
        ("01 Nopember 2017", date(2017, 11, 1)),
        ("3 Pebruari 1999", date(1999, 2, 3)),
        ("1 7 Agustus 2 0 2 1", date(2021, 8, 17)),
        ("29 December 2017", date(2017, 12, 29)),
        ("5 Januari 20l8", date(2018, 1, 5)),
        ("3l Mci 2018", date(2018, 5, 31)),
        ("hari ini Senin tanggal dua puluh lima bulan Oktober tahun dua ribu sembilan belas", date(2019, 10, 25)),
        ("tanggal sebelas bulan Mei tahun seribu sembilan ratus sembilan puluh lima", date(1995, 5, 11)),
        ("tanggal 20 bulan September tahun dua ribu dua puluh dua", date(2022, 9, 20)),
    ],
)
def test_a_date_is_read_in_the_forms_documents_print(printed: str, value: date) -> None:
    assert dates(normal(printed).text)[0].value == value


@pytest.mark.parametrize(
    "printed",
    [
        "pada tanggal          2018",
        "30 Februari 2018",
        "NOMOR 5 TAHUN 2018",
        "5.1.02.01.2018",
        "Desember 2018",
        "12/13/2018",
    ],
)
def test_what_is_no_whole_date_stays_unknown(printed: str) -> None:
    assert dates(normal(printed).text) == ()


def test_repairs_lower_the_certainty() -> None:
    (clean,) = dates("5 JANUARI 2018")
    (repaired,) = dates("S JANUARI 2018")
    assert repaired.value == clean.value
    assert repaired.certainty < clean.certainty


def test_several_dates_come_in_order() -> None:
    assert [found.value.day for found in dates("2 MARET 2022 PADA TANGGAL 3 MARET 2022")] == [2, 3]


def test_a_month_needs_to_look_like_one() -> None:
    assert month("TAHUN") is None
    assert month("Djuli") == (7, 1.0)


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("PADA TANGGAL 2 OKTOBER 2020", "2020-10-02"),
        ("1 0KTOBER 2020", "2020-10-01"),
        ("3OKTOBER 2019", "2019-10-03"),
        ("1 SEPTEMBER 2021", "2021-09-01"),
        ("1O OKTOBER 2020", "2020-10-10"),
        ("2O MEI 2020", "2020-05-20"),
    ],
)
def test_a_day_never_takes_the_first_letter_of_its_month(printed: str, value: str) -> None:
    assert [str(found.value) for found in dates(printed)] == [value]


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("14 AGUS TUS 2013", "2013-08-14"),
        ("3 DESCMBER 2014", "2014-12-03"),
        ("4 UKTOBR 2012", "2012-10-04"),
        ("7 MOI 2012", "2012-05-07"),
        ("11FEB 2015", "2015-02-11"),
        ("30MAY2017", "2017-05-30"),
        ("22 APNL 2016", "2016-04-22"),
    ],
)
def test_torn_misread_and_stamped_months_are_read(printed: str, value: str) -> None:
    assert [str(found.value) for found in dates(printed)] == [value]
