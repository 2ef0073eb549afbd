"""A second engine for the lines whose digits matter most: the number of a decree and the date of its signing.

Both are often written by hand or stamped into a printed line. On such lines Tesseract guesses; PP-OCR reads most of
them. Only these short lines are read twice, and only where the first reading is unsure of a word or incomplete.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from statistics import median

from PIL import Image

from evidence_ai.domain.document import Line, Word
from evidence_ai.domain.quote import Box
from evidence_ai.reading.doubtful_lines import DATE, LineKind, date_follows, kind_of

LineReader = Callable[[Image.Image], tuple[str, float]]
"""Reads a picture of one line: its words and how sure it is (0..1)."""

_SURE_WORD = 0.95
"""Printed number lines come with more; a line of which every word has it is believed."""
_SURE_LINE = 0.85
_GUESS = 0.3
"""Confidence of a word below which the first engine saw something else than print."""
_LONGEST = 64
"""Characters; longer lines cite other laws."""
_MOST_LINES = 5
"""A page; most have one or two, looked at twice for some 50 ms each; at most there are six looks a line."""
_TRIMS = (0.15, 0.0, 0.25)
"""Shares of a strip's height cut off above and below: ascenders and neighbours decide what such an engine sees."""
_AGREED = 2
"""Looks that must agree before a reading may have fewer digits than the first engine printed."""
_ROOM_RIGHT_PT = 250.0
_ROOM_IF_COMPLETE_PT = 20.0
"""Handwriting may stand right of what the first engine saw; less so where it saw a whole number."""
_ROOM_DATE_PT = 100.0
_STRIPS = (2.0, 2.4)
"""Heights of print to look below: both must show the same date."""
_TALLEST = 2.0
_ENDS_IN_YEAR = re.compile(r"(?:19|20)\d{2}\W*$")


@dataclass(frozen=True, slots=True)
class _Doubt:
    """Part of line `at` that is worth a second reading: its words from `first_word` on."""

    at: int
    kind: LineKind
    line: Line
    first_word: int
    box: Box

    @property
    def words(self) -> tuple[Word, ...]:
        return self.line.words[self.first_word :]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def is_complete(self) -> bool:
        return self.kind.is_complete(self.text)

    @property
    def sureness(self) -> float:
        return min(word.confidence or 0.0 for word in self.words)


def reread(
    lines: tuple[Line, ...], image: Image.Image, size_pt: tuple[float, float], reader: LineReader
) -> tuple[Line, ...]:
    """The lines, with number and date lines replaced where the second reading is complete and sure.

    Args:
        lines: as first read, boxes in points of the picture.
        image: the whole page, upright.
        size_pt: of the picture.
        reader: the second engine.
    """
    doubts = [doubt for at, line in enumerate(lines) if (doubt := _doubt(at, line)) is not None]
    read = list(lines)
    for doubt in sorted(doubts, key=lambda doubt: (doubt.is_complete, doubt.sureness))[:_MOST_LINES]:
        for band in _bands(doubt, lines, size_pt):
            strip = _cut(image, band, size_pt)
            second = _agreed(_looks(strip, doubt, reader), doubt.kind)
            if second is not None and _is_better(second, doubt):
                read[doubt.at] = _line(second.text, doubt, band, second.confidence)
                break
    return _with_dates_below(read, image, size_pt, reader, _MOST_LINES - len(doubts))


@dataclass(frozen=True, slots=True)
class _Second:
    """What the second engine read, and how many looks at the strip gave just that."""

    text: str
    confidence: float
    looks: int = 1


def _looks(strip: Image.Image, doubt: _Doubt, reader: LineReader) -> list[_Second]:
    """Looks at the strip, until two of them agree on a whole line."""
    looks: list[_Second] = []
    for trim in _TRIMS:
        looks.append(_look(strip, trim, doubt, reader))
        best = _agreed(looks, doubt.kind)
        if best is not None and best.looks >= _AGREED:
            break
    return looks


def _look(strip: Image.Image, trim: float, doubt: _Doubt, reader: LineReader) -> _Second:
    off = round(trim * strip.height)
    text, confidence = reader(strip.crop((0, off, strip.width, strip.height - off)) if off else strip)
    return _Second(doubt.kind.spaced(text), confidence)


def _agreed(looks: list[_Second], kind: LineKind) -> _Second | None:
    """The whole reading most looks agree on, blanks and case aside; among equals the surest; None where none is sure."""
    sure = [look for look in looks if look.confidence >= _SURE_LINE and kind.is_complete(look.text)]
    counts = Counter(_signs(look.text) for look in sure)
    best = max(sure, key=lambda look: (counts[_signs(look.text)], look.confidence), default=None)
    return None if best is None else replace(best, looks=counts[_signs(best.text)])


def _signs(text: str) -> str:
    return re.sub(r"[\s:]", "", text).casefold()


def _with_dates_below(
    lines: list[Line], image: Image.Image, size_pt: tuple[float, float], reader: LineReader, left: int
) -> tuple[Line, ...]:
    """The lines, with the date under 'Ditetapkan di ...' where the first engine saw none: a signature may cross it."""
    whole: list[Line] = []
    lost: set[int] = set()
    for at, line in enumerate(lines):
        if at in lost:
            continue
        whole.append(line)
        if left < len(_STRIPS) or line.box is None or not date_follows(line.text):
            continue
        strip = _strip_below(line.box, size_pt, heights=_STRIPS[0])
        below = [other for other in range(len(lines)) if other != at and _lies_in(lines[other].box, strip)]
        if any(kind_of(lines[other].text) for other in below):
            continue
        left -= len(_STRIPS)
        text, confidence = _agreed_date(line.box, image, size_pt, reader)
        if text:
            whole.append(Line(text, strip, spread(text, strip, confidence)))
            lost.update(other for other in below if other > at)
    return tuple(whole)


def _agreed_date(box: Box, image: Image.Image, size_pt: tuple[float, float], reader: LineReader) -> tuple[str, float]:
    """The date read alike in every strip below; '' otherwise, for where nothing was seen a wrong date is worse than none."""
    read: list[tuple[str, float]] = []
    for heights in _STRIPS:
        part = _strip_below(box, size_pt, heights=heights)
        text, confidence = reader(_cut(image, (part.x0, part.y0, part.x1, part.y1), size_pt))
        read.append((DATE.spaced(text), confidence))
    text, confidence = min(read, key=lambda one: one[1])
    alike = len({re.sub(r"\W", "", one.casefold()) for one, _ in read}) == 1
    if alike and confidence >= _SURE_LINE and DATE.begins.search(text) and DATE.is_complete(text):
        return text, confidence
    return "", 0.0


def _strip_below(box: Box, size_pt: tuple[float, float], *, heights: float) -> Box:
    """Where the next line stands: some heights of print below, a little wider."""
    height = box.y1 - box.y0
    right, bottom = min(box.x1 + _ROOM_DATE_PT, size_pt[0]), min(box.y1 + heights * height, size_pt[1])
    return Box(max(box.x0 - 8, 0), box.y1 + 0.1 * height, right, bottom)


def _lies_in(box: Box | None, strip: Box) -> bool:
    if box is None or box.x1 < strip.x0 or box.x0 > strip.x1:
        return False
    return strip.y0 < (box.y0 + box.y1) / 2 < strip.y1


def _cut(image: Image.Image, band: tuple[float, float, float, float], size_pt: tuple[float, float]) -> Image.Image:
    scale = image.width / size_pt[0]
    x0, y0, x1, y1 = (round(side * scale) for side in band)
    return image.crop((x0, y0, x1, y1))


def _doubt(at: int, line: Line) -> _Doubt | None:
    found = kind_of(line.text)
    if found is None or line.box is None or not line.words:
        return None
    kind, start = found
    first_word = min(line.text[:start].count(" "), len(line.words) - 1)
    doubt = _Doubt(at, kind, line, first_word, _box(line.words[first_word:]))
    if len(doubt.text) > _LONGEST or (doubt.is_complete and doubt.sureness >= _SURE_WORD):
        return None
    return doubt


def _box(words: tuple[Word, ...]) -> Box:
    """Around the words; a stroke or a seal that reaches far into other lines does not stretch it up and down."""
    usual = median(word.box.y1 - word.box.y0 for word in words)
    level = [word.box for word in words if word.box.y1 - word.box.y0 <= _TALLEST * usual]
    return Box(
        min(word.box.x0 for word in words),
        min(box.y0 for box in level),
        max(word.box.x1 for word in words),
        max(box.y1 for box in level),
    )


def _bands(
    doubt: _Doubt, lines: tuple[Line, ...], size_pt: tuple[float, float]
) -> list[tuple[float, float, float, float]]:
    """Strips of paper to read, likeliest first: the line alone, and with the empty paper right of it.

    Handwriting in a gap between two printed words is seen only in the narrow strip, where it is large enough; what
    ends in a year has nothing more to its right.
    """
    narrow, wide = _ROOM_IF_COMPLETE_PT, _ROOM_RIGHT_PT
    incomplete = [narrow, wide] if _ENDS_IN_YEAR.search(doubt.text) else [wide, narrow]
    rooms = [narrow] if doubt.is_complete else incomplete
    return list(dict.fromkeys(_band(doubt, lines, size_pt, room_pt=room) for room in rooms))


def _band(
    doubt: _Doubt, lines: tuple[Line, ...], size_pt: tuple[float, float], *, room_pt: float
) -> tuple[float, float, float, float]:
    box = doubt.box
    margin = max(5.0, 0.35 * (box.y1 - box.y0))
    right = min(size_pt[0], box.x1 + room_pt)
    for other in lines:
        if other.box is not None and other.box.x0 > box.x1 and other.box.y0 < box.y1 and other.box.y1 > box.y0:
            right = min(right, other.box.x0 - 2)
    return max(box.x0 - 8, 0), max(box.y0 - margin, 0), max(right, box.x1), min(box.y1 + margin, size_pt[1])


def _is_better(second: _Second, doubt: _Doubt) -> bool:
    """Whether the second reading says more: a complete line against an incomplete one, or other digits, none lost.

    Where both agree on the digits the first keeps its better spelt words. Digits may be lost only against guesses, or
    where two looks agree on a line of the same form that is not merely cut short.
    """
    gaps, gaps_left = "//" in doubt.text, "//" in second.text
    if not doubt.kind.is_complete(second.text) or (gaps_left and not gaps):
        return False
    if not doubt.is_complete or (gaps and not gaps_left):
        return True
    ours, theirs = re.sub(r"\D", "", doubt.text), re.sub(r"\D", "", second.text)
    guessed = doubt.sureness < _GUESS
    agreed = second.looks >= _AGREED and _has_year(second.text) >= _has_year(doubt.text) and not ours.startswith(theirs)
    if (guessed or agreed) and 2 * len(theirs) > len(ours):
        return ours != theirs
    return ours != theirs and len(theirs) >= len(ours)


def _has_year(text: str) -> bool:
    return re.search(r"(?i)tahun\s*(?:19|20)\d{2}", text) is not None


def _line(text: str, doubt: _Doubt, band: tuple[float, float, float, float], confidence: float) -> Line:
    """The new words over the old ones' place, behind what stood left of them; longer ones reach into the paper right."""
    box, kept = doubt.box, doubt.line.words[: doubt.first_word]
    if len(text) > 1.25 * len(doubt.text):
        box = Box(box.x0, box.y0, band[2], box.y1)
    words = spread(text, box, confidence)
    whole = box
    for word in kept:
        whole = whole.join(word.box)
    return Line(" ".join(word.text for word in (*kept, *words)), whole, (*kept, *words))


def spread(text: str, box: Box, confidence: float) -> tuple[Word, ...]:
    """The words of `text` over its box, as if all letters were equally wide."""
    step = (box.x1 - box.x0) / max(len(text), 1)
    words: list[Word] = []
    at = 0
    for part in text.split():
        start = text.index(part, at)
        at = start + len(part)
        words.append(Word(part, Box(box.x0 + start * step, box.y0, box.x0 + at * step, box.y1), round(confidence, 3)))
    return tuple(words)
