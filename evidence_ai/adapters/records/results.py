"""What each step made of a document's bytes, in the database."""

from __future__ import annotations

from datetime import datetime
from typing import TypeVar

from sqlalchemy import Connection, delete, or_, select

from evidence_ai.adapters.records.codec import packed, unpacked
from evidence_ai.adapters.records.rows import insert_or_leave
from evidence_ai.adapters.records.tables import results
from evidence_ai.domain.candidate import Classification
from evidence_ai.domain.document import DocumentText
from evidence_ai.domain.understanding import Understanding

T = TypeVar("T")
_READ, _UNDERSTAND, _CLASSIFY = "read", "understand", "classify"


class SqlResults:
    """ResultRecords over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def text(self, sha256: str, version: str) -> DocumentText | None:
        """What reading gave."""
        return self._get(DocumentText, sha256, _READ, version)

    def understanding(self, sha256: str, version: str) -> Understanding | None:
        """What understanding gave."""
        return self._get(Understanding, sha256, _UNDERSTAND, version)

    def classification(self, sha256: str, version: str) -> Classification | None:
        """What classifying gave."""
        return self._get(Classification, sha256, _CLASSIFY, version)

    def media_type(self, sha256: str) -> str | None:
        """The kind of file these bytes are."""
        asked = select(results.c.media_type).where(results.c.sha256 == sha256, results.c.step == _READ).limit(1)
        found = self._connection.execute(asked).first()
        return None if found is None else found[0]

    def keep_text(self, sha256: str, version: str, value: DocumentText, *, media_type: str, at: datetime) -> None:
        """Keep what reading gave; what is there already stays."""
        self._keep(value, sha256, _READ, version, at, media_type=media_type)

    def keep_understanding(self, sha256: str, version: str, value: Understanding, *, at: datetime) -> None:
        """Keep what understanding gave; what is there already stays."""
        self._keep(value, sha256, _UNDERSTAND, version, at)

    def keep_classification(self, sha256: str, version: str, value: Classification, *, at: datetime) -> None:
        """Keep what classifying gave; what is there already stays."""
        self._keep(value, sha256, _CLASSIFY, version, at)

    def forget(self, sha256: str, version: str) -> None:
        """Forget what every step gave."""
        own = or_(results.c.version == version, results.c.version.startswith(f"{version}/", autoescape=True))
        mine = results.c.sha256 == sha256, own
        self._connection.execute(delete(results).where(*mine))

    def _get(self, kind: type[T], sha256: str, step: str, version: str) -> T | None:
        asked = select(results.c.body).where(
            results.c.sha256 == sha256, results.c.step == step, results.c.version == version
        )
        found = self._connection.execute(asked).first()
        return None if found is None else unpacked(kind, found[0])

    def _keep(
        self, value: object, sha256: str, step: str, version: str, at: datetime, *, media_type: str | None = None
    ) -> None:
        row = {
            "sha256": sha256, "step": step, "version": version, "media_type": media_type, "body": packed(value),
            "created_at": at,
        }  # fmt: skip
        self._connection.execute(insert_or_leave(self._connection, results).values(row))
