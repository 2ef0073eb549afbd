"""The text layer of a PDF page by pdfium: fragments with boxes, words where numbers need geometry."""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass
from itertools import pairwise

from evidence_ai.domain.document import Line, Word
from evidence_ai.domain.quote import Box
from evidence_ai.reading.cleaning import LINE_END_HYPHEN, clean, clean_keeping_gaps, opened_symbols
from evidence_ai.reading.numbers import needs_geometry
from evidence_ai.reading.pdfium import PdfPage, PdfTextPage, raw
from evidence_ai.reading.rows import Fragment, in_reading_order
from evidence_ai.reading.spacing import is_spaced, join_spaced

_LINES = re.compile(rf"[^\r\n{LINE_END_HYPHEN}]+{LINE_END_HYPHEN}?|{LINE_END_HYPHEN}")
_WORDS = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Placement:
    """Maps file coordinates to the displayed page (crop box and rotation applied), origin top-left."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """The rectangle as displayed, in points."""
        x0, y0 = self.a * left + self.c * bottom + self.e, self.b * left + self.d * bottom + self.f
        x1, y1 = self.a * right + self.c * top + self.e, self.b * right + self.d * top + self.f
        return Box(round(min(x0, x1), 2), round(min(y0, y1), 2), round(max(x0, x1), 2), round(max(y0, y1), 2))


@dataclass(frozen=True, slots=True)
class TextLayer:
    """What a page's text layer holds. `raw` is the text as the file gives it, for judging."""

    raw: str
    lines: tuple[Line, ...]
    invisible: bool


def text_layer(page: PdfPage) -> TextLayer:
    """Read the text layer of one page; empty lines are left out."""
    textpage = page.get_textpage()
    try:
        text = _characters(textpage)
        fragments = _fragments(textpage, text, placement(page), with_words=needs_geometry(text))
        rows = in_reading_order(fragments, page.get_width())
        lines = tuple(Line(row.text, row.box, row.words) for row in rows)
        return TextLayer(text, lines, _is_invisible(textpage, text))
    finally:
        textpage.close()


def placement(page: PdfPage) -> Placement:
    """Asks pdfium for three points, because boxes and rotation may be inherited or odd."""
    origin, across, up = (_device(page, x, y) for x, y in ((0, 0), (1000, 0), (0, 1000)))
    return Placement(
        a=(across[0] - origin[0]) / 1000,
        b=(across[1] - origin[1]) / 1000,
        c=(up[0] - origin[0]) / 1000,
        d=(up[1] - origin[1]) / 1000,
        e=origin[0],
        f=origin[1],
    )


def _device(page: PdfPage, x: float, y: float) -> tuple[float, float]:
    fine = 1000  # pdfium answers in whole device pixels
    device_x, device_y = ctypes.c_int(), ctypes.c_int()
    width, height = round(page.get_width() * fine), round(page.get_height() * fine)
    raw.FPDF_PageToDevice(page, 0, 0, width, height, 0, x, y, device_x, device_y)
    return device_x.value / fine, device_y.value / fine


def _characters(textpage: PdfTextPage) -> str:
    """The page's characters, one for each of pdfium's, so that positions are its indexes."""
    count = textpage.count_chars()
    text: str = textpage.get_text_range() if count else ""
    if len(text) == count:
        text = text.replace("\ufffe", LINE_END_HYPHEN)
    else:
        text = "".join(chr(raw.FPDFText_GetUnicode(textpage, index)) for index in range(count))
    return opened_symbols(text)


def _fragments(textpage: PdfTextPage, characters: str, place: Placement, *, with_words: bool) -> list[Fragment]:
    fragments = []
    for found in _LINES.finditer(characters):
        text = clean_keeping_gaps(found.group())
        box = _box(textpage, found.start(), len(found.group()), place) if text else None
        if box is None:
            continue
        words = _words(textpage, found, place) if with_words else ()
        if is_spaced(text):
            text = join_spaced(text, gaps=_gaps(textpage, found))
            words = _reworded(text, words)
        fragments.append(Fragment(clean(text), box, words))
    return fragments


def _box(textpage: PdfTextPage, start: int, count: int, place: Placement) -> Box | None:
    rectangles = raw.FPDFText_CountRects(textpage, start, count)
    left, top, right, bottom = (ctypes.c_double() for _ in range(4))
    x0 = y0 = float("inf")
    x1 = y1 = float("-inf")
    for index in range(rectangles):
        raw.FPDFText_GetRect(textpage, index, left, top, right, bottom)
        x0, x1 = min(x0, left.value), max(x1, right.value)
        y0, y1 = min(y0, bottom.value), max(y1, top.value)
    return place.box(x0, y0, x1, y1) if x1 >= x0 else None


def _words(textpage: PdfTextPage, line: re.Match[str], place: Placement) -> tuple[Word, ...]:
    words = []
    for found in _WORDS.finditer(line.group()):
        text = clean(found.group())
        start = line.start() + found.start()
        boxes = [_character_box(textpage, index) for index in range(start, start + len(found.group()))]
        seen = [box for box in boxes if box is not None]
        if text and seen:
            x0, y0 = min(box[0] for box in seen), min(box[1] for box in seen)
            x1, y1 = max(box[2] for box in seen), max(box[3] for box in seen)
            words.append(Word(text, place.box(x0, y0, x1, y1)))
    return tuple(words)


def _character_box(textpage: PdfTextPage, index: int) -> tuple[float, float, float, float] | None:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    if not raw.FPDFText_GetCharBox(textpage, index, left, right, bottom, top):
        return None
    if right.value <= left.value and top.value <= bottom.value:
        return None
    return left.value, bottom.value, right.value, top.value


def _gaps(textpage: PdfTextPage, line: re.Match[str]) -> tuple[float, ...] | None:
    """Points between each printed character and the next; None where one has no box."""
    places = [line.start() + at for at, character in enumerate(line.group()) if not character.isspace()]
    boxes = [_character_box(textpage, index) for index in places]
    known = [box for box in boxes if box is not None]
    if len(known) < len(boxes):
        return None
    return tuple(after[0] - before[2] for before, after in pairwise(known))


def _reworded(text: str, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Boxes of single letters joined to those of the words `text` now has."""
    joined: list[Word] = []
    letters = list(words)
    for word in text.split():
        part = ""
        box: Box | None = None
        while letters and len(part) < len(word):
            letter = letters.pop(0)
            part += letter.text
            box = letter.box if box is None else box.join(letter.box)
        if box is not None:
            joined.append(Word(word, box))
    return tuple(joined)


def _is_invisible(textpage: PdfTextPage, text: str) -> bool:
    """Whether most of a few sampled characters are drawn invisibly: somebody's OCR behind a picture."""
    printed = [index for index, character in enumerate(text) if not character.isspace()]
    sample = printed[:: max(len(printed) // 8, 1)][:9]
    modes = [_render_mode(textpage, index) for index in sample]
    return bool(modes) and 2 * modes.count(raw.FPDF_TEXTRENDERMODE_INVISIBLE) > len(modes)


def _render_mode(textpage: PdfTextPage, index: int) -> int:
    thing = raw.FPDFText_GetTextObject(textpage, index)
    return int(raw.FPDFTextObj_GetTextRenderMode(thing)) if thing else -1
