"""percentage_differs: the percentage answered is not its part of its whole."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from evidence_ai.checking import examples as some
from evidence_ai.checking.cases import ClaimCase, claim_cases, owners
from evidence_ai.checking.numbers import Number, number
from evidence_ai.checking.rule import About, Example, Rule, on_claim
from evidence_ai.checking.shares import part_and_whole
from evidence_ai.checking.units import unit
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.dossier import Package
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.mismatch import Mismatch, Severity

_SHOWN = Decimal("0.01")


def find(package: Package, edition: Edition) -> Iterator[Mismatch]:
    """One finding for each answer whose value, part and whole do not fit together."""
    for case in claim_cases(package, edition):
        value, pair = number(case.claim.value), part_and_whole(case.claim)
        factor = _factor(case)
        if value is None or pair is None or factor is None or 0 in pair.whole.readings:
            continue
        computed = [factor * part / whole for part in pair.part.readings for whole in pair.whole.readings]
        if not any(_near(value, one) for one in computed):
            yield _mismatch(case, computed[0])


def _factor(case: ClaimCase) -> Decimal | None:
    """By what part/whole is multiplied: 100 for a percentage, 1000 for 'per 1.000'; None where it is no share."""
    canonical, _ = unit(case.indicator.unit)
    if canonical == "%":
        return Decimal(100)
    if canonical is not None and canonical.startswith("per "):
        return Decimal(canonical.removeprefix("per "))
    return None


def _near(value: Number, computed: Decimal) -> bool:
    """Within one printed step, so that cutting off digits passes as rounding does; a share of 1 is read as well."""
    step = 2 * value.half_step
    return any(abs(one - computed) <= step or abs(100 * one - computed) <= 100 * step for one in value.readings)


def _mismatch(case: ClaimCase, computed: Decimal) -> Mismatch:
    indicator, owner, claim = case.indicator, owners((case.indicator,)), case.claim
    shown = f"{computed.quantize(_SHOWN)}".replace(".", ",")
    return on_claim(
        "percentage_differs",
        indicator.id,
        severity=Severity.ERROR,
        file_name=claim.file_names[0] if claim.file_names else None,
        message=Bilingual(
            f"Jawaban {indicator.id} {claim.value} tidak sama dengan pembilang {claim.numerator} dibagi penyebut "
            f"{claim.denominator}, yang menghasilkan {shown}.",
            f"The answer to {indicator.id} {claim.value} is not numerator {claim.numerator} over denominator "
            f"{claim.denominator}, which gives {shown}.",
        ),
        advice=Bilingual(
            f"Hitung ulang bersama {owner.id}, lalu betulkan angka yang keliru.",
            f"Compute it again with {owner.en} and correct the wrong number.",
        ),
    )


def _answered(value: str | None, numerator: str | None, denominator: str | None, indicator: str = "KP.H1") -> Package:
    return some.package(
        some.dossier(), claims=(some.claim(indicator, value, numerator=numerator, denominator=denominator, unit="%"),)
    )


RULE = Rule(
    code="percentage_differs",
    severity=Severity.ERROR,
    about=About.CLAIM,
    source="Permenkumham 34/2016, pemeriksaan (e): perhitungan (persentase = bagian / keseluruhan)",
    title=Bilingual("Persentase tidak cocok", "The percentage does not fit"),
    explanation=Bilingual(
        "Persentase, pembilang, dan penyebut yang diisi tidak saling cocok; selisih satu digit terakhir dianggap "
        "pembulatan.",
        "The percentage, numerator and denominator answered do not fit together; one step of the last digit is "
        "rounding.",
    ),
    check=find,
    fires=(Example("90 per cent for 195 of 200", lambda: _answered("90", "195", "200")),),
    silent=(
        Example("97,5 per cent for 195 of 200", lambda: _answered("97,5", "195", "200")),
        Example("98 per cent for 195 of 200, rounded", lambda: _answered("98", "195", "200")),
        Example("the share instead of the percentage", lambda: _answered("0,975", "195", "200")),
        Example("no parts", lambda: _answered("97,5", None, None)),
        Example("a whole of zero", lambda: _answered("0", "0", "0")),
    ),
)
