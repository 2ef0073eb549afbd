"""`make bench`: every figure with its peer in the same run, medians and ratios; never part of the tests."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.bench import lanes, reading, rooms
from tests.bench.planted import suite as planted
from tests.bench.planted_drafts import suite as drafts

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    """Measure on the reference set where there is one, else on the sample package."""
    gold = os.environ.get("EVIDENCE_GOLD")
    folder = Path(gold) / "pdf" if gold else ROOT / "corpora" / "sample_package"
    files = sorted(folder.glob("*.pdf"))
    print(f"{len(files)} PDF files of {'reference set A (not distributed)' if gold else 'the sample package'}")
    reading.text_layer(files)
    reading.scans(files)
    rooms.understanding(files)
    rooms.headings()
    rooms.scoring()


if sys.argv[1:2] == ["planted"]:
    planted.main(tuple(sys.argv[2:]))
elif sys.argv[1:2] == ["drafts"]:
    drafts.main(tuple(sys.argv[2:]))
elif sys.argv[1:2] == ["lanes"]:
    lanes.main(tuple(sys.argv[2:]))
else:
    main()
