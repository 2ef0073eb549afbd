from __future__ import annotations

from evidence_ai.reading.cleaning import clean


def test_two_halves_of_one_character_become_that_character() -> None:
    assert clean("\ud835\udc65 = 1") == "\U0001d465 = 1"


def test_a_lone_half_of_a_character_can_still_be_written_as_utf8() -> None:
    assert clean("nilai \ud835 akhir").encode("utf-8").decode("utf-8") == "nilai \ufffd akhir"
