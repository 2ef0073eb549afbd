import re
from collections import Counter

import pytest

from evidence_ai.domain.region import by_code, fictional_regions, known_code, name_key, named, regions
from evidence_ai.domain.region_table import FORMER_NAMES


def test_the_table_holds_38_provinces_and_514_kabupaten_and_kota() -> None:
    assert Counter(region.level for region in regions()) == {"provinsi": 38, "kabupaten": 416, "kota": 98}


def test_codes_are_unique_and_shaped_as_kemendagri_writes_them() -> None:
    codes = [region.code for region in (*regions(), *fictional_regions())]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"\d\d(\.\d\d)?", code) for code in codes)


def test_every_region_lies_in_a_province_of_the_table() -> None:
    assert all(by_code(region.province_code).level == "provinsi" for region in regions())


def test_no_two_regions_of_one_level_share_a_name() -> None:
    names = Counter((region.level, name_key(region.name)) for region in (*regions(), *fictional_regions()))
    assert not [name for name, count in names.items() if count > 1]


def test_names_hold_only_letters_and_marks_of_names() -> None:
    assert all(re.fullmatch(r"[A-Z][A-Za-z' -]+", region.name) for region in regions())


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("11", "Provinsi Aceh"),
        ("12.12", "Kabupaten Toba"),
        ("31.71", "Kota Administrasi Jakarta Pusat"),
        ("34", "Provinsi Daerah Istimewa Yogyakarta"),
        ("35.19", "Kabupaten Madiun"),
        ("35.77", "Kota Madiun"),
        ("76.01", "Kabupaten Pasangkayu"),
        ("96.71", "Kota Sorong"),
    ],
)
def test_a_code_gives_its_region(code: str, name: str) -> None:
    assert by_code(code).full_name == name
    assert known_code(code)


def test_a_code_without_its_dot_is_understood() -> None:
    assert by_code("3577").full_name == "Kota Madiun"


def test_an_unknown_code_is_refused() -> None:
    assert not known_code("20.01")
    with pytest.raises(KeyError):
        by_code("20.01")


def test_a_kabupaten_and_a_kota_of_one_name_are_told_apart_by_level() -> None:
    assert [region.code for region in named("Cirebon", level="kota")] == ["32.74"]
    assert [region.code for region in named("Cirebon", level="kabupaten")] == ["32.09"]


@pytest.mark.parametrize(("code", "former", "law"), FORMER_NAMES)
def test_a_former_name_leads_to_the_present_region(code: str, former: str, law: str) -> None:
    level = by_code(code).level
    assert by_code(code) in named(former, level=level)
    assert re.fullmatch(r"(UU|PP) \d+/\d{4}", law)


def test_a_present_name_goes_before_a_former_one() -> None:
    assert named("Pontianak")[0].full_name == "Kota Pontianak"


def test_invented_regions_are_marked_and_not_counted() -> None:
    assert [region.full_name for region in fictional_regions()] == [
        "Provinsi Nusa Kencana",
        "Kabupaten Tanjung Arum",
        "Kabupaten Lembah Arum",
        "Kota Arum Baru",
    ]
    assert all(region.fictional for region in fictional_regions())
    assert not any(region.fictional for region in regions())
