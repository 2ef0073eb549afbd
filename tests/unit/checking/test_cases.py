"""Names of files, places, units, pages: what makes a document the one that was meant."""

from __future__ import annotations

import pytest

from evidence_ai.checking.cases import claimed_for, named, owners, same_file
from evidence_ai.checking.labels import CLEAR, mentions, names_phrase, relevance
from evidence_ai.checking.periods import covers
from evidence_ai.checking.places import bears_name, former_name_in, is_above, is_same_place
from evidence_ai.checking.units import fit, unit
from evidence_ai.checking.words import page_spans
from tests.builders import claim, dossier, edition, indicator, package


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Perda 1.pdf", "PERDA 1.PDF"),
        ("perda.pdf", "struktur/perda.pdf"),
        ("a\\b\\c.pdf", "b/c.pdf"),
        (" perda.pdf", "perda.pdf"),
    ],
)
def test_letter_case_folders_and_slashes_do_not_make_another_file(left: str, right: str) -> None:
    assert same_file(left, right)


@pytest.mark.parametrize(
    ("left", "right"), [("a.pdf", "b.pdf"), ("x/a.pdf", "y/a.pdf"), ("", "a.pdf"), ("da.pdf", "perda.pdf")]
)
def test_other_names_are_other_files(left: str, right: str) -> None:
    assert not same_file(left, right)


def test_a_claim_names_its_documents_and_they_know_their_claims() -> None:
    perda, other = dossier("perda.pdf"), dossier("lain.pdf")
    given = package(perda, other, claims=(claim("BH.S1", "ada", "PERDA.pdf"),))
    assert named(given.claims[0], given.dossiers) == (perda,)
    assert [one.id for one in claimed_for(perda, given, edition())] == ["BH.S1"]
    assert claimed_for(other, given, edition()) == ()


def test_owners_are_named_once_and_unknown_ones_stay_neutral() -> None:
    assert owners((indicator(), indicator("BH.S2"))).id == "Bagian Hukum"
    assert owners(()).id == "OPD pemilik dokumen"


def test_a_label_with_the_indicators_cue_is_clear_and_a_foreign_one_is_not() -> None:
    stunting = edition().indicator("KS.H3")
    assert stunting is not None
    assert relevance("Prevalensi balita stunting (SSGI)", stunting) >= CLEAR
    assert relevance("Panjang jalan mantap", stunting) < CLEAR
    assert relevance("Jumlah", stunting) == 0


def test_an_acronym_counts_as_it_is_printed_only() -> None:
    assert mentions("JKN", "peserta JKN 2023")
    assert not mentions("LAPOR", "sebagaimana dilaporkan")
    assert not mentions("perkara", "perkara perdata"), "a single plain word says nothing"


def test_a_phrase_must_stand_word_by_word() -> None:
    legal_aid = indicator(cues=("pemberi bantuan hukum", "perkara"))
    assert names_phrase(legal_aid, "daftar Pemberi\nBantuan Hukum")
    assert not names_phrase(legal_aid, "perkara hukum dan bantuan sosial")


def test_kota_and_kabupaten_of_one_name_are_two_places() -> None:
    assert bears_name("Kabupaten Madiun", "35.19")
    assert not bears_name("Kota Madiun", "35.19")
    assert former_name_in("Kabupaten Toba Samosir", "12.12") == "Toba Samosir"
    assert former_name_in("Kabupaten Toba", "12.12") is None


def test_codes_are_compared_however_they_are_written() -> None:
    assert is_same_place("7371", "73.71")
    assert is_above("73", "7371")
    assert not is_above("73.71", "73.71")


def test_a_period_covers_its_first_and_last_year_and_nothing_when_it_is_no_period() -> None:
    assert covers("2021-2026", 2021)
    assert covers("2021-2026", 2026)
    assert not covers("2021-2026", 2027)
    assert not covers("Tahun lalu", 2023)


def test_units_are_one_whatever_their_spelling_and_differ_where_meaning_does() -> None:
    assert unit("Persen")[0] == unit("%")[0] == "%"
    assert unit("jiwa")[0] == unit("orang")[0]
    assert unit("per 1.000 KH")[0] != unit("per 100.000 KH")[0]
    assert not fit("%", "orang")
    assert not fit("rupiah", None)


def test_page_numbers_are_listed_as_people_do() -> None:
    assert page_spans([7, 3, 6, 5, 5]) == "3, 5-7"
    assert page_spans([1]) == "1"
