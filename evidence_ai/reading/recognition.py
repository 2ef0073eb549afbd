"""From a picture of a page to lines in points: adaptive resolution, turned and skewed pages set straight."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageStat

from evidence_ai.domain.document import Grade, Line, Word
from evidence_ai.domain.quote import Box
from evidence_ai.reading.cleaning import clean
from evidence_ai.reading.engine import Engine, OcrLine, OcrResult
from evidence_ai.reading.quality import measure, ocr_grade
from evidence_ai.reading.rows import Fragment, in_reading_order
from evidence_ai.reading.spacing import is_spaced, join_spaced

FIRST_DPI, SECOND_DPI = 200, 300
_SURE = 0.86
"""Mean confidence above which more pixels gain nothing worth their time (measured on letters of 10 to 12 points)."""
_TURN = 0.6
"""Mean confidence below which a page may lie on its side."""
_MIN_SKEW_DEGREES, _MAX_SKEW_DEGREES = 0.5, 5.0


@dataclass(frozen=True, slots=True)
class Recognised:
    """Lines of a page in points as displayed; `confidence` 0..1; `turned` quarter turns; `skew` degrees; `dpi` used."""

    lines: tuple[Line, ...]
    confidence: float
    grade: Grade
    turned: int
    skew: float
    dpi: int


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
    shot = _shot(picture, FIRST_DPI, size_pt, quarter_turns=0, skew=0.0)
    best = _read(shot, engine, timeout_s)
    if is_blank(shot.image):
        return best
    if best.confidence < _TURN or len(best.lines) < 3 or _runs_upwards(best):
        turns = engine.quarter_turns(shot.image)
        if turns:
            best = _better(best, _read(_turned(shot, turns), engine, timeout_s))
    if best.confidence < _SURE:
        skew = _skew(shot.image if best.turned % 2 == 0 else shot.image.rotate(90, expand=True))
        again = _shot(picture, SECOND_DPI, size_pt, quarter_turns=best.turned, skew=skew)
        if again.dpi > shot.dpi or skew:
            best = _better(best, _read(again, engine, timeout_s))
    return best


def _shot(
    picture: Callable[[int], Image.Image], dpi: int, size_pt: tuple[float, float], *, quarter_turns: int, skew: float
) -> _Shot:
    image = picture(dpi)
    true_dpi = max(round(image.width * 72 / size_pt[0]), 1)
    shot = _turned(_Shot(image, true_dpi, 0, 0.0, size_pt), quarter_turns)
    if not skew:
        return shot
    straight = shot.image.rotate(skew, resample=Image.Resampling.BICUBIC, fillcolor=255)
    return _Shot(straight, true_dpi, quarter_turns, skew, size_pt)


def _turned(shot: _Shot, quarter_turns: int) -> _Shot:
    if not quarter_turns:
        return shot
    image = shot.image.rotate(-90 * quarter_turns, expand=True)
    return _Shot(image, shot.dpi, quarter_turns, shot.skew, shot.size_pt)


def _read(shot: _Shot, engine: Engine, timeout_s: float) -> Recognised:
    result = engine.recognise(shot.image, dpi=shot.dpi, timeout_s=timeout_s)
    lines = _lines(result, shot)
    grade = ocr_grade(measure("\n".join(line.text for line in lines)), result.confidence)
    return Recognised(lines, result.confidence, grade, shot.quarter_turns, shot.skew, shot.dpi)


def _lines(result: OcrResult, shot: _Shot) -> tuple[Line, ...]:
    """Rows in the upright picture's order, their boxes led back to the page as displayed."""
    fragments = [fragment for line in result.lines if (fragment := _fragment(line)) is not None]
    rows = in_reading_order(fragments, shot.image.width)
    return tuple(_placed(row, shot) for row in rows)


def _fragment(line: OcrLine) -> Fragment | None:
    words = [
        Word(text, Box(word.x0, word.y0, word.x1, word.y1), round(word.confidence, 3))
        for word in line.words
        if (text := clean(word.text))
    ]
    if not words:
        return None
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
    """Confidence weighted by how many good words there are: a few sure words are not a page."""
    words = sum((word.confidence or 0.0) > 0.6 and len(word.text) > 1 for line in item.lines for word in line.words)
    return item.confidence * math.log1p(words)


def _runs_upwards(item: Recognised) -> bool:
    """Whether words stand taller than wide, as on a page lying on its side."""
    words = [word for line in item.lines for word in line.words if len(word.text) > 3]
    tall = sum(word.box.y1 - word.box.y0 > word.box.x1 - word.box.x0 for word in words)
    return len(words) > 5 and tall > 0.5 * len(words)


def is_blank(image: Image.Image) -> bool:
    """Whether a picture holds no ink to speak of: fewer than one pixel in ten thousand darker than its paper."""
    grey = image.convert("L")
    paper = int(ImageStat.Stat(grey).median[0])
    ink = sum(grey.histogram()[: max(paper - 60, 0)])
    return ink * 10_000 < grey.width * grey.height


def _skew(image: Image.Image) -> float:
    """Degrees (counter-clockwise positive) that set the lines level: the turn whose rows of ink differ most."""
    scale = max(image.width // 600, 1)
    grey = np.asarray(image.convert("L").reduce(scale), dtype=np.float32)
    ink: NDArray[np.float32] = np.clip(np.median(grey) - 40 - grey, 0, None)
    if not ink.any():
        return 0.0
    rough = max(np.arange(-5, 5.1, 0.5), key=lambda angle: _evenness(ink, float(angle)))
    fine = max(np.arange(rough - 0.4, rough + 0.41, 0.1), key=lambda angle: _evenness(ink, float(angle)))
    angle = round(float(fine), 2)
    return angle if _MIN_SKEW_DEGREES <= abs(angle) <= _MAX_SKEW_DEGREES else 0.0


def _evenness(ink: NDArray[np.float32], degrees: float) -> float:
    """Variance of ink per row after shearing columns by the slope, which for small angles is a turn."""
    height, width = ink.shape
    shifts = np.round((np.arange(width) - width / 2) * math.tan(math.radians(degrees))).astype(int)
    rows = (np.arange(height)[:, None] + shifts[None, :]) % height
    profile = ink[rows, np.arange(width)[None, :]].sum(axis=1)
    return float(np.var(profile))
