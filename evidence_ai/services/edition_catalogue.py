"""The story of editions as other programs see them: list, show, lint, compare, import."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from evidence_ai.domain.bilingual import Language
from evidence_ai.domain.edition import Band, Bound, Edition, Indicator, Right
from evidence_ai.editions import EditionChange, LintFinding, diff, import_edition, lint, load, names
from evidence_ai.errors import ConfigurationError

JsonObject = dict[str, Any]


def list_object(extra: Path | None) -> list[JsonObject]:
    """Every edition that can be used, with how far it is known."""
    return [_summary(load(name, extra=extra)) for name in names(extra=extra)]


def show_object(name: str, extra: Path | None, *, language: Language) -> JsonObject:
    """One edition whole: `{name, status, rights: [{id, title, indicators: [{id, kind, title, status, ...}]}]}`."""
    edition = load(name, extra=extra)
    rules = edition.rules
    return _summary(edition) | {
        "notice": edition.notice.in_(language),
        "source": edition.source,
        "rules": {
            "formula": rules.formula.value,
            "weights": {kind.value: f"{points:f}" for kind, points in rules.weights},
            "cap": f"{rules.cap:f}",
            "bonus_allowed": rules.bonus_allowed,
            "gap_policy": rules.gap_policy,
            "predikat": [
                {"name": one.name, "at_least": f"{one.at_least:f}", "inclusive": one.inclusive}
                for one in rules.predikat
            ],
            "predikat_below": rules.predikat_below,
            "statuses": [
                {"part": part, "status": status.value, "source": source} for part, status, source in rules.statuses
            ],
        },
        "rights": [_right(right) for right in edition.rights],
        "unplaced": list(edition.unplaced),
    }


def lint_object(name: str | None, extra: Path | None, *, language: Language) -> JsonObject:
    """What is wrong or doubtful in one edition, or in all of them."""
    asked = (name,) if name is not None else names(extra=extra)
    found = [(one, finding) for one in asked for finding in lint(one, extra=extra)]
    return {"editions": list(asked), "findings": [_finding(one, finding, language) for one, finding in found]}


def diff_object(old: str, new: str, extra: Path | None) -> JsonObject:
    """What changed from one edition to another, entry by entry."""
    changes = diff(load(old, extra=extra), load(new, extra=extra))
    return {"old": old, "new": new, "changes": [_change(one) for one in changes]}


def import_object(folder: Path, extra: Path | None) -> JsonObject:
    """Lint a folder from outside and put it beside the other editions.

    Raises:
        ConfigurationError: no folder for further editions is set, or the edition has errors.
    """
    if extra is None:
        message = "Belum ada folder untuk edisi tambahan."
        raise ConfigurationError(message, advice="Setel EVIDENCE_EDITIONS_DIR ke sebuah folder, lalu ulangi.")
    return _summary(import_edition(folder, into=extra))


def _summary(edition: Edition) -> JsonObject:
    return {
        "name": edition.name,
        "title": edition.title,
        "status": edition.status,
        "sha256": edition.sha256,
        "declared_indicators": edition.declared_indicators,
        "missing_indicators": edition.missing_indicators,
        "indicators": len(edition.indicators),
    }


def _right(right: Right) -> JsonObject:
    return {
        "id": right.id,
        "number": right.number,
        "title": right.title,
        "group": right.group or None,
        "indicators": [_indicator(one) for one in right.indicators],
    }


def _indicator(one: Indicator) -> JsonObject:
    return {
        "id": one.id,
        "kind": one.kind.value,
        "title": one.title,
        "status": one.status.value,
        "source": one.source or None,
        "measure": one.measure.value,
        "unit": one.unit,
        "evidence_types": list(one.evidence_types),
        "weak_types": list(one.weak_types),
        "owner": list(one.owner),
        "cues": list(one.cues),
        "legal_basis": one.legal_basis or None,
        "direction": one.direction.value if one.direction is not None else None,
        "target": None if one.target is None else f"{one.target:f}",
        "bands": [_band(band) for band in one.bands],
        "bands_source": one.bands_source or None,
        "scope": one.scope or None,
    }


def _band(band: Band) -> JsonObject:
    return {
        "points": f"{band.points:f}",
        "lower": _bound(band.lower),
        "upper": _bound(band.upper),
        "category": band.category,
        "printed": band.printed or None,
    }


def _bound(bound: Bound | None) -> JsonObject | None:
    return None if bound is None else {"value": f"{bound.value:f}", "inclusive": bound.inclusive}


def _finding(name: str, finding: LintFinding, language: Language) -> JsonObject:
    return {
        "edition": name,
        "code": finding.code,
        "severity": finding.severity.value,
        "place": finding.place,
        "message": finding.message.in_(language),
    }


def _change(one: EditionChange) -> JsonObject:
    return {"place": one.place, "field": one.field, "before": one.before, "after": one.after}
