from __future__ import annotations

from evidence_ai.domain.document import Outcome, Source
from evidence_ai.reading import read
from evidence_ai.reading.heic import opened
from evidence_ai.reading.media_types import HEIC, detect
from evidence_ai.reading.pictures import crop
from tests.fakes.engines.dictating import DictatingEngine
from tests.unit.reading.heic_photo import heic
from tests.unit.reading.papers import PROSE


def test_a_heic_photo_is_one_page() -> None:
    photo = heic()
    assert detect(photo, "IMG_0001.HEIC") == HEIC
    assert opened(photo).size == (640, 832)
    result = read(photo, HEIC, engine=DictatingEngine(PROSE))
    assert result.outcome is Outcome.OK
    assert (result.pages_total, len(result.pages)) == (1, 1)
    assert result.pages[0].source in (Source.OCR, Source.NONE)
    assert abs(result.pages[0].height_pt - 842) < 1


def test_a_page_of_a_heic_photo_can_be_shown() -> None:
    assert crop(heic(), HEIC, 1, None).startswith(b"\xff\xd8")


def test_a_heic_photo_cut_short_is_unreadable() -> None:
    for end in (30, 200, 500):
        assert read(heic()[:end], HEIC, engine=DictatingEngine(PROSE)).outcome is Outcome.UNREADABLE
