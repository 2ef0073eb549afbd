from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from evidence_ai.domain.document import DocumentText, Grade, Outcome, Page, PageFailure, Source
from evidence_ai.reading import read, read_pages
from evidence_ai.reading.limits import Limits
from tests.fakes.engines.absent import ENGINE as ABSENT
from tests.unit.reading.papers import lines, pdf

PDF = "application/pdf"
FIVE = pdf(*(lines(f"PERATURAN BUPATI TANJUNG ARUM NOMOR {number} TAHUN 2022") for number in range(1, 6)))


def test_a_selection_leaves_the_other_pages_waiting() -> None:
    text = read(FIVE, PDF, engine=ABSENT, pages=(5, 1, 99))
    assert [page.number for page in text.pages] == [1, 5]
    assert (text.pages_total, text.pages_waiting, text.outcome) == (5, 3, Outcome.OK)


def test_without_a_selection_no_page_waits() -> None:
    text = read(FIVE, PDF, engine=ABSENT)
    assert (len(text.pages), text.pages_waiting) == (5, 0)


def test_a_page_is_read_alike_alone_and_with_the_others() -> None:
    assert read(FIVE, PDF, engine=ABSENT, pages=(3,)).pages[0] == read(FIVE, PDF, engine=ABSENT).pages[2]


def test_progress_counts_the_pages_asked_for() -> None:
    heard: list[tuple[int, int]] = []
    read(FIVE, PDF, engine=ABSENT, pages=(2, 4), progress=lambda done, total: heard.append((done, total)))
    assert heard == [(1, 2), (2, 2)]


def test_pages_are_told_as_they_are_asked_for() -> None:
    story: list[str] = []

    def wanted(total: int) -> Iterator[int]:
        for number in (2, 1):
            story.append(f"asked {number} of {total}")
            yield number

    ending = read_pages(
        FIVE, PDF, engine=ABSENT, wanted=wanted, on_page=lambda page: story.append(f"read {_number(page)}")
    )
    assert ending == 5
    assert story == ["asked 2 of 5", "read 2", "asked 1 of 5", "read 1"]


def test_a_file_that_cannot_be_opened_is_never_asked_for_pages() -> None:
    ending = read_pages(b"%PDF-1.7 broken", PDF, engine=ABSENT, wanted=_never, on_page=_never)
    assert isinstance(ending, DocumentText)
    assert ending.outcome is Outcome.UNREADABLE


def test_pages_beyond_the_time_of_the_document_fail_by_name() -> None:
    text = read(FIVE, PDF, engine=ABSENT, limits=Limits(document_s=0.0))
    assert (text.outcome, len(text.pages_failed)) == (Outcome.TIMEOUT, 5)


def test_a_text_that_loses_a_page_cannot_be_made() -> None:
    page = Page(1, 595.0, 842.0, Source.NONE, Grade.GOOD, ())
    with pytest.raises(ValueError, match="waiting"):
        DocumentText(Outcome.OK, None, 3, (page,), pages_waiting=1)


def _number(page: Page | PageFailure) -> int:
    return page.number if isinstance(page, Page) else page.page


def _never(_about: object) -> Any:
    raise AssertionError
