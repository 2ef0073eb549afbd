"""Between rows and values: a row's columns are the fields of one frozen dataclass."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, false, insert, or_, true, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.dml import Insert

from evidence_ai.domain.people import Reach
from evidence_ai.services.ports import Slice

T = TypeVar("T")


def values_of(value: Any, table: Table) -> dict[str, Any]:
    """The columns of `table` filled from a dataclass."""
    return {field.name: getattr(value, field.name) for field in dataclasses.fields(value) if field.name in table.c}


def add(connection: Connection, table: Table, value: Any) -> None:
    """Insert a value as a row."""
    connection.execute(insert(table).values(values_of(value, table)))


def add_if_new(connection: Connection, table: Table, value: Any) -> bool:
    """Insert a value unless a row with its unique keys is there; whether it was inserted."""
    statement = insert_or_leave(connection, table).values(values_of(value, table)).returning(*table.primary_key)
    return connection.execute(statement).first() is not None


def insert_or_leave(connection: Connection, table: Table) -> Insert:
    """An insert that leaves what is there already."""
    if connection.dialect.name == "postgresql":
        return postgresql.insert(table).on_conflict_do_nothing()
    return sqlite.insert(table).on_conflict_do_nothing()


def save(connection: Connection, table: Table, value: Any, *conditions: ColumnElement[bool], key: str = "id") -> bool:
    """Update the row with the value's key if the conditions still hold; whether they did."""
    changed = values_of(value, table)
    mine = table.c[key] == changed.pop(key)
    return connection.execute(update(table).where(mine, *conditions).values(changed)).rowcount == 1


def one(connection: Connection, kind: type[T], statement: Select[Any]) -> T | None:
    """The only row as a value, or None."""
    row = connection.execute(statement).mappings().one_or_none()
    return None if row is None else kind(**row)


def many(connection: Connection, kind: type[T], statement: Select[Any]) -> Sequence[T]:
    """Rows as values."""
    return [kind(**row) for row in connection.execute(statement).mappings()]


def within(table: Table, reach: Reach) -> ColumnElement[bool]:
    """Rows a caller may see: their region, and where the table knows it and the reach is narrowed, their office."""
    parts: list[ColumnElement[bool]] = []
    if reach.regions is not None:
        here = table.c.region_code
        parts += [
            or_(false(), *(or_(here == code, here.startswith(f"{code}.", autoescape=True)) for code in reach.regions))
        ]
    if reach.office is not None and "office" in table.c:
        parts.append(table.c.office == reach.office)
    return and_(true(), *parts)


def part_of(statement: Select[Any], table: Table, part: Slice) -> Select[Any]:
    """One page of rows, oldest first; the key of a row is its time of creation and its id."""
    if part.after is not None:
        at, identifier = part.after
        moment = datetime.fromisoformat(at)
        later = table.c.created_at > moment
        same = and_(table.c.created_at == moment, table.c.id > identifier)
        statement = statement.where(or_(later, same))
    return statement.order_by(table.c.created_at, table.c.id).limit(part.limit)
