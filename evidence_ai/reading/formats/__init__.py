"""The shelf of formats; each file declares `READER`, a function from bytes to DocumentText."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from evidence_ai.domain.document import DocumentText, Page, PageFailure
from evidence_ai.reading.engine import Engine
from evidence_ai.reading.limits import Limits

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Task:
    """One file to read, with what reading it may use. `progress` hears (pages done, pages in all)."""

    content: bytes
    media_type: str
    engine: Engine
    limits: Limits
    progress: Progress


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A file that is read page by page: how many pages it has, one page by its number, and how to close it.

    `heading` reads page 1 only as far down as headings stand, where that is quicker than the whole page.
    """

    pages_total: int
    page: Callable[[int, Limits], Page | PageFailure]
    close: Callable[[], None]
    heading: Callable[[Limits], Page | PageFailure] | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """One format: the media types it takes and how it reads them.

    `open` belongs to formats whose pages cost much and can be read one at a time, in any order: it gives the open file,
    or how opening it ended. Such a format has `read=paging.whole(open)`.
    """

    media_types: tuple[str, ...]
    read: Callable[[Task], DocumentText]
    open: Callable[[Task], OpenFile | DocumentText] | None = None
