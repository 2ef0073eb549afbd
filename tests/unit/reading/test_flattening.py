from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw

from evidence_ai.domain.quote import Box
from evidence_ai.reading.flattening import flattened, on_picture, sheet_in
from tests.bench.scans.noise import _perspective, _shadowed
from tests.unit.reading.papers import PROSE, picture

PAGE = picture(*PROSE * 2)
CORNERS = [(130.0, 140.0), (1190.0, 90.0), (1230.0, 1750.0), (90.0, 1690.0)]
FRAME = (1340, 1890)


def photo(desk: int = 70) -> Image.Image:
    """The page on a desk, seen at a slant."""
    whole = [(0.0, 0.0), (1240.0, 0.0), (1240.0, 1754.0), (0.0, 1754.0)]
    return PAGE.transform(
        FRAME, Image.Transform.PERSPECTIVE, _perspective(CORNERS, whole), Image.Resampling.BICUBIC, fillcolor=desk
    )


def test_the_sheet_on_a_desk_is_found_by_its_corners() -> None:
    sheet = sheet_in(photo())
    assert sheet is not None
    for (x, y), (u, v) in zip(sheet.corners, CORNERS, strict=True):
        assert abs(x * FRAME[0] - u) < 15
        assert abs(y * FRAME[1] - v) < 15
    assert 0.6 < sheet.proportions < 0.75


def test_a_scan_and_a_blank_page_hold_no_sheet() -> None:
    assert sheet_in(PAGE) is None
    assert sheet_in(Image.new("L", (800, 1100), 250)) is None


def test_a_shadow_over_half_a_page_is_no_sheet() -> None:
    assert sheet_in(_shadowed(PAGE, 0.6, np.random.default_rng(3))) is None


def test_a_dark_table_heading_on_a_scan_is_no_desk() -> None:
    striped = PAGE.copy()
    ImageDraw.Draw(striped).rectangle((0, 0, 1240, 260), fill=60)
    sheet = sheet_in(striped)
    assert sheet is None or min(y for _, y in sheet.corners) > 0.1


def test_a_box_on_the_flat_sheet_lies_on_the_same_words_in_the_photo() -> None:
    taken = photo()
    sheet = sheet_in(taken)
    assert sheet is not None
    flat = flattened(taken, sheet)
    across, down = flat.width / 1240, flat.height / 1754
    box = on_picture(Box(120 * across, 150 * down, 700 * across, 190 * down), sheet, flat.size, taken.size)
    part = taken.crop((round(box.x0), round(box.y0), round(box.x1), round(box.y1)))
    assert sum(part.histogram()[:100]) > 500
    assert box.y0 < 290 < box.y1 + 40
