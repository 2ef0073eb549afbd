"""Recall and false alarms per rule, with Wilson's intervals, as a table and as JSON."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path

from evidence_ai.checking.checking import rules
from evidence_ai.services.evaluating.rates import Rate
from tests.bench.planted.trial import Verdict


@dataclass(frozen=True)
class RuleFigures:
    """One rule: defects found of those planted, alarms on twins of those checked, and precision among both.

    `gravest`: how often each severity was the gravest among the findings on planted defects.
    """

    code: str
    planted: int
    found: int
    twins: int
    alarms: int
    levels: dict[str, int]
    gravest: dict[str, int]

    @property
    def recall(self) -> Rate:
        """Found of planted."""
        return Rate(self.found, self.planted)

    @property
    def false_alarms(self) -> Rate:
        """Alarms of twins."""
        return Rate(self.alarms, self.twins)


def figures(verdicts: list[Verdict]) -> list[RuleFigures]:
    """Per rule; a rule's twins are its own and all that were to be wholly silent, each counted once."""
    return [_of(code, verdicts) for code in sorted(rules())]


def _of(code: str, verdicts: list[Verdict]) -> RuleFigures:
    mine = [one for one in verdicts if one.trial.rule == code]
    twins = {one.base: False for one in verdicts if one.trial.whole or one.trial.rule == code}
    for one in verdicts:
        if (one.trial.rule == code and one.false_alarm) or code in one.others:
            twins[one.base] = True
    return RuleFigures(
        code,
        planted=len(mine),
        found=sum(one.found for one in mine),
        twins=len(twins),
        alarms=sum(twins.values()),
        levels=dict(Counter(one.trial.level.value for one in mine)),
        gravest=dict(Counter(one.severity for one in mine if one.severity is not None)),
    )


def table(found: list[RuleFigures]) -> str:
    """The figures as people read them."""
    rows = [f"{'rule':32} {'planted':>7} {'recall':>7} {'95 %':>13} {'twins':>6} {'alarms':>6} {'95 %':>13}  levels"]
    rows += [_row(one.code, one.recall, one.false_alarms, one.levels) for one in found if one.planted]
    recall = Rate(sum(one.found for one in found), sum(one.planted for one in found))
    rows.append(_row("all", recall, Rate(sum(one.alarms for one in found), sum(one.twins for one in found)), {}))
    silent = [one.code for one in found if not one.planted]
    return "\n".join([*rows, f"not planted here: {', '.join(silent) or 'none'}"])


def _row(name: str, recall: Rate, alarms: Rate, levels: dict[str, int]) -> str:
    where = " ".join(f"{level} {count}" for level, count in sorted(levels.items()))
    return (
        f"{name:32} {recall.n:7} {_share(recall):>7} {_interval(recall):>13} {alarms.n:6} {alarms.right:6} "
        f"{_interval(alarms):>13}  {where}"
    )


def _share(rate: Rate) -> str:
    return "-" if rate.value is None else f"{rate.value:.3f}"


def _interval(rate: Rate) -> str:
    return "-" if rate.interval is None else f"{rate.interval[0]:.3f}-{rate.interval[1]:.3f}"


def write(verdicts: list[Verdict], found: list[RuleFigures], place: Path) -> None:
    """Figures and every miss and false alarm by name."""
    misses = [{"rule": one.trial.rule, "trial": one.trial.name} for one in verdicts if not one.found]
    alarms = [{"rule": one.trial.rule, "trial": one.trial.name} for one in verdicts if one.false_alarm]
    others = [{"trial": one.trial.name, "codes": sorted(set(one.others))} for one in verdicts if one.others]
    body = {"rules": [asdict(one) for one in found], "misses": misses, "alarms": alarms, "others": others}
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(json.dumps(body, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
