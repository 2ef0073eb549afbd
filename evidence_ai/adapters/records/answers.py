"""Answers to requests that may be repeated, in the database."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, select

from evidence_ai.adapters.records import rows
from evidence_ai.adapters.records.tables import answers
from evidence_ai.services.ports import Answer


class SqlAnswers:
    """AnswerRecords over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, caller: str, key: str) -> Answer | None:
        """What was answered to this key."""
        asked = select(answers).where(answers.c.caller == caller, answers.c.key == key)
        return rows.one(self._connection, Answer, asked)

    def add(self, answer: Answer) -> bool:
        """Keep an answer; where another change is adding the same key, this waits for it."""
        return rows.add_if_new(self._connection, answers, answer)

    def forget_before(self, moment: datetime) -> int:
        """Drop old answers."""
        return self._connection.execute(delete(answers).where(answers.c.at < moment)).rowcount
