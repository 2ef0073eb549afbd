"""Reading: files to text. One door, `read`; `read_pages` tells each page as it is done."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from importlib import import_module
from typing import TypeVar

from evidence_ai import shelf
from evidence_ai.domain.document import DocumentText, Outcome, Page, PageFailure
from evidence_ai.reading import outcomes, paging
from evidence_ai.reading.advice import unsupported
from evidence_ai.reading.engine import Engine
from evidence_ai.reading.formats import Reader, Task
from evidence_ai.reading.limits import Limits
from evidence_ai.reading.media_types import FORMATS, OFFICE_ENCRYPTED

__all__ = ["Limits", "is_paged", "is_part", "join", "read", "read_heading", "read_pages"]

Result = TypeVar("Result")


def read(
    content: bytes,
    media_type: str,
    *,
    engine: Engine,
    limits: Limits = Limits(),  # noqa: B008 - frozen
    progress: Callable[[int, int], None] | None = None,
    pages: Collection[int] | None = None,
) -> DocumentText:
    """Read one file, or some of its pages. Bad content never raises; it ends in a named outcome.

    Args:
        content: the whole file.
        media_type: what the content is, as `media_types.detect` says.
        engine: recognises pages that are pictures; see `engines.first_available`.
        limits: what this file may cost.
        progress: hears (pages done, pages asked for) after each page.
        pages: numbers from 1; the others are `pages_waiting`. A format without separate pages is read whole all the same.
    """

    def reading(reader: Reader, task: Task) -> DocumentText:
        if reader.open is None or pages is None:
            return reader.read(task)
        return paging.selected(reader.open, task, pages)

    return _ended_by_name(content, media_type, engine, limits, progress or _silent, reading)


def read_pages(
    content: bytes,
    media_type: str,
    *,
    engine: Engine,
    limits: Limits = Limits(),  # noqa: B008 - frozen
    wanted: Callable[[int], Iterable[int]],
    on_page: Callable[[Page | PageFailure], None],
) -> DocumentText | int:
    """Read pages as they are asked for and tell each as soon as it is done; none is kept, so memory stays flat.

    Args:
        content: the whole file.
        media_type: what the content is, as `media_types.detect` says.
        engine: recognises pages that are pictures.
        limits: what this file may cost; the time of the whole is the caller's to watch.
        wanted: called once with the number of pages when the file is open; names the pages to read, one after another.
        on_page: hears each page, or why it failed.

    Returns:
        How many pages the file has; or the whole text of a file that could not be opened or has no separate pages.
    """

    def reading(reader: Reader, task: Task) -> DocumentText | int:
        return reader.read(task) if reader.open is None else paging.as_asked(reader.open, task, wanted, on_page)

    return _ended_by_name(content, media_type, engine, limits, _silent, reading)


def read_heading(
    content: bytes,
    media_type: str,
    *,
    engine: Engine,
    limits: Limits = Limits(),  # noqa: B008 - frozen
) -> DocumentText:
    """The first words of a file: page 1 down to where headings end, the other pages waiting; all of a file without pages."""

    def reading(reader: Reader, task: Task) -> DocumentText:
        return reader.read(task) if reader.open is None else paging.heading(reader.open, task)

    return _ended_by_name(content, media_type, engine, limits, _silent, reading)


def join(total: int, pages: Iterable[Page | PageFailure]) -> DocumentText:
    """The text of pages read one by one, in their order; those of `total` that are not there are waiting."""
    by_number = sorted(pages, key=lambda page: page.number if isinstance(page, Page) else page.page)
    read_ = [page for page in by_number if isinstance(page, Page)]
    failed = [page for page in by_number if isinstance(page, PageFailure)]
    return outcomes.of_pages(read_, failed, waiting=total - len(by_number))


def is_part(text: DocumentText) -> bool:
    """Whether `read_heading` read less than the whole page."""
    return any(page.note == outcomes.TOP_ONLY for page in text.pages)


def is_paged(media_type: str) -> bool:
    """Whether files of this kind are read page by page."""
    name = FORMATS.get(media_type)
    if name is None:
        return False
    return shelf.member(import_module("evidence_ai.reading.formats"), name, "READER", Reader).open is not None


def _ended_by_name(
    content: bytes,
    media_type: str,
    engine: Engine,
    limits: Limits,
    progress: Callable[[int, int], None],
    reading: Callable[[Reader, Task], Result],
) -> Result | DocumentText:
    if not content:
        return outcomes.ended(Outcome.EMPTY, outcomes.NO_CONTENT)
    if len(content) > limits.max_bytes:
        return outcomes.ended(Outcome.TOO_BIG, outcomes.too_big(len(content), limits.max_bytes))
    if media_type == OFFICE_ENCRYPTED:
        return outcomes.ended(Outcome.ENCRYPTED, outcomes.ENCRYPTED)
    name = FORMATS.get(media_type)
    if name is None:
        return outcomes.ended(Outcome.UNSUPPORTED, unsupported(media_type))
    formats = import_module("evidence_ai.reading.formats")
    reader = shelf.member(formats, name, "READER", Reader)
    try:
        return reading(reader, Task(content, media_type, engine, limits, progress))
    except MemoryError:
        return outcomes.ended(Outcome.MEMORY, outcomes.OUT_OF_MEMORY)
    except Exception:  # noqa: BLE001 - the promise of this door: hostile content ends in a name
        return outcomes.ended(Outcome.UNREADABLE, outcomes.CORRUPT)


def _silent(_done: int, _total: int) -> None: ...
