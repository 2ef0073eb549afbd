"""Comparing two editions: what a region or a jurist must know before one replaces the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

from evidence_ai.domain.edition import Edition, Indicator, Right


@dataclass(frozen=True, slots=True)
class EditionChange:
    """One difference. `place`: 'edition', 'rules', a right's or an indicator's id; None: not there."""

    place: str
    field: str
    before: str | None
    after: str | None


def diff(before: Edition, after: Edition) -> tuple[EditionChange, ...]:
    """Every difference between two editions: their own words, rules, rights, then indicators by id."""
    return (
        *_fields("edition", before, after, leave_out=("rules", "rights", "sha256")),
        *_fields("rules", before.rules, after.rules),
        *_members({one.id: one for one in before.rights}, {one.id: one for one in after.rights}),
        *_members({one.id: one for one in before.indicators}, {one.id: one for one in after.indicators}),
    )


def _members(
    before: Mapping[str, Right | Indicator], after: Mapping[str, Right | Indicator]
) -> Iterator[EditionChange]:
    for identifier in sorted(before.keys() | after.keys()):
        old, new = before.get(identifier), after.get(identifier)
        if old is None or new is None:
            yield EditionChange(identifier, "title", old.title if old else None, new.title if new else None)
        else:
            yield from _fields(identifier, old, new, leave_out=("indicators",))


def _fields(place: str, before: object, after: object, *, leave_out: tuple[str, ...] = ()) -> Iterator[EditionChange]:
    for one in fields(before):  # type: ignore[arg-type]
        old, new = getattr(before, one.name), getattr(after, one.name)
        if one.name not in leave_out and old != new:
            yield EditionChange(place, one.name, _text(old), _text(new))


def _text(value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, tuple):
        return "; ".join(_text(one) or "-" for one in value)
    return str(value)
