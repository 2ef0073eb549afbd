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
    """Recall of printed rows, part by part, precision on the same pages, and every miss."""

    rates: dict[str, Rate]
    misses: list[dict[str, str]]


def score_figures(rows: tuple[Row, ...], dossiers: dict[str, Dossier]) -> NumberScores:
    """Recall of printed figures by value and unit, by label, by role and year.

    Precision is not given: the reference set lists some figures of a page, not all.
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
    }
    return NumberScores(rates, misses)


def score_budget_lines(rows: tuple[Row, ...], dossiers: dict[str, Dossier]) -> NumberScores:
    """Recall of printed budget lines: amount, then also code, then also name."""
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
    rates = {"amount": Rate.of(amounts), "amount and code": Rate.of(codes), "amount, code and name": Rate.of(names)}
    return NumberScores(rates, misses)


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
