"""How bids become a decision."""

from __future__ import annotations

import pytest

from evidence_ai.understanding.document_types import bids, decide
from evidence_ai.understanding.zones import zones
from tests.builders import page, text

PERBUP = "PERATURAN BUPATI ARUM\nNOMOR 7 TAHUN 2018\nTENTANG\nBEASISWA"


def test_the_highest_bid_wins_and_quotes_the_line_that_spoke_loudest() -> None:
    fact = decide(zones(text(page(1, PERBUP))))
    assert fact is not None
    assert fact.value == "perkada"
    assert fact.quote is not None
    assert fact.quote.text == "PERATURAN BUPATI ARUM"


def test_words_that_speak_for_no_type_are_of_none_and_say_how_unsure_that_is() -> None:
    fact = decide(zones(text(page(1, "12 13 14\nSilakan duduk dengan tenang"))))
    assert fact is not None
    assert (fact.value, fact.confidence < 0.2, fact.quote) == ("lainnya", True, None)


def test_a_file_without_words_gets_no_type() -> None:
    assert decide(zones(text(page(1, "12 13 14")))) is None
    assert decide(zones(text(page(1, "")))) is None


@pytest.mark.parametrize(
    "heading", ["PERATURAN WALl KOTA ARUM BARU", "PERATIIRAN WALIKQTA ARUM BARU", "PERATURAN BUPAT1 ARUM"]
)
def test_look_alike_letters_do_not_hide_the_office_that_names_a_kind(heading: str) -> None:
    fact = decide(zones(text(page(1, f"{heading}\nNOMOR 7 TAHUN 2018\nTENTANG\nBEASISWA"))))
    assert fact is not None
    assert fact.value == "perkada"


def test_a_budget_is_one_also_where_tentang_stands_before_its_title_on_the_same_line() -> None:
    words = (
        "PERATURAN BUPATI ARUM NOMOR 61 TAHUN 2021 TENTANG PENJABARAN ANGGARAN PENDAPATAN DAN BELANJA DAERAH TAHUN "
        "ANGGARAN 2022\nDENGAN RAHMAT TUHAN YANG MAHA ESA"
    )
    fact = decide(zones(text(page(1, words))))
    assert fact is not None
    assert fact.value == "apbd"


def test_bids_come_highest_first_with_every_type_heard() -> None:
    offered = bids(zones(text(page(1, PERBUP))))
    points = [bid.points for bid in offered]
    assert points == sorted(points, reverse=True)
    assert len({bid.name for bid in offered}) == len(offered)


def test_a_close_race_gives_less_confidence_than_a_clear_one() -> None:
    clear = decide(zones(text(page(1, PERBUP))))
    close = decide(zones(text(page(1, "LAPORAN\nkegiatan dan rencana kerja"))))
    assert clear is not None
    assert close is None or close.confidence < clear.confidence


def test_letter_spacing_and_ocr_noise_in_the_heading_do_not_hide_the_type() -> None:
    spaced = decide(
        zones(text(page(1, PERBUP.replace("PERATURAN", "P E R A T U R A N").replace("BUPATI", "B U P A T I"))))
    )
    noisy = decide(zones(text(page(1, PERBUP.replace("PERATURAN", "PERATURAM").replace("TENTANG", "TENTAN6")))))
    assert [fact.value if fact else None for fact in (spaced, noisy)] == ["perkada", "perkada"]


def test_an_annex_keeps_the_type_of_its_regulation_but_an_annex_of_the_budget_is_budget() -> None:
    annex = "LAMPIRAN PERATURAN BUPATI ARUM\nNOMOR 7 TAHUN 2018\nTENTANG\nBEASISWA\nDAFTAR SEKOLAH\n1 SDN 1"
    budget = (
        "LAMPIRAN I PERATURAN BUPATI ARUM\nNOMOR 40 TAHUN 2018\nTANGGAL 31 Desember 2018\n"
        "RINGKASAN PENJABARAN APBD\nTAHUN ANGGARAN 2019\n1 PENDAPATAN 100.000.000,00"
    )
    decided = [decide(zones(text(page(1, words)))) for words in (annex, budget)]
    assert [fact.value if fact else None for fact in decided] == ["perkada", "apbd"]
