"""The other way round: the answers that a package's documents support, so that a region fills its form from them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from evidence_ai.checking.labels import CLEAR, relevance
from evidence_ai.checking.legibility import is_readable
from evidence_ai.checking.periods import covers
from evidence_ai.checking.places import is_same_place
from evidence_ai.checking.units import fit, unit
from evidence_ai.checking.words import type_name
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.candidate import Scope
from evidence_ai.domain.document import Source
from evidence_ai.domain.dossier import Dossier, Package
from evidence_ai.domain.edition import Direction, Edition, Indicator, IndicatorKind, Measure
from evidence_ai.domain.quote import Quote
from evidence_ai.domain.understanding import BudgetLevel, BudgetLine, Figure, FigureRole
from evidence_ai.domain.vocabulary import LegalStatus

_RESULTS = frozenset({FigureRole.REALISASI, FigureRole.NILAI, FigureRole.CAPAIAN})
"""What was reached; a target is no answer."""
_LEVELS = (BudgetLevel.PROGRAM, BudgetLevel.KEGIATAN, BudgetLevel.SUB_KEGIATAN, BudgetLevel.REKENING)
_WHOLE = frozenset({Scope.WHOLE_GOVERNMENT_REPORT, Scope.WHOLE_BUDGET})
_ON_A_SCAN = 0.8
"""A digit on a scan may be misread: times what the figure itself is worth."""
_LINE = 0.9
_MOST = 3
"""Where more different figures fit, none is the answer: a table by district, a series of years."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One answer that one document supports, for a person to take over or not.

    `value` in plain digits ('ada' where existence is asked), `numerator` and `denominator` where the document prints
    them. `confidence` 0..1; `alternatives`: how many other values in the same document fit as well.
    """

    indicator: str
    value: str
    unit: str | None
    numerator: str | None
    denominator: str | None
    file_name: str
    document: str
    quote: Quote | None
    confidence: float
    alternatives: int
    because: Bilingual
    answered: bool


def propose(package: Package, edition: Edition) -> tuple[Proposal, ...]:
    """Every answer the readable documents of the region and data year support, by indicator, surest first.

    Documents of another region, another period, or marked as drafts support nothing. Nothing is taken over by itself.
    """
    answered = {one.indicator for one in package.claims}
    found = [
        one
        for indicator in edition.indicators
        for dossier in package.dossiers
        if _may_support(dossier, indicator, package)
        for one in _from(dossier, indicator, package.data_year, answered=indicator.id in answered)
    ]
    order = {indicator.id: at for at, indicator in enumerate(edition.indicators)}
    return tuple(sorted(found, key=lambda one: (order[one.indicator], -one.confidence, one.file_name)))


def _may_support(dossier: Dossier, indicator: Indicator, package: Package) -> bool:
    said = dossier.understanding
    if said.document_type is None or not is_readable(dossier.text):
        return False
    if said.region_code is not None and not is_same_place(said.region_code.value, package.region_code):
        return False
    if said.status is not None and said.status.value == LegalStatus.DRAFT:
        return False
    of_its_year = said.period is None or covers(said.period.value, package.data_year)
    if indicator.kind is not IndicatorKind.STRUKTUR and not of_its_year:
        return False
    if said.document_type.value in indicator.evidence_types:
        return True
    scope = dossier.classification.scope if dossier.classification is not None else Scope.NONE
    return indicator.measure is not Measure.ADA and scope in _WHOLE


def _from(dossier: Dossier, indicator: Indicator, data_year: int, *, answered: bool) -> Iterator[Proposal]:
    if indicator.measure is Measure.ADA:
        yield from _existence(dossier, indicator, answered=answered)
    elif indicator.measure is Measure.ANGGARAN:
        yield from _budget(dossier, indicator, data_year, answered=answered)
    elif indicator.direction is not Direction.CATEGORY:
        yield from _figures(dossier, indicator, data_year, answered=answered)


def _existence(dossier: Dossier, indicator: Indicator, *, answered: bool) -> Iterator[Proposal]:
    candidates = dossier.classification.candidates if dossier.classification is not None else ()
    fitting = next((one for one in candidates if one.indicator == indicator.id and one.suggested), None)
    kind = dossier.understanding.document_type
    if fitting is None or kind is None:
        return
    said, what = dossier.understanding, type_name(kind.value)
    quote = next((one.quote for one in (said.title, said.number, kind) if one is not None and one.quote), None)
    because = Bilingual(
        f"Berkas ini {what.id} yang judul dan isinya sesuai dengan indikator.",
        f"This file is a {what.en} whose title and content fit the indicator.",
    )
    yield _proposal(dossier, indicator, "ada", quote, fitting.probability * kind.confidence, because, answered=answered)


def _budget(dossier: Dossier, indicator: Indicator, data_year: int, *, answered: bool) -> Iterator[Proposal]:
    """The lines about the indicator of the highest level there is; several are added up."""
    lines = [
        one
        for one in dossier.understanding.budget_lines
        if one.budget_rupiah and one.year in {None, data_year} and relevance(one.name, indicator) >= CLEAR
    ]
    top = next((level for level in _LEVELS if any(one.level is level for one in lines)), None)
    chosen = list({(one.code, one.name, one.budget_rupiah): one for one in lines if one.level is top}.values())
    if not chosen:
        return
    total = sum(one.budget_rupiah or 0 for one in chosen)
    names = "; ".join(_short(one.name) for one in chosen[:_MOST])
    pages = ", ".join(str(page) for page in sorted({one.quote.page for one in chosen}))
    because = Bilingual(
        f"Anggaran pada baris “{names}”, halaman {pages}.", f"The budget in the line “{names}”, page {pages}."
    )
    sureness = _LINE if len(chosen) == 1 else _LINE - 0.2
    yield _proposal(
        dossier, indicator, str(total), _first(chosen), sureness, because, answered=answered, unit_name="rupiah"
    )


def _figures(dossier: Dossier, indicator: Indicator, data_year: int, *, answered: bool) -> Iterator[Proposal]:
    wanted = "%" if indicator.measure is Measure.RASIO and indicator.unit is None else unit(indicator.unit)[0]
    fitting = [
        (relevance(one.label, indicator), one)
        for one in dossier.understanding.figures
        if one.role in _RESULTS and one.year in {None, data_year} and _is_of(one, wanted)
    ]
    closest = max((closeness for closeness, _ in fitting), default=0.0)
    if closest < CLEAR:
        return
    best = [one for closeness, one in fitting if closeness == closest]
    values = {one.value * unit(one.unit)[1]: one for one in reversed(best)}
    if len(values) > _MOST:
        return
    for value, figure in values.items():
        because = Bilingual(
            f"{figure.raw} pada “{_short(figure.label)}”, halaman {figure.quote.page}.",
            f"{figure.raw} at “{_short(figure.label)}”, page {figure.quote.page}.",
        )
        sureness = figure.confidence * (1.0 if closest >= _LINE else 0.85) / len(values)
        yield _proposal(
            dossier, indicator, f"{value:f}", figure.quote, sureness, because, answered=answered, figure=figure,
            alternatives=len(values) - 1,
        )  # fmt: skip


def _is_of(figure: Figure, wanted: str | None) -> bool:
    canonical = unit(figure.unit)[0]
    if not fit(wanted, canonical):
        return False
    if wanted != "%":
        return figure.role is not FigureRole.CAPAIAN
    return (
        "," in figure.raw or "." in figure.raw or re.search(r"%|persen", figure.quote.text, re.IGNORECASE) is not None
    )


def _first(lines: Iterable[BudgetLine]) -> Quote:
    return min((one.quote for one in lines), key=lambda quote: quote.page)


def _proposal(
    dossier: Dossier,
    indicator: Indicator,
    value: str,
    quote: Quote | None,
    confidence: float,
    because: Bilingual,
    *,
    answered: bool,
    figure: Figure | None = None,
    unit_name: str | None = None,
    alternatives: int = 0,
) -> Proposal:
    return Proposal(
        indicator=indicator.id,
        value=value,
        unit=unit_name or indicator.unit,
        numerator=_plain(figure.numerator if figure is not None else None),
        denominator=_plain(figure.denominator if figure is not None else None),
        file_name=dossier.document.name,
        document=dossier.document.sha256,
        quote=quote,
        confidence=confidence * (_ON_A_SCAN if quote is not None and _is_scanned(dossier, quote) else 1.0),
        alternatives=alternatives,
        because=because,
        answered=answered,
    )


def _is_scanned(dossier: Dossier, quote: Quote) -> bool:
    return any(page.number == quote.page and page.source is Source.OCR for page in dossier.text.pages)


def _plain(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"


def _short(label: str) -> str:
    plain = " ".join(label.split())
    return plain if len(plain) <= 80 else f"{plain[:77]}..."
