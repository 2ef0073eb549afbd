"""The audit log in the database: hash chains that triggers refuse to change."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from evidence_ai.adapters.records import rows
from evidence_ai.adapters.records.tables import audit, audit_chains
from evidence_ai.domain.review import AuditEntry


class SqlAudit:
    """AuditRecords over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def last(self, chain: str) -> AuditEntry | None:
        """The last entry; the chain is locked, because the next must name this one."""
        self._connection.execute(rows.insert_or_leave(self._connection, audit_chains).values({"chain": chain}))
        self._connection.execute(select(audit_chains).where(audit_chains.c.chain == chain).with_for_update())
        asked = select(audit).where(audit.c.chain == chain).order_by(audit.c.seq.desc()).limit(1)
        return rows.one(self._connection, AuditEntry, asked)

    def add(self, entry: AuditEntry) -> None:
        """Add the next entry."""
        rows.add(self._connection, audit, entry)

    def entries(self, chain: str, *, after: int, limit: int) -> Sequence[AuditEntry]:
        """Entries of a chain after a number, in order."""
        asked = select(audit).where(audit.c.chain == chain, audit.c.seq > after).order_by(audit.c.seq).limit(limit)
        return rows.many(self._connection, AuditEntry, asked)

    def chains(self) -> Sequence[str]:
        """The names of all chains."""
        return [row[0] for row in self._connection.execute(select(audit_chains.c.chain).order_by(audit_chains.c.chain))]
