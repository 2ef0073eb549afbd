from __future__ import annotations

from evidence_ai.reading.cleaning import clean, folded_lines


def test_two_halves_of_one_character_become_that_character() -> None:
    assert clean("\ud835\udc65 = 1") == "\U0001d465 = 1"


def test_a_lone_half_of_a_character_can_still_be_written_as_utf8() -> None:
    assert clean("nilai \ud835 akhir").encode("utf-8").decode("utf-8") == "nilai \ufffd akhir"


def test_an_endless_line_is_folded_and_loses_nothing() -> None:
    text = "kata " * 3_000 + "." * 9_000
    folded = list(folded_lines(text))
    assert "".join(folded) == text
    assert max(len(line) for line in folded) <= 4_000
