"""The composition: every rule over one package, findings in reading order."""

from __future__ import annotations

from functools import cache

from evidence_ai import shelf
from evidence_ai.checking import rules as rules_shelf
from evidence_ai.checking.rule import Rule
from evidence_ai.domain.dossier import Package
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.mismatch import Mismatch, Severity

_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


def check(package: Package, edition: Edition) -> tuple[Mismatch, ...]:
    """What does not fit in this package, gravest first, then by file, page and rule.

    A single document is a package with one dossier; a rule about a claim is silent where no claim was made.
    """
    found = [mismatch for rule in rules().values() for mismatch in rule.check(package, edition)]
    return tuple(sorted(found, key=_reading_order))


@cache
def rules() -> dict[str, Rule]:
    """Every rule on the shelf, by code."""
    return shelf.members(rules_shelf, "RULE", Rule)


def _reading_order(mismatch: Mismatch) -> tuple[int, str, int, str, str]:
    return (
        _ORDER[mismatch.severity],
        mismatch.file_name or "",
        mismatch.page or 0,
        mismatch.code,
        mismatch.indicator or "",
    )
