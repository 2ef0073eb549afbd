"""PDF: pages one by one, each closed before the next, so memory stays flat."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from evidence_ai.domain.document import DocumentText, Outcome, Page, PageFailure
from evidence_ai.reading import outcomes
from evidence_ai.reading.formats import OpenFile, Reader, Task
from evidence_ai.reading.limits import Limits
from evidence_ai.reading.paging import whole
from evidence_ai.reading.pdf_pages import read_heading, read_page
from evidence_ai.reading.pdfium import PdfDocument, PdfiumError, library, raw


def _open(task: Task) -> OpenFile | DocumentText:
    try:
        document = library.PdfDocument(task.content, autoclose=True)
    except PdfiumError as error:
        return _not_opened(error)
    count = len(document)
    if count > task.limits.max_pages:
        document.close()
        return outcomes.ended(Outcome.TOO_BIG, outcomes.too_many_pages(count, task.limits.max_pages))
    heading = partial(_page, document, task, 1, read=read_heading)
    return OpenFile(count, partial(_page, document, task), document.close, heading)


def _not_opened(error: Exception) -> DocumentText:
    if getattr(error, "err_code", None) in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
        return outcomes.ended(Outcome.ENCRYPTED, outcomes.ENCRYPTED)
    return outcomes.ended(Outcome.UNREADABLE, outcomes.CORRUPT)


def _page(
    document: PdfDocument,
    task: Task,
    number: int,
    limits: Limits,
    *,
    read: Callable[..., Page | PageFailure] = read_page,
) -> Page | PageFailure:
    try:
        page = document[number - 1]
    except PdfiumError:
        return PageFailure(number, outcomes.PAGE_BROKEN)
    try:
        return read(page, number, engine=task.engine, limits=limits)
    except MemoryError:
        return PageFailure(number, outcomes.OUT_OF_MEMORY)
    except Exception:  # noqa: BLE001 - whatever one page breaks costs that page, never the document
        return PageFailure(number, outcomes.PAGE_BROKEN)
    finally:
        page.close()


READER = Reader(media_types=("application/pdf",), read=whole(_open), open=_open)
