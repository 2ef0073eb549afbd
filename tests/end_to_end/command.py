"""Runs the installed command as a user would."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "corpora" / "sample_package"
CLEAN = ROOT / "corpora" / "sample_package_clean"
REGION = "99.01"
DATA_YEAR = "2024"


def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """The finished command, whatever its exit code."""
    command = [sys.executable, "-c", "from evidence_ai.cli import main; main()", *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, **environment}, encoding="utf-8"
    )


def result(*arguments: str | Path, **environment: str) -> Any:
    """What the command printed, parsed; it must have ended well."""
    done = run(*arguments, **environment)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
