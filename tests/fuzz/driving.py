"""Starts one target as a process of its own: a parser that dies takes only that along."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

from tests.fuzz.targets import TARGETS

_ROOT = Path(__file__).resolve().parents[2]
_LONGEST_S = 25
_MEMORY_MB = 1_500


def fuzzed(name: str, folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """The finished run of a target; its corpus grows in `folder`, what broke it lies there as `crash-...` and the like."""
    corpus, broken = folder / "corpus", folder / "broken"
    for place in (corpus, broken):
        place.mkdir(parents=True, exist_ok=True)
    for seed in TARGETS[name].seeds():
        (corpus / hashlib.sha256(seed).hexdigest()[:16]).write_bytes(seed)
    limits = (f"-timeout={_LONGEST_S}", f"-rss_limit_mb={_MEMORY_MB}", "-max_len=400000", f"-artifact_prefix={broken}/")
    return subprocess.run(
        [sys.executable, "-m", "tests.fuzz.one", name, *limits, *options, str(corpus)],
        capture_output=True, check=False, cwd=_ROOT, text=True, errors="backslashreplace",
    )  # fmt: skip
