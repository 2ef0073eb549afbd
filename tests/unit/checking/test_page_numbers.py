"""Printed page numbers are followed, and a jump ahead is told."""

from __future__ import annotations

from evidence_ai.checking.page_numbers import Skip, skips
from evidence_ai.domain.document import DocumentText
from tests.builders import page, text


def _foot(*printed: str) -> DocumentText:
    return text(*(page(at, f"Pasal {at}\nisi pasal\n{words}") for at, words in enumerate(printed, start=1)))


def test_a_jump_between_two_numbered_runs_is_told_with_its_page() -> None:
    assert skips(_foot("1", "2", "3", "6", "7", "8")) == (Skip(4, 3, 6),)


def test_numbers_are_read_in_the_usual_dresses() -> None:
    assert skips(_foot("- 1 -", "-2-", "Halaman 3", "Hal. 5", "(6)", "7.")) == (Skip(4, 3, 5),)


def test_two_bare_numbers_on_a_page_tell_nothing() -> None:
    pages = (page(at, f"{at}\nisi\n{at + 50}") for at in range(1, 8))
    assert skips(text(*pages)) == ()


def test_three_pages_on_each_side_are_needed() -> None:
    assert skips(_foot("1", "2", "6", "7", "8")) == ()


def test_a_running_title_below_the_number_hides_nothing() -> None:
    pages = (page(at, f"isi\n{one}\nLaporan Kinerja") for at, one in enumerate((1, 2, 3, 7, 8, 9), start=1))
    assert skips(text(*pages)) == (Skip(4, 3, 7),)


def test_an_item_of_a_list_at_the_edge_does_not_break_a_run() -> None:
    pages = (
        page(at, f"-{one}-\nisi\n{'(1).' if one == 2 else 'isi'}") for at, one in enumerate((1, 2, 3, 6, 7, 8), start=1)
    )
    assert skips(text(*pages)) == (Skip(4, 3, 6),)
