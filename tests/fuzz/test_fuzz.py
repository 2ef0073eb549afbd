from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.fuzz.driving import fuzzed
from tests.fuzz.targets import TARGETS

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(find_spec("atheris") is None, reason="atheris is not installed here"),
]


@pytest.mark.parametrize("name", sorted(TARGETS))
def test_a_short_fuzzing_breaks_no_promise(name: str, tmp_path: Path) -> None:
    ended = fuzzed(name, tmp_path, "-runs=60", "-seed=7")
    assert ended.returncode == 0, ended.stderr[-3_000:]
