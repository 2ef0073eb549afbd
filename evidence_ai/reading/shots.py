"""A picture of a page as an engine gets it, level and upright, and the way back to the page as displayed."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PIL import Image, ImageStat

from evidence_ai.domain.document import Line, Word
from evidence_ai.domain.quote import Box
from evidence_ai.reading.straightening import evenly_lit, skew_degrees, without_rules


@dataclass(frozen=True, slots=True)
class Shot:
    """`image` as the engine sees it; `quarter_turns` clockwise and `skew` in degrees were undone before.

    `ruled` is the same picture with its ruled lines: handwriting has long strokes too, and loses them with the rules.
    """

    image: Image.Image
    ruled: Image.Image
    dpi: int
    quarter_turns: int
    skew: float
    page_pt: tuple[float, float]

    @property
    def size_pt(self) -> tuple[float, float]:
        """Of the picture itself."""
        return self.image.width * 72 / self.dpi, self.image.height * 72 / self.dpi


def shot(image: Image.Image, page_pt: tuple[float, float], *, quarter_turns: int) -> Shot:
    """A picture of the page as displayed, turned clockwise, evenly lit, set level and freed of its ruled lines."""
    dpi = max(round(image.width * 72 / page_pt[0]), 1)
    upright = evenly_lit(image)
    if quarter_turns:
        upright = upright.rotate(-90 * quarter_turns, expand=True)
    skew = skew_degrees(upright)
    if skew:
        paper = int(ImageStat.Stat(upright).median[0])
        upright = upright.rotate(skew, resample=Image.Resampling.BICUBIC, fillcolor=paper)
    return Shot(without_rules(upright, dpi), upright, dpi, quarter_turns, skew, page_pt)


def placed(line: Line, taken: Shot) -> Line:
    """A line of the shot, boxes in its points, on the page as displayed."""
    words = tuple(Word(word.text, _on_page(word.box, taken), word.confidence) for word in line.words)
    return Line(line.text, _on_page(line.box, taken) if line.box else None, words)


def _on_page(box: Box, taken: Shot) -> Box:
    corners = [(box.x0, box.y0), (box.x1, box.y0), (box.x1, box.y1), (box.x0, box.y1)]
    points = [_point(x, y, taken) for x, y in corners]
    across, down = [x for x, _ in points], [y for _, y in points]
    width, height = taken.page_pt
    return Box(
        round(min(max(min(across), 0), width), 2),
        round(min(max(min(down), 0), height), 2),
        round(max(min(max(across), width), 0), 2),
        round(max(min(max(down), height), 0), 2),
    )


def _point(x: float, y: float, taken: Shot) -> tuple[float, float]:
    width, height = taken.size_pt
    if taken.skew:
        middle_x, middle_y = width / 2, height / 2
        sine, cosine = math.sin(math.radians(taken.skew)), math.cos(math.radians(taken.skew))
        dx, dy = x - middle_x, y - middle_y
        x, y = middle_x + dx * cosine - dy * sine, middle_y + dx * sine + dy * cosine
    for _ in range(taken.quarter_turns):  # each undoes one clockwise quarter turn
        x, y = y, width - x
        width, height = height, width
    return x, y
