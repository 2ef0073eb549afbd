"""Reading a file page by page: all of it, a selection, or as somebody asks for the next page."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field

from evidence_ai.domain.document import DocumentText, Page, PageFailure
from evidence_ai.reading import outcomes
from evidence_ai.reading.formats import OpenFile, Task

Open = Callable[[Task], OpenFile | DocumentText]
Told = Callable[[Page | PageFailure], None]


def whole(open_file: Open) -> Callable[[Task], DocumentText]:
    """The reader of every page, from how a format opens its files."""
    return lambda task: selected(open_file, task, None)


def selected(open_file: Open, task: Task, numbers: Collection[int] | None) -> DocumentText:
    """The pages asked for, in order, None for all; the others wait. Pages beyond the time are named failures."""
    found = _Found()
    ends = time.monotonic() + task.limits.document_s

    def hear(page: Page | PageFailure) -> None:
        found.add(page)
        task.progress(found.count, found.asked)

    def wanted(total: int) -> Iterable[int]:
        chosen = range(1, total + 1) if numbers is None else sorted({at for at in numbers if 1 <= at <= total})
        found.asked = len(chosen)
        return chosen

    ending = as_asked(open_file, task, wanted, hear, ends=ends)
    if isinstance(ending, DocumentText):
        return ending
    return outcomes.of_pages(found.pages, found.failed, waiting=ending - found.count)


def as_asked(
    open_file: Open,
    task: Task,
    wanted: Callable[[int], Iterable[int]],
    hear: Told,
    *,
    ends: float = float("inf"),
) -> DocumentText | int:
    """Read pages as `wanted` names them, each told to `hear` and then forgotten, so memory stays flat.

    Returns:
        How many pages the file has; or how it ended, when it could not be opened.
    """
    opened = open_file(task)
    if isinstance(opened, DocumentText):
        return opened
    try:
        for number in wanted(opened.pages_total):
            left_s = ends - time.monotonic()
            if left_s <= 0:
                hear(PageFailure(number, outcomes.DOCUMENT_TIMEOUT))
            else:
                hear(opened.page(number, task.limits.for_page(left_s)))
    finally:
        opened.close()
    return opened.pages_total


def heading(open_file: Open, task: Task) -> DocumentText:
    """The heading of page 1, the other pages waiting."""
    opened = open_file(task)
    if isinstance(opened, DocumentText):
        return opened
    try:
        if not opened.pages_total:
            return outcomes.of_pages([], [])
        page = opened.heading(task.limits) if opened.heading is not None else opened.page(1, task.limits)
    finally:
        opened.close()
    waiting = opened.pages_total - 1
    if isinstance(page, Page):
        return outcomes.of_pages([page], [], waiting=waiting)
    return outcomes.of_pages([], [page], waiting=waiting)


@dataclass(slots=True)
class _Found:
    """Pages read and failed so far, of those asked for."""

    pages: list[Page] = field(default_factory=list)
    failed: list[PageFailure] = field(default_factory=list)
    asked: int = 0

    @property
    def count(self) -> int:
        return len(self.pages) + len(self.failed)

    def add(self, page: Page | PageFailure) -> None:
        if isinstance(page, Page):
            self.pages.append(page)
        else:
            self.failed.append(page)
