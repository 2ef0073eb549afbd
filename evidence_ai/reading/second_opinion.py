"""A second engine for the lines whose digits matter most: the number of a decree and the date of its signing.

Both are often written by hand or stamped into a printed line. On such lines Tesseract guesses; PP-OCR reads most of
them. Only these short lines are read twice, and only where the first reading is unsure of a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from PIL import Image

from evidence_ai.domain.document import Line, Word
from evidence_ai.domain.quote import Box

LineReader = Callable[[Image.Image], tuple[str, float]]
"""Reads a picture of one line: its words and how sure it is (0..1)."""

_SURE_WORD = 0.93
"""Printed number lines come with more; a line of which every word has it is believed."""
_SURE_LINE = 0.85
_LONGEST = 48
"""Characters; longer lines cite other laws."""
_MOST_LINES = 8
_ROOM_RIGHT_PT = 250.0
_ROOM_IF_COMPLETE_PT = 20.0
"""Handwriting may stand right of what the first engine saw; less so where it saw a whole number."""
_LETTERS_FOR_DIGITS = str.maketrans("OoSIlZ", "005112")


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of line: how it begins on paper, when a reading of it is complete, and what its keyword is written as."""

    begins: re.Pattern[str]
    complete: re.Pattern[str]
    keywords: re.Pattern[str]


_KINDS = (
    _Kind(
        begins=re.compile(r"^\W{0,3}(?:N[O0]M[O0]R|Nomor|NOMR|No\s*[.:])(?![a-z])(?!\s*\d{1,5}\s*\W{1,3}$)"),
        complete=re.compile(r"(?i)^\W{0,3}(?:n[o0]m[o0]?r|no)\W*(?!tah|t\S{2,3}n\b)[A-Z]{0,6}\W{0,3}\S*\d"),
        keywords=re.compile(r"(?i)^\W{0,3}(n[o0]m[o0]?r|no\.?)\s*(:?)\s*"),
    ),
    _Kind(
        begins=re.compile(r"(?i)^\W{0,3}(?:pada\s*)?tanggal\b(?!\s+(?:ditetapkan|diundangkan|mulai))"),
        complete=re.compile(r"(?i)tanggal\W*\d{1,2}\s?[a-z0-9]{3,10}\s?\d{4}\b"),
        keywords=re.compile(r"(?i)^\W{0,3}(pada\s*tanggal|tanggal)\s*(:?)\s*"),
    ),
)


def reread(
    lines: tuple[Line, ...], image: Image.Image, size_pt: tuple[float, float], reader: LineReader
) -> tuple[Line, ...]:
    """The lines, with number and date lines replaced where the second reading is complete and sure.

    Args:
        lines: as first read, boxes in points of the page as displayed.
        image: the whole page, upright.
        size_pt: of the page.
        reader: the second engine.
    """
    doubtful = [at for at, line in enumerate(lines) if _is_doubtful(line)][:_MOST_LINES]
    read = list(lines)
    for at in doubtful:
        band = _band(lines[at], lines, size_pt)
        scale = image.width / size_pt[0]
        text, confidence = reader(image.crop(tuple(round(side * scale) for side in band)))  # type: ignore[arg-type]
        kind = _kind(lines[at])
        if kind is not None and confidence >= _SURE_LINE and _is_better(text, lines[at].text, kind):
            read[at] = _line(_spaced(text, kind), lines[at], band, confidence)
    return tuple(read)


def _is_better(second: str, first: str, kind: _Kind) -> bool:
    """Whether the second reading says more: a complete line against an incomplete one, or other digits, none lost.

    Where both agree on the digits the first keeps its better spelt words.
    """
    if not kind.complete.search(second):
        return False
    if not kind.complete.search(first):
        return True
    ours, theirs = re.sub(r"\D", "", first), re.sub(r"\D", "", second)
    return ours != theirs and len(theirs) >= len(ours)


def _is_doubtful(line: Line) -> bool:
    if line.box is None or len(line.text) > _LONGEST:
        return False
    kind = _kind(line)
    if kind is None:
        return False
    return not kind.complete.search(line.text) or any((word.confidence or 0.0) < _SURE_WORD for word in line.words)


def _kind(line: Line) -> _Kind | None:
    return next((kind for kind in _KINDS if kind.begins.search(line.text)), None)


def _band(line: Line, lines: tuple[Line, ...], size_pt: tuple[float, float]) -> tuple[float, float, float, float]:
    """The strip of paper to read: the line with a margin, and the empty paper right of it."""
    box = line.box
    assert box is not None  # noqa: S101 - doubtful lines have one
    margin = max(5.0, 0.35 * (box.y1 - box.y0))
    kind = _kind(line)
    is_complete = kind is not None and kind.complete.search(line.text) is not None
    right = min(size_pt[0], box.x1 + (_ROOM_IF_COMPLETE_PT if is_complete else _ROOM_RIGHT_PT))
    for other in lines:
        if other.box is not None and other.box.x0 > box.x1 and other.box.y0 < box.y1 and other.box.y1 > box.y0:
            right = min(right, other.box.x0 - 2)
    return max(box.x0 - 8, 0), max(box.y0 - margin, 0), max(right, box.x1), min(box.y1 + margin, size_pt[1])


def _spaced(text: str, kind: _Kind) -> str:
    """The second engine drops blanks: they are put back after the keyword and around TAHUN."""
    text = kind.keywords.sub(lambda found: f"{_keyword(found[1])} {': ' if found[2] else ''}", text, count=1)
    text = re.sub(r"(?<=[\w.])\s*(TAHUN|Tahun)\s*(?=[\d.])", r" \1 ", text)
    text = re.sub(r"(\d)\s*/\s*|\s*/\s*(\d)", lambda found: f"{found[1] or ''}/{found[2] or ''}", text).strip()
    return re.sub(r"(?<![^\s/.:-])[0-9OoSIlZ]+(?![^\s/.,:;-])", _digits, text)


def _digits(found: re.Match[str]) -> str:
    """A part of a number that is mostly digits is all digits ('0S61', 'O3'); roman months (I, II) stay letters."""
    part = found[0]
    digits = sum(character.isdigit() for character in part)
    return part.translate(_LETTERS_FOR_DIGITS) if 2 * digits >= len(part) and digits else part


def _keyword(text: str) -> str:
    plain = re.sub(r"\s+", "", text).casefold()
    word = {"padatanggal": "pada tanggal", "tanggal": "tanggal"}.get(plain, "nomor")
    return word.upper() if text.isupper() else word if plain.startswith("pada") else word.capitalize()


def _line(text: str, first: Line, band: tuple[float, float, float, float], confidence: float) -> Line:
    """The new line over the old one's place; longer words reach into the paper right of it."""
    assert first.box is not None  # noqa: S101 - doubtful lines have one
    longer = len(text) > 1.25 * len(first.text)
    box = replace(first.box, x1=band[2]) if longer else first.box
    step = (box.x1 - box.x0) / max(len(text), 1)
    words: list[Word] = []
    at = 0
    for part in text.split():
        start = text.index(part, at)
        at = start + len(part)
        words.append(Word(part, Box(box.x0 + start * step, box.y0, box.x0 + at * step, box.y1), round(confidence, 3)))
    return Line(text, box, tuple(words))
