from __future__ import annotations

import pytest
from PIL import Image

from evidence_ai.domain.document import Word
from evidence_ai.domain.quote import Box
from evidence_ai.reading.engine import Engine, OcrTimeoutError
from evidence_ai.reading.recognition import Recognised, _is_noise, recognise
from evidence_ai.reading.rows import Fragment
from tests.fakes.engines.dictating import DictatingEngine
from tests.fakes.engines.picky import PickyEngine
from tests.unit.reading.papers import A4, PROSE, picture

PAGE = picture(*PROSE * 2)


def at(dpi: int) -> Image.Image:
    return PAGE.resize((round(A4[0] * dpi / 72), round(A4[1] * dpi / 72)))


def recognised(engine: Engine) -> Recognised:
    return recognise(at, A4, engine=engine, timeout_s=5)


def test_a_sure_page_is_read_once_and_coarsely() -> None:
    asked: list[int] = []

    def render(dpi: int) -> Image.Image:
        asked.append(dpi)
        return at(dpi)

    recognise(render, A4, engine=DictatingEngine(PROSE), timeout_s=5)
    assert asked == [200]


def test_an_unsure_page_is_read_again_with_more_pixels() -> None:
    fine = recognised(PickyEngine(PROSE, likes=lambda image: image.width > 2000))
    assert fine.confidence > 0.9
    assert [line.text for line in fine.lines] == list(PROSE)


def test_a_page_on_its_side_is_turned_and_its_boxes_lie_on_the_page_as_displayed() -> None:
    lying = recognised(PickyEngine(PROSE, likes=lambda image: image.width > image.height and _dark_below(image)))
    assert lying.turned == 3
    box = lying.lines[0].box
    assert box is not None
    assert 0 <= box.x0 < box.x1 <= A4[0]
    assert box.y1 - box.y0 > box.x1 - box.x0


def _dark_below(image: Image.Image) -> bool:
    """Lines begin at one margin and end anywhere, so print turned by 270 degrees leaves more ink in the lower half."""
    half = image.height // 2
    above, below = image.crop((0, 0, image.width, half)), image.crop((0, half, image.width, image.height))
    return sum(below.histogram()[:128]) > sum(above.histogram()[:128])


def test_pages_that_lie_are_tried_by_a_part_before_the_whole_is_read_again() -> None:
    seen: list[int] = []

    def likes(image: Image.Image) -> bool:
        seen.append(image.width * image.height)
        return image.width > image.height

    recognised(PickyEngine(PROSE, likes=likes))
    whole = seen[0]
    assert [size < 0.2 * whole for size in seen] == [False, True, True, True, True, False]


def test_no_attempt_begins_after_the_time_of_the_page() -> None:
    with pytest.raises(OcrTimeoutError):
        recognise(at, A4, engine=DictatingEngine(PROSE), timeout_s=0)


def test_of_two_attempts_the_surer_one_is_kept() -> None:
    worse = recognised(PickyEngine(PROSE, likes=lambda image: image.width < 2000))
    assert worse.confidence > 0.9


def noise(text: str, confidence: float) -> bool:
    box = Box(0, 0, 10, 10)
    return _is_noise(Fragment(text, box, (Word(text, box, confidence),)))


def test_guesses_from_emblems_go_and_page_numbers_stay() -> None:
    assert noise("Yi", 0.2)
    assert not noise("Yi", 0.9)
    assert not noise("- 3", 0.2)
    assert not noise("TENTANG", 0.2)
