"""The text layer of a PDF page by pdfium: fragments with boxes, words where numbers need geometry."""

from __future__ import annotations

import ctypes
import math
import re
from dataclasses import dataclass
from itertools import pairwise

from evidence_ai.domain.document import Line, Word
from evidence_ai.domain.quote import Box
from evidence_ai.reading.cleaning import (
    LINE_END_HYPHEN,
    clean,
    clean_keeping_gaps,
    opened_symbols,
    padded_leaders,
    single_spaced,
)
from evidence_ai.reading.numbers import needs_geometry
from evidence_ai.reading.pdfium import PdfPage, PdfTextPage, raw
from evidence_ai.reading.pdfium_calls import address, char_box, code_point, count_rects, rect
from evidence_ai.reading.rows import Fragment, in_reading_order
from evidence_ai.reading.spacing import is_spaced, join_spaced
from evidence_ai.reading.turning import turned

_LINES = re.compile(rf"[^\r\n{LINE_END_HYPHEN}]+{LINE_END_HYPHEN}?|{LINE_END_HYPHEN}")
_WORDS = re.compile(r"\S+")
_PRINTED = re.compile(r"\S")
_GAP = 2.0
"""Heights of print between two words above which they belong to different columns, or to justified lines of few words."""


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
        if self.b or self.c:
            x0, y0 = self.a * left + self.c * bottom + self.e, self.b * left + self.d * bottom + self.f
            x1, y1 = self.a * right + self.c * top + self.e, self.b * right + self.d * top + self.f
        else:  # nearly every page
            x0, y0 = self.a * left + self.e, self.d * bottom + self.f
            x1, y1 = self.a * right + self.e, self.d * top + self.f
        if x0 > x1:
            x0, x1 = x1, x0
        if y0 > y1:
            y0, y1 = y1, y0
        # Hundredths of a point; `round` takes twice as long, and words are many.
        return Box(
            int(x0 * 100 + 0.5) / 100, int(y0 * 100 + 0.5) / 100, int(x1 * 100 + 0.5) / 100, int(y1 * 100 + 0.5) / 100
        )


@dataclass(frozen=True, slots=True)
class TextLayer:
    """What a page's text layer holds. `raw` is the text as the file gives it, for judging."""

    raw: str
    lines: tuple[Line, ...]
    invisible: bool


def text_layer(page: PdfPage, *, word_boxes: bool = True) -> TextLayer:
    """Read the text layer of one page; empty lines are left out.

    Args:
        page: an open page.
        word_boxes: keep the boxes of single words where numbers need them. The text is the same without.
    """
    textpage = page.get_textpage()
    try:
        text = _characters(textpage)
        with_words = word_boxes and needs_geometry(text)
        fragments = _fragments(address(textpage), text, placement(page), with_words=with_words)
        rows = _ordered(fragments, _quarters(textpage, text, page), page)
        lines = tuple(Line(row.text, row.box, row.words) for row in rows)
        return TextLayer(text, lines, _is_invisible(textpage, text))
    finally:
        textpage.close()


def _ordered(fragments: list[Fragment], quarters: int, page: PdfPage) -> list[Fragment]:
    """Lines in the order in which they are read, also where the print lies on its side."""
    width, height = page.get_size()
    if not quarters:
        return in_reading_order(fragments, width)
    upright = [turned(fragment, quarters, width, height) for fragment in fragments]
    across, down = (height, width) if quarters % 2 else (width, height)
    return [turned(row, 4 - quarters, across, down) for row in in_reading_order(upright, across)]


def _quarters(textpage: PdfTextPage, text: str, page: PdfPage) -> int:
    """Quarter turns clockwise by which most sampled characters are turned on the displayed page."""
    page_turns = page.get_rotation() // 90
    turns = [round(raw.FPDFText_GetCharAngle(textpage, index) * 2 / math.pi) + page_turns for index in _sample(text)]
    return max(range(4), key=lambda turn: sum(found % 4 == turn for found in turns))


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
        handle = address(textpage)
        text = "".join([chr(code_point(handle, index)) for index in range(count)])
    return opened_symbols(text)


def _fragments(textpage: int, characters: str, place: Placement, *, with_words: bool) -> list[Fragment]:
    fragments = []
    for found in _LINES.finditer(characters):
        start, end = found.span()
        text = clean_keeping_gaps(found.group())
        box, gaping = _box(textpage, start, end - start, place) if text else (None, False)
        if box is None:
            continue
        words = _words(textpage, found, place) if with_words or gaping else ()
        if is_spaced(text):
            text = join_spaced(text, gaps=_gaps(textpage, found))
            words = _reworded(text, words)
        if gaping:
            fragments += _parted(words, with_words=with_words)
        else:
            fragments.append(Fragment(padded_leaders(single_spaced(text)), box, words if with_words else ()))
    return fragments


def _box(textpage: int, start: int, count: int, place: Placement) -> tuple[Box | None, bool]:
    """The box of a run of characters, and whether it jumps over a gap, as from one column of a table to another."""
    rects = count_rects(textpage, start, count)
    if rects <= 0:
        return None, False
    x0, y0, x1, y1 = rect(textpage, 0)
    gaping = False
    for index in range(1, rects):
        left, bottom, right, top = rect(textpage, index)
        gap, height = left - x1, top - bottom
        if gap > _GAP * height or gap < -height:
            gaping = True
        x0 = min(x0, left)
        y0 = min(y0, bottom)
        x1 = max(x1, right)
        y1 = max(y1, top)
    return (place.box(x0, y0, x1, y1), gaping) if x1 >= x0 else (None, False)


def _parted(words: tuple[Word, ...], *, with_words: bool) -> list[Fragment]:
    """A line cut at its wide gaps: pdfium strings together what the file drew one after the other."""
    parts: list[list[Word]] = []
    for word in words:
        before = parts[-1][-1] if parts else None
        height = word.box.y1 - word.box.y0
        if before is None or not -height < word.box.x0 - before.box.x1 < _GAP * max(height, 4.0):
            parts.append([word])
        else:
            parts[-1].append(word)
    fragments = []
    for part in parts:
        box = part[0].box
        for word in part[1:]:
            box = box.join(word.box)
        text = padded_leaders(" ".join(word.text for word in part))
        fragments.append(Fragment(text, box, tuple(part) if with_words else ()))
    return fragments


def _words(textpage: int, line: re.Match[str], place: Placement) -> tuple[Word, ...]:
    """Words with the box around their first and last characters: what lies between is no higher, and twice as dear."""
    words = []
    begin = line.start()
    for found in _WORDS.finditer(line.group()):
        word = found.group()
        text = word if word.isascii() and word.isprintable() else clean(word)
        start = end = char_box(textpage, begin + found.start())
        if len(word) > 1:
            end = char_box(textpage, begin + found.end() - 1)
            if start is None or end is None:
                start = end = start or end
        if text and start and end:
            left, bottom, right, top = start
            if end is not start:
                left, bottom = min(left, end[0]), min(bottom, end[1])
                right, top = max(right, end[2]), max(top, end[3])
            words.append(Word(text, place.box(left, bottom, right, top)))
    return tuple(words)


def _gaps(textpage: int, line: re.Match[str]) -> tuple[float, ...] | None:
    """Points between each printed character and the next; None where one has no box."""
    places = [line.start() + at for at, character in enumerate(line.group()) if not character.isspace()]
    boxes = [char_box(textpage, index) for index in places]
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
    modes = [_render_mode(textpage, index) for index in _sample(text)]
    return bool(modes) and 2 * modes.count(raw.FPDF_TEXTRENDERMODE_INVISIBLE) > len(modes)


def _sample(text: str) -> list[int]:
    """Places of some ten printed characters, evenly spread."""
    step = max(len(text) // 9, 1)
    return [found.start() for at in range(0, len(text), step) if (found := _PRINTED.search(text, at))]


def _render_mode(textpage: PdfTextPage, index: int) -> int:
    thing = raw.FPDFText_GetTextObject(textpage, index)
    return int(raw.FPDFTextObj_GetTextRenderMode(thing)) if thing else -1
