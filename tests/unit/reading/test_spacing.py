from __future__ import annotations

import pytest

from evidence_ai.reading.spacing import join_spaced


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("T E N T A N G", "TENTANG"),
        ("W A L I K O T A  B A N J A R", "WALIKOTA BANJAR"),
        ("P E R A T U R A N B U P A T I", "PERATURAN BUPATI"),
        ("M E M U T U S K A N :", "MEMUTUSKAN :"),
        ("BAGIAN A B C", "BAGIAN A B C"),
        ("Blok A dan B", "Blok A dan B"),
    ],
)
def test_only_long_runs_of_single_capitals_become_words(printed: str, read: str) -> None:
    assert join_spaced(printed) == read


def test_gaps_on_paper_part_words_the_spaces_do_not() -> None:
    gaps = (2.0, 2.0, 2.0, 9.0, 2.0, 2.0, 2.0)
    assert join_spaced("K O T A A M B O", gaps=(2.0, 2.0, 2.0, 9.0, 2.0, 2.0)) == "KOTA AMBO"
    assert join_spaced("K O T A B I M A", gaps=gaps) == "KOTA BIMA"
