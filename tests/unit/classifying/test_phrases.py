"""The phrase language."""

from __future__ import annotations

from evidence_ai.classifying.phrases import Owner, find, phrase_book, tokens_of


def _found(phrase: str, text: str) -> list[tuple[int, ...]]:
    return [hit.matched for hit in find(phrase_book([(Owner(0, "x"), phrase)]), tokens_of(text))]


def test_a_phrase_matches_whole_words_only() -> None:
    assert _found("sampah", "Pengelolaan sampahan") == []
    assert _found("sampah", "Pengelolaan SAMPAH.") == [(1,)]


def test_alternatives_stand_for_one_word() -> None:
    assert _found("layak|ramah anak", "Kota Ramah Anak") == [(1, 2)]


def test_a_gap_reaches_over_three_words_and_no_further() -> None:
    assert _found("kerukunan * agama", "kerukunan antar dan intern agama") == [(0, 4)]
    assert _found("kerukunan * agama", "kerukunan antar dan intern umat agama") == []


def test_a_gap_may_be_empty() -> None:
    assert _found("kerukunan * agama", "kerukunan agama") == [(0, 1)]


def test_places_point_back_into_the_text() -> None:
    text = "Tentang  Kawasan\nTanpa Rokok"
    first, *_ = find(phrase_book([(Owner(0, "x"), "kawasan tanpa rokok")]), tokens_of(text))
    tokens = tokens_of(text)
    assert text[tokens[first.start].start : tokens[first.end - 1].end] == "Kawasan\nTanpa Rokok"
