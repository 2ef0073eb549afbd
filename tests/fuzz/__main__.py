"""`make fuzz`: every target in turn; inputs that broke a promise, hung or died are kept under build/fuzz."""

from __future__ import annotations

import argparse
import sys
from importlib.util import find_spec
from pathlib import Path

from tests.fuzz.driving import fuzzed
from tests.fuzz.targets import TARGETS

_KEPT = Path(__file__).resolve().parents[2] / "build" / "fuzz"


def main() -> None:
    """Run, tell each target's end, and end with 1 where one broke."""
    asking = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    asking.add_argument("--seconds", type=int, default=600, help="for each target")
    asking.add_argument("--only", choices=sorted(TARGETS), help="one target alone")
    asked = asking.parse_args()
    if find_spec("atheris") is None:
        print("atheris is not installed here: nothing was fuzzed", file=sys.stderr)
        sys.exit(4)
    broken = 0
    for name in [asked.only] if asked.only else TARGETS:
        ended = fuzzed(name, _KEPT / name, f"-max_total_time={asked.seconds}")
        broken += ended.returncode != 0
        told = ended.stderr.strip().splitlines()
        print(f"{name}: {'held' if ended.returncode == 0 else 'BROKEN'}; {told[-1] if told else ''}", flush=True)
        if ended.returncode:
            print("\n".join(told[-30:]))
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main()
