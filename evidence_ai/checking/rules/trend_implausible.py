"""trend_implausible: the answer is far from what was accepted for the data year before."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from evidence_ai.checking import examples as some
from evidence_ai.checking.answers import answer_of
from evidence_ai.checking.cases import ClaimCase, claim_cases, owners
from evidence_ai.checking.numbers import number
from evidence_ai.checking.rule import About, Example, Rule, on_claim
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.decision import Decision, Decisions, Verdict, in_force
from evidence_ai.domain.dossier import Package
from evidence_ai.domain.edition import Direction, Edition, Measure
from evidence_ai.domain.mismatch import Mismatch, Severity

_POINTS = Decimal(25)
"""A percentage that moves by a quarter of the whole in one year is rare: a unit, a year or a row may be another."""
_TIMES = Decimal(3)
"""The same for counts, rates and amounts."""
_SMALL = Decimal(10)
"""Below it a count triples easily."""


def find(package: Package, edition: Edition) -> Iterator[Mismatch]:
    """A note for each numeric answer far from last year's; silent where nobody said what was decided then."""
    if package.previous is None or package.previous.data_year >= package.data_year:
        return
    before = {one.indicator: one for one in in_force(package.previous.decisions) if one.verdict is Verdict.CONFIRMED}
    for case in claim_cases(package, edition):
        decision = before.get(case.indicator.id)
        if decision is None or case.indicator.measure is Measure.ADA or case.indicator.direction is Direction.CATEGORY:
            continue
        then, now = _decided(decision), answer_of(case.claim, case.indicator)
        if then is None or now.value is None or not _is_far(now.value.value, then, percent=now.unit == "%"):
            continue
        yield _mismatch(case, now.shown, then, package.previous.data_year)


def _decided(decision: Decision) -> Decimal | None:
    if decision.numerator is not None and decision.denominator:
        return 100 * decision.numerator / decision.denominator
    try:
        return Decimal(decision.value) if decision.value is not None else None
    except ArithmeticError:
        read = number(decision.value)
        return read.value if read is not None else None


def _is_far(now: Decimal, then: Decimal, *, percent: bool) -> bool:
    if percent:
        return abs(now - then) >= _POINTS
    high, low = max(abs(now), abs(then)), min(abs(now), abs(then))
    return high >= _SMALL and high >= _TIMES * low


def _mismatch(case: ClaimCase, shown: str, then: Decimal, year: int) -> Mismatch:
    indicator, owner = case.indicator, owners((case.indicator,))
    before = f"{then:.2f}".rstrip("0").rstrip(".").replace(".", ",")
    return on_claim(
        "trend_implausible",
        indicator.id,
        severity=Severity.INFO,
        file_name=case.claim.file_names[0] if case.claim.file_names else None,
        message=Bilingual(
            f"Jawaban {indicator.id} {shown} jauh dari nilai yang diterima untuk tahun data {year} ({before}). Perubahan "
            "sebesar itu dalam waktu singkat jarang; mungkin satuan, baris, atau tahunnya lain.",
            f"The answer to {indicator.id} {shown} is far from the value accepted for {year} ({before}). Such a change in "
            "short time is rare; the unit, row or year may be another.",
        ),
        advice=Bilingual(
            f"Periksa angka kedua tahun bersama {owner.id}; bila benar, tulis sebabnya pada keterangan.",
            f"Check the figures of both years with {owner.en}; if they are right, give the cause in the note.",
        ),
    )


def _was(value: str | None, now: str, *, indicator: str = "KS.H3", year: int = 2022) -> Package:
    decided = Decision(indicator, Verdict.CONFIRMED, value, "%", None, None, (), "p-01", "2023-05-02T09:30:00Z", None)
    decisions = () if value is None else (decided,)
    previous = Decisions("1", "contoh", some.REGION_CODE, year, year + 1, Decimal(0), None, (), decisions)
    unit = "rupiah" if indicator == "BH.P1" else "%"
    given = some.package(some.dossier(), claims=(some.claim(indicator, now, unit=unit),))
    return some.followed(given, previous)


RULE = Rule(
    code="trend_implausible",
    severity=Severity.INFO,
    about=About.CLAIM,
    source="Pemeriksaan kewajaran data antartahun (PP 39/2010 dan Perpres 39/2019 tentang Satu Data Indonesia)",
    title=Bilingual("Jauh dari tahun lalu", "Far from last year"),
    explanation=Bilingual(
        "Dibandingkan dengan keputusan tahun data sebelumnya, bila berkasnya diberikan: persentase yang bergeser 25 poin "
        "atau lebih, jumlah dan anggaran yang menjadi tiga kali atau sepertiganya.",
        "Compared with the decisions of an earlier data year where they are given: percentages that move by 25 points or "
        "more, counts and amounts that become three times as much or a third.",
    ),
    check=find,
    fires=(
        Example("stunting from 24 to 79 per cent", lambda: _was("24.1", "79")),
        Example("a budget four times as big", lambda: _was("100000000", "400.000.000", indicator="BH.P1")),
    ),
    silent=(
        Example("a usual change", lambda: _was("24.1", "21,6")),
        Example("nothing was decided", lambda: _was(None, "79")),
        Example("the decisions are of the same year", lambda: _was("24.1", "79", year=some.DATA_YEAR)),
        Example("no earlier decisions", lambda: some.package(some.dossier(), claims=(some.claim("KS.H3", "79"),))),
    ),
)
