"""An amount of budget against the lines and sums of the named budget documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from evidence_ai.checking.confidence import LIKELY
from evidence_ai.checking.finding import ClaimFinding, at
from evidence_ai.checking.labels import CLEAR, relevance
from evidence_ai.checking.numbers import Number, number
from evidence_ai.checking.tolerance import half_step, same
from evidence_ai.checking.units import unit
from evidence_ai.checking.words import rupiah
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.claim import Claim, ClaimResult
from evidence_ai.domain.document import Source
from evidence_ai.domain.dossier import Dossier
from evidence_ai.domain.edition import Indicator
from evidence_ai.domain.quote import Quote
from evidence_ai.domain.understanding import BudgetLevel, BudgetLine, FigureRole

_RANK = {
    BudgetLevel.URUSAN: 0,
    BudgetLevel.BIDANG: 1,
    BudgetLevel.PROGRAM: 2,
    BudgetLevel.KEGIATAN: 3,
    BudgetLevel.SUB_KEGIATAN: 4,
    BudgetLevel.REKENING: 5,
}
_LINE_CONFIDENCE = 0.9
"""Budget lines carry no confidence of their own; an amount read with its whole row is about this sure."""

_SCANNED_CONFIDENCE = 0.7
"""The same on a scan, where a digit may be misread or two rows run together: worth a look, never an error."""

_FEW = 4
"""Where so few lines fit and neither they nor their sum are the answer, a person should look."""

_DISTINCT = 1_000_000
"""From a million rupiah on an equal amount in a named document is no coincidence, whatever its label."""


@dataclass(frozen=True, slots=True)
class _Amount:
    dossier: Dossier
    label: str
    value: Decimal
    half: Decimal
    quote: Quote
    closeness: float
    rank: int
    budget: bool
    year: int | None


def compare(claim: Claim, indicator: Indicator, dossiers: tuple[Dossier, ...], data_year: int | None) -> ClaimFinding:
    """Agrees with a line, a figure or the sum of the indicator's lines; contradicts one clear line only."""
    claimed = _claimed(claim)
    assert claimed is not None, "compare is asked for numeric answers only"  # noqa: S101 - tells mypy what the door checked
    every = [one for dossier in dossiers for one in _printed(dossier, indicator)]
    printed = [one for one in every if data_year is None or one.year in {None, data_year}]
    ours = [one for one in printed if one.closeness >= CLEAR]
    equal = [one for one in printed if same(claimed, one.value, one.half)]
    best = max(equal, key=lambda one: (one.closeness, one.budget, -one.rank), default=None)
    if best is not None and (best.closeness >= CLEAR or best.value >= _DISTINCT):
        return _agrees(best)
    total = _sum(ours)
    if total is not None and same(claimed, total, Decimal(0)):
        return _agrees_with_sum(ours[0], total)
    if ours:
        return _differs(claimed, ours)
    elsewhen = next((one for one in every if one not in printed and same(claimed, one.value, one.half)), None)
    return _of_another_year(elsewhen) if elsewhen is not None else _absent(dossiers[0], claimed)


def _claimed(claim: Claim) -> Number | None:
    found = number(claim.value)
    if found is None:
        return None
    _, scale = unit(claim.unit)
    if found.unit not in {None, "rupiah"} or scale == 1:
        return found
    other = None if found.other is None else found.other * scale
    return Number(found.value * scale, other, found.half_step * scale, found.unit)


def _printed(dossier: Dossier, indicator: Indicator) -> Iterator[_Amount]:
    for line in dossier.understanding.budget_lines:
        closeness, rank = relevance(line.name, indicator), _RANK.get(line.level, 6)
        for value, budget in _values(line):
            yield _Amount(dossier, line.name, value, Decimal(0), line.quote, closeness, rank, budget, line.year)
    for figure in dossier.understanding.figures:
        canonical, scale = unit(figure.unit)
        if canonical != "rupiah" or figure.role is FigureRole.TARGET:
            continue
        value, half = figure.value * scale, half_step(figure.value, figure.raw, scale)
        budget = figure.role is FigureRole.ANGGARAN
        yield _Amount(
            dossier, figure.label, value, half, figure.quote, relevance(figure.label, indicator), 6, budget, figure.year
        )


def _values(line: BudgetLine) -> Iterator[tuple[Decimal, bool]]:
    if line.budget_rupiah is not None:
        yield Decimal(line.budget_rupiah), True
    for other in (line.realised_rupiah, line.prior_rupiah):
        if other is not None:
            yield Decimal(other), False


def _sum(ours: list[_Amount]) -> Decimal | None:
    """The sum of the indicator's budget lines of the highest level, where there are several."""
    budgets = [one for one in ours if one.budget]
    if not budgets:
        return None
    top = min(one.rank for one in budgets)
    lines = {(one.dossier.document.sha256, one.label, one.value) for one in budgets if one.rank == top}
    return sum((value for _, _, value in lines), Decimal(0)) if len(lines) > 1 else None


def _agrees(found: _Amount) -> ClaimFinding:
    page = found.quote.page
    amount = rupiah(int(found.value))
    because = Bilingual(
        f"{amount} tercantum di halaman {page} pada baris “{_short(found.label)}”.",
        f"{amount} stands on page {page} in the line “{_short(found.label)}”.",
    )
    confidence = _sureness(found) if found.closeness >= CLEAR else _SCANNED_CONFIDENCE
    return at(ClaimResult.AGREES, because, found.dossier, found.quote, confidence=confidence)


def _agrees_with_sum(first: _Amount, total: Decimal) -> ClaimFinding:
    because = Bilingual(
        f"{rupiah(int(total))} sama dengan jumlah baris yang sesuai, mulai halaman {first.quote.page}.",
        f"{rupiah(int(total))} is the sum of the fitting lines, from page {first.quote.page} on.",
    )
    return at(ClaimResult.AGREES, because, first.dossier, first.quote, confidence=_sureness(first))


def _differs(claimed: Number, ours: list[_Amount]) -> ClaimFinding:
    """One clear budget amount that differs contradicts; several leave the question open."""
    budgets = [one for one in ours if one.budget] or ours
    top = min(one.rank for one in budgets)
    best = [one for one in budgets if one.rank == top]
    values = {one.value for one in best}
    first = best[0]
    wanted, printed = rupiah(int(claimed.value)), rupiah(int(first.value))
    if len(values) == 1:
        because = Bilingual(
            f"Jawaban {wanted}, sedangkan baris “{_short(first.label)}” di halaman {first.quote.page} "
            f"mencantumkan {printed}.",
            f"The answer is {wanted}, while the line “{_short(first.label)}” on page {first.quote.page} "
            f"says {printed}.",
        )
        return at(ClaimResult.CONTRADICTS, because, first.dossier, first.quote, confidence=_sureness(first))
    because = Bilingual(
        f"Jawaban {wanted} tidak sama dengan satu pun dari {len(best)} baris yang sesuai, mulai halaman "
        f"{first.quote.page}; jumlahnya pun lain.",
        f"The answer {wanted} equals none of the {len(best)} fitting lines, from page {first.quote.page} on, "
        "nor their sum.",
    )
    confidence = LIKELY if len(best) <= _FEW else 0.0
    return at(ClaimResult.UNCLEAR, because, first.dossier, first.quote, confidence=confidence)


def _of_another_year(found: _Amount) -> ClaimFinding:
    amount, page = rupiah(int(found.value)), found.quote.page
    because = Bilingual(
        f"{amount} tercantum di halaman {page}, tetapi untuk tahun {found.year}.",
        f"{amount} stands on page {page}, but for {found.year}.",
    )
    return at(ClaimResult.UNCLEAR, because, found.dossier, found.quote, confidence=0.0)


def _absent(dossier: Dossier, claimed: Number) -> ClaimFinding:
    amount = rupiah(int(claimed.value))
    because = Bilingual(
        f"{amount} maupun baris anggaran yang sesuai tidak ditemukan dalam dokumen yang dirujuk.",
        f"Neither {amount} nor a fitting budget line was found in the named documents.",
    )
    return at(ClaimResult.NOT_FOUND, because, dossier, None, confidence=0.0)


def _sureness(found: _Amount) -> float:
    pages = (page for page in found.dossier.text.pages if page.number == found.quote.page)
    scanned = any(page.source is Source.OCR for page in pages)
    return _SCANNED_CONFIDENCE if scanned else _LINE_CONFIDENCE


def _short(label: str) -> str:
    plain = " ".join(label.split())
    return plain if len(plain) <= 80 else f"{plain[:77]}..."
