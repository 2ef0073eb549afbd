"""Common checks over every engine on the shelf that works here."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PIL import Image

from evidence_ai.reading.engine import Engine
from evidence_ai.reading.engines import PREFERENCE, all_engines, engine_named, first_available
from tests.unit.reading.papers import picture

ENGINES = all_engines()
LINE = "PERATURAN BUPATI TENTANG KESEHATAN"


def ready(name: str) -> Engine:
    engine = ENGINES[name]
    if not engine.available():
        pytest.skip(f"{name} is not installed here")
    return engine


def test_every_engine_is_ranked_and_named_as_its_file() -> None:
    assert sorted(PREFERENCE) == sorted(ENGINES)
    assert all(engine.name == name for name, engine in ENGINES.items())
    assert all(isinstance(engine, Engine) for engine in ENGINES.values())


def test_the_first_available_engine_follows_the_preference() -> None:
    available = [name for name in PREFERENCE if engine_named(name).available()]
    assert first_available().name == (available or [PREFERENCE[0]])[0]


@pytest.mark.parametrize("name", ENGINES)
def test_reads_an_indonesian_line_with_places_and_confidence(name: str) -> None:
    image = picture(LINE, size=(1000, 400))
    result = ready(name).recognise(image, dpi=200, timeout_s=30)
    words = [word for line in result.lines for word in line.words]
    assert [word.text for word in words] == LINE.split()
    assert all(0 <= word.x0 < word.x1 <= image.width and 0 <= word.y0 < word.y1 <= image.height for word in words)
    assert all(before.x1 <= after.x0 for before, after in pairwise(words))
    assert 0.6 < result.confidence <= 1


@pytest.mark.parametrize("name", ENGINES)
def test_reads_nothing_on_blank_paper(name: str) -> None:
    result = ready(name).recognise(Image.new("L", (600, 400), 255), dpi=200, timeout_s=30)
    assert result.lines == ()
    assert result.confidence == 0.0


@pytest.mark.parametrize("name", ENGINES)
def test_does_not_turn_an_upright_page(name: str) -> None:
    page = picture(*["bahwa setiap orang berhak atas pelayanan kesehatan yang layak dan bermutu"] * 18)
    assert ready(name).quarter_turns(page) == 0


@pytest.mark.parametrize("name", ENGINES)
@pytest.mark.parametrize("turns", [1, 3])
def test_says_how_to_set_a_turned_page_upright(name: str, turns: int) -> None:
    page = picture(*["bahwa setiap orang berhak atas pelayanan kesehatan yang layak dan bermutu"] * 18)
    lying = page.rotate(90 * turns, expand=True)
    assert ready(name).quarter_turns(lying) == turns
