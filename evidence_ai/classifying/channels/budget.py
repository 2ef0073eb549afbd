"""The budget channel: lines of a budget document that show money for an indicator."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from evidence_ai.classifying.evidence import Evidence
from evidence_ai.classifying.matcher import Matcher
from evidence_ai.classifying.phrases import find, tokens_of
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.edition import IndicatorKind
from evidence_ai.domain.understanding import BudgetLevel, BudgetLine, Understanding

_FIRST_YEAR_OF_CODES = 2021
"""Permendagri 90/2019 numbers the functions from the budget of 2021 on; older codes mean other things."""
_BY_BOTH = 5.2
_BY_CODE = 4.4
_BY_WORDS = 4.2
_OFFICE_WORDS = 3.6
_NO_LINE = 1.4
_LEVELS = {level: order for order, level in enumerate(BudgetLevel)}
_WRAPPING = frozenset({"urusan", "bidang", "program", "fungsi", "dinas", "wajib", "pemerintahan", "belanja"})
"""'Urusan Kesehatan' is the function; 'Tabungan Perumahan' is not."""
_NOT_FUNCTIONS = frozenset({BudgetLevel.REKENING, BudgetLevel.JUMLAH})


def budget_evidence(understanding: Understanding, matcher: Matcher) -> tuple[Evidence, ...]:
    """For each indicator about money, the line that shows it best."""
    best: dict[str, tuple[tuple[float, int, int], Evidence]] = {}
    for line in understanding.budget_lines:
        for indicator, weight in _functions_of(line, understanding, matcher):
            order = (weight, int(bool(_amount(line))), -_LEVELS[line.level])
            if indicator not in best or order > best[indicator][0]:
                best[indicator] = (order, Evidence(indicator, "budget", weight, _line_words(line), line.quote.page))
    return tuple(evidence for _, (_, evidence) in sorted(best.items()))


def realisation_evidence(lines: tuple[Evidence, ...], matcher: Matcher) -> tuple[Evidence, ...]:
    """Results that are themselves a realised budget: the line of the same right, where the document is an LRA."""
    rights = {matcher.indicators[line.indicator].right: line for line in lines}
    return tuple(
        replace(rights[one.right], indicator=one.id)
        for one in matcher.indicators.values()
        if one.kind is IndicatorKind.HASIL and one.evidence_types == ("lra",) and one.right in rights
    )


def office_budget_evidence(understanding: Understanding, title: str, matcher: Matcher) -> tuple[Evidence, ...]:
    """A budget document of one office whose very name is the function ('DPA Dinas Kesehatan')."""
    office = understanding.issuing_office
    named = f"{title} {office.value if office else ''}"
    page = office.quote.page if office and office.quote else None
    owner = (office.value if office else title)[:100]
    found = {hit.owner.role for hit in find(matcher.function_phrases, tokens_of(named))}
    return tuple(
        Evidence(
            one,
            "budget",
            _OFFICE_WORDS,
            Bilingual(f'Dokumen anggaran ini milik "{owner}".', f'This budget document belongs to "{owner}".'),
            page,
        )
        for one in sorted(found)
    )


def expected_budget_evidence(matcher: Matcher) -> tuple[Evidence, ...]:
    """What a whole budget is expected to hold although no line was found on the pages read."""
    text = Bilingual(
        "Dokumen APBD secara keseluruhan biasanya memuat anggaran ini, tetapi barisnya belum ditemukan.",
        "A whole regional budget usually holds this money, but its line was not found yet.",
    )
    return tuple(
        Evidence(one, "budget", _NO_LINE, text, None) for one in sorted({item.indicator for item in matcher.functions})
    )


def _functions_of(line: BudgetLine, understanding: Understanding, matcher: Matcher) -> Iterable[tuple[str, float]]:
    tokens = tokens_of(line.name)
    bare = len([token for token in tokens if token.text not in _WRAPPING]) == 1
    by_words = {hit.owner.role for hit in find(matcher.function_phrases, tokens) if len(hit.matched) > 1 or bare}
    by_code = _by_code(line, understanding, matcher)
    if line.level in _NOT_FUNCTIONS:
        by_code = frozenset()
    for indicator in sorted(by_words | by_code):
        if indicator in by_words and indicator in by_code:
            yield indicator, _BY_BOTH
        else:
            yield indicator, _BY_CODE if indicator in by_code else _BY_WORDS


def _by_code(line: BudgetLine, understanding: Understanding, matcher: Matcher) -> frozenset[str]:
    code = _normal_code(line.code)
    if not code or (_year(line, understanding) or 0) < _FIRST_YEAR_OF_CODES:
        return frozenset()
    return frozenset(
        function.indicator
        for function in matcher.functions
        if any(code == prefix or code.startswith(f"{prefix}.") for prefix in function.codes)
    )


def _year(line: BudgetLine, understanding: Understanding) -> int | None:
    if line.year is not None:
        return line.year
    period = understanding.period.value if understanding.period else ""
    return int(period[:4]) if period[:4].isdigit() else understanding.year.value if understanding.year else None


def _normal_code(code: str | None) -> str:
    """`1 . 02.` and `1.2` both as `1.02`."""
    parts = [part for part in (code or "").replace(" ", "").split(".") if part]
    return ".".join([parts[0], *(part.zfill(2) for part in parts[1:])]) if parts else ""


def _amount(line: BudgetLine) -> int | None:
    return line.budget_rupiah if line.budget_rupiah is not None else line.realised_rupiah


def _line_words(line: BudgetLine) -> Bilingual:
    amount = _amount(line)
    named = " ".join(filter(None, (line.code, line.name)))[:160]
    if amount is None:
        return Bilingual(
            f'Baris anggaran "{named}": tanpa jumlah yang terbaca.', f'Budget line "{named}": no amount could be read.'
        )
    money = f"Rp{amount:,}".replace(",", ".")
    return Bilingual(f'Baris anggaran "{named}": {money}.', f'Budget line "{named}": {money}.')
