from __future__ import annotations

import os
import pickle
from datetime import date
from decimal import Decimal

import pytest

from evidence_ai.adapters.packing import packed, unpacked
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.document import Cell, Grade, Line, Page, PageFailure, Reason, Source, Table, Word
from evidence_ai.domain.quote import Box

BOX = Box(1.0, 2.0, 3.0, 4.0)
PAGE = Page(
    3,
    595.0,
    842.0,
    Source.OCR,
    Grade.FAIR,
    (Line("satu dua", BOX, (Word("satu", BOX, 0.5), Word("dua", BOX))), Line("")),
    tables=(Table(((Cell("a", BOX), None),), BOX),),
    layer_text="lama",
    note=Bilingual("ya", "yes"),
)


class Trap:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("true",)


@pytest.mark.parametrize(
    "value", [PAGE, PageFailure(2, Reason("c", Bilingual("a", "b"))), (1, "a", None), Decimal("1.50"), date(2022, 1, 2)]
)
def test_a_value_of_the_domain_comes_back_as_it_was(value: object) -> None:
    assert unpacked(packed(value)) == value


@pytest.mark.parametrize(
    "value", [Trap(), os.system, Bilingual.in_, {"a": [Trap()]}], ids=["call", "function", "method", "deep"]
)
def test_what_is_no_value_never_comes_out(value: object) -> None:
    with pytest.raises(ValueError, match="cannot be unpacked"):
        unpacked(pickle.dumps(value))


@pytest.mark.parametrize("path", ["evidence_ai.domain.document\ndataclass", "evidence_ai.domain.document\nPage.quote"])
def test_names_that_a_domain_module_only_borrows_are_refused(path: str) -> None:
    with pytest.raises(ValueError, match="cannot be unpacked"):
        unpacked(f"c{path}\n.".encode())


def test_cut_off_bytes_are_an_error_of_one_kind() -> None:
    with pytest.raises(ValueError, match="cannot be unpacked"):
        unpacked(packed(PAGE)[:-9])
