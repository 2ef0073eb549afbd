"""Pages whose text is known: born-digital ones, drawn as a printer would."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from evidence_ai.domain.document import Page, Source
from evidence_ai.reading import read
from evidence_ai.reading.engines import first_available
from evidence_ai.reading.page_content import page_content
from evidence_ai.reading.pdfium import PdfDocument, PdfiumError, library

DPI = 300
_FEWEST_WORDS, _MOST_WORDS = 120, 900
_MOST_STROKES = 12
"""Tables have more: their cells can be read in several orders, which is no error of recognition."""
_FIRST_PAGES = 12
"""A file gives one page, looked for among its first ones."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One page: where it comes from, its picture at 300 dpi, its text."""

    name: str
    picture: Image.Image
    text: str


def samples(files: list[Path], *, most: int) -> Iterator[Sample]:
    """Pages of running text, one a file, until there are `most`."""
    found = 0
    for file in files:
        sample = _sample(file)
        if sample is not None:
            found += 1
            yield sample
        if found >= most:
            return


def _sample(file: Path) -> Sample | None:
    try:
        document = library.PdfDocument(file)
    except PdfiumError:
        return None
    try:
        number = _prose_page(document)
        if number is None:
            return None
        page = read(file.read_bytes(), "application/pdf", engine=first_available(), pages=[number]).pages[0]
        if page.source is not Source.TEXT_LAYER or not _is_sound(page):
            return None
        picture = document[number - 1].render(scale=DPI / 72).to_pil().convert("RGB")
        return Sample(f"{file.stem[:24]} p{number}", picture, page.text)
    finally:
        document.close()


def _prose_page(document: PdfDocument) -> int | None:
    for number in range(1, min(len(document), _FIRST_PAGES) + 1):
        page = document[number - 1]
        content = page_content(page)
        words = len(page.get_textpage().get_text_bounded().split())
        if content.picture_share < 0.3 and content.strokes <= _MOST_STROKES and _FEWEST_WORDS <= words <= _MOST_WORDS:
            return number
    return None


def _is_sound(page: Page) -> bool:
    return page.grade.value in {"excellent", "good"} and 400 < page.width_pt < 700
