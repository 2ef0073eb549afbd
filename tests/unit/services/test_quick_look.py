from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from PIL import Image

from evidence_ai.domain.document import DocumentText
from evidence_ai.reading import read
from evidence_ai.reading.engine import OcrResult
from evidence_ai.reading.limits import Limits
from evidence_ai.services.examining import Tools, Upload, document_of
from evidence_ai.services.quick_look import first_words, quick_pages
from tests.fakes.engines.dictating import DictatingEngine
from tests.unit.reading.papers import lines, pdf, picture, scan

HEADING = ("PERATURAN BUPATI PURBALINGGA", "NOMOR 14 TAHUN 2022", "TENTANG", "KAWASAN TANPA ROKOK")


@dataclass(frozen=True)
class ByHeight(DictatingEngine):
    """Reads `lines` on whole pages, and only the first `seen` of them on an upper part."""

    seen: int = 0
    heights: list[int] = field(default_factory=list)

    def recognise(self, image: Image.Image, *, dpi: int, timeout_s: float) -> OcrResult:
        self.heights.append(image.height)
        known = self.lines if image.height > image.width else self.lines[: self.seen]
        return DictatingEngine(known).recognise(image, dpi=dpi, timeout_s=timeout_s)


def looked_at(engine: ByHeight, content: bytes, beside: DocumentText | None = None) -> tuple[str | None, int]:
    document = document_of(Upload("perbup.pdf", content=content), content)
    found = first_words(document, content, Tools(engine=engine, limits=Limits()), page_one=lambda: beside)
    number = found.understanding.number
    return number.value if number else None, found.text.pages_waiting


@pytest.mark.parametrize(
    ("total", "pages"), [(0, ()), (1, (1,)), (2, (1, 2)), (4, (1, 4, 2, 3)), (900, (1, 900, 2, 899, 3))]
)
def test_the_telling_pages_are_named_once_and_first(total: int, pages: tuple[int, ...]) -> None:
    assert quick_pages(total) == pages


def test_a_heading_that_says_all_is_read_alone() -> None:
    engine = ByHeight(HEADING, seen=4)
    assert looked_at(engine, pdf(*[scan(picture(*HEADING))] * 3)) == ("14", 2)
    assert all(height < 2_000 for height in engine.heights)


def test_the_rest_of_the_page_is_read_where_the_heading_is_not_enough() -> None:
    engine = ByHeight(HEADING, seen=1)
    assert looked_at(engine, pdf(scan(picture(*HEADING)))) == ("14", 0)
    assert any(height > 2_000 for height in engine.heights)


def test_a_page_somebody_else_reads_is_not_read_twice() -> None:
    engine = ByHeight(HEADING, seen=0)
    born_digital = pdf(lines(*HEADING))
    beside = read(born_digital, "application/pdf", engine=engine)
    assert looked_at(engine, pdf(scan(picture(*HEADING))), beside) == ("14", 0)
    assert all(height < 2_000 for height in engine.heights)


def test_a_good_text_layer_is_read_whole_at_once() -> None:
    assert looked_at(ByHeight(()), pdf(lines(*HEADING), lines("Pasal 1"))) == ("14", 1)
