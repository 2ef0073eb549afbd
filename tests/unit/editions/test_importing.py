"""Editions made elsewhere come in checked; two editions can be compared."""

from __future__ import annotations

import shutil
from importlib import resources
from pathlib import Path

import pytest

from evidence_ai.editions import diff, import_edition, load, names
from evidence_ai.errors import ConfigurationError, ConflictError, NotFoundError


@pytest.fixture
def official(tmp_path: Path) -> Path:
    """A corrected edition as an administrator would bring it."""
    source = tmp_path / "dibawa" / "resmi_2021"
    with resources.as_file(resources.files("evidence_ai.editions").joinpath("permenkumham_22_2021")) as shipped:
        shutil.copytree(shipped, source)
    edition = source / "edition.toml"
    edition.write_text(edition.read_text("utf-8").replace("permenkumham_22_2021", "resmi_2021"), "utf-8")
    rights = source / "rights" / "01_bantuan_hukum.toml"
    rights.write_text(rights.read_text("utf-8").replace("target = 1\n", "target = 2\n"), "utf-8")
    return source


def test_an_imported_edition_can_be_loaded_and_compared(official: Path, tmp_path: Path) -> None:
    into = tmp_path / "edisi"
    into.mkdir()
    import_edition(official, into=into)

    assert "resmi_2021" in names(extra=into)
    changes = diff(load("permenkumham_22_2021"), load("resmi_2021", extra=into))
    assert {(one.place, one.field, one.before, one.after) for one in changes if one.place == "BH.P3"} == {
        ("BH.P3", "target", "1", "2")
    }


def test_an_edition_is_never_overwritten(official: Path, tmp_path: Path) -> None:
    import_edition(official, into=tmp_path / "edisi")

    with pytest.raises(ConflictError):
        import_edition(official, into=tmp_path / "edisi")


def test_a_shipped_name_is_taken(official: Path, tmp_path: Path) -> None:
    taken = official.rename(official.with_name("permenkumham_22_2021"))
    edition = taken / "edition.toml"
    edition.write_text(edition.read_text("utf-8").replace("resmi_2021", "permenkumham_22_2021"), "utf-8")

    with pytest.raises(ConflictError):
        import_edition(taken, into=tmp_path / "edisi")


def test_a_folder_that_hides_a_shipped_edition_is_refused(official: Path) -> None:
    official.rename(official.with_name("permenkumham_22_2021"))

    with pytest.raises(ConfigurationError):
        load("permenkumham_22_2021", extra=official.parent)


def test_an_edition_with_an_error_stays_outside(official: Path, tmp_path: Path) -> None:
    (official / "rights" / "02_informasi.toml").unlink()

    with pytest.raises(ConfigurationError, match="Dinyatakan 120 indikator"):
        import_edition(official, into=tmp_path / "edisi")
    assert not (tmp_path / "edisi").exists()


def test_an_unknown_edition_names_the_known_ones() -> None:
    with pytest.raises(NotFoundError, match="permenkumham_34_2016"):
        load("permenkumham_99_2099")


def test_an_edition_does_not_differ_from_itself() -> None:
    edition = load("permenkumham_22_2021")

    assert diff(edition, edition) == ()
