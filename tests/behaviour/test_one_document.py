"""The story of one upload, with engines that misbehave: whatever happens, it ends in a name and loses no page."""

from __future__ import annotations

from pathlib import Path

import pytest

from evidence_ai.domain.document import Outcome
from evidence_ai.reading.engine import Engine
from evidence_ai.reading.limits import Limits
from evidence_ai.services.examining import Stage, Tools, Upload, examine
from tests.fakes.engines.absent import ENGINE as ABSENT
from tests.fakes.engines.crashing import ENGINE as CRASHING
from tests.fakes.engines.dictating import DictatingEngine
from tests.fakes.engines.silent import ENGINE as SILENT
from tests.fakes.engines.slow import ENGINE as SLOW
from tests.unit.reading.papers import encoded, lines, pdf, picture

HEADING = ("PERATURAN BUPATI TANJUNG ARUM", "NOMOR 14 TAHUN 2022", "TENTANG", "KAWASAN TANPA ROKOK")
SCAN = Upload("scan.png", content=encoded(picture(*HEADING), "PNG"))


def tools(engine: Engine, limits: Limits | None = None) -> Tools:
    return Tools(engine=engine, limits=limits or Limits())


def test_a_scan_that_is_read_tells_what_it_is() -> None:
    found = examine(SCAN, tools(DictatingEngine(HEADING)), through=Stage.UNDERSTAND)
    assert found.text.outcome is Outcome.OK
    assert found.understanding.document_type is not None
    assert found.understanding.document_type.value == "perkada"
    assert found.understanding.year is not None
    assert found.understanding.year.value == 2022


@pytest.mark.parametrize("engine", [ABSENT, CRASHING, SILENT, SLOW], ids=lambda one: one.name)
def test_a_scan_that_cannot_be_read_is_never_taken_for_an_empty_one(engine: Engine) -> None:
    found = examine(SCAN, tools(engine, Limits(page_s=0.5)), through=Stage.UNDERSTAND)
    assert len(found.text.pages) + len(found.text.pages_failed) == found.text.pages_total == 1
    unread = found.text.outcome is not Outcome.OK or found.text.pages[0].grade.value == "unreadable"
    assert unread
    assert found.understanding.document_type is None


def test_a_born_digital_page_needs_no_engine() -> None:
    found = examine(Upload("perbup.pdf", content=pdf(lines(*HEADING))), tools(ABSENT), through=Stage.UNDERSTAND)
    assert found.text.outcome is Outcome.OK
    assert found.understanding.number is not None
    assert found.understanding.number.value == "14"


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    found = examine(Upload("hilang.pdf", path=tmp_path / "hilang.pdf"), tools(SILENT), through=Stage.READ)
    assert found.text.outcome is Outcome.UNREADABLE
    assert found.text.reason is not None
    assert found.text.reason.code == "not_found"


def test_a_file_beyond_the_limit_is_not_even_opened(tmp_path: Path) -> None:
    big = tmp_path / "besar.pdf"
    big.write_bytes(b"%PDF-1.7" + b" " * 5_000)
    found = examine(Upload("besar.pdf", path=big), tools(SILENT, Limits(max_bytes=1_000)), through=Stage.READ)
    assert found.text.outcome is Outcome.TOO_BIG
    assert found.document.sha256
