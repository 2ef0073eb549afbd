from __future__ import annotations

from pathlib import Path

import pytest

from tests.end_to_end.command import result
from tests.unit.reading.papers import lines, pdf

pytestmark = pytest.mark.slow
HEADING = ("PERATURAN BUPATI TANJUNG ARUM", "NOMOR 14 TAHUN 2022", "TENTANG", "KAWASAN TANPA ROKOK")


@pytest.fixture(scope="module")
def regulation(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("lanes") / "perbup.pdf"
    path.write_bytes(pdf(lines(*HEADING), *(lines(f"Pasal {number}", "Cukup jelas.") for number in range(1, 9))))
    return path


def test_the_quick_lane_adds_its_name_and_the_pages_that_wait_and_nothing_else(regulation: Path) -> None:
    quick = result("understand", regulation, "--lane", "quick")
    full = result("understand", regulation)
    assert quick.keys() - full.keys() == {"lane", "pages_waiting"}
    assert full.keys() <= quick.keys()
    assert (quick["lane"], quick["pages_waiting"], quick["pages_read"], quick["pages_total"]) == ("quick", 4, 5, 9)
    assert (full["pages_read"], full["outcome"]) == (9, "ok")
    assert quick["number"]["value"] == full["number"]["value"] == "14"


@pytest.mark.parametrize("verb", [("classify",), ("check", "--region", "99.01", "--data-year", "2024")])
def test_every_verb_that_judges_has_the_quick_lane(regulation: Path, verb: tuple[str, ...]) -> None:
    found = result(*verb, "--lane", "quick", regulation)
    assert (found["lane"], found["pages_waiting"]) == ("quick", 4)
    assert found["candidates"]
