from __future__ import annotations

import pytest
from PIL import Image

from evidence_ai.domain.document import Grade, Line, Word
from evidence_ai.domain.quote import Box
from evidence_ai.reading.grading import Evidence, estimated_error, grade_of
from evidence_ai.reading.quality import measure
from evidence_ai.reading.unread_ink import unread_ink
from tests.builders import word_line
from tests.unit.reading.papers import A4, PROSE, picture

ORDER = list(Grade)


def graded(*texts: str, confidence: float, unread: float = 0.0) -> Grade:
    return grade_of(evidence(*texts, confidence=confidence, unread=unread))


def evidence(*texts: str, confidence: float, unread: float = 0.0) -> Evidence:
    lines = tuple(word_line(text, top=72 + 16 * at, confidence=confidence) for at, text in enumerate(texts))
    return Evidence(lines, measure("\n".join(texts)), unread)


def test_the_grade_falls_with_the_confidence_of_words() -> None:
    grades = [ORDER.index(graded(*PROSE * 3, confidence=sure)) for sure in (0.96, 0.92, 0.85, 0.7, 0.2)]
    assert grades == sorted(grades)
    assert (grades[0], grades[-1]) == (0, len(ORDER) - 1)


def test_some_unsure_words_among_sure_ones_cost_a_grade() -> None:
    sure, unsure = evidence(*PROSE * 3, confidence=0.96), evidence(*PROSE, confidence=0.5)
    mixed = Evidence((*sure.lines, *unsure.lines), sure.signals, 0.0)
    assert estimated_error(mixed) > estimated_error(sure) + 0.05
    assert grade_of(mixed) in (Grade.FAIR, Grade.POOR)


def test_print_under_no_word_counts_against_a_page_beyond_what_a_seal_explains() -> None:
    assert graded(*PROSE * 6, confidence=0.96, unread=0.1) is Grade.EXCELLENT
    assert graded(*PROSE * 6, confidence=0.96, unread=0.3) is Grade.FAIR
    assert graded(*PROSE * 6, confidence=0.96, unread=0.8) is Grade.UNREADABLE
    assert graded("Ditetapkan di Contoh", "pada tanggal 5 Mei 2020", confidence=0.96, unread=0.6) is Grade.EXCELLENT


def test_sure_nonsense_is_not_graded_good() -> None:
    nonsense = "xqz wrtp lljk ;;== vbnm,, qqrs |||| tttt zzxk"
    assert graded(*[nonsense] * 10, confidence=0.96) in (Grade.POOR, Grade.UNREADABLE)


@pytest.mark.parametrize("text", ["i", "12"])
def test_a_page_of_one_sure_stroke_is_not_called_legible(text: str) -> None:
    assert graded(text, confidence=0.95) is Grade.POOR


def test_a_page_without_words_is_unreadable() -> None:
    assert grade_of(Evidence((), measure(""), 0.9)) is Grade.UNREADABLE


def test_unread_ink_is_what_no_word_covers() -> None:
    page = picture(*PROSE)
    step = A4[1] / page.height
    tops = [(150 + 68 * at) * step - 3 for at in range(len(PROSE))]
    boxes = [Box(40, top, 590, top + 24) for top in tops]
    lines = tuple(Line(text, box, (Word(text, box, 0.9),)) for text, box in zip(PROSE, boxes, strict=True))
    everything, nothing = unread_ink(page, lines, A4), unread_ink(page, (), A4)
    half = unread_ink(page, lines[:4], A4)
    assert everything < 0.15
    assert nothing == 1.0
    assert 0.3 < half < 0.8
    assert unread_ink(Image.new("L", (600, 800), 255), (), A4) == 0.0
