"""Models as files: what is written is what is read, and nothing else is believed."""

from __future__ import annotations

from pathlib import Path

import pytest

from evidence_ai.adapters import model_files
from evidence_ai.domain.model import Model, Tensor
from evidence_ai.errors import ConfigurationError

_MODEL = Model(
    "matcher",
    "1",
    {"a": Tensor("int8", (2, 2), b"\1\2\3\4"), "b": Tensor("float32", (1,), b"\0\0\x80\x3f")},
    {"w": ("x", "y")},
)
_CARD = 'name = "matcher"\n'


def test_a_model_comes_back_as_it_was_written(tmp_path: Path) -> None:
    model_files.save(tmp_path, _MODEL, _CARD)
    assert model_files.current(tmp_path, "matcher") == _MODEL


def test_a_folder_without_models_holds_none(tmp_path: Path) -> None:
    assert model_files.current(tmp_path, "matcher") is None
    assert model_files.versions(tmp_path, "matcher") == ()


def test_the_highest_version_is_in_force(tmp_path: Path) -> None:
    for version in ("2", "10", "9"):
        model_files.save(tmp_path, Model("matcher", version, _MODEL.tensors, _MODEL.words), _CARD)
    found = model_files.current(tmp_path, "matcher")
    assert found is not None
    assert found.version == "10"


@pytest.mark.parametrize("name", ["model.bin", "model.json"])
def test_one_changed_byte_is_refused(tmp_path: Path, name: str) -> None:
    path = model_files.save(tmp_path, _MODEL, _CARD) / name
    content = path.read_bytes()
    path.write_bytes(bytes([content[0] ^ 1]) + content[1:])
    with pytest.raises(ConfigurationError, match="sha256"):
        model_files.current(tmp_path, "matcher")


@pytest.mark.parametrize("name", ["model.bin", "model.json"])
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    (model_files.save(tmp_path, _MODEL, _CARD) / name).unlink()
    with pytest.raises(ConfigurationError, match="matcher/1"):
        model_files.current(tmp_path, "matcher")


def test_a_card_that_is_no_toml_is_refused(tmp_path: Path) -> None:
    (model_files.save(tmp_path, _MODEL, _CARD) / "card.toml").write_text("name = ")
    with pytest.raises(ConfigurationError, match="kartu"):
        model_files.current(tmp_path, "matcher")


def test_rows_added_twice_stand_once(tmp_path: Path) -> None:
    for _ in range(2):
        model_files.add_rows(tmp_path / "feedback", '{"b": 1}\n{"a": 1}\n', readme="Ours.")
    assert (tmp_path / "feedback" / "rows.jsonl").read_text() == '{"a": 1}\n{"b": 1}\n'


def test_the_models_that_ship_are_what_their_cards_say() -> None:
    for name in ("document_type", "matcher"):
        assert model_files.current(model_files.SHIPPED_MODELS, name) is not None
