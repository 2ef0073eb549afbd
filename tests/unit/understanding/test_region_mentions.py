import pytest

from evidence_ai.domain.region import fictional_regions, regions
from evidence_ai.understanding.normal import normal
from evidence_ai.understanding.region_mentions import mentions

OFFICES = {"provinsi": "GUBERNUR", "kabupaten": "BUPATI", "kota": "WALI KOTA"}


def named_in(line: str, following: str = "") -> list[str]:
    return [mention.region.full_name for mention in mentions(normal(line).text, normal(following).text)]


def test_every_region_is_found_behind_its_office_under_every_name_it_bears() -> None:
    missed = [
        (region.full_name, name)
        for region in (*regions(), *fictional_regions())
        for name in region.all_names
        if named_in(f"PERATURAN {OFFICES[region.level]} {name.upper()}") != [region.full_name]
    ]
    assert missed == []


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("WALIKOTA MADIUN,", "Kota Madiun"),
        ("WALl KOTA KENDARr", "Kota Kendari"),
        ("Pemerintah Kab. Toba Samosir", "Kabupaten Toba"),
        ("BUPATI KEPALA DAERAH TINGKAT II TAPIN", "Kabupaten Tapin"),
        ("KOTAMADYA DAERAH TINGKAT II UJUNG PANDANG", "Kota Makassar"),
        ("GUBERNUR KEPALA DAERAH TINGKAT I IRIAN JAYA", "Provinsi Papua"),
        ("PEMKOT CIMAHI", "Kota Cimahi"),
        ("BUPATI SlKKA", "Kabupaten Sikka"),
        ("KABUPATFN BADUNG", "Kabupaten Badung"),
        ("PROVINSL RIAU", "Provinsi Riau"),
        ("GUBEBNUR RIAU", "Provinsi Riau"),
        ("BUPATJ BLORA", "Kabupaten Blora"),
        ("KAB.SLEMAN", "Kabupaten Sleman"),
        ("KABUPATEN B0J0NEG0R0", "Kabupaten Bojonegoro"),
        ("PROPINSI DKI JAKARTA", "Provinsi Daerah Khusus Ibukota Jakarta"),
        ("UPAH MINIMUM PROVINSI SULAWESI UTARATAHUN 2016", "Provinsi Sulawesi Utara"),
        ("P E R A T U R A N B U P A T I B A N T U L", "Kabupaten Bantul"),
        ("KABUPATEN KOTA BARU", "Kabupaten Kotabaru"),
        ("BUPATI PANGKAJENE KEPULAUAN", "Kabupaten Pangkajene dan Kepulauan"),
        ("QANUN ACEH", "Provinsi Aceh"),
        ("QANUN KABUPATEN ACEH BESAR", "Kabupaten Aceh Besar"),
    ],
)
def test_a_region_is_found_in_old_short_and_noisy_spellings(line: str, name: str) -> None:
    assert named_in(line) == [name]


@pytest.mark.parametrize(
    "line",
    [
        "KABUPATEN/KOTA",
        "KOTA MALAM",
        "KABUPATEN DALAM RANGKA",
        "BUPATI DAN WALI KOTA",
        "DINAS KESEHATAN",
        "IBU KOTA BARU",
    ],
)
def test_no_region_is_invented(line: str) -> None:
    assert named_in(line) == []


def test_a_name_may_run_on_into_the_next_line() -> None:
    assert named_in("BUPATI KEPULAUAN SIAU", "TAGULANDANG BIARO") == ["Kabupaten Kepulauan Siau Tagulandang Biaro"]


def test_the_longest_name_wins() -> None:
    assert named_in("GUBERNUR PAPUA BARAT DAYA") == ["Provinsi Papua Barat Daya"]
    assert named_in("KABUPATEN BANDUNG BARAT") == ["Kabupaten Bandung Barat"]


def test_noise_lowers_the_certainty_and_an_office_makes_it_official() -> None:
    (clean,) = mentions("BUPATI DONGGALA")
    (noisy,) = mentions("BUPATI D0NGGALA")
    assert noisy.certainty < clean.certainty == 1.0
    assert clean.official
    assert not mentions("DI KABUPATEN DONGGALA")[0].official


@pytest.mark.parametrize(
    ("line", "following", "name"),
    [
        ("PEMERINTAH KABUPATEN LAMPUNG", "TENGAH", "Kabupaten Lampung Tengah"),
        ("KABUPATEN PASAMAN", "RAPAT KOORDINASI", "Kabupaten Pasaman"),
        ("KABUPATEN KONAWE", "SATUAN POLISI PAMONG PRAJA", "Kabupaten Konawe"),
        ("PROVINSI MALUKU", "UTAMA", "Provinsi Maluku"),
        ("KABUPATEN MAMUJU", "TENAGA KERJA", "Kabupaten Mamuju"),
        ("KABUPATEN SUMBA BARAT", "DATA ANAK", "Kabupaten Sumba Barat"),
        ("KABUPATEN NIAS RAPAT KERJA", "", "Kabupaten Nias"),
        ("KABUPATEN BELITUNG TIMUP", "", "Kabupaten Belitung Timur"),
    ],
)
def test_a_name_is_not_stretched_to_its_neighbours_by_a_word_that_looks_like_a_direction(
    line: str, following: str, name: str
) -> None:
    assert named_in(line, following) == [name]
