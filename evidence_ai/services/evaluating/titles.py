"""Candidates against titles.csv: each title becomes a heading-only text, as a region might send it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from evidence_ai.domain.candidate import Classification
from evidence_ai.services.evaluating.gold import Row
from evidence_ai.services.evaluating.rates import Rate

_BINS = 10


@dataclass(frozen=True, slots=True)
class TitleScores:
    """Rates of the first candidates, of rejection, and of what is suggested."""

    rates: dict[str, Rate]
    calibration_error: float | None
    misses: list[dict[str, str]]


def heading_text(row: Row) -> str:
    """The heading of a legal product as it would be typed.

    >>> row = {"type": "Peraturan Bupati", "region": "Kabupaten Tanjung Arum", "number": "3", "year": "2021"}
    >>> print(heading_text(row | {"title": "Kawasan Tanpa Rokok"}))
    PERATURAN BUPATI TANJUNG ARUM
    NOMOR 3 TAHUN 2021
    TENTANG
    KAWASAN TANPA ROKOK
    """
    kind, region = row["type"].upper(), row["region"].upper()
    if not kind.endswith("DAERAH"):
        region = re.sub(r"^(KABUPATEN|KOTA|PROVINSI) ", "", region)
    title = re.sub(r"(?is)^(?:peraturan|keputusan|surat edaran|qanun)\b.*?\btentang\s+", "", row["title"], count=1)
    return f"{kind} {region}\nNOMOR {row['number']} TAHUN {row['year']}\nTENTANG\n{title.upper()}"


def score_titles(rows: tuple[Row, ...], classifications: list[Classification]) -> TitleScores:
    """Compare each title's candidates with its labels; a prediction is right when it is among the labels."""
    first: list[bool] = []
    third: list[bool] = []
    rejected: list[bool] = []
    suggested: list[bool] = []
    covered: list[bool] = []
    budgets: list[bool] = []
    not_budgets: list[bool] = []
    misses: list[dict[str, str]] = []
    reliability: list[tuple[float, bool]] = []
    for row, seen in zip(rows, classifications, strict=True):
        labels = row["labels"].split(";")
        order = [one.indicator for one in seen.candidates]
        whole = seen.scope.value == "whole_budget"
        if labels == ["APBD"]:
            budgets.append(whole)
            if not whole:
                misses.append(_miss(row, seen))
            continue
        not_budgets.append(whole)
        best = seen.candidates[0] if seen.candidates else None
        if best is not None:
            reliability.append((best.probability, best.indicator in labels))
        if labels == ["NONE"]:
            rejected.append(seen.abstained)
        elif all("." in label and "?" not in label for label in labels):
            first.append(bool(order) and order[0] in labels)
            third.append(any(one in labels for one in order[:3]))
            covered.append(not seen.abstained)
        if not seen.abstained and best is not None:
            suggested.append(best.indicator in labels)
        if (labels == ["NONE"]) != seen.abstained or (labels != ["NONE"] and not (order and order[0] in labels)):
            misses.append(_miss(row, seen))
    rates = {
        "right at 1": Rate.of(first),
        "right at 3": Rate.of(third),
        "unrelated rejected": Rate.of(rejected),
        "suggested precision (first)": Rate.of(suggested),
        "coverage": Rate.of(covered),
        "whole budget recognised": Rate.of(budgets),
        "others called whole budget": Rate.of(not_budgets),
    }
    return TitleScores(rates, _calibration_error(reliability), misses)


def _calibration_error(reliability: list[tuple[float, bool]]) -> float | None:
    """Expected calibration error of the first candidate over equal-count bins."""
    if not reliability:
        return None
    ordered = sorted(reliability)
    size = max(len(ordered) // _BINS, 1)
    bins = [ordered[at : at + size] for at in range(0, len(ordered), size)]
    gaps = [abs(sum(p for p, _ in one) - sum(ok for _, ok in one)) for one in bins]
    return sum(gaps) / len(ordered)


def _miss(row: Row, seen: Classification) -> dict[str, str]:
    order = ";".join(
        f"{one.indicator}:{one.probability:.2f}{'*' if one.suggested else ''}" for one in seen.candidates[:3]
    )
    return {"title": row["tid"], "expected": row["labels"], "found": order, "scope": seen.scope.value}
