"""The composition: every rule over one package, findings in reading order."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from evidence_ai import shelf
from evidence_ai.checking import rules as rules_shelf
from evidence_ai.checking.cases import named
from evidence_ai.checking.copies import forget
from evidence_ai.checking.rule import Rule
from evidence_ai.domain.dossier import Package
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.mismatch import Mismatch, Severity

_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


def check(package: Package, edition: Edition) -> tuple[Mismatch, ...]:
    """What does not fit in this package, gravest first, then by file, page and rule.

    A single document is a package with one dossier; a rule about a claim is silent where no claim was made.
    A finding about a document that one answer alone leans on carries that answer's indicator.
    """
    only = _only_indicators(package)
    try:
        found = [mismatch for rule in rules().values() for mismatch in rule.check(package, edition)]
    finally:
        forget()
    return tuple(sorted((_with_indicator(one, only) for one in found), key=_reading_order))


@cache
def rules() -> dict[str, Rule]:
    """Every rule on the shelf, by code."""
    return shelf.members(rules_shelf, "RULE", Rule)


def _only_indicators(package: Package) -> dict[str, str]:
    """File names that exactly one indicator leans on, with that indicator."""
    uses: dict[str, set[str]] = {}
    for claim in package.claims:
        for dossier in named(claim, package.dossiers):
            uses.setdefault(dossier.document.name, set()).add(claim.indicator)
    return {name: next(iter(indicators)) for name, indicators in uses.items() if len(indicators) == 1}


def _with_indicator(mismatch: Mismatch, only: dict[str, str]) -> Mismatch:
    if mismatch.indicator is not None or mismatch.file_name not in only:
        return mismatch
    return replace(mismatch, indicator=only[mismatch.file_name])


def _reading_order(mismatch: Mismatch) -> tuple[int, str, int, str, str]:
    return (
        _ORDER[mismatch.severity],
        mismatch.file_name or "",
        mismatch.page or 0,
        mismatch.code,
        mismatch.indicator or "",
    )
