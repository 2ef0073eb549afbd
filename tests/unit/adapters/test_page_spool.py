from __future__ import annotations

from pathlib import Path

from evidence_ai.adapters.page_spool import PageSpool, reading_version, spool_at
from evidence_ai.domain.document import Grade, Line, Page, PageFailure, Source
from evidence_ai.reading import outcomes


def page(number: int, text: str = "isi") -> Page:
    return Page(number, 595.0, 842.0, Source.OCR, Grade.GOOD, (Line(text),))


def filled(folder: Path, *numbers: int) -> PageSpool:
    spool = PageSpool(folder)
    for number in numbers:
        spool.add(page(number))
    return spool


def test_pages_of_several_writers_are_found_by_number(tmp_path: Path) -> None:
    filled(tmp_path, 1, 3)
    other = filled(tmp_path, 2)
    assert other.numbers() == {1, 2, 3}
    assert other.pages() == {number: page(number) for number in (1, 2, 3)}


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert spool_at(tmp_path, "a" * 64, "1").numbers() == frozenset()


def test_another_version_of_reading_does_not_see_them(tmp_path: Path) -> None:
    spool_at(tmp_path, "a" * 64, "1").add(page(1))
    assert spool_at(tmp_path, "a" * 64, "1").numbers() == {1}
    assert spool_at(tmp_path, "a" * 64, "2").numbers() == frozenset()


def test_a_torn_page_is_not_there_and_those_before_it_are(tmp_path: Path) -> None:
    spool = filled(tmp_path, 1, 2)
    (file,) = tmp_path.glob("*.pages")
    whole = file.read_bytes()
    for cut in range(len(whole) // 2 + 1, len(whole)):
        file.write_bytes(whole[:cut])
        assert spool.numbers() == {1}


def test_a_changed_byte_is_noticed(tmp_path: Path) -> None:
    spool = filled(tmp_path, 1, 2)
    (file,) = tmp_path.glob("*.pages")
    whole = bytearray(file.read_bytes())
    whole[-5] ^= 1
    file.write_bytes(whole)
    assert spool.pages().keys() == {1}


def test_foreign_files_are_ignored(tmp_path: Path) -> None:
    spool = filled(tmp_path, 1)
    (tmp_path / "x.pages").write_bytes(b"EVP1" + b"\xff" * 60)
    (tmp_path / "y.pages").write_bytes(b"hello")
    assert spool.numbers() == {1}


def test_a_page_read_wins_over_its_failure(tmp_path: Path) -> None:
    spool = PageSpool(tmp_path)
    spool.add(page(1))
    PageSpool(tmp_path).add(PageFailure(1, outcomes.PAGE_TIMEOUT))
    assert spool.pages() == {1: page(1)}


def test_the_version_depends_on_the_engine() -> None:
    assert reading_version("one") != reading_version("another")
    assert reading_version("one") == reading_version("one")
