"""Numbers and dates in a copier's text layer, checked against the picture.

A layer that spells well still guesses at what a pen or a stamp put into the print, and nobody knows how sure it was.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PIL import Image

from evidence_ai.domain.document import Line
from evidence_ai.reading.doubtful_lines import kind_of
from evidence_ai.reading.engines import _rapidocr
from evidence_ai.reading.second_opinion import LineReader, reread, spread

LOOKED_AT_DPI = 200
_AS_SURE_AS = 0.6
"""A copier tells no confidence: its words are believed where the second engine does not clearly see other ones."""


def checked_copy(
    lines: tuple[Line, ...],
    picture: Callable[[int], Image.Image],
    size_pt: tuple[float, float],
    reader: LineReader | None = None,
) -> tuple[Line, ...]:
    """The lines of a copier's layer, numbers and dates put right.

    Args:
        lines: of the layer, boxes in points.
        picture: draws the page at a resolution; asked only where there are such lines.
        size_pt: of the page.
        reader: the second engine; PP-OCR where none is named, nothing is changed where that is not installed.
    """
    if reader is None and not _rapidocr.available():
        return lines
    if not any(line.box and kind_of(line.text) for line in lines):
        return lines
    worded = tuple(_worded(line) for line in lines)
    after = reread(worded, picture(LOOKED_AT_DPI), size_pt, reader or _rapidocr.read_line)
    known = {id(new): old for new, old in zip(worded, lines, strict=True)}
    return tuple(known.get(id(line), line) for line in after)


def _worded(line: Line) -> Line:
    """The line with boxes for its words."""
    if line.box is None:
        return line
    if line.words:
        return replace(line, words=tuple(replace(word, confidence=_AS_SURE_AS) for word in line.words))
    return replace(line, words=spread(line.text, line.box, _AS_SURE_AS))
