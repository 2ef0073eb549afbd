from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.end_to_end.command import SAMPLE, result, run

pytestmark = pytest.mark.slow
HEADING = "PERATURAN BUPATI TANJUNG ARUM\nNOMOR 14 TAHUN 2022\nTENTANG\nKAWASAN TANPA ROKOK\n"


def test_one_file_prints_an_object_and_several_an_array_in_order(tmp_path: Path) -> None:
    one, two = tmp_path / "b.txt", tmp_path / "a.txt"
    for path in (one, two):
        path.write_text(HEADING)
    assert result("read", one)["file"] == str(one)
    assert [each["file"] for each in result("read", one, two, one)] == [str(one), str(two), str(one)]


def test_a_bad_file_never_stops_the_others(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(HEADING)
    (tmp_path / "empty.pdf").write_bytes(b"")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\n%%EOF garbage")
    names = ["good.txt", "empty.pdf", "nowhere.pdf", "broken.pdf", "good.txt"]
    done = run("understand", *(tmp_path / name for name in names), "--jsonl")
    objects = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [Path(one["file"]).name for one in objects] == names
    assert [one["outcome"] for one in objects] == ["ok", "empty", "unreadable", "unreadable", "ok"]
    assert objects[2]["reason"]["code"] == "not_found"


def test_a_heading_alone_is_enough_for_a_suggestion(tmp_path: Path) -> None:
    (tmp_path / "heading.txt").write_text(HEADING)
    found = result("classify", tmp_path / "heading.txt", "--edition", "permenkumham_22_2021")
    assert found["document_type"]["value"] == "perkada"
    assert (found["number"]["value"], found["year"]["value"]) == ("14", 2022)
    assert found["region"]["value"] == "Kabupaten Tanjung Arum"
    assert found["candidates"][0]["indicator"] == "KS.S3"
    assert found["abstained"] is False


def test_an_unrelated_heading_is_no_suggestion(tmp_path: Path) -> None:
    (tmp_path / "heading.txt").write_text(HEADING.replace("KAWASAN TANPA ROKOK", "TATA CARA PEMUNGUTAN PAJAK HOTEL"))
    found = result("classify", tmp_path / "heading.txt")
    assert found["abstained"] is True
    assert found["abstained_because"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--version",), 0),
        (("editions", "list"), 0),
        (("read",), 2),
        (("check", "x.pdf"), 2),
        (("score", "nowhere.json"), 3),
        (("precheck", "nowhere", "--region", "99.01", "--data-year", "2024"), 3),
        (("editions", "show", "no_such_edition"), 3),
        (("read", SAMPLE / "manifest.csv", "--engine", "no_such_engine"), 5),
        (("classify", SAMPLE / "manifest.csv", "--edition", "no_such_edition"), 3),
        (("check", SAMPLE / "manifest.csv", "--region", "3303", "--data-year", "2024"), 2),
        (("check", SAMPLE / "manifest.csv", "--region", "33.3", "--data-year", "2024"), 2),
        (("check", SAMPLE / "manifest.csv", "--region", "33.03", "--data-year", "2024", "--claim", "ZZ.9"), 3),
        (("precheck", SAMPLE, "--region", "99.01", "--data-year", "2024", "--html", SAMPLE / "no" / "a.html"), 2),
    ],
    ids=str,
)
def test_exit_codes_say_what_went_wrong(arguments: tuple[str | Path, ...], code: int) -> None:
    done = run(*arguments)
    assert done.returncode == code
    assert "Traceback" not in done.stderr


def test_an_unusable_choice_prints_no_half_array(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(HEADING)
    asked = ("--region", "33.03", "--data-year", "2024", "--claim", "ZZ.9")
    assert run("check", tmp_path / "a.txt", tmp_path / "a.txt", *asked).stdout == ""


def test_a_claim_is_known_in_any_case_and_with_blanks(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(HEADING)
    asked = ("--region", "99.01", "--data-year", "2024", "--claim", "bh. s1")
    found = result("check", tmp_path / "a.txt", *asked)["mismatches"]
    assert "BH.S1" in {one["indicator"] for one in found}


def test_usage_is_explained_in_indonesian_with_the_option_as_typed() -> None:
    done = run("check", SAMPLE / "manifest.csv", "--region", "XX", "--data-year", "2024")
    assert "--region" in done.stderr
    assert "kode wilayah" in done.stderr


def test_a_file_name_that_is_no_utf8_still_gives_json(tmp_path: Path) -> None:
    odd = os.fsencode(tmp_path) + b"/per\xffda.txt"
    Path(os.fsdecode(odd)).write_text(HEADING)
    assert Path(result("read", Path(os.fsdecode(odd)))["file"]).name == "per\\xffda.txt"


def test_a_file_that_cannot_be_read_says_why_no_indicator_is_proposed(tmp_path: Path) -> None:
    found = result("classify", tmp_path / "nowhere.pdf")
    assert found["abstained"] is True
    assert found["abstained_because"] == found["reason"]["message"]


def test_a_wrong_setting_is_a_configuration_error() -> None:
    assert run("read", SAMPLE / "manifest.csv", EVIDENCE_WORKERS="many").returncode == 5
