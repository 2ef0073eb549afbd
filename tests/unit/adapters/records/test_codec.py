from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

import pytest

from evidence_ai.adapters.records.codec import packed, text_of, unpacked, value_of
from evidence_ai.domain.document import DocumentText, Word
from evidence_ai.domain.quote import Box, Fact, Quote
from evidence_ai.domain.understanding import Understanding
from tests import builders


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True, slots=True)
class Everything:
    when: datetime
    day: Fact[date] | None
    exact: Decimal
    part: Fraction
    colour: Colour
    pair: tuple[str, int]
    many: tuple[Box, ...] = ()
    added_later: str = "as it was"


WHOLE = Everything(
    datetime(2025, 3, 1, 8, 30, tzinfo=UTC), Fact(date(2021, 5, 3), 0.9, Quote(1, "3 Mei 2021")), Decimal("264.780"),
    Fraction(1, 3), Colour.RED, ("a", 1), (Box(0.0, 1.5, 2.0, 3.0),),
)  # fmt: skip


def test_a_value_comes_back_as_it_was_to_the_last_digit() -> None:
    found = unpacked(Everything, packed(WHOLE))
    assert found == WHOLE
    assert str(found.exact) == "264.780"


def test_what_equals_its_default_takes_no_room_and_a_field_added_later_takes_its_default() -> None:
    assert "added_later" not in text_of(WHOLE)
    assert value_of(Everything, text_of(WHOLE)).added_later == "as it was"


def test_a_field_that_is_no_longer_known_is_left_out() -> None:
    assert value_of(Box, '{"x0":0,"y0":0,"x1":1,"y1":1,"gone":5}') == Box(0, 0, 1, 1)


def test_a_whole_document_with_its_words_comes_back() -> None:
    page = builders.scanned_page(1, "PERATURAN DAERAH\nNOMOR 5 TAHUN 2019")
    whole = builders.text(page)
    found = unpacked(DocumentText, packed(whole))
    assert found == whole
    assert isinstance(found.pages[0].lines[0].words[0], Word)


def test_an_understanding_comes_back() -> None:
    said = builders.understanding()
    assert unpacked(Understanding, packed(said)) == said


def test_what_cannot_be_told_apart_is_refused() -> None:
    with pytest.raises(TypeError, match="several kinds"):
        value_of(str | int, '"a"')
    with pytest.raises(TypeError, match="cannot be kept"):
        text_of(object())
