"""value_in_band_gap: the answer falls between two printed bands."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from evidence_ai.checking import examples as some
from evidence_ai.checking.cases import claim_cases
from evidence_ai.checking.numbers import number
from evidence_ai.checking.rule import About, Example, Rule, on_claim
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.dossier import Package
from evidence_ai.domain.edition import Band, Direction, Edition, Indicator, Measure
from evidence_ai.domain.mismatch import Mismatch, Severity


def find(package: Package, edition: Edition) -> Iterator[Mismatch]:
    """A note for each answer that no band takes."""
    for case in claim_cases(package, edition):
        indicator, typed = case.indicator, number(case.claim.value)
        if typed is None or not _has_bands(indicator) or any(_takes(band, typed.value) for band in indicator.bands):
            continue
        yield on_claim(
            "value_in_band_gap",
            indicator.id,
            severity=Severity.INFO,
            file_name=case.claim.file_names[0] if case.claim.file_names else None,
            message=Bilingual(
                f"Jawaban {indicator.id} {case.claim.value} jatuh di antara dua pita yang tercetak dalam aturan; "
                "poinnya mengikuti pita yang lebih rendah.",
                f"The answer to {indicator.id} {case.claim.value} falls between two bands as printed in the rules; "
                "it takes the points of the lower one.",
            ),
            advice=Bilingual(
                "Periksa angkanya sampai dua desimal; bila benar, biarkan penilai yang memutuskan.",
                "Check the number to two decimals; if it is right, let the reviewer decide.",
            ),
        )


def _has_bands(indicator: Indicator) -> bool:
    return indicator.measure is Measure.PITA and bool(indicator.bands) and indicator.direction is not Direction.CATEGORY


def _takes(band: Band, value: Decimal) -> bool:
    if band.is_rest:
        return True
    if band.category is not None:
        return False
    low, high = band.lower, band.upper
    above = low is None or value > low.value or (low.inclusive and value == low.value)
    below = high is None or value < high.value or (high.inclusive and value == high.value)
    return above and below


def _answered(value: str | None, indicator: str = "KS.H3") -> Package:
    return some.package(some.dossier(), claims=(some.claim(indicator, value, unit="%"),))


RULE = Rule(
    code="value_in_band_gap",
    severity=Severity.INFO,
    about=About.CLAIM,
    source="Lampiran Permenkumham 25/2013: pita tercetak bercelah, misalnya antara 51 dan di bawah 50",
    title=Bilingual("Nilai di celah pita", "Between two bands"),
    explanation=Bilingual(
        "Pita penilaian yang tercetak menyisakan celah; nilai di celah itu dilaporkan, tidak ditebak diam-diam.",
        "The printed bands leave gaps; a value in one is told, never guessed silently.",
    ),
    check=find,
    fires=(Example("14,5 where bands end at 14 and start at 15", lambda: _answered("14,5")),),
    silent=(
        Example("on the edge of a band", lambda: _answered("14")),
        Example("inside a band", lambda: _answered("21,6")),
        Example("an indicator without bands", lambda: _answered("97,5", "KP.H1")),
        Example("nothing answered", lambda: _answered(None)),
    ),
)
