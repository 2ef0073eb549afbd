"""EML and MSG: page 1 is the letter, with who wrote to whom; what was attached follows as further pages, named."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.document import DocumentText, Grade, Line, Outcome, Page, PageFailure, Source
from evidence_ai.reading import outcomes, read
from evidence_ai.reading.cleaning import clean, folded_lines
from evidence_ai.reading.formats import Reader, Task
from evidence_ai.reading.formats.html import html_page
from evidence_ai.reading.mails import Attachment, Mail, take_apart
from evidence_ai.reading.media_types import EML, LETTER, MSG, MSG_LETTER, detect
from evidence_ai.reading.quality import layer_grade, measure

_DEEPEST = 3
"""Mails within mails; deeper ones are named, not opened."""
_MAX_LINES = 100_000
_depth: ContextVar[int] = ContextVar("depth", default=0)


def _read(task: Task) -> DocumentText:
    try:
        mail = take_apart(task.content, MSG if task.media_type in (MSG, MSG_LETTER) else EML)
    except (ValueError, LookupError, RecursionError):
        return outcomes.ended(Outcome.UNREADABLE, outcomes.CORRUPT)
    if mail.saved_page:
        page = html_page(mail.saved_page, 1)
        return outcomes.of_pages([page] if page else [], [])
    pages = [_letter(mail)]
    failed: list[PageFailure] = []
    if task.media_type in (EML, MSG):
        for attachment in mail.attachments:
            _add(attachment, task, pages, failed)
    return outcomes.of_pages(pages, failed)


def _letter(mail: Mail) -> Page:
    head = [f"{label}: {value}" for label, value in mail.headers]
    if mail.attachments:
        head.append(f"Lampiran: {', '.join(one.name for one in mail.attachments)}")
    printed = [*head, *mail.lines[:_MAX_LINES]]
    lines = tuple(Line(line) for part in printed for piece in folded_lines(part) if (line := clean(piece.strip())))
    if not lines:
        return Page(1, 0.0, 0.0, Source.NONE, Grade.GOOD, (), note=outcomes.BLANK_PAGE)
    grade = layer_grade(measure("\n".join(line.text for line in lines)))
    return Page(1, 0.0, 0.0, Source.TEXT_LAYER, Grade.FAIR if grade in (Grade.POOR, Grade.UNREADABLE) else grade, lines)


def _add(attachment: Attachment, task: Task, pages: list[Page], failed: list[PageFailure]) -> None:
    """Append what could be read of an attachment, or why it could not."""
    first = len(pages) + len(failed) + 1
    text = _text_of(attachment, task)
    if not text.pages_total:
        why = text.reason or outcomes.NO_PAGES
        words = Bilingual(
            f"Lampiran “{attachment.name}” tidak terbaca: {why.message.id}",
            f"The attachment “{attachment.name}” was not read: {why.message.en}",
        )
        failed.append(PageFailure(first, replace(why, message=words)))
        return
    total = text.pages_total
    pages += [replace(one, number=first + one.number - 1, note=_note(attachment, one, total)) for one in text.pages]
    failed += [replace(one, page=first + one.page - 1) for one in text.pages_failed]


def _text_of(attachment: Attachment, task: Task) -> DocumentText:
    kind = detect(attachment.content, attachment.name)
    if _depth.get() >= _DEEPEST:
        return outcomes.ended(Outcome.UNSUPPORTED, _TOO_DEEP)
    with _one_deeper():
        return read(attachment.content, kind, engine=task.engine, limits=task.limits, progress=task.progress)


@contextmanager
def _one_deeper() -> Iterator[None]:
    before = _depth.set(_depth.get() + 1)
    try:
        yield
    finally:
        _depth.reset(before)


def _note(attachment: Attachment, page: Page, total: int) -> Bilingual:
    """Where the page comes from, before what was said of it."""
    own = Bilingual(f" {page.note.id}", f" {page.note.en}") if page.note else Bilingual("", "")
    return Bilingual(
        f"Lampiran surat “{attachment.name}”, halaman {page.number} dari {total}.{own.id}",
        f"Attachment “{attachment.name}”, page {page.number} of {total}.{own.en}",
    )


_TOO_DEEP = outcomes.reason(
    "nested_too_deep",
    "Surat di dalam surat ini bersarang terlalu dalam, jadi tidak dibuka. Unggah lampirannya sebagai berkas tersendiri.",
    "Mails are nested too deeply here, so this one was not opened. Upload its attachment as a file of its own.",
)

READER = Reader(media_types=(EML, MSG, LETTER, MSG_LETTER), read=_read)
