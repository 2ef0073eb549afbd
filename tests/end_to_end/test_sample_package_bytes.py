"""The committed sample package is what its generator writes, byte by byte."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CORPORA = ROOT / "corpora"
FOLDERS = ("sample_package", "sample_package_clean")


@pytest.mark.slow
def test_the_generator_gives_the_committed_bytes_again(tmp_path: Path) -> None:
    generator = ROOT / "tests" / "samples" / "make_sample_package.py"
    subprocess.run([sys.executable, str(generator), str(tmp_path)], check=True, timeout=300)
    for folder in FOLDERS:
        assert _digests(tmp_path / folder) == _digests(CORPORA / folder)


def test_both_packages_together_stay_below_five_megabytes() -> None:
    assert sum(file.stat().st_size for folder in FOLDERS for file in (CORPORA / folder).iterdir()) <= 5_000_000


def test_only_the_planted_missing_file_is_named_and_absent() -> None:
    planted = _expected()
    absent = {one["file"] for one in planted if one["code"] == "file_missing"}
    assert _named("sample_package", ";") - _files("sample_package") == absent
    assert _named("sample_package_clean", ",") <= _files("sample_package_clean")


def test_every_document_of_the_clean_twin_is_claimed() -> None:
    assert _files("sample_package_clean") - {"manifest.csv"} == _named("sample_package_clean", ",")


def test_decisions_list_every_document_once_by_the_digest_it_has() -> None:
    decisions = json.loads((CORPORA / "sample_package" / "decisions.json").read_text("utf-8"))
    digests = {name: digest for name, digest in _digests(CORPORA / "sample_package").items() if name not in _BESIDE}
    listed = decisions["documents"]
    assert all(digests[one["name"]] == one["sha256"] for one in listed)
    assert sorted(one["sha256"] for one in listed) == sorted(set(digests.values()))


_BESIDE = {"manifest.csv", "expected.json", "decisions.json", "README.md"}


def _digests(folder: Path) -> dict[str, str]:
    return {file.name: sha256(file.read_bytes()).hexdigest() for file in sorted(folder.iterdir())}


def _files(folder: str) -> set[str]:
    return {file.name for file in (CORPORA / folder).iterdir()}


def _expected() -> list[dict[str, str]]:
    planted: list[dict[str, str]] = json.loads((CORPORA / "sample_package" / "expected.json").read_text("utf-8"))[
        "planted"
    ]
    return planted


def _named(folder: str, delimiter: str) -> set[str]:
    text = (CORPORA / folder / "manifest.csv").read_text("utf-8-sig")
    return {name for row in csv.DictReader(text.splitlines(), delimiter=delimiter) for name in row["berkas"].split("|")}
