from __future__ import annotations

import io

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from evidence_ai.domain.document import DocumentText, Grade, Outcome, Source
from evidence_ai.reading import Limits, read
from evidence_ai.reading.engine import Engine
from evidence_ai.reading.media_types import PDF, detect
from tests.fakes.engines.absent import ENGINE as ABSENT
from tests.fakes.engines.crashing import ENGINE as CRASHING
from tests.fakes.engines.dictating import DictatingEngine
from tests.fakes.engines.silent import ENGINE as SILENT
from tests.fakes.engines.slow import ENGINE as SLOW
from tests.unit.reading.papers import PROSE, lines, pdf, picture, scan

PICTURE = picture(*PROSE)
DICTATING = DictatingEngine(PROSE)


def read_pdf(content: bytes, *, engine: Engine = ABSENT, limits: Limits = Limits()) -> DocumentText:  # noqa: B008 - frozen
    return read(content, PDF, engine=engine, limits=limits)


def test_a_picture_page_is_recognised_and_says_so() -> None:
    page = read_pdf(pdf(scan(PICTURE)), engine=DICTATING).pages[0]
    assert page.source is Source.OCR
    assert page.text.split("\n") == list(PROSE)
    assert page.note is not None
    assert all(line.words for line in page.lines)


def test_recognised_boxes_are_in_points_of_the_page() -> None:
    box = read_pdf(pdf(scan(PICTURE)), engine=DICTATING).pages[0].lines[0].box
    assert box is not None
    assert abs(box.x0 - 100 * 72 / 200) < 1
    assert abs(box.y0 - 100 * 72 / 200) < 1


def test_a_few_stamped_words_do_not_make_a_scan_a_text_page() -> None:
    page = read_pdf(pdf(scan(PICTURE, stamp="Diterima 5 Mei 2021")), engine=DICTATING).pages[0]
    assert page.source is Source.OCR
    assert page.layer_text == "Diterima 5 Mei 2021"


def test_a_garbled_text_layer_is_read_again_and_kept_aside() -> None:
    garbled = ["".join(chr(ord(letter) - 29) if letter.isalpha() else letter for letter in text) for text in PROSE]
    page = read_pdf(pdf(lines(*garbled)), engine=DICTATING).pages[0]
    assert page.source is Source.OCR
    assert page.text.split("\n") == list(PROSE)
    assert page.layer_text


def test_a_copiers_invisible_text_full_of_errors_is_read_again() -> None:
    def draw(canvas: Canvas) -> None:
        scan(PICTURE)(canvas)
        text = canvas.beginText(72, 760)
        text.setTextRenderMode(3)
        for line in ("PERATURAN WALl KOTA KENDARr", "TENTAIIG PELAYAIIAN KESEHATAII") * 4:
            text.textLine(line)
        canvas.drawText(text)

    page = read_pdf(pdf(draw), engine=DICTATING).pages[0]
    assert page.source is Source.OCR
    assert "KENDARr" in page.layer_text


def test_sound_invisible_text_is_used_as_it_is() -> None:
    def draw(canvas: Canvas) -> None:
        scan(PICTURE)(canvas)
        text = canvas.beginText(72, 760)
        text.setTextRenderMode(3)
        for line in PROSE:
            text.textLine(line)
        canvas.drawText(text)

    page = read_pdf(pdf(draw), engine=ABSENT).pages[0]
    assert page.source is Source.TEXT_LAYER
    assert page.text.split("\n") == list(PROSE)


def test_a_copiers_text_that_lacks_the_heading_is_read_again() -> None:
    def draw(canvas: Canvas) -> None:
        scan(PICTURE)(canvas)
        text = canvas.beginText(72, 500)
        text.setTextRenderMode(3)
        for line in PROSE[4:]:
            text.textLine(line)
        canvas.drawText(text)

    page = read_pdf(pdf(draw), engine=DICTATING).pages[0]
    assert page.source is Source.OCR
    assert page.text.startswith(PROSE[0])


def test_a_blank_page_is_read_and_called_blank() -> None:
    result = read_pdf(pdf(lines(*PROSE), lambda canvas: canvas.saveState()))
    assert result.outcome is Outcome.OK
    assert result.pages[1].source is Source.NONE
    assert result.pages[1].grade is Grade.GOOD


def test_a_file_of_blank_pages_is_empty() -> None:
    result = read_pdf(pdf(lambda canvas: canvas.saveState()))
    assert result.outcome is Outcome.EMPTY
    assert result.pages_total == 1


def test_a_picture_without_writing_is_unreadable_not_blank() -> None:
    result = read_pdf(pdf(scan(PICTURE)), engine=SILENT)
    assert result.outcome is Outcome.UNREADABLE
    assert result.pages[0].grade is Grade.UNREADABLE


@pytest.mark.parametrize(
    ("engine", "code"), [(ABSENT, "ocr_missing"), (CRASHING, "ocr_failed"), (SLOW, "page_timeout")]
)
def test_one_page_that_cannot_be_recognised_costs_that_page(engine: Engine, code: str) -> None:
    result = read_pdf(pdf(lines(*PROSE), scan(PICTURE), lines(*PROSE)), engine=engine)
    assert result.outcome is Outcome.PARTIAL
    assert [page.number for page in result.pages] == [1, 3]
    assert [(failure.page, failure.reason.code) for failure in result.pages_failed] == [(2, code)]


def test_a_scan_without_any_engine_names_what_is_missing() -> None:
    result = read_pdf(pdf(scan(PICTURE)), engine=ABSENT)
    assert result.outcome is Outcome.UNREADABLE
    assert result.reason is not None
    assert result.reason.code == "ocr_missing"


def test_a_password_ends_in_encrypted() -> None:
    locked = pdf(lines(*PROSE), encrypt=StandardEncryption("rahasia", ownerPassword="o"))
    assert read_pdf(locked).outcome is Outcome.ENCRYPTED


def test_an_empty_user_password_opens_like_any_other_file() -> None:
    locked = pdf(lines(*PROSE), encrypt=StandardEncryption("", ownerPassword="o"))
    assert read_pdf(locked).pages[0].text.split("\n") == list(PROSE)


def test_a_page_too_large_to_draw_is_refused_before_it_is_drawn() -> None:
    huge = pdf(scan(PICTURE), size=(14_000.0, 14_000.0))
    result = read_pdf(huge, engine=DICTATING)
    assert result.outcome is Outcome.TOO_BIG
    assert result.pages_failed[0].reason.code == "page_too_big"


def test_a_file_larger_than_its_limit_is_too_big() -> None:
    assert read_pdf(pdf(lines(*PROSE)), limits=Limits(max_bytes=100)).outcome is Outcome.TOO_BIG
    assert read_pdf(pdf(lines("a"), lines("b")), limits=Limits(max_pages=1)).outcome is Outcome.TOO_BIG


def test_pages_beyond_the_time_of_a_document_are_named_failures() -> None:
    result = read_pdf(pdf(lines("a"), lines("b")), limits=Limits(document_s=-1.0))
    assert result.outcome is Outcome.TIMEOUT
    assert [failure.page for failure in result.pages_failed] == [1, 2]


def test_zero_bytes_are_empty() -> None:
    assert read_pdf(b"").outcome is Outcome.EMPTY


@pytest.mark.parametrize("junk", [b"%PDF-1.7\n", b"%PDF-1.4 " + bytes(range(256)) * 20, b"\x00" * 1000])
def test_junk_is_unreadable(junk: bytes) -> None:
    result = read_pdf(junk)
    assert result.outcome is Outcome.UNREADABLE
    assert result.reason is not None
    assert result.reason.message.id


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8, 0.97])
def test_a_cut_off_file_ends_in_a_name_and_loses_no_page_silently(share: float) -> None:
    whole = pdf(*[lines(*PROSE)] * 6)
    result = read_pdf(whole[: int(len(whole) * share)])
    assert result.outcome in set(Outcome)
    assert len(result.pages) + len(result.pages_failed) == result.pages_total


def test_a_web_page_saved_as_pdf_is_unsupported() -> None:
    content = b"<!DOCTYPE html><html><title>404</title></html>"
    result = read(content, detect(content, "perda.pdf"), engine=ABSENT)
    assert result.outcome is Outcome.UNSUPPORTED


def test_progress_hears_every_page() -> None:
    heard: list[tuple[int, int]] = []
    read(
        pdf(lines("a"), lines("b")),
        PDF,
        engine=ABSENT,
        progress=lambda done, total: heard.append((done, total)),
    )
    assert heard == [(1, 2), (2, 2)]


def test_reading_twice_gives_equal_values() -> None:
    content = pdf(lines(*PROSE), lines("Jumlah 1.000.000,00 2.000.000,00 3.000.000,00"))
    assert read_pdf(content) == read_pdf(io.BytesIO(content).getvalue())


def test_without_word_boxes_the_text_is_the_same_and_words_are_left_out() -> None:
    content = pdf(
        lines("1.02.01 Program Kesehatan 1.250.000.000,00 88,00 %", "1.02.02 Program Gizi 250.000.000,00 90,5")
    )
    boxed, plain = read_pdf(content), read_pdf(content, limits=Limits(word_boxes=False))
    assert plain.pages[0].text == boxed.pages[0].text
    assert any(line.words for line in boxed.pages[0].lines)
    assert not any(line.words for line in plain.pages[0].lines)
