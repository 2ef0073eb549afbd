"""Each mistake an author can make in an edition is found and placed."""

from __future__ import annotations

import shutil
from importlib import resources
from pathlib import Path

import pytest

from evidence_ai.domain.mismatch import Severity
from evidence_ai.editions import LintFinding, lint, load
from evidence_ai.errors import ConfigurationError

NAME = "permenkumham_22_2021"
NEW_NAME = "percobaan"

MISTAKES = [
    ("rights/06_kesehatan.toml", "at_most = 140", "at_most = 141", "band_overlap", "KS.H1"),
    ("rights/06_kesehatan.toml", "{ points = 0, rest = true },\n", "", "band_open_end", "KS.H1"),
    ("rights/06_kesehatan.toml", "{ points = 8, above = 110", "{ points = 3, above = 110", "band_order", "KS.H1"),
    ("rights/06_kesehatan.toml", "points = 10, at_most = 110", "points = 11, at_most = 110", "points_out_of_range", ""),
    ("rights/06_kesehatan.toml", '"laporan_kegiatan"', '"laporan_kegiatn"', "document_type_unknown", "KS.P2"),
    ("rights/06_kesehatan.toml", 'unit = "per 100.000"\n', "", "unit_missing", "KS.H1"),
    ("rights/06_kesehatan.toml", 'unit = "%"', 'unit = "per 1.000"', "ratio_unit", "KS.P4"),
    ("rights/06_kesehatan.toml", 'id = "KS.S2"', 'id = "KS.S1"', "id_doubled", "KS.S1"),
    ("rights/06_kesehatan.toml", 'kind = "hasil"', 'kind = "proses"', "count_differs", "06_kesehatan"),
    ("rights/06_kesehatan.toml", 'measure = "rasio"', 'measure = "rasionya"', "wrong_value", "KS.P4"),
    ("rights/06_kesehatan.toml", 'direction = "lower"', 'direction = "down"', "wrong_value", "KS.H1"),
    ("rights/06_kesehatan.toml", "target = 100\n", "", "target_missing", "KS.P4"),
    ("rights/06_kesehatan.toml", "target = 100\n", "target = 0\n", "target_not_positive", "KS.P4"),
    ("rights/06_kesehatan.toml", "target = 100\n", "targt = 100\n", "key_unknown", "KS.P4"),
    ("rights/06_kesehatan.toml", 'weak_types = ["rka"]', 'weak_types = ["dpa"]', "document_type_doubled", "KS.P1"),
    ("rights/10_perempuan_anak.toml", 'category = "Utama"', 'category = "kla"', "band_overlap", "PA.H5"),
    ("edition.toml", "proses = 30, hasil = 60", "proses = 30, hasil = 50", "weights_sum", "rules"),
    ("edition.toml", "declared_indicators = 120", "declared_indicators = 121", "count_differs", "edition.toml"),
    ("edition.toml", 'gap_policy = "refuse"', 'gap_policy = "guess"', "gap_policy_unknown", "rules"),
    ("edition.toml", 'part = "formula"', 'part = "formla"', "rule_status_missing", "rules"),
    ("edition.toml", "at_least = 75", "at_least = 175", "predikat_edges", "rules"),
    ("edition.toml", f'name = "{NEW_NAME}"', 'name = "lain"', "name_differs", "edition.toml"),
    ("edition.toml", "[rules]", "[rules", "file_unreadable", NEW_NAME),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the working edition under another name, to spoil."""
    with resources.as_file(resources.files("evidence_ai.editions").joinpath(NAME)) as source:
        shutil.copytree(source, tmp_path / NEW_NAME)
    _replace(tmp_path / NEW_NAME / "edition.toml", f'name = "{NAME}"', f'name = "{NEW_NAME}"')
    return tmp_path


def _replace(file: Path, before: str, after: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), encoding="utf-8")


def _errors(folder: Path) -> list[LintFinding]:
    return [one for one in lint(NEW_NAME, extra=folder) if one.severity is Severity.ERROR]


def test_a_copy_under_its_own_name_loads_from_an_extra_folder_and_differs_in_sha256(folder: Path) -> None:
    assert _errors(folder) == []
    assert load(NEW_NAME, extra=folder).sha256 != load(NAME).sha256


@pytest.mark.parametrize(("file", "before", "after", "code", "place"), MISTAKES)
def test_a_mistake_is_found_placed_and_keeps_the_edition_from_loading(
    folder: Path, file: str, before: str, after: str, code: str, place: str
) -> None:
    _replace(folder / NEW_NAME / file, before, after)

    assert any(one.code == code and place in one.place for one in _errors(folder)), _errors(folder)
    with pytest.raises(ConfigurationError):
        load(NEW_NAME, extra=folder)


def test_a_gap_is_an_error_unless_the_edition_says_what_happens_in_it(folder: Path) -> None:
    rights = folder / NEW_NAME / "rights" / "06_kesehatan.toml"
    _replace(rights, "above = 140, at_most = 170", "above = 150, at_most = 170")
    _replace(rights, "{ points = 0, rest = true },", "{ points = 0, above = 229 },")

    assert [one.code for one in _errors(folder)] == ["band_gap"]
    _replace(folder / NEW_NAME / "edition.toml", 'gap_policy = "refuse"', 'gap_policy = "lower_points"')

    assert _errors(folder) == []
    assert "band_gap" in {one.code for one in lint(NEW_NAME, extra=folder)}


def test_every_byte_of_the_rules_changes_the_sha256_but_golden_cases_do_not(folder: Path) -> None:
    before = load(NEW_NAME, extra=folder).sha256
    (folder / NEW_NAME / "cases" / "rules.toml").unlink()
    assert load(NEW_NAME, extra=folder).sha256 == before

    _replace(folder / NEW_NAME / "rights" / "06_kesehatan.toml", "kawasan tanpa rokok", "kawasan tanpa Rokok")
    assert load(NEW_NAME, extra=folder).sha256 != before


def test_line_ends_of_another_system_do_not_change_the_sha256(folder: Path) -> None:
    before = load(NEW_NAME, extra=folder).sha256
    file = folder / NEW_NAME / "edition.toml"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))

    assert load(NEW_NAME, extra=folder).sha256 == before
