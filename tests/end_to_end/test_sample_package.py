from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.end_to_end.command import CLEAN, DATA_YEAR, REGION, SAMPLE, result, run

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def prechecked(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("reports")
    reports = [f"--{kind}={folder / 'report'}.{kind}" for kind in ("html", "xlsx", "docx", "json")]
    found = result("precheck", SAMPLE, "--region", REGION, "--data-year", DATA_YEAR, *reports)
    return found | {"reports": folder}


def test_every_planted_mismatch_is_found_on_its_file(prechecked: Any) -> None:
    planted = json.loads((SAMPLE / "expected.json").read_text())["planted"]
    found = {(one["code"], one["file"]) for one in prechecked["mismatches"]}
    missed = [
        f"{one['code']} in {one['file']}: {one['why']}" for one in planted if (one["code"], one["file"]) not in found
    ]
    assert missed == []


def test_every_file_of_the_package_has_its_object(prechecked: Any) -> None:
    files = {path.name for path in SAMPLE.iterdir()} - {"manifest.csv", "decisions.json", "expected.json", "README.md"}
    assert {one["file"] for one in prechecked["documents"]} == files
    for one in prechecked["documents"]:
        assert one["pages_read"] + len(one["pages_failed"]) == one["pages_total"]


def test_every_claim_has_a_result_and_every_indicator_a_state(prechecked: Any) -> None:
    assert {one["result"] for one in prechecked["claims"]} <= {"agrees", "contradicts", "not_found", "unclear"}
    assert len(prechecked["coverage"]) == 120
    states = {"covered", "weak", "missing", "unreadable", "not_claimed"}
    assert {one["state"] for one in prechecked["coverage"]} <= states


def test_the_provisional_totals_are_in_order(prechecked: Any) -> None:
    totals = prechecked["provisional_score"]
    assert 0 < float(totals["certain"]) <= float(totals["if_all_confirmed"]) <= 100


def test_the_reports_are_written(prechecked: Any) -> None:
    sizes = {path.suffix: path.stat().st_size for path in prechecked["reports"].iterdir()}
    assert set(sizes) == {".html", ".xlsx", ".docx", ".json"}
    assert min(sizes.values()) > 5_000
    assert "data:image/jpeg;base64," in (prechecked["reports"] / "report.html").read_text()


def test_the_clean_twin_has_no_error() -> None:
    found = result("precheck", CLEAN, "--region", REGION, "--data-year", DATA_YEAR, "--strict")
    assert [one for one in found["mismatches"] if one["severity"] == "error"] == []


def test_strict_ends_with_one_where_an_error_was_found() -> None:
    foreign = SAMPLE / "Perbup 12 Tahun 2021 Pelayanan Informasi.pdf"
    asked = ("check", foreign, "--region", REGION, "--data-year", DATA_YEAR, "--claim", "IN.S1")
    assert run(*asked).returncode == 0
    assert run(*asked, "--strict").returncode == 1


def test_a_zip_gives_the_same_findings_as_its_folder(tmp_path: Path) -> None:
    few = tmp_path / "few"
    few.mkdir()
    for name in ("Perda 5 Tahun 2019 Bantuan Hukum.pdf", "Perbup 12 Tahun 2021 Pelayanan Informasi.pdf"):
        shutil.copy(SAMPLE / name, few / name)
    (few / "manifest.csv").write_text(
        "indikator;jawaban;satuan;pembilang;penyebut;berkas;keterangan\n"
        "BH.S1;ada;;;;Perda 5 Tahun 2019 Bantuan Hukum.pdf;\n"
        "IN.S1;ada;;;;Perbup 12 Tahun 2021 Pelayanan Informasi.pdf;\n"
    )
    archive = shutil.make_archive(str(tmp_path / "few"), "zip", few)
    as_folder = result("precheck", few, "--region", REGION, "--data-year", DATA_YEAR)
    as_zip = result("precheck", archive, "--region", REGION, "--data-year", DATA_YEAR)
    assert as_folder["mismatches"] == as_zip["mismatches"]
    assert as_folder["claims"] == as_zip["claims"]
