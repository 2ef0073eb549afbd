"""Figures and budget lines against figures.csv and budget_lines.csv: each printed row found or not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from evidence_ai.domain.dossier import Dossier
from evidence_ai.domain.understanding import BudgetLine, Figure
from evidence_ai.services.evaluating.gold import Row
from evidence_ai.services.evaluating.rates import Rate, overlap, plain

_LABEL_OVERLAP = 0.6
_NAME_OVERLAP = 0.6
_SCALES = {"ribu": Decimal(1000), "juta": Decimal(10) ** 6, "miliar": Decimal(10) ** 9, "triliun": Decimal(10) ** 12}
_SAME_UNIT = {"%": "persen", "rp": "rupiah", "poin": "nilai", "angka": "nilai", "skor": "nilai", "jiwa": "orang"}


@dataclass(frozen=True, slots=True)
class NumberScores:
    """Recall of printed rows, part by part, a lower bound of precision, and every miss."""

    rates: dict[str, Rate]
    misses: list[dict[str, str]]


def score_figures(rows: tuple[Row, ...], dossiers: dict[str, Dossier]) -> NumberScores:
    """Recall of printed figures by value and unit, by label, by role and year; precision where it can be known.

    The reference set lists some figures of a page, not all. So precision is asked only of figures that carry the label
    of a listed one, and is a lower bound: the same label may stand on the page with a value that was not listed.
    """
    value_unit: list[bool] = []
    labels: list[bool] = []
    roles: list[bool] = []
    years: list[bool] = []
    misses: list[dict[str, str]] = []
    for row in rows:
        if row["file"] not in dossiers:
            continue
        figures = [one for one in dossiers[row["file"]].understanding.figures if one.quote.page == int(row["page"])]
        same = [one for one in figures if _same_amount(row, one) and _same_unit(row["unit"], one.unit)]
        best = max(same, key=lambda one: overlap(row["label"], one.label), default=None)
        value_unit.append(best is not None)
        labels.append(best is not None and overlap(row["label"], best.label) >= _LABEL_OVERLAP)
        if best is not None:
            roles.append((best.role.value if best.role else "lain") == (row["role"] or "lain"))
            years.append(str(best.year or "") == row["year"])
        if not labels[-1]:
            found = f"{best.label} = {best.raw} {best.unit or ''}" if best else ""
            misses.append(_miss(row, f"{row['label']} = {row['value_printed']} {row['unit']}", found))
    rates = {
        "value and unit": Rate.of(value_unit),
        "label": Rate.of(labels),
        "role (where found)": Rate.of(roles),
        "year (where found)": Rate.of(years),
        "precision at a listed label (at least)": Rate.of(_figures_at_labels(rows, dossiers)),
    }
    return NumberScores(rates, misses)


def score_budget_lines(rows: tuple[Row, ...], dossiers: dict[str, Dossier]) -> NumberScores:
    """Recall of printed budget lines (amount, then also code, then also name); precision where it can be known.

    Precision is asked of lines with the code and name of a listed one, and is a lower bound, as for figures.
    """
    amounts: list[bool] = []
    codes: list[bool] = []
    names: list[bool] = []
    misses: list[dict[str, str]] = []
    for row in rows:
        if row["file"] not in dossiers or not row["amount"]:
            continue
        lines = [one for one in dossiers[row["file"]].understanding.budget_lines if one.quote.page == int(row["page"])]
        same = [one for one in lines if _has_amount(row, one)]
        coded = [one for one in same if _code(one.code or "") == _code(row["code"])]
        named = [one for one in coded if overlap(row["name"], one.name) >= _NAME_OVERLAP]
        amounts.append(bool(same))
        codes.append(bool(coded))
        names.append(bool(named))
        if not named:
            found = next(iter(coded or same), None)
            words = f"{found.code or ''} {found.name}" if found else ""
            misses.append(_miss(row, f"{row['code']} {row['name']} = {row['amount_printed']}", words))
    rates = {
        "amount": Rate.of(amounts),
        "amount and code": Rate.of(codes),
        "amount, code and name": Rate.of(names),
        "precision at a listed line (at least)": Rate.of(_lines_at_codes(rows, dossiers)),
    }
    return NumberScores(rates, misses)


def _figures_at_labels(rows: tuple[Row, ...], dossiers: dict[str, Dossier]) -> list[bool]:
    """Per figure with a listed label: does it have the value and unit of a row of that label."""
    results: list[bool] = []
    for (file, page), listed in _by_page(rows).items():
        for figure in _on_page(dossiers, file, page):
            same = [row for row in listed if overlap(row["label"], figure.label) >= _LABEL_OVERLAP]
            if same:
                results.append(any(_same_amount(row, figure) and _same_unit(row["unit"], figure.unit) for row in same))
    return results


def _lines_at_codes(rows: tuple[Row, ...], dossiers: dict[str, Dossier]) -> list[bool]:
    """Per budget line with the code and name of a listed one: does it have its amount."""
    results: list[bool] = []
    for (file, page), listed in _by_page([row for row in rows if row["amount"]]).items():
        lines = dossiers[file].understanding.budget_lines if file in dossiers else ()
        for line in lines:
            same = [row for row in listed if line.quote.page == page and _same_line(row, line)]
            if same:
                results.append(any(_has_amount(row, line) for row in same))
    return results


def _by_page(rows: Iterable[Row]) -> dict[tuple[str, int], list[Row]]:
    pages: dict[tuple[str, int], list[Row]] = {}
    for row in rows:
        pages.setdefault((row["file"], int(row["page"])), []).append(row)
    return pages


def _on_page(dossiers: dict[str, Dossier], file: str, page: int) -> list[Figure]:
    figures = dossiers[file].understanding.figures if file in dossiers else ()
    return [one for one in figures if one.quote.page == page]


def _same_line(row: Row, line: BudgetLine) -> bool:
    return _code(line.code or "") == _code(row["code"]) and overlap(row["name"], line.name) >= _NAME_OVERLAP


def _same_amount(row: Row, figure: Figure) -> bool:
    expected = Decimal(row["value"]) * _scale(row["unit"])
    return figure.value * _scale(figure.unit or "") == expected


def _scale(unit: str) -> Decimal:
    return next((factor for word, factor in _SCALES.items() if word in plain(unit).split()), Decimal(1))


def _same_unit(expected: str, found: str | None) -> bool:
    """The same unit after synonyms and scale; a blank answer asks for nothing."""
    if not expected:
        return True
    wanted, given = _unit_words(expected), _unit_words(found or "")
    return wanted == given or (wanted == {"nilai"} and not given)


def _unit_words(unit: str) -> set[str]:
    words = re.findall(r"[a-z]+|%", unit.casefold())
    return {_SAME_UNIT.get(word, word) for word in words if word not in _SCALES}


def _has_amount(row: Row, line: BudgetLine) -> bool:
    printed = int(Decimal(row["amount"]))
    return any(
        abs(one - printed) <= 1 for one in _present((line.budget_rupiah, line.prior_rupiah, line.realised_rupiah))
    )


def _present(amounts: Iterable[int | None]) -> list[int]:
    return [one for one in amounts if one is not None]


def _code(code: str) -> str:
    return re.sub(r"[^0-9a-z]+", ".", code.casefold()).strip(".")


def _miss(row: Row, expected: str, found: str) -> dict[str, str]:
    return {"file": row["file"], "page": row["page"], "expected": expected, "found": found}
