"""Persons, sessions and keys in the database."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, func, select

from evidence_ai.adapters.records import rows
from evidence_ai.adapters.records.tables import api_keys, people, sessions
from evidence_ai.domain.people import ApiKey, Person, Session
from evidence_ai.services.ports import Slice


class SqlPeople:
    """PeopleRecords over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, person: Person) -> None:
        """Keep a new person."""
        rows.add(self._connection, people, person)

    def save(self, person: Person) -> None:
        """Keep a changed person."""
        rows.save(self._connection, people, person)

    def by_id(self, person_id: str) -> Person | None:
        """The person of this id."""
        return rows.one(self._connection, Person, select(people).where(people.c.id == person_id))

    def by_login(self, login: str) -> Person | None:
        """The person of this login, locked while a change lasts."""
        asked = select(people).where(people.c.login == login)
        if self._connection.get_execution_options().get("evidence_changing"):
            asked = asked.with_for_update()
        return rows.one(self._connection, Person, asked)

    def everyone(self, part: Slice) -> Sequence[Person]:
        """Persons, oldest first."""
        return rows.many(self._connection, Person, rows.part_of(select(people), people, part))

    def count(self) -> int:
        """How many persons there are."""
        return self._connection.execute(select(func.count()).select_from(people)).scalar_one()

    def open_session(self, session: Session) -> None:
        """Keep a new session."""
        rows.add(self._connection, sessions, session)

    def session(self, token_sha256: str) -> Session | None:
        """The session of this token."""
        return rows.one(self._connection, Session, select(sessions).where(sessions.c.token_sha256 == token_sha256))

    def close_session(self, token_sha256: str) -> None:
        """Forget one session."""
        self._connection.execute(delete(sessions).where(sessions.c.token_sha256 == token_sha256))

    def close_sessions(self, person_id: str) -> None:
        """Forget all sessions of a person."""
        self._connection.execute(delete(sessions).where(sessions.c.person_id == person_id))

    def add_key(self, key: ApiKey) -> None:
        """Keep a new key."""
        rows.add(self._connection, api_keys, key)

    def save_key(self, key: ApiKey) -> None:
        """Keep a changed key."""
        rows.save(self._connection, api_keys, key)

    def key(self, key_id: str) -> ApiKey | None:
        """The key of this id."""
        return rows.one(self._connection, ApiKey, select(api_keys).where(api_keys.c.id == key_id))

    def keys(self, part: Slice) -> Sequence[ApiKey]:
        """Keys, oldest first."""
        return rows.many(self._connection, ApiKey, rows.part_of(select(api_keys), api_keys, part))
