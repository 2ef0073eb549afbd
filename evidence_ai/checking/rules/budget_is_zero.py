"""budget_is_zero: a budget of zero rupiah was answered."""

from __future__ import annotations

from collections.abc import Iterator

from evidence_ai.checking import examples as some
from evidence_ai.checking.cases import claim_cases, owners
from evidence_ai.checking.numbers import number
from evidence_ai.checking.rule import About, Example, Rule, on_claim
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.dossier import Package
from evidence_ai.domain.edition import Edition, Measure
from evidence_ai.domain.mismatch import Mismatch, Severity


def find(package: Package, edition: Edition) -> Iterator[Mismatch]:
    """One finding for each budget answered as zero."""
    for case in claim_cases(package, edition):
        typed = number(case.claim.value)
        if case.indicator.measure is not Measure.ANGGARAN or typed is None or typed.value != 0:
            continue
        indicator, owner = case.indicator, owners((case.indicator,))
        yield on_claim(
            "budget_is_zero",
            indicator.id,
            severity=Severity.WARNING,
            file_name=case.claim.file_names[0] if case.claim.file_names else None,
            message=Bilingual(
                f"Anggaran {indicator.id} dijawab nol, sehingga tidak memberi nilai.",
                f"The budget of {indicator.id} was answered as zero, so it earns nothing.",
            ),
            advice=Bilingual(
                f"Periksa bersama {owner.id} apakah kegiatan ini dianggarkan dengan nama lain atau pada OPD lain.",
                f"Check with {owner.en} whether it is budgeted under another name or by another office.",
            ),
        )


def _answered(value: str | None, indicator: str = "BH.P1") -> Package:
    return some.package(some.dossier(), claims=(some.claim(indicator, value, unit="rupiah"),))


RULE = Rule(
    code="budget_is_zero",
    severity=Severity.WARNING,
    about=About.CLAIM,
    source="Permenkumham 22/2021 (proses: alokasi anggaran); anggaran nol tidak memberi bagian nilai",
    title=Bilingual("Anggaran nol", "A budget of zero"),
    explanation=Bilingual(
        "Isian anggaran nol tidak memberi nilai; sering kegiatannya ada dengan nama lain.",
        "A budget of zero earns nothing; often the activity exists under another name.",
    ),
    check=find,
    fires=(Example("zero rupiah", lambda: _answered("0")), Example("zero with Rp", lambda: _answered("Rp 0"))),
    silent=(
        Example("an amount", lambda: _answered("Rp 150.000.000")),
        Example("words, which value_not_numeric tells of", lambda: _answered("nihil")),
        Example("a zero that is no budget", lambda: _answered("0", "BH.P3")),
    ),
)
