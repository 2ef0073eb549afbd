"""The planted-defect suite: `python -m tests.bench planted [RULE ... | --cards | --claims]`.

One defect at a time in a real document of the reference set (by EVIDENCE_GOLD) or in our own sample, beside the same
document without it. Texts are read once and kept below build/planted; the figures are written there too.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator

from tests.bench.planted import answers, cards, claims, closings, files, headings
from tests.bench.planted.material import CACHE
from tests.bench.planted.report import figures, table, write
from tests.bench.planted.trial import Trial, Verdict, judge


def run(only: tuple[str, ...] = ()) -> list[Verdict]:
    """Judge every trial, or those of the rules named."""
    return [judge(one) for one in _shown(trial for trial in _trials() if not only or trial.rule in only)]


def main(only: tuple[str, ...]) -> None:
    """Print the table, write build/planted/report.json; --cards turns the last report into cards, --claims measures answers."""
    if only in {("--cards",), ("--claims",)}:
        cards.main() if only == ("--cards",) else claims.main()
        return
    if not os.environ.get("EVIDENCE_GOLD"):
        print("EVIDENCE_GOLD is not set: only the defects in our own samples are planted.")
    started = time.process_time()
    verdicts = run(only)
    found = figures(verdicts)
    print(table(found))
    print(f"{len(verdicts)} defects, {time.process_time() - started:.0f} s of processor time")
    write(verdicts, found, CACHE / "report.json")


def _trials() -> Iterator[Trial]:
    for room in (headings, closings, answers, files):
        yield from room.trials()


def _shown(trials: Iterator[Trial]) -> Iterator[Trial]:
    """The trials, with a word to stderr now and then."""
    for at, trial in enumerate(trials, start=1):
        if at % 100 == 0:
            print(f"{at} trials, now {trial.rule}", file=sys.stderr)
        yield trial
