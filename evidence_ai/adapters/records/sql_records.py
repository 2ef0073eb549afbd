"""The database: SQLite in WAL mode or PostgreSQL, brought to the newest shape by its migrations."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, OperationalError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from evidence_ai.adapters.records.answers import SqlAnswers
from evidence_ai.adapters.records.audit import SqlAudit
from evidence_ai.adapters.records.jobs import SqlJobs
from evidence_ai.adapters.records.packages import SqlPackages
from evidence_ai.adapters.records.people import SqlPeople
from evidence_ai.adapters.records.results import SqlResults
from evidence_ai.adapters.records.reviews import SqlReviews
from evidence_ai.errors import ConfigurationError, DependencyError
from evidence_ai.services.ports import (
    AnswerRecords,
    AuditRecords,
    JobRecords,
    PackageRecords,
    PeopleRecords,
    ResultRecords,
    ReviewRecords,
    UnitOfWork,
)

_MIGRATIONS = Path(__file__).parent / "migrations"
_BUSY_S = 30
"""How long a change waits for the one before it; changes take milliseconds, so a longer wait means a stuck process."""
_MIGRATION_LOCK = 7_301_944
"""Any number of our own: two processes that start at once must not migrate at once."""


class SqlUnitOfWork:
    """One transaction, with every group of records over its connection."""

    def __init__(self, connection: Connection, *, changing: bool) -> None:
        self.people: PeopleRecords = SqlPeople(connection)
        self.packages: PackageRecords = SqlPackages(connection)
        self.results: ResultRecords = SqlResults(connection)
        self.jobs: JobRecords = SqlJobs(connection)
        self.reviews: ReviewRecords = SqlReviews(connection)
        self.audit: AuditRecords = SqlAudit(connection)
        self.answers: AnswerRecords = SqlAnswers(connection)
        self._connection = connection
        self._changing = changing

    def commit(self) -> None:
        """Make the change last."""
        if not self._changing:
            message = "A look cannot be committed."
            raise RuntimeError(message)
        self._connection.commit()


class SqlRecords:
    """Records behind a database URL: `sqlite:///PATH` or `postgresql://...`.

    Raises:
        ConfigurationError: the URL is not one, or names another kind of database.
    """

    def __init__(self, url: str, *, pooled: bool = True) -> None:
        self.url = _url(url)
        self._engine = _engine(self.url, pooled=pooled)

    @contextlib.contextmanager
    def changing(self) -> Iterator[UnitOfWork]:
        """A change; it is undone unless committed inside the block."""
        with self._connected(changing=True) as connection:
            yield SqlUnitOfWork(connection, changing=True)

    @contextlib.contextmanager
    def looking(self) -> Iterator[UnitOfWork]:
        """A look at one consistent state."""
        with self._connected(changing=False) as connection:
            yield SqlUnitOfWork(connection, changing=False)

    def ready(self) -> bool:
        """Whether the database answers and has the newest shape."""
        try:
            with self._engine.connect() as connection:
                found = MigrationContext.configure(connection).get_current_revision()
        except SQLAlchemyError:
            return False
        return found == ScriptDirectory(str(_MIGRATIONS)).get_current_head()

    def migrate(self) -> None:
        """Bring the database to the newest shape; nothing happens where it has it.

        Raises:
            DependencyError: the database does not answer.
        """
        configured = Config()
        configured.set_main_option("script_location", str(_MIGRATIONS))
        try:
            with self._engine.connect() as connection:
                _one_at_a_time(connection)
                configured.attributes["connection"] = connection
                command.upgrade(configured, "head")
                connection.commit()
        except OperationalError as error:
            raise _no_answer(self.url) from error

    def close(self) -> None:
        """Let go of every connection."""
        self._engine.dispose()

    @contextlib.contextmanager
    def _connected(self, *, changing: bool) -> Iterator[Connection]:
        try:
            connection = self._engine.connect()
        except OperationalError as error:
            raise _no_answer(self.url) from error
        with connection:
            connection = connection.execution_options(evidence_changing=changing)
            if not changing and self.url.get_backend_name() == "postgresql":
                connection = connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            yield connection


def _url(url: str) -> URL:
    try:
        found = make_url(url)
    except ArgumentError as error:
        message = "Alamat basis data tidak dapat dibaca."
        raise ConfigurationError(
            message, advice="Tulis sqlite:///BERKAS atau postgresql://PENGGUNA@MESIN/NAMA."
        ) from error
    kind = found.get_backend_name()
    if kind == "postgresql":
        return found.set(drivername="postgresql+psycopg")
    if kind == "sqlite":
        return found
    message = f"Basis data {kind} tidak didukung."
    raise ConfigurationError(message, advice="Pakai SQLite atau PostgreSQL.")


def _engine(url: URL, *, pooled: bool) -> Engine:
    if url.get_backend_name() == "sqlite":
        engine = create_engine(url, connect_args={"timeout": _BUSY_S}, **_pool(pooled=pooled))
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    return create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": 10}, **_pool(pooled=pooled))


def _pool(*, pooled: bool) -> dict[str, object]:
    """A worker keeps no connections: it forks, and a connection must not be shared by two processes."""
    return {"pool_size": 20, "max_overflow": 20} if pooled else {"poolclass": NullPool}


def _prepare_sqlite(connection: object, _record: object) -> None:
    """WAL lets readers and one writer work at once; FULL makes a commit survive a power cut."""
    connection.isolation_level = None  # type: ignore[attr-defined]
    cursor = connection.cursor()  # type: ignore[attr-defined]
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    """A change takes the write lock at once: two that read first and write later would meet in a deadlock."""
    changing = connection.get_execution_options().get("evidence_changing", True)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if changing else "BEGIN")


def _one_at_a_time(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _MIGRATION_LOCK})


def _no_answer(url: URL) -> DependencyError:
    return DependencyError(
        f"Basis data {url.get_backend_name()} tidak menjawab, sehingga tidak ada yang dapat disimpan.",
        advice="Periksa EVIDENCE_DATABASE__URL dan apakah basis data itu berjalan.",
    )
