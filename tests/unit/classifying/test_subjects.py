"""What a title is about."""

from __future__ import annotations

import pytest

from evidence_ai.classifying.subjects import subject_of
from tests.builders import understanding


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        ("Pengelolaan Sampah", "Pengelolaan Sampah"),
        ("Perubahan Kedua atas Peraturan Bupati Nomor 7 Tahun 2018 tentang Kawasan Tanpa Rokok", "Kawasan Tanpa Rokok"),
        ("Petunjuk Pelaksanaan Peraturan Daerah Nomor 4 Tahun 2016 tentang Bantuan Hukum", "Bantuan Hukum"),
    ],
)
def test_the_subject_is_what_the_cited_regulation_is_about(title: str, subject: str) -> None:
    assert subject_of(understanding(title=title)).text == subject


def test_an_amendment_is_known_as_one() -> None:
    assert subject_of(understanding(title="Perubahan atas Perda Nomor 3 Tahun 2015 tentang Bantuan Hukum")).amends


def test_a_revocation_is_known_as_one() -> None:
    assert subject_of(understanding(title="Pencabutan Perda Nomor 3 Tahun 2015 tentang Bantuan Hukum")).revokes


def test_no_title_gives_an_empty_subject() -> None:
    assert subject_of(understanding(title=None)).tokens == ()


def test_a_region_name_carries_no_meaning_but_kota_layak_anak_does() -> None:
    place = subject_of(understanding(title="Toleransi di Kota Magelang"))
    assert {place.tokens[at].text for at in place.weighty} == {"toleransi"}
    child = subject_of(understanding(title="Penyelenggaraan Kota Layak Anak"))
    assert {child.tokens[at].text for at in child.weighty} == {"layak", "anak"}
