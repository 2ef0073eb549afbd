from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from evidence_ai.reading.programs import run


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def ends(pid: int) -> bool:
    """Whether a process is gone, or dead and only waiting to be counted."""
    for _look in range(100):
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
        except (FileNotFoundError, ProcessLookupError):
            return True
        if state in "ZX":
            return True
        time.sleep(0.05)
    return False


def test_a_program_gives_its_code_and_what_it_wrote_up_to_the_limit(tmp_path: Path) -> None:
    ran = run(
        python("print('abc' * 100); raise SystemExit(3)"), folder=tmp_path, seconds=30, memory_mb=500, largest_output=9
    )
    assert (ran.code, ran.output) == (3, b"abcabcabc")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_a_program_that_takes_too_long_is_stopped_with_whatever_it_started(tmp_path: Path) -> None:
    code = (
        "import subprocess, sys, time; child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']);"
        "open('pid', 'w').write(str(child.pid)); time.sleep(60)"
    )
    ran = run(python(code), folder=tmp_path, seconds=3, memory_mb=500)
    assert ran.code is None
    assert ends(int((tmp_path / "pid").read_text()))


def test_memory_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    assert run(python("bytearray(400_000_000)"), folder=tmp_path, seconds=30, memory_mb=200).code != 0


def test_a_program_sees_no_secret_of_our_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVIDENCE_DATABASE__URL", "rahasia")
    ran = run(python("import os; print(sorted(os.environ))"), folder=tmp_path, seconds=30, memory_mb=500)
    assert b"EVIDENCE" not in ran.output
