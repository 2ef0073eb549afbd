"""What a worker does with one document: read pages into the spool while it is told which, then join and judge them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path
from typing import Any

from evidence_ai.adapters.dossier_file import write_dossier
from evidence_ai.adapters.page_spool import PageSpool, spool_at
from evidence_ai.adapters.worker_pool import Conversation
from evidence_ai.domain.document import Document, DocumentText, Page, PageFailure
from evidence_ai.domain.dossier import Dossier
from evidence_ai.reading import is_paged, join, outcomes, read_pages
from evidence_ai.services.examining import Stage, Tools, Upload, content_of, document_of, judged, without_text
from evidence_ai.services.quick_look import first_words

_KEPT_IN_MEMORY = 100
"""Pages a worker keeps beside the spool, so that short documents are not unpacked again; long ones stay flat."""
_BY_THE_CLOCK = 1.5
"""Times a page's limit; see `_opened`."""


class Say(Enum):
    """What a worker says first in a message."""

    OPENED = "opened"
    MORE = "more"
    PAGE_ONE = "page_one"
    LEFT = "left"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Pages:
    """An answer: read these next."""

    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Finish:
    """An answer: all pages are there, or failed as said; join and judge."""

    failed: tuple[PageFailure, ...]


@dataclass(frozen=True, slots=True)
class Leave:
    """An answer: others do the rest."""


@dataclass(frozen=True, slots=True)
class Order:
    """One document and how far to go with it.

    `folder` holds spools, `version` names the reading, the dossier is written to `result`. `page_s`: time on one page
    after which a worker is lost; `whole_s`: the same for a file without separate pages.
    """

    upload: Upload
    through: Stage
    folder: Path
    version: str
    result: Path
    page_s: float
    whole_s: float


@dataclass(slots=True)
class _Reading:
    """One reading as it goes on."""

    conversation: Conversation
    order: Order
    spool: PageSpool
    document: Document
    kept: dict[int, Page | PageFailure] = field(default_factory=dict)
    answer: Any = None

    def wanted(self, total: int) -> Iterator[int]:
        """The pages the parent names, until it says something else."""
        known = tuple(sorted(self.spool.numbers()))
        self.answer = self.conversation.ask((Say.OPENED.value, self.document, total, known))
        while isinstance(self.answer, Pages):
            for number in self.answer.numbers:
                self.conversation.within(self.order.page_s)
                yield number
            self.answer = self.conversation.ask((Say.MORE.value,))

    def hear(self, page: Page | PageFailure) -> None:
        """Spool a page, then say that it is there: never the other way round."""
        number = page.number if isinstance(page, Page) else page.page
        if len(self.kept) < _KEPT_IN_MEMORY:
            self.kept[number] = page
        try:
            self.spool.add(page)
        except OSError:  # a full disk: what is kept in memory still counts, the rest is named when joining
            self.kept.setdefault(number, PageFailure(number, outcomes.PAGE_NOT_KEPT))
        self.conversation.tell(number)


def read_document(conversation: Conversation, order: Order) -> tuple[str]:
    """Read pages of a document as the parent names them; join and judge when told so."""
    opened = _opened(conversation, order)
    if isinstance(opened, Dossier):
        return _written(opened, order)
    document, content, tools = opened
    reading = _Reading(conversation, order, spool_at(order.folder, document.sha256, order.version), document)
    ending = read_pages(
        content,
        document.media_type,
        engine=tools.engine,
        limits=tools.limits,
        wanted=reading.wanted,
        on_page=reading.hear,
    )
    if isinstance(ending, int):
        if not isinstance(reading.answer, Finish):
            return (Say.LEFT.value,)
        ending = _joined(ending, reading, reading.answer)
    conversation.within(_judging_s(ending, order))
    return _written(judged(document, ending, content, tools, through=order.through), order)


def read_first_words(conversation: Conversation, order: Order) -> tuple[str]:
    """The heading of a document, judged; all of page 1 where that is needed."""
    opened = _opened(conversation, order)
    if isinstance(opened, Dossier):
        return _written(opened, order)
    document, content, tools = opened

    def page_one() -> DocumentText | None:
        total = conversation.ask((Say.PAGE_ONE.value,))
        conversation.within(order.whole_s)
        page = spool_at(order.folder, document.sha256, order.version).pages().get(1) if total else None
        return join(total, [page]) if page is not None else None

    conversation.within(order.whole_s)
    return _written(first_words(document, content, tools, page_one=page_one), order)


_here: list[Tools] = []


def use(tools: Tools) -> None:
    """Let the workers forked from here work with these tools."""
    _here[:] = [tools]


def _opened(conversation: Conversation, order: Order) -> tuple[Document, bytes, Tools] | Dossier:
    conversation.within(order.page_s)
    # The keeper counts the time a page had a processor; recognition itself looks at the clock, so it gets more of it.
    tools = _here[0]
    tools = replace(tools, limits=replace(tools.limits, page_s=_BY_THE_CLOCK * order.page_s))
    content = content_of(order.upload, tools.limits)
    if isinstance(content, DocumentText):
        return without_text(order.upload, content)
    document = document_of(order.upload, content)
    if not is_paged(document.media_type):
        conversation.within(order.whole_s)
        # So that a long one ends with the pages it has, before its worker is lost with all of them.
        tools = replace(tools, limits=replace(tools.limits, page_s=order.page_s, document_s=0.7 * order.whole_s))
    return document, content, tools


def _joined(total: int, reading: _Reading, finish: Finish) -> DocumentText:
    failed = {one.page: one for one in finish.failed}
    kept = reading.kept
    if len(kept) + len(failed) < total:
        kept = {**reading.spool.pages(), **kept}
    return join(total, {**failed, **kept}.values())


def _judging_s(text: DocumentText, order: Order) -> float:
    return order.page_s + 0.2 * text.pages_total


def _written(dossier: Dossier, order: Order) -> tuple[str]:
    write_dossier(order.result, dossier)
    return (Say.DONE.value,)
