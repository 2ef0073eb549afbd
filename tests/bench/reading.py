"""Reading against its peers: page-by-page pdfplumber for text layers, page-by-page pytesseract at 300 dpi for scans."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from typing import TypeVar

import pdfplumber
import pytesseract

from evidence_ai.domain.document import DocumentText, Source
from evidence_ai.reading import Limits, read
from evidence_ai.reading.engines import first_available
from evidence_ai.reading.pdfium import PdfiumError, library

PDF = "application/pdf"
MANY_PAGES = 20
MOST_FILES = 25
SCANNED_PAGES = 12
DPI = 300
T = TypeVar("T")


def text_layer(files: list[Path]) -> None:
    """Processor time on one core, process start excluded, median over born-digital files of many pages.

    Twice: as `read` prints it (text and grade) against `extract_text`, and with word boxes against `extract_words`.
    """
    engine = first_available()
    plain: list[tuple[float, float]] = []
    boxed: list[tuple[float, float]] = []
    for file in [file for file in files if _pages(file) >= MANY_PAGES] or files:
        content = file.read_bytes()
        mine, text = timed(partial(read, content, PDF, engine=engine, limits=Limits(word_boxes=False)))
        if not text.pages or any(page.source is not Source.TEXT_LAYER for page in text.pages):
            continue
        pages = len(text.pages)
        with_boxes, _ = timed(partial(read, content, PDF, engine=engine))
        plain.append((timed(partial(_with_pdfplumber, file))[0] / mine, 1000 * mine / pages))
        boxed.append((timed(partial(_words_with_pdfplumber, file))[0] / with_boxes, 1000 * with_boxes / pages))
        if len(plain) >= MOST_FILES:
            break
    for name, peer, found in (
        ("text and grade", "extract_text", plain),
        ("with word boxes and tables", "extract_words", boxed),
    ):
        if found:
            print(
                f"text layer, {name}: median {median(one[1] for one in found):.1f} ms a page,"
                f" {median(one[0] for one in found):.1f} x page-by-page pdfplumber {peer},"
                f" lowest {min(one[0] for one in found):.1f} x, n = {len(found)} files"
            )


def scans(files: list[Path]) -> None:
    """Seconds a scanned page, ours against pytesseract on the page drawn at 300 dpi."""
    engine = first_available()
    ours: list[float] = []
    theirs: list[float] = []
    for file, count in _scans(files):
        content = file.read_bytes()
        mine, text = timed_all(partial(read, content, PDF, engine=engine))
        if any(page.source is not Source.OCR for page in text.pages):
            continue
        other, _ = timed_all(partial(_with_pytesseract, file, count))
        ours.append(mine / count)
        theirs.append(other / count)
        if len(ours) >= SCANNED_PAGES:
            break
    if ours:
        print(
            f"scans: median {median(ours):.2f} s a page with {engine.name}, pytesseract at 300 dpi {median(theirs):.2f},"
            f" ratio {median(b / a for a, b in zip(ours, theirs, strict=True)):.2f}, n = {len(ours)} files"
        )


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Seconds of processor time of this process, and the result."""
    started = time.process_time()
    result = work()
    return time.process_time() - started, result


def timed_all(work: Callable[[], T]) -> tuple[float, T]:
    """Seconds of processor time of this process and of programs it called, and the result."""
    started = os.times()
    result = work()
    ended = os.times()
    return sum(ended[:4]) - sum(started[:4]), result


def read_all(files: list[Path]) -> list[DocumentText]:
    """The texts of born-digital files of at most a hundred pages."""
    engine = first_available()
    short = [file for file in files if 0 < _pages(file) <= 100 and not _is_scan(file)]
    return [read(file.read_bytes(), PDF, engine=engine) for file in short[:40]]


def _scans(files: list[Path]) -> Iterator[tuple[Path, int]]:
    for file in files:
        pages = _pages(file)
        if 0 < pages <= 4 and _is_scan(file):
            yield file, pages


def _is_scan(file: Path) -> bool:
    document = library.PdfDocument(file)
    try:
        return all(len(page.get_textpage().get_text_bounded().strip()) < 20 for page in document)
    finally:
        document.close()


def _pages(file: Path) -> int:
    try:
        document = library.PdfDocument(file)
    except PdfiumError:
        return 0
    try:
        return len(document)
    finally:
        document.close()


def _with_pdfplumber(file: Path) -> int:
    letters = 0
    with pdfplumber.open(file) as document:
        for page in document.pages:
            letters += len(page.extract_text() or "")
            page.close()
    return letters


def _words_with_pdfplumber(file: Path) -> int:
    words = 0
    with pdfplumber.open(file) as document:
        for page in document.pages:
            words += len(page.extract_words())
            page.close()
    return words


def _with_pytesseract(file: Path, pages: int) -> int:
    document = library.PdfDocument(file)
    letters = 0
    for at in range(pages):
        picture = document[at].render(scale=DPI / 72, grayscale=True).to_pil()
        letters += len(pytesseract.image_to_string(picture, lang="ind"))  # type: ignore[attr-defined,no-untyped-call]
    document.close()
    return letters
