from __future__ import annotations

from dataclasses import replace

from PIL import Image, ImageFilter

from evidence_ai.domain.document import Line, Word
from evidence_ai.domain.flaw import Flaw, described, rescan_advice
from evidence_ai.domain.quote import Box
from evidence_ai.reading.flaws import flaws_of
from tests.builders import word_line
from tests.unit.reading.papers import A4, PROSE, picture

PAGE = picture(*PROSE * 2).resize((1653, 2339))
LINES = tuple(word_line(text, top=72 + 20 * at) for at, text in enumerate(PROSE))


def found(image: Image.Image = PAGE, lines: tuple[Line, ...] = LINES, **changed: object) -> tuple[Flaw, ...]:
    values: dict[str, object] = {"turned": 0, "skew": 0.0, "dpi": 200, "size_pt": A4} | changed
    size_pt = values.pop("size_pt")
    return flaws_of(image, lines, size_pt, **values)  # type: ignore[arg-type]


def test_a_clean_page_has_no_flaws() -> None:
    assert found() == ()


def test_each_cause_is_told_apart() -> None:
    assert found(PAGE.filter(ImageFilter.GaussianBlur(3))) == (Flaw.BLURRED,)
    assert found(PAGE.point(lambda light: 200 + light // 5)) == (Flaw.FAINT,)
    assert found(dpi=96) == (Flaw.COARSE,)
    assert found(skew=2.5) == (Flaw.CROOKED,)
    assert found(turned=2) == (Flaw.UPSIDE_DOWN,)
    assert found(turned=1, size_pt=A4[::-1])[:1] == (Flaw.SIDEWAYS,)


def test_half_a_page_in_the_dark_is_shadowed() -> None:
    half = PAGE.copy()
    half.paste(PAGE.crop((0, 1200, 1653, 2339)).point(lambda light: light * 2 // 5), (0, 1200))
    assert Flaw.SHADOWED in found(half)


def test_lines_that_run_into_the_edge_are_cut_off() -> None:
    cut = tuple(Line(line.text, Box(0.5, line.box.y0, 300, line.box.y1)) for line in LINES if line.box)
    assert found(lines=cut) == (Flaw.CUT_OFF,)
    assert found(lines=cut[:1] + LINES[1:]) == ()


def test_two_sheets_side_by_side_are_seen_and_one_wide_table_is_not() -> None:
    wide = (1191.0, 842.0)
    sides = tuple(word_line(text, top=72 + 20 * at) for at, text in enumerate(PROSE * 2)) + tuple(
        Line(line.text, line.box, tuple(_moved(word) for word in line.words)) for line in LINES
    )
    picture_of_two = Image.new("L", (3306, 2339), 255)
    picture_of_two.paste(PAGE, (0, 0))
    picture_of_two.paste(PAGE, (1653, 0))
    assert Flaw.TWO_PAGES in found(picture_of_two, sides, size_pt=wide)
    table = (*sides, word_line("x" * 100 + " " + "uraian kegiatan" * 8, top=700))
    assert Flaw.TWO_PAGES not in found(picture_of_two, table, size_pt=wide)


def test_advice_names_causes_and_cures_in_plain_words() -> None:
    assert rescan_advice([Flaw.COARSE, Flaw.CROOKED], 96).id == (
        "Halaman terlalu kasar (96 dpi) dan miring; pindai ulang 300 dpi, lurus."
    )
    assert described([Flaw.BLURRED, Flaw.SHADOWED, Flaw.CROOKED]).en == "blurred, in shadow and crooked"


def _moved(word: Word) -> Word:
    box = word.box
    return replace(word, box=Box(box.x0 + 620, box.y0, box.x1 + 620, box.y1))
