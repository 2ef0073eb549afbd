from __future__ import annotations

import numpy as np
from PIL import Image

from evidence_ai.reading.straightening import densest_part, evenly_lit, is_shadowed, without_rules
from tests.unit.reading.papers import PROSE, picture

PAGE = picture(*PROSE * 2).convert("L")


def shadowed(page: Image.Image) -> Image.Image:
    light = np.where(np.arange(page.width) > page.width // 2, 0.4, 1.0)
    return Image.fromarray((np.asarray(page) * light).astype(np.uint8))


def test_paper_in_a_shadow_becomes_as_bright_as_the_rest_and_ink_stays_dark() -> None:
    lit = np.asarray(evenly_lit(shadowed(PAGE)))
    half = lit.shape[1] // 2
    assert abs(float(np.median(lit[:, :half])) - float(np.median(lit[:, half + 40 :]))) < 10
    assert lit.min() < 60


def test_an_evenly_lit_page_is_left_alone() -> None:
    assert evenly_lit(PAGE) is PAGE


def test_the_part_that_shows_how_a_page_lies_holds_most_of_its_ink() -> None:
    page = Image.new("L", (1000, 1400), 255)
    page.paste(0, (620, 1000, 900, 1200))
    part = densest_part(page)
    assert part.size == (400, 560)
    assert sum(part.histogram()[:50]) > 0.95 * 280 * 200


def test_ruled_lines_go_and_a_lone_underline_stays() -> None:
    table = Image.new("L", (800, 800), 255)
    table.paste(0, (100, 100, 700, 103))
    underlined = table.copy()
    table.paste(0, (100, 100, 103, 700))
    assert min(without_rules(table, 200).getextrema()) == 255
    assert without_rules(underlined, 200) is underlined


def test_a_light_shadow_over_half_a_page_is_taken_away() -> None:
    half = PAGE.copy()
    half.paste(PAGE.crop((0, 0, PAGE.width, 800)).point(lambda light: light * 7 // 10), (0, 0))
    lit = np.asarray(evenly_lit(half))
    assert float(np.median(lit[:700])) >= 235
    assert float(np.median(lit[900:])) >= 235
    assert not is_shadowed(half)
