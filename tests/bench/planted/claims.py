"""Answers made from the reference tables: the true value must agree with its document, an altered one contradict it."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from functools import cache

from evidence_ai.checking.claims import compare
from evidence_ai.checking.examples import indicator
from evidence_ai.domain.claim import Claim
from evidence_ai.domain.dossier import Dossier
from evidence_ai.domain.edition import Direction, Indicator, IndicatorKind, Measure
from evidence_ai.services.evaluating.rates import Rate
from tests.bench.planted.material import dossier_of, gold_table, gold_text

_RESULTS = frozenset({"realisasi", "nilai", "capaian", "lain"})


def main() -> None:
    """Print how true and altered answers end, for figures and for budget lines."""
    for name, made in (("figures", _figures()), ("budget lines", _budget_lines())):
        for truth in (True, False):
            ends = Counter(_end(claim, asked, file) for claim, asked, file, true in made if true is truth)
            wanted = "agrees" if truth else "contradicts"
            rate = Rate(ends[wanted], ends.total())
            print(
                f"{name}, {'true' if truth else 'altered'} answers: {dict(ends)}; {wanted} {rate.value} {rate.interval}"
            )


Made = tuple[Claim, Indicator, str, bool]


def _figures() -> list[Made]:
    made: list[Made] = []
    for row in gold_table("figures"):
        if row["role"] not in _RESULTS or not row["unit"]:
            continue
        asked = indicator(
            "KS.H3", kind=IndicatorKind.HASIL, title=row["label"], measure=Measure.JUMLAH, unit=row["unit"],
            cues=(row["label"],), direction=Direction.HIGHER,
        )  # fmt: skip
        made += _both(asked, row["value_printed"], Decimal(row["value"]), row["unit"], row["file"])
    return made


def _budget_lines() -> list[Made]:
    made: list[Made] = []
    for row in gold_table("budget_lines"):
        if row["role"] not in {"anggaran", "pagu"} or not row["amount"].isdigit() or int(row["amount"]) == 0:
            continue
        asked = indicator(
            "BH.P1", kind=IndicatorKind.PROSES, title=row["name"], measure=Measure.ANGGARAN, unit="rupiah",
            cues=(row["name"],), direction=Direction.HIGHER,
        )  # fmt: skip
        made += _both(asked, row["amount"], Decimal(row["amount"]), "rupiah", row["file"])
    return made


def _both(asked: Indicator, printed: str, value: Decimal, unit: str, file: str) -> list[Made]:
    other = (value * Decimal("1.37")).quantize(value) if value >= 10 else value + 3
    words = f"{other:f}".replace(".", ",")
    return [
        (Claim(asked.id, printed, unit, None, None, (file,)), asked, file, True),
        (Claim(asked.id, words, unit, None, None, (file,)), asked, file, False),
    ]


def _end(claim: Claim, asked: Indicator, file: str) -> str:
    return compare(claim, asked, (_dossier(file),)).result.value


@cache
def _dossier(file: str) -> Dossier:
    return dossier_of(gold_text(file), file)
