"""Drafts as pictures: real pages with their places blanked, and texts drawn on paper; both spoiled as a scanner does."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from evidence_ai.domain.document import DocumentText, Page
from evidence_ai.reading import Limits, read
from tests.bench.planted_drafts.material import engine
from tests.bench.scans.noise import as_pdf, scanned

_DPI = 200
_A4 = (1654, 2339)
_MARGIN = 150
_FONT = Path("/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf")
_LINE = 40


def drawn(lines: tuple[str, ...], *, seed: int) -> DocumentText:
    """The first page and the last of a text drawn on paper, scanned and read again."""
    rows = [row for line in lines for row in _wrapped(line)]
    fit = (_A4[1] - 2 * _MARGIN) // _LINE
    pages = [rows[:fit]] if len(rows) <= fit else [rows[:fit], rows[-fit:]]
    return _read([_paper(page) for page in pages], seed)


def blanked(path: Path, text: DocumentText, lines: tuple[str, ...], *, seed: int) -> DocumentText:
    """The real pages on which something changes, old words painted over and new ones put there, scanned and read again."""
    document = pypdfium2.PdfDocument(path)  # type: ignore[no-untyped-call]
    try:
        rest = iter(lines)
        pictures = []
        for page in text.pages:
            changed = [(line, next(rest)) for line in page.lines]
            if page.number == 1 or any(line.text != words for line, words in changed):
                picture = document[page.number - 1].render(scale=_DPI / 72).to_pil().convert("RGB")
                for line, words in changed:
                    if line.text != words and line.box is not None:
                        _paint(picture, page, (line.box.x0, line.box.y0, line.box.x1, line.box.y1), words)
                pictures.append(picture)
        return _read(pictures, seed)
    finally:
        document.close()  # type: ignore[no-untyped-call]


def _paint(picture: Image.Image, page: Page, box: tuple[float, float, float, float], words: str) -> None:
    scale = picture.width / page.width_pt
    x0, y0, x1, y1 = (edge * scale for edge in box)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((x0 - 8, y0 - 8, x1 + 8, y1 + 10), fill="white")
    if words.strip():
        draw.text((x0, y0 - 4), words, fill="black", font=_font(round(min(max(y1 - y0, 22), 40))))


def _paper(rows: list[str]) -> Image.Image:
    picture = Image.new("RGB", _A4, "white")
    draw = ImageDraw.Draw(picture)
    for at, row in enumerate(rows):
        wide = draw.textlength(row, font=_font(30))
        centred = row.isupper() and wide < _A4[0] - 2 * _MARGIN
        x = (_A4[0] - wide) / 2 if centred else _MARGIN
        draw.text((x, _MARGIN + at * _LINE), row, fill="black", font=_font(30))
    return picture


def _wrapped(line: str) -> list[str]:
    rows, row = [], ""
    for word in line.split(" "):
        if len(row) + len(word) > 88:
            rows.append(row)
            row = ""
        row = f"{row} {word}" if row else word
    return [*rows, row]


def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(_FONT), size)


def _read(pictures: list[Image.Image], seed: int) -> DocumentText:
    spoiled = [scanned(picture, _DPI, level=1, seed=seed + at) for at, picture in enumerate(pictures)]
    return read(as_pdf(spoiled), "application/pdf", engine=engine(), limits=Limits())
