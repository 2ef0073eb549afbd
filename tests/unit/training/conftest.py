"""A small corpus cut from the real ones, so that learning takes seconds."""

from __future__ import annotations

from pathlib import Path

import pytest

CORPORA = Path(__file__).resolve().parents[3] / "corpora"
_EVERY = {"heldout_documents": 4, "heldout_titles": 4, "indicator_titles": 2}


def cut(folder: Path) -> Path:
    """Every second or fourth row of three corpora, with their READMEs."""
    for name, step in _EVERY.items():
        (folder / name).mkdir(parents=True)
        (folder / name / "README.md").write_text("Cut from the corpus of the same name.")
        for path in (CORPORA / name).glob("*.jsonl"):
            lines = path.read_text("utf-8").splitlines()[::step]
            (folder / name / path.name).write_text("\n".join(lines) + "\n", "utf-8")
    return folder


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return cut(tmp_path_factory.mktemp("corpora"))
