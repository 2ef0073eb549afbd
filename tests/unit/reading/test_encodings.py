from __future__ import annotations

import pytest

from evidence_ai.reading.encodings import decoded, wide_encoding
from evidence_ai.reading.media_types import TEXT, UNKNOWN, detect

LETTER = "PERATURAN BUPATI SLEMAN\nNOMOR 4 TAHUN 2021\nTENTANG\nKABUPATEN LAYAK ANAK\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "cp1252"]
)
def test_every_encoding_of_an_office_gives_the_same_text(encoding: str) -> None:
    content = LETTER.encode(encoding)
    assert detect(content, "surat.txt") == TEXT
    assert decoded(content) == LETTER


def test_a_utf16_text_cut_in_the_middle_of_a_character_is_still_text() -> None:
    assert decoded(LETTER.encode("utf-16")[:-1]).startswith("PERATURAN BUPATI SLEMAN")


def test_a_few_stray_nuls_do_not_make_a_text_unreadable() -> None:
    assert detect(LETTER.encode() * 20 + b"\0", "surat.txt") == TEXT


def test_noise_is_no_wide_text() -> None:
    noise = bytes(range(256)) * 16
    assert wide_encoding(noise) is None
    assert detect(noise, "a.txt") == UNKNOWN
