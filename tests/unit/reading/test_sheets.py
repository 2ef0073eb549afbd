from __future__ import annotations

import pytest

from evidence_ai.domain.document import Outcome
from evidence_ai.reading import read
from evidence_ai.reading.media_types import XLSX
from tests.fakes.engines.absent import ENGINE as ABSENT
from tests.hostile.material import repacked
from tests.samples.office import population_table

_SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    '<row r="1"><c r="A1"><v>7</v></c></row><row r="2">{cell}</row><row r="3"><c r="A3"><v>8</v></c></row>'
    "</sheetData></worksheet>"
)


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ('<c r="A2" t="d"><v>kemarin</v></c>', "kemarin"),
        ('<c r="A2" t="n"><v>dua belas</v></c>', "dua belas"),
        ('<c r="A2" t="s"><v>99999999</v></c>', "99999999"),
        ('<c r="A2" s="99999"><v>3</v></c>', "3"),
        ('<c r="A2" t="b"><v>mungkin</v></c>', "mungkin"),
    ],
)
def test_a_cell_without_sense_costs_itself_and_keeps_what_is_written(cell: str, shown: str) -> None:
    content = repacked(population_table(), {"xl/worksheets/sheet1.xml": _SHEET.format(cell=cell).encode()})
    text = read(content, XLSX, engine=ABSENT)
    assert text.outcome is Outcome.OK
    assert [line.text for line in text.pages[0].lines] == ["7", shown, "8"]


def test_a_size_that_lies_makes_no_empty_cells() -> None:
    lying = _SHEET.replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>').format(cell="")
    content = repacked(population_table(), {"xl/worksheets/sheet1.xml": lying.encode()})
    assert [len(row) for row in read(content, XLSX, engine=ABSENT).pages[0].tables[0].rows] == [1, 1]
