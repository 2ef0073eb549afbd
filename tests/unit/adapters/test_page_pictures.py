from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from evidence_ai.adapters.isolation import Confinement
from evidence_ai.adapters.page_pictures import PagePictures
from evidence_ai.adapters.worker_pool import WorkerPool
from evidence_ai.errors import InputError

pytestmark = pytest.mark.slow
PNG = "image/png"


def png(width: int = 600) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, 800), "white").save(out, "PNG")
    return out.getvalue()


@pytest.fixture
def pictures(tmp_path: Path) -> Iterator[PagePictures]:
    found = PagePictures(tmp_path)
    yield found
    found.close()


def test_a_page_is_drawn_as_webp_and_drawn_once(pictures: PagePictures) -> None:
    first = pictures.page(png(), PNG, sha256="a" * 64, page=1, width_px=200)
    with Image.open(io.BytesIO(first)) as image:
        assert (image.format, image.width) == ("WEBP", 200)
    assert pictures.page(b"not looked at", PNG, sha256="a" * 64, page=1, width_px=200) == first


@pytest.mark.parametrize(("content", "page"), [(png(), 2), (b"%PDF-1.7 no more of it", 1)])
def test_a_page_that_is_not_there_is_said_so_and_the_next_is_drawn(
    pictures: PagePictures, content: bytes, page: int
) -> None:
    with pytest.raises(InputError, match="tidak dapat digambar"):
        pictures.page(content, PNG, sha256="b" * 64, page=page, width_px=200)
    assert pictures.page(png(), PNG, sha256="c" * 64, page=1, width_px=200)


def draw_until_worn_out(pictures: PagePictures) -> None:
    for number in range(100):
        pictures.page(png(4_000), PNG, sha256=f"{number:064x}", page=1, width_px=2_400)


def test_a_worker_lost_over_a_page_costs_that_picture_and_no_other(tmp_path: Path) -> None:
    pictures = PagePictures(tmp_path, Confinement(cpu_s=1))
    with pytest.raises(InputError):
        draw_until_worn_out(pictures)
    assert pictures.page(png(), PNG, sha256="d" * 64, page=1, width_px=200)
    pictures.close()


def test_pictures_are_drawn_outside_this_process_and_closing_leaves_nothing(pictures: PagePictures) -> None:
    pictures.page(png(), PNG, sha256="e" * 64, page=1, width_px=200)
    pool = pictures._pool
    assert isinstance(pool, WorkerPool)
    assert [one.keeper > 0 for one in pool.workers] == [True]
    pictures.close()
    assert not pool.scratch.exists()
