"""The score of the sample decisions, pinned to the last digit and computed again by hand."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

from evidence_ai.services.official_score import OfficialScore, official_score

HERE = Path(__file__).resolve().parent
DECISIONS = HERE.parents[2] / "corpora" / "sample_package" / "decisions.json"

# One confirmed struktur of three, one proses of four, one hasil of five.
S, P, H = Fraction(10, 3), Fraction(30, 4), Fraction(60, 5)
BY_HAND = {
    "BH": S + 3 * P + H * (Fraction(34, 40) + Fraction(74, 80) + Fraction(240_620_000, 265_000_000) + Fraction(96, 120)),
    "IN": S + H * (Fraction(57, 60) + 1 + Fraction(212, 218)),
    # TS.H2 is above its target of 30 %; 86.42 lies in a band of 7 points
    "TS": 2 * P + H * (Fraction(189, 300) + 1 + Fraction(248_905, 302_118) + Fraction(7, 10)),
    # KB.H4 does not apply: four hasil share the 60 points
    "KB": P + Fraction(60, 4) * (1 + Fraction(9, 10) + Fraction(24, 32)),
    "KP": S + 2 * P + H * (Fraction(295_130, 298_412) + Fraction(121_478, 126_540) + Fraction(82_251, 126_540))
    + H * Fraction(2_214, 2_460),
    # bands of 6, 10 and 8 points
    "KS": H * (Fraction(6, 10) + 1 + Fraction(8, 10) + Fraction(5_866, 6_136)),
    "PD": S + H * (Fraction(965, 1_000) + Fraction(8, 10) + Fraction(8, 10) + Fraction(3_120, 3_402)),
    "PK": 2 * P + H * (Fraction(6, 10) + Fraction(384, 600) + Fraction(104_400, 180_000)),
    "LP": S + H * (Fraction(6, 10) + Fraction(49_657, 58_420) + Fraction(95_760, 105_000))
    + H * (Fraction(92_400, 105_000) + Fraction(93_500, 100_000)),
    "PA": 2 * P + H * (1 + Fraction(47, 50) + Fraction(8, 10)),
}  # fmt: skip


def sample() -> OfficialScore:
    return official_score(DECISIONS.read_bytes())


def test_every_right_of_the_sample_earns_what_a_person_computes_by_hand() -> None:
    assert {right.id: right.points for right in sample().sealed.score.rights} == BY_HAND


def test_the_sample_total_is_the_mean_of_its_rights_and_the_bonus() -> None:
    assert sample().sealed.score.total == sum(BY_HAND.values(), Fraction(0)) / 10 + Fraction(5, 2)


def test_every_printed_digit_and_word_of_the_sample_score_stays() -> None:
    pinned = json.loads((HERE / "sample_score.json").read_text("utf-8"))

    assert sample().to_object()["score"] == pinned
