"""Documents whose body says what their title does not."""

from __future__ import annotations

from typing import Any

from tests.builders import page, text, understanding

_MINUTES = """NOTULEN RAPAT
Uji publik rancangan peraturan daerah tentang pengelolaan sampah
Hasil konsultasi publik rancangan peraturan daerah disepakati sebagai berikut"""


def test_minutes_are_matched_by_what_stands_in_them(classified: Any) -> None:
    result = classified(understanding("notulen", title=None), text(page(1, _MINUTES)))
    assert result.candidates[0].indicator == "TS.P4"
    reason = next(one for one in result.candidates[0].reasons if one.channel == "body")
    assert reason.page == 1


def test_the_body_of_a_regulation_does_not_outweigh_its_title(classified: Any) -> None:
    body = page(2, "kawasan tanpa rokok " * 50)
    result = classified(understanding("perda", title="Pengelolaan Sampah"), text(page(1, "PERATURAN DAERAH"), body))
    assert result.candidates[0].indicator == "LP.S1"
