"""Facts against documents.csv: right, wrong, and invented where the answer is blank."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from evidence_ai.domain.candidate import Classification, Scope
from evidence_ai.domain.dossier import Dossier
from evidence_ai.domain.quote import Fact
from evidence_ai.domain.vocabulary import LEGAL_PRODUCTS, LegalStatus
from evidence_ai.services.evaluating.gold import Row
from evidence_ai.services.evaluating.rates import Rate, plain

_FACTS = {
    "doc_type": "document_type",
    "issuer_level": "issuer_level",
    "region": "region",
    "number": "number",
    "year": "year",
    "title": "title",
    "enacted_date": "enacted_on",
    "promulgated_date": "promulgated_on",
    "period_year": "period",
}
_TITLE_LETTERS = 60
_GROUPS = ("born-digital", "scan")
_KINDS = {"S": "struktur", "P": "proses", "H": "hasil"}
_STATUS_NAMES = {"na": LegalStatus.NOT_APPLICABLE.value}
_NOTHING_PROPOSED = Classification((), abstained=True, abstained_because=None, scope=Scope.NONE)


@dataclass(frozen=True, slots=True)
class DocumentScores:
    """Rates per fact and group, invented values, confusion of types, and every miss by name."""

    facts: dict[str, dict[str, Rate]]
    invented: dict[str, Rate]
    drafts: dict[str, Rate]
    confusion: dict[str, dict[str, int]]
    labels: dict[str, Rate]
    misses: list[dict[str, str]] = field(default_factory=list)


def score_documents(rows: tuple[Row, ...], dossiers: dict[str, Dossier]) -> DocumentScores:
    """Compare every scored row with its dossier (by the row's `file`)."""
    pairs = [(row, dossiers[row["file"]]) for row in rows if row["file"] in dossiers]
    misses: list[dict[str, str]] = []
    facts = {column: _fact_rates(column, name, pairs, misses) for column, name in _FACTS.items()}
    facts["title of legal products"] = _fact_rates("title", "title", [one for one in pairs if _legal(one[0])], [])
    return DocumentScores(
        facts=facts,
        invented={column: _invented(column, name, pairs, misses) for column, name in _FACTS.items()},
        drafts=_drafts(pairs, misses),
        confusion=_confusion(pairs),
        labels=_labels(pairs, misses),
        misses=misses,
    )


def group_of(row: Row) -> str:
    """Born-digital or scan; a scan with a copier's text layer is a scan."""
    return "born-digital" if row["kind"] in {"born-digital", "mixed"} else "scan"


def _fact_rates(
    column: str, name: str, pairs: list[tuple[Row, Dossier]], misses: list[dict[str, str]]
) -> dict[str, Rate]:
    results: dict[str, list[bool]] = {group: [] for group in _GROUPS}
    for row, dossier in pairs:
        expected = row[column].strip()
        if not expected:
            continue
        found = _value(dossier, name)
        right = _same(column, expected, found)
        results[group_of(row)].append(right)
        if not right:
            misses.append(_miss(row, column, expected, found))
    rates = {group: Rate.of(found) for group, found in results.items()}
    return rates | {"all": Rate.of([one for found in results.values() for one in found])}


def _invented(column: str, name: str, pairs: list[tuple[Row, Dossier]], misses: list[dict[str, str]]) -> Rate:
    """How often a value is given where the answer is blank."""
    results: list[bool] = []
    for row, dossier in pairs:
        if row[column].strip():
            continue
        found = _value(dossier, name)
        results.append(bool(found))
        if found:
            misses.append(_miss(row, f"{column} invented", "", found))
    return Rate.of(results)


def _drafts(pairs: list[tuple[Row, Dossier]], misses: list[dict[str, str]]) -> dict[str, Rate]:
    called: list[bool] = []
    recognised: list[bool] = []
    right: list[bool] = []
    for row, dossier in pairs:
        found = _value(dossier, "status")
        right.append(found == _STATUS_NAMES.get(row["status"], row["status"]))
        if row["status"] == "enacted":
            called.append(found == "draft")
            if found != "enacted":
                misses.append(_miss(row, "status", "enacted", found))
        elif row["status"] == "draft":
            recognised.append(found == "draft")
    return {
        "status right": Rate.of(right),
        "enacted called draft": Rate.of(called),
        "draft recognised": Rate.of(recognised),
    }


def _confusion(pairs: list[tuple[Row, Dossier]]) -> dict[str, dict[str, int]]:
    counted = Counter((row["doc_type"], _value(dossier, "document_type") or "none") for row, dossier in pairs)
    table: dict[str, dict[str, int]] = {}
    for (expected, found), count in sorted(counted.items()):
        table.setdefault(expected, {})[found] = count
    return table


def _labels(pairs: list[tuple[Row, Dossier]], misses: list[dict[str, str]]) -> dict[str, Rate]:
    rejected: list[bool] = []
    at_three: list[bool] = []
    budget: list[bool] = []
    called_budget: list[bool] = []
    by_kind: dict[str, list[bool]] = {name: [] for name in _KINDS.values()}
    for row, dossier in pairs:
        # A file that could not be read proposes nothing; leaving it out would flatter every rate.
        seen = dossier.classification or _NOTHING_PROPOSED
        labels = row["labels"].split(";")
        whole = seen.scope is Scope.WHOLE_BUDGET
        if labels == ["APBD"]:
            budget.append(whole)
            if not whole:
                misses.append(_miss(row, "scope", "whole_budget", seen.scope.value))
        elif labels == ["NONE"]:
            rejected.append(seen.abstained)
            called_budget.append(whole)
            if not seen.abstained:
                misses.append(_miss(row, "labels", "NONE", _suggested(dossier)))
        elif all(label[:2].isalpha() and "?" not in label and label != "MULTI" for label in labels):
            first = [one.indicator for one in seen.candidates[:3]]
            at_three.append(any(one in labels for one in first))
            by_kind[_KINDS[labels[0].partition(".")[2][:1]]].append(at_three[-1])
            if not at_three[-1]:
                misses.append(_miss(row, "labels", row["labels"], ";".join(first)))
    return {
        "unrelated rejected": Rate.of(rejected),
        "right at 3": Rate.of(at_three),
        **{f"right at 3, {name}": Rate.of(results) for name, results in by_kind.items()},
        "whole budget recognised": Rate.of(budget),
        "unrelated called whole budget": Rate.of(called_budget),
    }


def _suggested(dossier: Dossier) -> str:
    seen = dossier.classification or _NOTHING_PROPOSED
    return ";".join(one.indicator for one in seen.candidates if one.suggested)


def _value(dossier: Dossier, name: str) -> str:
    fact: Fact[object] | None = getattr(dossier.understanding, name)
    return "" if fact is None else str(fact.value)


def _same(column: str, expected: str, found: str) -> bool:
    if column == "title":
        return plain(found)[:_TITLE_LETTERS] == plain(expected)[:_TITLE_LETTERS]
    if column == "number":
        return found.replace(" ", "").casefold() == expected.replace(" ", "").casefold()
    return found.casefold() == expected.casefold()


def _legal(row: Row) -> bool:
    return row["doc_type"] in LEGAL_PRODUCTS


def _miss(row: Row, what: str, expected: str, found: str) -> dict[str, str]:
    return {"file": row["file"], "kind": group_of(row), "what": what, "expected": expected, "found": found}
