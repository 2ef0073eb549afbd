"""`make bench`: every figure with its peer in the same run, medians and ratios; never part of the tests."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.bench import copies, growth, lanes, reading, rooms, scan_peers
from tests.bench.planted import suite as planted
from tests.bench.planted_drafts import suite as drafts
from tests.bench.scans import measuring as scans

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    """Measure on the reference set where there is one, else on the sample package."""
    files = _pdfs()
    named = "reference set A (not distributed)" if os.environ.get("EVIDENCE_GOLD") else "the sample package"
    print(f"{len(files)} PDF files of {named}")
    reading.text_layer(files)
    reading.scans(files)
    scan_peers.scan_peers(files)
    growth.growth(files)
    rooms.understanding(files)
    rooms.headings()
    rooms.scoring()


def _pdfs() -> list[Path]:
    gold = os.environ.get("EVIDENCE_GOLD")
    return sorted((Path(gold) / "pdf" if gold else ROOT / "corpora" / "sample_package").glob("*.pdf"))


if sys.argv[1:2] == ["planted"]:
    planted.main(tuple(sys.argv[2:]))
elif sys.argv[1:2] == ["drafts"]:
    drafts.main(tuple(sys.argv[2:]))
elif sys.argv[1:2] == ["peers"]:
    scan_peers.scan_peers(_pdfs(), most=int(sys.argv[2]) if sys.argv[2:] else scan_peers.PAGES)
elif sys.argv[1:2] == ["growth"]:
    growth.growth(_pdfs())
elif sys.argv[1:2] == ["lanes"]:
    lanes.main(tuple(sys.argv[2:]))
elif sys.argv[1:2] == ["copies"]:
    copies.main(tuple(sys.argv[2:]))
elif sys.argv[1:2] == ["scans"]:
    scans.main(tuple(sys.argv[2:]))
else:
    main()
