"""One target under atheris: `python -m tests.fuzz.one NAME [libFuzzer options] CORPUS...`."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

atheris: Any = import_module("atheris")

with atheris.instrument_imports(include=["evidence_ai", "openpyxl", "docx", "zipfile", "csv"]):
    from evidence_ai.reading.media_types import FORMATS
    from tests.fuzz.targets import TARGETS

    for reader in sorted(set(FORMATS.values())):  # else loaded when first asked for, and then not watched
        import_module(f"evidence_ai.reading.formats.{reader}")

if __name__ == "__main__":
    name, *options = sys.argv[1:]
    atheris.Setup([sys.argv[0], *options], TARGETS[name].holds)
    atheris.Fuzz()
