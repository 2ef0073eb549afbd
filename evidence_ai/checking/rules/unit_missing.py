"""unit_missing: a number was answered without its unit."""

from __future__ import annotations

from collections.abc import Iterator

from evidence_ai.checking import examples as some
from evidence_ai.checking.cases import claim_cases
from evidence_ai.checking.numbers import number, ratio
from evidence_ai.checking.rule import About, Example, Rule, on_claim
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.claim import Claim
from evidence_ai.domain.dossier import Package
from evidence_ai.domain.edition import Edition, Indicator, Measure
from evidence_ai.domain.mismatch import Mismatch, Severity

_PURE = frozenset({"indeks", "nilai"})
"""Scores that are pure numbers: there is no unit to forget."""


def find(package: Package, edition: Edition) -> Iterator[Mismatch]:
    """One finding for each numeric answer with a unit neither in its own column nor beside the number."""
    for case in claim_cases(package, edition):
        indicator = case.indicator
        if not _needs(indicator) or not _lacks(case.claim):
            continue
        yield on_claim(
            "unit_missing",
            indicator.id,
            severity=Severity.WARNING,
            file_name=case.claim.file_names[0] if case.claim.file_names else None,
            message=Bilingual(
                f"Jawaban {indicator.id} “{case.claim.value}” tanpa satuan, sehingga tidak dapat dibandingkan dengan "
                f"dokumen secara pasti. Satuan yang diminta: {indicator.unit}.",
                f"The answer to {indicator.id} “{case.claim.value}” has no unit, so it cannot be compared with the "
                f"document for certain. The unit asked for: {indicator.unit}.",
            ),
            advice=Bilingual(
                f"Isi kolom satuan dengan “{indicator.unit}” bila angkanya memang dalam satuan itu.",
                f"Fill the unit column with “{indicator.unit}” if the number is in that unit.",
            ),
        )


def _needs(indicator: Indicator) -> bool:
    return indicator.measure is not Measure.ADA and indicator.unit is not None and indicator.unit not in _PURE


def _lacks(claim: Claim) -> bool:
    typed = number(claim.value)
    if claim.unit is not None and claim.unit.strip():
        return False
    if typed is None or typed.unit is not None or ratio(claim.value) is not None:
        return False
    return number(claim.numerator) is None or number(claim.denominator) is None


def _answered(value: str | None, unit: str | None = None, indicator: str = "KS.H3") -> Package:
    return some.package(some.dossier(), claims=(some.claim(indicator, value, unit=unit),))


RULE = Rule(
    code="unit_missing",
    severity=Severity.WARNING,
    about=About.CLAIM,
    source="Evaluasi KKP HAM 2019 (HRWG, Ditjen HAM, RWI): satuan jiwa/orang/km2/m3/ton tidak dicantumkan",
    title=Bilingual("Satuan belum diisi", "Unit missing"),
    explanation=Bilingual(
        "Angka tanpa satuan dapat dibaca dua cara.", "A number without a unit can be read in two ways."
    ),
    check=find,
    fires=(
        Example("a percentage without its sign", lambda: _answered("21,6")),
        Example("an amount without rupiah", lambda: _answered("150.000.000", None, "BH.P1")),
    ),
    silent=(
        Example("the unit in its column", lambda: _answered("21,6", "%")),
        Example("the unit beside the number", lambda: _answered("21,6 %")),
        Example("an amount with Rp", lambda: _answered("Rp 150.000.000", None, "BH.P1")),
        Example("a part of a whole", lambda: _answered("12 dari 45", None, "KP.H1")),
        Example("an answer in words", lambda: _answered("nihil")),
        Example("an answer 'ada'", lambda: _answered("ada", None, "BH.S1")),
        Example("no value was claimed", lambda: _answered(None)),
    ),
)
