from __future__ import annotations

import json
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
    ],
    ids=str,
)
def test_exit_codes_say_what_went_wrong(arguments: tuple[str, ...], code: int) -> None:
    assert run(*arguments).returncode == code


def test_a_wrong_setting_is_a_configuration_error() -> None:
    assert run("read", SAMPLE / "manifest.csv", EVIDENCE_WORKERS="many").returncode == 5
