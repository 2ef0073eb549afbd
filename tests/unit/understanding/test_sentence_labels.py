from itertools import pairwise

import pytest

from evidence_ai.understanding.sentence_labels import Naming, led, naming


def labels(sentence: str) -> list[str]:
    """The labels of a sentence cut at its numbers, which are written as '#'."""
    parts = sentence.split("#")
    named: list[Naming] = []
    last: Naming | None = None
    for clause, behind in pairwise(parts):
        found = naming(clause, behind, last=last, unit=None)
        assert found is not None
        last = found
        named.append(found)
    return [one.label for one in named]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Pada tahun 2021 angka putus sekolah di Kabupaten Arum mengalami penurunan menjadi # persen.",
            "angka putus sekolah di Kabupaten Arum",
        ),
        ("Berdasarkan data Dinas Pasar, jumlah pedagang binaan tercatat sebanyak # orang.", "jumlah pedagang binaan"),
        (
            "Dari grafik di atas dapat diketahui bahwa cakupan imunisasi dasar lengkap mencapai #%.",
            "cakupan imunisasi dasar lengkap",
        ),
        ("Dinas Pasar memperoleh alokasi anggaran sebesar Rp #", "alokasi anggaran Dinas Pasar"),
        ("Di Kecamatan Arum terdapat # puskesmas rawat inap.", "puskesmas rawat inap Kecamatan Arum"),
        (
            "Sektor penyumbang tertinggi adalah sektor Pertanian, Kehutanan, dan Perikanan sebesar # persen.",
            "sektor Pertanian, Kehutanan, dan Perikanan",
        ),
    ],
)
def test_a_number_is_named_by_the_subject_of_its_clause(sentence: str, expected: str) -> None:
    assert labels(sentence)[0].lower() == expected.lower()


def test_a_number_that_only_says_its_role_keeps_the_subject_of_the_number_before() -> None:
    found = labels("Dinas Pasar mendapat alokasi anggaran sebesar Rp # dengan realisasi sebesar Rp # (#%).")
    assert found == [
        "alokasi anggaran Dinas Pasar",
        "realisasi anggaran Dinas Pasar",
        "realisasi anggaran Dinas Pasar",
    ]


def test_one_other_word_takes_the_place_of_the_last_one() -> None:
    assert labels("Jumlah pegawai berjenis kelamin laki-laki sebanyak # dan perempuan #.") == [
        "Jumlah pegawai berjenis kelamin laki-laki",
        "Jumlah pegawai berjenis kelamin perempuan",
    ]


def test_an_indicator_named_before_its_realisation_is_the_subject() -> None:
    found = labels("Sasaran ini memakai indikator Jumlah desa siaga aktif, realisasi pada Tahun 2021 mencapai # desa.")
    assert found == ["Jumlah desa siaga aktif"]


def test_an_activity_pointed_back_to_is_named() -> None:
    assert led("realisasi anggaran pada kegiatan tersebut", "Kegiatan Pelatihan Tani") == (
        "realisasi anggaran Kegiatan Pelatihan Tani"
    )


def test_a_label_that_speaks_for_itself_needs_no_heading() -> None:
    assert led("Pajak Hotel", "Pajak Daerah") == "Pajak Hotel"
