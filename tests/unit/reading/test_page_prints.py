"""A page is known again by its look, however it was scanned, and told from another of the same kind."""

from __future__ import annotations

import io
import random

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter

from evidence_ai.reading.media_types import PNG
from evidence_ai.reading.page_prints import page_print, page_prints


def _page(seed: int) -> Image.Image:
    """Grey bars of words in paragraphs, as an unreadable scan shows them."""
    whims = random.Random(seed)
    image = Image.new("L", (800, 1130), 255)
    draw = ImageDraw.Draw(image)
    top = 90
    while top < 1000:
        for _ in range(whims.randint(1, 7)):
            left, right = 90 + whims.choice((0, 0, 60)), whims.randint(300, 710)
            while left < right:
                width = whims.randint(20, 90)
                draw.rectangle((left, top, min(left + width, right), top + 11), fill=40)
                left += width + 9
            top += 20
        top += whims.randint(10, 70)
    return image


def _rescanned(image: Image.Image) -> Image.Image:
    """Smaller, askew, moved, grey, soft and noisy."""
    moved = image.rotate(0.6, fillcolor=255).transform(
        image.size, Image.Transform.AFFINE, (1, 0, 12, 0, 1, -9), fillcolor=255
    )
    small = moved.resize((560, 791)).point(lambda light: int(light * 0.8)).filter(ImageFilter.GaussianBlur(0.8))
    noise = np.random.default_rng(1).normal(0, 12, (791, 560))
    return Image.fromarray(np.clip(np.asarray(small) + noise, 0, 255).astype(np.uint8))


def _alike(first: bytes | None, second: bytes | None) -> float:
    assert first is not None
    assert second is not None
    marks = np.frombuffer(first, dtype=np.uint8) ^ np.frombuffer(second, dtype=np.uint8)
    return 1 - float(np.unpackbits(marks).mean())


@pytest.mark.parametrize("seed", range(4))
def test_a_page_scanned_again_looks_the_same_and_another_does_not(seed: int) -> None:
    known = page_print(_page(seed))
    assert _alike(known, page_print(_rescanned(_page(seed)))) > 0.8
    assert _alike(known, page_print(_page(seed + 100))) < 0.75


@pytest.mark.parametrize("paper", [255, 200, 0])
def test_a_page_of_one_colour_has_no_print(paper: int) -> None:
    assert page_print(Image.new("L", (400, 560), paper)) is None


def test_a_strip_is_no_page() -> None:
    assert page_print(Image.new("RGB", (3000, 1), "white")) is None
    assert page_print(_page(1).resize((1, 3000))) is None


def test_pages_that_are_not_there_have_no_print() -> None:
    out = io.BytesIO()
    _page(1).save(out, "PNG")
    (found,) = page_prints(out.getvalue(), PNG, (1, 2))
    assert _alike(found, page_print(_page(1))) > 0.9
    assert page_prints(b"no picture", PNG, (1,)) == ()
