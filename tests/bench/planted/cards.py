"""Writes what the suite measured beside the rules: `python -m tests.bench planted --cards` from build/planted/report.json."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from typing import Any

from tests.bench.planted.material import CACHE, ROOT

_PLACE = ROOT / "evidence_ai" / "checking" / "cards.toml"
_HEAD = """# What each rule was measured to find and to claim wrongly: written by `python -m tests.bench planted --cards`, never by hand.
# planted, found: defects planted one at a time in documents of reference set A (not distributed) and of our own sample.
# twins, alarms: the same documents without the defect, each counted once, and how many of them the rule spoke of.
"""


def main() -> None:
    """Turn the last report into cards; rules it did not plant keep the card they have."""
    report = json.loads((CACHE / "report.json").read_text("utf-8"))
    cards = tomllib.loads(_PLACE.read_text("utf-8"))
    cards |= {one["code"]: one for one in report["rules"] if one["planted"]}
    written = [_card(code, cards[code]) for code in sorted(cards)]
    _PLACE.write_text("\n".join([_HEAD, *written]), encoding="utf-8")
    print(f"{len(written)} cards in {_PLACE.relative_to(ROOT)}")


def _card(code: str, figures: Mapping[str, Any]) -> str:
    names = ", ".join(f'"{level}"' for level in sorted(figures["levels"]))
    counts = "\n".join(f"{name} = {figures[name]}" for name in ("planted", "found", "twins", "alarms"))
    return f"[{code}]\n{counts}\nlevels = [{names}]\n"
