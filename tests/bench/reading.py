"""Reading against its peers: page-by-page pdfplumber for text layers, page-by-page pytesseract at 300 dpi for scans."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from typing import TypeVar

import pdfplumber
import pytesseract

from evidence_ai.domain.document import DocumentText, Source
from evidence_ai.reading import read
from evidence_ai.reading.engines import first_available
from evidence_ai.reading.pdfium import PdfiumError, library

PDF = "application/pdf"
MANY_PAGES = 20
MOST_FILES = 25
SCANNED_PAGES = 12
DPI = 300
T = TypeVar("T")


def text_layer(files: list[Path]) -> None:
    """One core each, process start excluded, median over born-digital files."""
    engine = first_available()
    ratios: list[float] = []
    ours: list[float] = []
    long = [file for file in files if _pages(file) >= MANY_PAGES] or files
    for file in long[: MOST_FILES * 2]:
        content = file.read_bytes()
        mine, text = timed(partial(read, content, PDF, engine=engine))
        if not text.pages or any(page.source is not Source.TEXT_LAYER for page in text.pages):
            continue
        theirs, _ = timed(partial(_with_pdfplumber, file))
        ratios.append(theirs / mine)
        ours.append(1000 * mine / len(text.pages))
        if len(ratios) >= MOST_FILES:
            break
    if ratios:
        print(
            f"text layer: median {median(ours):.1f} ms a page (text, grade, tables),"
            f" {median(ratios):.1f} x page-by-page pdfplumber extract_text, n = {len(ratios)} files"
        )


def scans(files: list[Path]) -> None:
    """Seconds a scanned page, ours against pytesseract on the page drawn at 300 dpi."""
    engine = first_available()
    ours: list[float] = []
    theirs: list[float] = []
    for file, count in _scans(files):
        content = file.read_bytes()
        mine, text = timed(partial(read, content, PDF, engine=engine))
        if any(page.source is not Source.OCR for page in text.pages):
            continue
        other, _ = timed(partial(_with_pytesseract, file, count))
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
    """Seconds of wall time, and the result."""
    started = time.perf_counter()
    result = work()
    return time.perf_counter() - started, result


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


def _with_pytesseract(file: Path, pages: int) -> int:
    document = library.PdfDocument(file)
    letters = 0
    for at in range(pages):
        picture = document[at].render(scale=DPI / 72, grayscale=True).to_pil()
        letters += len(pytesseract.image_to_string(picture, lang="ind"))  # type: ignore[attr-defined,no-untyped-call]
    document.close()
    return letters
