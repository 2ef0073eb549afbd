"""Misread words of a title."""

from __future__ import annotations

from typing import Any

from evidence_ai.classifying.phrases import tokens_of
from evidence_ai.classifying.repairing import mended
from tests.builders import understanding


def _mended(text: str, *vocabulary: str) -> list[str]:
    return [token.text for token in mended(tokens_of(text), vocabulary)]


def test_a_word_one_letter_off_is_mended() -> None:
    assert _mended("pengelolaan samqah", "sampah") == ["pengelolaan", "sampah"]


def test_a_known_word_is_left_alone() -> None:
    assert _mended("pengadaan", "pengadaan", "pengaduan") == ["pengadaan"]


def test_a_word_between_two_neighbours_is_left_alone() -> None:
    assert _mended("pengaxaan", "pengadaan", "pengabaan") == ["pengaxaan"]


def test_short_words_are_left_alone() -> None:
    assert _mended("desa", "dosa") == ["desa"]


def test_a_misread_title_still_leads_to_its_indicator(classified: Any) -> None:
    result = classified(understanding("perda", title="KAWASAM TANPA R0KOK DAN PERLINDUNGAN PENYANDANC DISABILlTAS"))
    assert "PA.S3" in {candidate.indicator for candidate in result.candidates if candidate.suggested}


def test_reasons_show_the_words_as_printed(classified: Any) -> None:
    result = classified(understanding("perda", title="Pengelolaan Samqah"))
    assert any("Samqah" in reason.text.id for candidate in result.candidates for reason in candidate.reasons)
