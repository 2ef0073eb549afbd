"""Records in a database: SQLite for one machine, PostgreSQL for many. One door: `SqlRecords`."""

from evidence_ai.adapters.records.sql_records import SqlRecords

__all__ = ["SqlRecords"]
