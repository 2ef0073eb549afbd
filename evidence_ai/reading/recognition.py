"""From a picture of a page to lines in points: adaptive resolution, turned and skewed pages set straight."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from PIL import Image

from evidence_ai.domain.document import Grade, Line, Word
from evidence_ai.domain.flaw import Flaw
from evidence_ai.domain.quote import Box
from evidence_ai.reading.cleaning import clean
from evidence_ai.reading.engine import Engine, OcrLine, OcrResult, OcrTimeoutError
from evidence_ai.reading.engines import _rapidocr
from evidence_ai.reading.flattening import Sheet, flattened, on_picture, sheet_in
from evidence_ai.reading.flaws import flaws_of
from evidence_ai.reading.grading import Evidence, grade_of
from evidence_ai.reading.numbers import amounts_joined
from evidence_ai.reading.quality import measure
from evidence_ai.reading.rows import Fragment, in_reading_order
from evidence_ai.reading.second_opinion import reread
from evidence_ai.reading.shots import Shot, placed, shot
from evidence_ai.reading.spacing import is_spaced, join_spaced
from evidence_ai.reading.straightening import densest_part, is_blank
from evidence_ai.reading.unread_ink import unread_ink

FIRST_DPI, SECOND_DPI = 200, 300
_SURE = 0.86
"""Mean confidence above which more pixels gain nothing worth their time (measured on letters of 10 to 12 points)."""
_TURN = 0.6
"""Mean confidence below which a page may lie on its side."""
_WORD_PIXELS, _FINEST_DPI = 30, 450
"""Tesseract reads words of about 30 pixels best; beyond 450 dpi scanners have nothing to give."""
_RULE_REMAINS = "|¦_\\"
"""What is left of ruled lines, read as signs."""
_NOISE = 0.5
_GAP = 2.0
"""Heights of print between two words above which they belong to different columns."""
_A4_LONGER_PT = 842.0
_NEAREST = 2.0
"""A sheet that fills less than half of its photo is enlarged no further."""
_WORDS_OF_A_PAGE = 10
"""Fewer come from a photo or a drawing, which no turn makes legible."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """Lines of a page in points as displayed; `confidence` 0..1.

    `turned`: quarter turns clockwise before reading; `skew` in degrees. `flaws`: what makes the page hard to read;
    `dpi`: of the scan where known.
    """

    lines: tuple[Line, ...]
    confidence: float
    grade: Grade
    turned: int
    skew: float
    flaws: tuple[Flaw, ...] = ()
    dpi: int | None = None


@dataclass(frozen=True, slots=True)
class _Attempt:
    """What an engine made of one shot; `lines` in points of the shot."""

    shot: Shot
    lines: tuple[Line, ...]
    confidence: float


def recognise(
    picture: Callable[[int], Image.Image],
    size_pt: tuple[float, float],
    *,
    engine: Engine,
    timeout_s: float,
    scanned_dpi: float | None = None,
) -> Recognised:
    """Recognise one page.

    Args:
        picture: renders the page in grey at a resolution in dots per inch (it may give less).
        size_pt: the page as displayed.
        engine: reads pictures.
        timeout_s: for the whole page; later attempts that find no time left are not made.
        scanned_dpi: resolution of what `picture` draws from, where known.

    Raises:
        OcrTimeoutError: the first attempt was not finished in time.
    """
    ends = time.monotonic() + timeout_s
    first = picture(FIRST_DPI)
    sheet = sheet_in(first)
    if sheet is not None:
        return _flat(picture, size_pt, sheet, engine, ends, scanned_dpi)
    return _recognised(picture, first, size_pt, engine, ends, scanned_dpi)


def _flat(
    picture: Callable[[int], Image.Image],
    picture_pt: tuple[float, float],
    sheet: Sheet,
    engine: Engine,
    ends: float,
    scanned_dpi: float | None,
) -> Recognised:
    """A photographed sheet, recognised as if it lay on a scanner's glass; its lines where they are in the picture."""
    longer = _A4_LONGER_PT
    sheet_pt = (longer * sheet.proportions, longer) if sheet.proportions < 1 else (longer, longer / sheet.proportions)
    part = max(abs(sheet.corners[2][1] - sheet.corners[0][1]), abs(sheet.corners[3][1] - sheet.corners[1][1]))
    nearer = min(max(sheet_pt[1] / max(part * picture_pt[1], 1.0), 0.5), _NEAREST)

    def flat(dpi: int) -> Image.Image:
        return flattened(picture(round(dpi * nearer)), sheet)

    dpi = None if scanned_dpi is None else scanned_dpi / nearer
    found = _recognised(flat, flat(FIRST_DPI), sheet_pt, engine, ends, dpi)
    return replace(found, lines=tuple(_in_picture(line, sheet, sheet_pt, picture_pt) for line in found.lines))


def _in_picture(line: Line, sheet: Sheet, sheet_pt: tuple[float, float], picture_pt: tuple[float, float]) -> Line:
    words = tuple(replace(word, box=on_picture(word.box, sheet, sheet_pt, picture_pt)) for word in line.words)
    return replace(line, words=words, box=line.box and on_picture(line.box, sheet, sheet_pt, picture_pt))


def _recognised(
    picture: Callable[[int], Image.Image],
    first: Image.Image,
    size_pt: tuple[float, float],
    engine: Engine,
    ends: float,
    scanned_dpi: float | None,
) -> Recognised:
    """A page that fills its picture; `first` is the picture at the first resolution."""
    best = _read(shot(first, size_pt, quarter_turns=0), engine, ends)
    if not is_blank(first):
        with suppress(OcrTimeoutError):
            if best.confidence < _TURN:
                best = _better(best, _turned(best, picture, first, engine, ends))
            if best.confidence < _SURE:
                best = _better(best, _finer(best, picture, engine, ends))
        if _rapidocr.available():
            best = replace(best, lines=reread(best.lines, best.shot.ruled, best.shot.size_pt, _rapidocr.read_line))
    signals = measure("\n".join(line.text for line in best.lines))
    grade = grade_of(Evidence(best.lines, signals, unread_ink(best.shot.image, best.lines, best.shot.size_pt)))
    lines = tuple(placed(line, best.shot) for line in best.lines)
    dpi = None if scanned_dpi is None else round(scanned_dpi)
    turned, skew = best.shot.quarter_turns, best.shot.skew
    flaws = flaws_of(first, best.lines, best.shot.size_pt, turned=turned, skew=skew, dpi=dpi)
    return Recognised(lines, best.confidence, grade, turned, skew, flaws, dpi)


def _turned(
    upright: _Attempt, picture: Callable[[int], Image.Image], image: Image.Image, engine: Engine, ends: float
) -> _Attempt:
    """The page read in the turn in which a part of it reads best; as it was where no turn reads better."""
    if sum(len(line.words) for line in upright.lines) < _WORDS_OF_A_PAGE:
        return upright
    part = densest_part(image)
    probes = [_read(_part_shot(part, image, upright.shot, turns), engine, ends) for turns in range(4)]
    likeliest = max(probes, key=_worth)
    turns = likeliest.shot.quarter_turns
    if not turns:
        return upright
    page_pt = upright.shot.page_pt
    if likeliest.confidence >= _SURE:
        return _read(shot(image, page_pt, quarter_turns=turns), engine, ends)
    return _read(shot(picture(_finer_dpi(likeliest)), page_pt, quarter_turns=turns), engine, ends)


def _part_shot(part: Image.Image, whole: Image.Image, taken: Shot, turns: int) -> Shot:
    width, height = taken.page_pt
    part_pt = width * part.width / whole.width, height * part.height / whole.height
    return shot(part, part_pt, quarter_turns=turns)


def _finer(read: _Attempt, picture: Callable[[int], Image.Image], engine: Engine, ends: float) -> _Attempt:
    """The page read with more pixels, where the picture gives more."""
    if _finer_dpi(read) <= read.shot.dpi:
        return read
    again = shot(picture(_finer_dpi(read)), read.shot.page_pt, quarter_turns=read.shot.quarter_turns)
    return _read(again, engine, ends) if again.dpi > 1.05 * read.shot.dpi else read


def _finer_dpi(read: _Attempt) -> int:
    """Resolution of the second attempt: 300, and more for print so small that its words stay below 30 pixels."""
    heights = [
        word.box.y1 - word.box.y0
        for line in read.lines
        for word in line.words
        if len(word.text) > 2 and (word.confidence or 0.0) > 0.5
    ]
    if not heights:
        return SECOND_DPI
    return round(min(max(_WORD_PIXELS * 72 / max(median(heights), 1.0), SECOND_DPI), _FINEST_DPI))


def _read(taken: Shot, engine: Engine, ends: float) -> _Attempt:
    left_s = ends - time.monotonic()
    if left_s <= 0:
        raise OcrTimeoutError
    result = engine.recognise(taken.image, dpi=taken.dpi, timeout_s=left_s)
    return _Attempt(taken, _lines(result, taken), result.confidence)


def _lines(result: OcrResult, taken: Shot) -> tuple[Line, ...]:
    """Rows in the upright picture's order, in its points."""
    fragments = [fragment for line in result.lines for fragment in _fragments(line)]
    rows = in_reading_order(fragments, taken.image.width)
    points = 72 / taken.dpi
    return tuple(_in_points(row, points) for row in rows if not _is_noise(row))


def _in_points(row: Fragment, points: float) -> Line:
    words = tuple(Word(word.text, _scaled(word.box, points), word.confidence) for word in row.words)
    return Line(row.text, _scaled(row.box, points), words)


def _scaled(box: Box, by: float) -> Box:
    return Box(box.x0 * by, box.y0 * by, box.x1 * by, box.y1 * by)


def _is_noise(row: Fragment) -> bool:
    """Whether a line is a letter or two guessed from an emblem, a stamp or a staple; digits may be a page number."""
    unsure = all((word.confidence or 0.0) < _NOISE for word in row.words)
    return unsure and len(row.text) <= 4 and not any(character.isdigit() for character in row.text)


def _fragments(line: OcrLine) -> list[Fragment]:
    """A recognised line, cut where a gap shows that it runs across columns."""
    words = [
        Word(text, Box(word.x0, word.y0, word.x1, word.y1), round(word.confidence, 3))
        for word in line.words
        if (text := clean(word.text)) and text.strip(_RULE_REMAINS)
    ]
    height = median(word.y1 - word.y0 for word in line.words)
    parts: list[list[Word]] = []
    for word in amounts_joined(words):
        gap = word.box.x0 - parts[-1][-1].box.x1 if parts else math.inf
        if gap > _GAP * height:
            parts.append([])
        parts[-1].append(word)
    return [_fragment(part) for part in parts]


def _fragment(words: list[Word]) -> Fragment:
    text = " ".join(word.text for word in words)
    if is_spaced(text):
        text, words = _respaced(text, words)
    box = words[0].box
    for word in words[1:]:
        box = box.join(word.box)
    return Fragment(text, box, tuple(words))


def _respaced(text: str, words: list[Word]) -> tuple[str, list[Word]]:
    """Letters of a spaced heading put together, with their boxes."""
    gaps: list[float] = []
    for before, after in pairwise(words):
        gaps += [0.0] * (len(before.text) - 1) + [after.box.x0 - before.box.x1]
    gaps += [0.0] * (len(words[-1].text) - 1)
    text = join_spaced(text, gaps=tuple(gaps))
    joined: list[Word] = []
    rest = list(words)
    for part in text.split():
        first = rest.pop(0)
        letters, box, confidence = first.text, first.box, first.confidence or 0.0
        while rest and len(letters) < len(part):
            following = rest.pop(0)
            letters, box = letters + following.text, box.join(following.box)
            confidence = min(confidence, following.confidence or 0.0)
        joined.append(Word(part, box, confidence))
    return text, joined


def _better(one: _Attempt, other: _Attempt) -> _Attempt:
    return max(one, other, key=lambda item: (_worth(item), item.confidence))


def _worth(item: _Attempt) -> float:
    """Confidence weighted by how many good words there are, for a few sure words are not a page."""
    words = sum((word.confidence or 0.0) > 0.6 and len(word.text) > 1 for line in item.lines for word in line.words)
    return item.confidence * math.log1p(words)
