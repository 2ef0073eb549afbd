"""unit_differs: the answer is in another unit than the one asked for."""

from __future__ import annotations

from collections.abc import Iterator

from evidence_ai.checking import examples as some
from evidence_ai.checking.cases import claim_cases
from evidence_ai.checking.numbers import number
from evidence_ai.checking.rule import About, Example, Rule, on_claim
from evidence_ai.checking.shares import part_and_whole
from evidence_ai.checking.units import is_known, unit
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.claim import Claim
from evidence_ai.domain.dossier import Package
from evidence_ai.domain.edition import Edition, Measure
from evidence_ai.domain.mismatch import Mismatch, Severity


def find(package: Package, edition: Edition) -> Iterator[Mismatch]:
    """One finding for each numeric answer whose known unit is not the indicator's."""
    for case in claim_cases(package, edition):
        indicator, given = case.indicator, _unit(case.claim)
        if indicator.measure is Measure.ADA or indicator.unit is None or given is None:
            continue
        if part_and_whole(case.claim) is not None or not _differ(given, indicator.unit):
            continue
        yield on_claim(
            "unit_differs",
            indicator.id,
            severity=Severity.WARNING,
            file_name=case.claim.file_names[0] if case.claim.file_names else None,
            message=Bilingual(
                f"Jawaban {indicator.id} memakai satuan “{given}”, sedangkan yang diminta “{indicator.unit}”; "
                "angkanya tidak dapat dinilai apa adanya.",
                f"The answer to {indicator.id} is in “{given}”, while “{indicator.unit}” is asked; "
                "the number cannot be scored as it is.",
            ),
            advice=Bilingual(
                f"Hitung ulang dalam “{indicator.unit}”, atau isi pembilang dan penyebutnya.",
                f"Compute it again in “{indicator.unit}”, or fill in numerator and denominator.",
            ),
        )


def _unit(claim: Claim) -> str | None:
    if claim.unit is not None and claim.unit.strip():
        return claim.unit.strip()
    typed = number(claim.value)
    return typed.unit if typed is not None else None


def _differ(given: str, wanted: str) -> bool:
    """Only units we know can differ; 'dokumen' for 'kegiatan' is a way of counting."""
    one, other = unit(given)[0], unit(wanted)[0]
    return one != other and is_known(one) and is_known(other)


def _answered(value: str, given: str | None, indicator: str = "KP.H1") -> Package:
    return some.package(some.dossier(), claims=(some.claim(indicator, value, unit=given),))


RULE = Rule(
    code="unit_differs",
    severity=Severity.WARNING,
    about=About.CLAIM,
    source="Evaluasi KKP HAM 2019 (HRWG, Ditjen HAM, RWI): satuan isian tidak seragam",
    title=Bilingual("Satuan berbeda", "Another unit"),
    explanation=Bilingual(
        "Satuan jawaban bukan satuan yang diminta, misalnya orang untuk persen.",
        "The unit of the answer is not the one asked for, such as persons for per cent.",
    ),
    check=find,
    fires=(
        Example("persons where a percentage is asked", lambda: _answered("195.300", "jiwa")),
        Example("the unit beside the number", lambda: _answered("195.300 orang", None)),
    ),
    silent=(
        Example("per cent in another spelling", lambda: _answered("97,5", "persen")),
        Example("millions of rupiah", lambda: _answered("150", "juta rupiah", "BH.P1")),
        Example("a way of counting", lambda: _answered("4", "dokumen", "BH.P3")),
        Example("no unit", lambda: _answered("97,5", None)),
    ),
)
