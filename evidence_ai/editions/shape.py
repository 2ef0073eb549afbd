"""The shape of the TOML tables: keys that must be there, keys that may, and what each holds.

A misspelt key would otherwise be a rule that silently does not apply.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from evidence_ai.domain.edition import Direction, Formula, IndicatorKind, Measure, Status
from evidence_ai.editions.files import EditionFiles
from evidence_ai.editions.finding import LintFinding, error

Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Keys:
    """What a table holds: per key its type ('text', 'texts', 'number', ...) or the words it may be."""

    required: Mapping[str, str | type[StrEnum]]
    optional: Mapping[str, str | type[StrEnum]]


_EDITION = Keys(
    required={
        "name": "text", "title": "text", "status": "text", "source": "text", "declared_indicators": "count",
        "missing_indicators": "count", "notice": "table", "rules": "table",
    },
    optional={"unplaced": "tables", "indicators_per_kind": "table"},
)  # fmt: skip
_NOTICE = Keys(required={"id": "text", "en": "text"}, optional={})
_RULES = Keys(
    required={
        "formula": Formula, "cap": "number", "bonus_allowed": "yes or no", "gap_policy": "text", "predikat": "tables",
        "predikat_below": "text", "status": "tables",
    },
    optional={"weights": "numbers by kind"},
)  # fmt: skip
_PREDIKAT = Keys(required={"name": "text", "at_least": "number"}, optional={"inclusive": "yes or no"})
_RULE_STATUS = Keys(required={"part": "text", "status": Status, "source": "text"}, optional={})
_UNPLACED = Keys(required={"title": "text", "status": Status, "source": "text"}, optional={})
_RIGHT = Keys(
    required={"id": "text", "number": "text", "title": "text", "group": "text", "indicator": "tables"},
    optional={"source": "text"},
)
_INDICATOR = Keys(
    required={"id": "text", "kind": IndicatorKind, "title": "text", "measure": Measure, "status": Status},
    optional={
        "unit": "text", "direction": Direction, "target": "number", "evidence_types": "texts", "weak_types": "texts",
        "owner": "texts", "cues": "texts", "legal_basis": "text", "scope": "text", "bands": "tables",
        "bands_source": "text", "bands_complete": "yes or no", "source": "text",
    },
)  # fmt: skip
_BAND = Keys(
    required={"points": "number"},
    optional={
        "at_least": "number", "above": "number", "at_most": "number", "below": "number", "category": "text",
        "rest": "yes or no", "printed": "text",
    },
)  # fmt: skip


def shape_findings(files: EditionFiles) -> tuple[LintFinding, ...]:
    """Every table that lacks a key, has one nobody knows, or holds something of another kind."""
    return tuple(_edition(files.edition.content)) + tuple(
        finding for file in files.rights for finding in _right(file.content, file.place)
    )


def _edition(table: Table) -> Iterator[LintFinding]:
    place = "edition.toml"
    yield from _check(table, _EDITION, place)
    yield from _check_one(table.get("notice"), _NOTICE, f"{place} notice")
    yield from _check_each(table.get("unplaced"), _UNPLACED, f"{place} unplaced")
    rules = table.get("rules")
    yield from _check_one(rules, _RULES, f"{place} rules")
    if isinstance(rules, Mapping):
        yield from _check_each(rules.get("predikat"), _PREDIKAT, f"{place} predikat")
        yield from _check_each(rules.get("status"), _RULE_STATUS, f"{place} rules.status")


def _right(table: Table, place: str) -> Iterator[LintFinding]:
    yield from _check(table, _RIGHT, place)
    for number, one in enumerate(_tables(table.get("indicator")), start=1):
        name = f"{place} {one.get('id', f'indicator {number}')}"
        yield from _check(one, _INDICATOR, name)
        yield from _check_each(one.get("bands"), _BAND, f"{name} band")


def _check_each(value: object, keys: Keys, place: str) -> Iterator[LintFinding]:
    for number, one in enumerate(_tables(value), start=1):
        yield from _check(one, keys, f"{place} {number}")


def _check_one(value: object, keys: Keys, place: str) -> Iterator[LintFinding]:
    if isinstance(value, Mapping):
        yield from _check(value, keys, place)


def _check(table: Table, keys: Keys, place: str) -> Iterator[LintFinding]:
    for key, wanted in {**keys.required, **keys.optional}.items():
        if key in table and not _is(table[key], wanted):
            known = f": {', '.join(wanted)}" if isinstance(wanted, type) else f" ({wanted})"
            yield error(
                "wrong_value",
                place,
                f"Isi {key} = {table[key]!r} tidak dikenal atau salah jenis{known}.",
                f"{key} = {table[key]!r} is unknown or of the wrong type{known}.",
            )
    for key in keys.required:
        if key not in table:
            yield error("key_missing", place, f"Kunci {key} tidak ada.", f"The key {key} is missing.")
    for key in table:
        if key not in keys.required and key not in keys.optional:
            yield error(
                "key_unknown",
                place,
                f"Kunci {key} tidak dikenal; mungkin salah ketik, sehingga aturannya tidak akan berlaku.",
                f"The key {key} is unknown; if it is a typing error, its rule would silently not apply.",
            )


def _is(value: object, wanted: str | type[StrEnum]) -> bool:
    if isinstance(wanted, type):
        return isinstance(value, str) and value in {one.value for one in wanted}
    return _TESTS[wanted](value)


def _tables(value: object) -> list[Table]:
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []


def _number(value: object) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool) and Decimal(value).is_finite()


_KINDS = {kind.value for kind in IndicatorKind}
_TESTS: dict[str, Callable[[Any], bool]] = {
    "text": lambda value: isinstance(value, str) and bool(value.strip()),
    "texts": lambda value: isinstance(value, list) and all(isinstance(one, str) and one.strip() for one in value),
    "number": _number,
    "count": lambda value: isinstance(value, int) and not isinstance(value, bool) and value >= 0,
    "yes or no": lambda value: isinstance(value, bool),
    "table": lambda value: isinstance(value, Mapping),
    "tables": lambda value: isinstance(value, list) and all(isinstance(one, Mapping) for one in value),
    "numbers by kind": lambda value: (
        isinstance(value, Mapping) and set(value) <= _KINDS and all(map(_number, value.values()))
    ),
}
