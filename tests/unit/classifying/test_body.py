"""Documents whose body says what their title does not."""

from __future__ import annotations

from typing import Any

from tests.builders import page, text, understanding

_MINUTES = """NOTULEN RAPAT
Uji publik rancangan peraturan daerah tentang pengelolaan sampah
Hasil konsultasi publik rancangan peraturan daerah disepakati sebagai berikut"""


def test_minutes_are_matched_by_what_stands_in_them(classified: Any) -> None:
    result = classified(understanding("notulen", title=None), text(page(1, "NOTULEN RAPAT"), page(2, _MINUTES)))
    assert result.candidates[0].indicator == "TS.P4"
    reason = next(one for one in result.candidates[0].reasons if one.channel == "body")
    assert reason.page == 2


def test_the_head_of_an_untitled_document_serves_as_its_title(classified: Any) -> None:
    head = "PERJANJIAN KERJA SAMA\nDENGAN LEMBAGA BANTUAN HUKUM\nTENTANG PEMBERIAN BANTUAN HUKUM"
    result = classified(understanding("perjanjian", title=None), text(page(1, head)))
    assert result.candidates[0].indicator == "BH.P2"
    assert result.candidates[0].reasons[0].text.id.startswith("Kepala dokumen memuat")


def test_the_body_of_a_regulation_does_not_outweigh_its_title(classified: Any) -> None:
    body = page(2, "kawasan tanpa rokok " * 50)
    result = classified(understanding("perda", title="Pengelolaan Sampah"), text(page(1, "PERATURAN DAERAH"), body))
    assert result.candidates[0].indicator == "LP.S1"
