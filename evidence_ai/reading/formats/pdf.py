"""PDF: pages one by one, each closed before the next, so memory stays flat."""

from __future__ import annotations

import time

from evidence_ai.domain.document import DocumentText, Outcome, Page, PageFailure
from evidence_ai.reading import outcomes
from evidence_ai.reading.formats import Reader, Task
from evidence_ai.reading.limits import Limits
from evidence_ai.reading.pdf_pages import read_page
from evidence_ai.reading.pdfium import PdfDocument, PdfiumError, library, raw


def _read(task: Task) -> DocumentText:
    try:
        document = library.PdfDocument(task.content, autoclose=True)
    except PdfiumError as error:
        return _not_opened(error)
    try:
        return _pages(document, task)
    finally:
        document.close()


def _not_opened(error: Exception) -> DocumentText:
    if getattr(error, "err_code", None) in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
        return outcomes.ended(Outcome.ENCRYPTED, outcomes.ENCRYPTED)
    return outcomes.ended(Outcome.UNREADABLE, outcomes.CORRUPT)


def _pages(document: PdfDocument, task: Task) -> DocumentText:
    count = len(document)
    if count > task.limits.max_pages:
        return outcomes.ended(Outcome.TOO_BIG, outcomes.too_many_pages(count, task.limits.max_pages))
    pages: list[Page] = []
    failed: list[PageFailure] = []
    ends = time.monotonic() + task.limits.document_s
    for number in range(1, count + 1):
        left_s = ends - time.monotonic()
        if left_s <= 0:
            failed.append(PageFailure(number, outcomes.DOCUMENT_TIMEOUT))
            continue
        result = _page(document, number, task, task.limits.for_page(left_s))
        if isinstance(result, Page):
            pages.append(result)
        else:
            failed.append(result)
        task.progress(number, count)
    return outcomes.of_pages(pages, failed)


def _page(document: PdfDocument, number: int, task: Task, limits: Limits) -> Page | PageFailure:
    try:
        page = document[number - 1]
    except PdfiumError:
        return PageFailure(number, outcomes.PAGE_BROKEN)
    try:
        return read_page(page, number, engine=task.engine, limits=limits)
    except MemoryError:
        return PageFailure(number, outcomes.OUT_OF_MEMORY)
    except Exception:  # noqa: BLE001 - whatever one page breaks costs that page, never the document
        return PageFailure(number, outcomes.PAGE_BROKEN)
    finally:
        page.close()


READER = Reader(media_types=("application/pdf",), read=_read)
