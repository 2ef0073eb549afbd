"""Writes the sample package and its clean twin: `python tests/samples/make_sample_package.py OUTDIR`.

OUTDIR gets `sample_package/` (with its planted mistakes, `expected.json` and `decisions.json`) and
`sample_package_clean/`. Places and people are invented; every run writes the same bytes.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
from tests.samples import documents
from tests.samples.answers import CLEAN, PLANTED, manifest, planted_answers
from tests.samples.typeset import TEXTS
from tests.samples.verdicts import decisions


def main(folder: Path) -> None:
    """Write both packages below `folder`, replacing their files."""
    planted = {name: make() for name, make in documents.planted().items()}
    clean = {name: make() for name, make in documents.clean().items()}
    answers = planted_answers()
    _write(
        folder / "sample_package",
        {
            **planted,
            "manifest.csv": manifest(answers, delimiter=";"),
            "decisions.json": decisions(answers, planted),
            "expected.json": _expected(),
            "README.md": (TEXTS / "README_sample.md").read_bytes(),
        },
    )
    _write(folder / "sample_package_clean", {**clean, "manifest.csv": manifest(CLEAN, delimiter=",")})


def _expected() -> bytes:
    body = {
        "region_code": "99.01",
        "data_year": 2024,
        "planted": [asdict(one) for one in PLANTED],
        "clean_twin": {"folder": "../sample_package_clean", "errors": 0},
    }
    return (json.dumps(body, ensure_ascii=False, indent=1) + "\n").encode()


def _write(folder: Path, files: dict[str, bytes]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        if old.is_file() and old.name not in files:
            old.unlink()
    for name, content in files.items():
        (folder / name).write_bytes(content)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(f"usage: python {sys.argv[0]} OUTDIR")
    main(Path(sys.argv[1]))
