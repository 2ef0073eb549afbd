from __future__ import annotations

import codecs

from evidence_ai.domain.document import Grade
from evidence_ai.reading.quality import layer_grade, measure
from tests.unit.reading.papers import PROSE

TEXT = "\n".join(PROSE * 3)


def test_good_indonesian_print_is_excellent() -> None:
    assert layer_grade(measure(TEXT)) is Grade.EXCELLENT


def test_letters_moved_by_a_wrong_font_table_are_not_trusted() -> None:
    moved = "".join(chr(ord(letter) - 29) if letter.isalpha() else letter for letter in TEXT)
    assert layer_grade(measure(moved)) in (Grade.POOR, Grade.UNREADABLE)
    assert layer_grade(measure(codecs.encode(TEXT, "rot13"))) in (Grade.POOR, Grade.UNREADABLE)


def test_unmapped_glyphs_are_not_trusted() -> None:
    assert layer_grade(measure("(cid:12)(cid:45) " * 40)) is Grade.UNREADABLE
    assert layer_grade(measure("\ufffd\ufffd\ufffd dan " * 40)) is Grade.UNREADABLE


def test_tables_of_numbers_are_no_garbage() -> None:
    assert (
        layer_grade(measure("5.1.02 Belanja Barang dan Jasa 1.250.000,00 1.100.000,00 88,00%\n" * 5)) is Grade.EXCELLENT
    )


def test_bullets_of_symbol_fonts_are_no_garbage() -> None:
    assert layer_grade(measure("\uf0b7 pelayanan anak\n" * 30)) is Grade.EXCELLENT
