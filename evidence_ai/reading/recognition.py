"""From a picture of a page to lines in points: adaptive resolution, turned and skewed pages set straight."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from PIL import Image, ImageStat

from evidence_ai.domain.document import Grade, Line, Word
from evidence_ai.domain.quote import Box
from evidence_ai.reading.cleaning import clean
from evidence_ai.reading.engine import Engine, OcrLine, OcrResult
from evidence_ai.reading.engines import _rapidocr
from evidence_ai.reading.numbers import amounts_joined
from evidence_ai.reading.quality import measure, ocr_grade
from evidence_ai.reading.rows import Fragment, in_reading_order
from evidence_ai.reading.second_opinion import reread
from evidence_ai.reading.spacing import is_spaced, join_spaced
from evidence_ai.reading.straightening import is_blank, skew_degrees, without_rules

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
_WORDS_OF_A_PAGE = 10
"""Fewer come from a photo or a drawing, which no turn makes legible."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """Lines of a page in points as displayed; `confidence` 0..1.

    `turned`: quarter turns clockwise before reading; `skew` in degrees.
    """

    lines: tuple[Line, ...]
    confidence: float
    grade: Grade
    turned: int
    skew: float


@dataclass(frozen=True, slots=True)
class _Shot:
    """A picture given to the engine and the way back from its pixels to points of the page."""

    image: Image.Image
    dpi: int
    quarter_turns: int
    skew: float
    size_pt: tuple[float, float]


def recognise(
    picture: Callable[[int], Image.Image], size_pt: tuple[float, float], *, engine: Engine, timeout_s: float
) -> Recognised:
    """Recognise one page.

    Args:
        picture: renders the page in grey at a resolution in dots per inch (it may give less).
        size_pt: the page as displayed.
        engine: reads pictures.
        timeout_s: for each of at most three attempts.

    Raises:
        OcrTimeoutError: the first attempt was not finished in time.
    """
    first = picture(FIRST_DPI)
    shot = _shot(first, size_pt, quarter_turns=0)
    best = _read(shot, engine, timeout_s)
    if is_blank(first):
        return best
    if best.confidence < _TURN:
        for turns in _likely_turns(first, best, engine):
            best = _better(best, _read(_shot(first, size_pt, quarter_turns=turns), engine, timeout_s))
            if best.turned and best.confidence > _TURN:
                break
    if best.confidence < _SURE:
        again = _shot(picture(_finer_dpi(best)), size_pt, quarter_turns=best.turned)
        if again.dpi > shot.dpi:
            best = _better(best, _read(again, engine, timeout_s))
    if best.turned or not _rapidocr.available():
        return best
    return replace(best, lines=reread(best.lines, first, size_pt, _rapidocr.read_line))


def _likely_turns(image: Image.Image, read: Recognised, engine: Engine) -> list[int]:
    """Quarter turns worth trying, likeliest first: what the engine sees is unsure on tables, so both sides follow."""
    seen = engine.quarter_turns(image)
    words = sum(len(line.words) for line in read.lines)
    sides = [1, 3] if words >= _WORDS_OF_A_PAGE else []
    return [turns for turns in dict.fromkeys((seen, *sides)) if turns]


def _finer_dpi(read: Recognised) -> int:
    """Resolution of the second attempt: 300, and more for print so small that its words stay below 30 pixels."""
    sides = [
        min(word.box.x1 - word.box.x0, word.box.y1 - word.box.y0)
        for line in read.lines
        for word in line.words
        if len(word.text) > 2 and (word.confidence or 0.0) > 0.5
    ]
    if not sides:
        return SECOND_DPI
    return round(min(max(_WORD_PIXELS * 72 / max(median(sides), 1.0), SECOND_DPI), _FINEST_DPI))


def _shot(image: Image.Image, size_pt: tuple[float, float], *, quarter_turns: int) -> _Shot:
    dpi = max(round(image.width * 72 / size_pt[0]), 1)
    upright = image.rotate(-90 * quarter_turns, expand=True) if quarter_turns else image
    skew = skew_degrees(upright)
    if skew:
        paper = int(ImageStat.Stat(upright).median[0])
        upright = upright.rotate(skew, resample=Image.Resampling.BICUBIC, fillcolor=paper)
    return _Shot(without_rules(upright, dpi), dpi, quarter_turns, skew, size_pt)


def _read(shot: _Shot, engine: Engine, timeout_s: float) -> Recognised:
    result = engine.recognise(shot.image, dpi=shot.dpi, timeout_s=timeout_s)
    lines = _lines(result, shot)
    grade = ocr_grade(measure("\n".join(line.text for line in lines)), result.confidence)
    return Recognised(lines, result.confidence, grade, shot.quarter_turns, shot.skew)


def _lines(result: OcrResult, shot: _Shot) -> tuple[Line, ...]:
    """Rows in the upright picture's order, their boxes led back to the page as displayed."""
    fragments = [fragment for line in result.lines for fragment in _fragments(line)]
    rows = in_reading_order(fragments, shot.image.width)
    return tuple(_placed(row, shot) for row in rows if not _is_noise(row))


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


def _placed(row: Fragment, shot: _Shot) -> Line:
    words = tuple(Word(word.text, _to_page(word.box, shot), word.confidence) for word in row.words)
    return Line(row.text, _to_page(row.box, shot), words)


def _to_page(box: Box, shot: _Shot) -> Box:
    """From pixels of the straightened, turned picture to points of the page as displayed."""
    corners = [(box.x0, box.y0), (box.x1, box.y0), (box.x1, box.y1), (box.x0, box.y1)]
    points = [_point(x, y, shot) for x, y in corners]
    across, down = [x for x, _ in points], [y for _, y in points]
    width, height = shot.size_pt
    return Box(
        round(min(max(min(across), 0), width), 2),
        round(min(max(min(down), 0), height), 2),
        round(max(min(max(across), width), 0), 2),
        round(max(min(max(down), height), 0), 2),
    )


def _point(x: float, y: float, shot: _Shot) -> tuple[float, float]:
    if shot.skew:
        middle_x, middle_y = shot.image.width / 2, shot.image.height / 2
        sine, cosine = math.sin(math.radians(shot.skew)), math.cos(math.radians(shot.skew))
        dx, dy = x - middle_x, y - middle_y
        x, y = middle_x + dx * cosine - dy * sine, middle_y + dx * sine + dy * cosine
    width, height = shot.image.size
    for _ in range(shot.quarter_turns):  # each undoes one clockwise quarter turn
        x, y = y, width - x
        width, height = height, width
    return x * 72 / shot.dpi, y * 72 / shot.dpi


def _better(one: Recognised, other: Recognised) -> Recognised:
    return max(one, other, key=lambda item: (_worth(item), item.confidence))


def _worth(item: Recognised) -> float:
    """Confidence weighted by how many good words there are, for a few sure words are not a page."""
    words = sum((word.confidence or 0.0) > 0.6 and len(word.text) > 1 for line in item.lines for word in line.words)
    return item.confidence * math.log1p(words)
