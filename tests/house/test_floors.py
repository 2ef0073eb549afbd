"""The floors are held by import-linter; this proves that the contracts are really there and kept."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from evidence_ai.domain.vocabulary import DOCUMENT_TYPES
from evidence_ai.understanding import document_types

ROOT = Path(__file__).resolve().parents[2]
ROOMS = {"reading", "understanding", "classifying", "checking", "editions", "scoring", "receipts"}


def test_every_room_stands_on_one_floor_and_sees_no_other_room() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    layers = next(one["layers"] for one in contracts if one["type"] == "layers")
    assert ROOMS in [{part.strip() for part in layer.split("|")} for layer in layers]


@pytest.mark.slow
def test_imports_go_down_only() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


def test_every_document_type_of_the_closed_list_has_its_file() -> None:
    folder = Path(document_types.__path__[0])
    assert {path.stem for path in folder.glob("[a-z]*.py")} >= set(DOCUMENT_TYPES)
