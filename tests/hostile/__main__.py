"""`python -m tests.hostile --count 5000` (or `make hostile`): thousands of broken files through the real command."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from itertools import islice
from pathlib import Path

from tests.hostile.generating import hand_made, hostile_files
from tests.hostile.material import HostileFile
from tests.hostile.running import Account, run_files, run_package

_BATCH = 40


def main() -> None:
    """Run, tell what was seen, and end with 1 where a promise was broken."""
    asked = _asked()
    account = Account()
    started = time.monotonic()
    files = hand_made() if asked.hand_made else hostile_files(asked.count, seed=asked.seed)
    batch: list[HostileFile] = []
    done = 0
    for one in islice(files, asked.skip, None):
        if asked.only and asked.only not in one.name:
            continue
        if asked.keep:
            Path(asked.keep).mkdir(parents=True, exist_ok=True)
            (Path(asked.keep) / one.name).write_bytes(one.content)
        done += 1
        if one.is_package:
            run_package(one, account)
            _tell(account, one.name)
            continue
        batch.append(one)
        if len(batch) == asked.batch:
            run_files(batch, account, workers=asked.workers)
            _tell(account, f"{done} files")
            batch = []
    if batch:
        run_files(batch, account, workers=asked.workers)
    _summary(account, done, time.monotonic() - started)
    sys.exit(1 if account.breaches else 0)


def _asked() -> argparse.Namespace:
    asking = argparse.ArgumentParser(prog="python -m tests.hostile", description=__doc__)
    asking.add_argument("--count", type=int, default=5_000, help="how many files, those made by hand first")
    asking.add_argument("--seed", default="evidence", help="another seed spoils other copies")
    asking.add_argument("--skip", type=int, default=0, help="leave out the first ones")
    asking.add_argument("--only", default="", help="only files whose name holds this")
    asking.add_argument("--hand-made", action="store_true", help="only those made by hand")
    asking.add_argument("--batch", type=int, default=_BATCH)
    asking.add_argument("--workers", type=int, default=2)
    asking.add_argument("--keep", default="", help="also write the files into this folder")
    return asking.parse_args()


_told = 0


def _tell(account: Account, where: str) -> None:
    """New breaches as they come, so that a long run need not be waited for."""
    global _told  # noqa: PLW0603 - how far the telling has come
    for breach in account.breaches[_told:]:
        print(f"BREACH {breach.vice}: {breach.name}: {breach.what}", flush=True)
    _told = len(account.breaches)
    print(where, end="\r", file=sys.stderr, flush=True)


def _summary(account: Account, done: int, seconds: float) -> None:
    _tell(account, "")
    print(f"{done} files in {seconds:.0f} s; outcomes: {dict(sorted(account.outcomes.items()))}")
    print(f"heaviest process {account.peak_mb:.0f} MB, at {account.peak_at}")
    print(f"crashes: {', '.join(account.crashes)}")
    print("slowest: " + ", ".join(f"{name} {took:.1f} s" for took, name in account.slowest[:15]))
    by_vice = Counter(breach.vice for breach in account.breaches)
    print(f"{len(account.breaches)} promises broken {dict(by_vice.most_common(20)) if by_vice else ''}")


if __name__ == "__main__":
    main()
