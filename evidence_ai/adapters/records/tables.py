"""The tables. Column names are the field names of the domain values they hold, so a row is a value."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    DateTime,
    Dialect,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import TypeDecorator

from evidence_ai.adapters.records.codec import text_of, value_of
from evidence_ai.domain.claim import Claim
from evidence_ai.domain.decision import Decision
from evidence_ai.domain.document import DocumentText
from evidence_ai.domain.jobs import JobKind, JobState, Lane
from evidence_ai.domain.mismatch import Mismatch
from evidence_ai.domain.people import Role
from evidence_ai.domain.review import FrozenDocument, ReviewLevel, ScoreKind
from evidence_ai.domain.stored import ClaimOutcome, CoverageEntry, DocumentState, PackageState

# Names for constraints, so that a migration can find them on every database.
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Moment(TypeDecorator[datetime]):
    """A time in UTC; SQLite knows no zones, so it is given back its own."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To the database."""
        del dialect
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """From the database."""
        del dialect
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Value(TypeDecorator[Any]):
    """A domain value of one type, as JSON text."""

    impl = Text
    cache_ok = True

    def __init__(self, hint: Any) -> None:
        super().__init__()
        self.hint = hint

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """To the database."""
        del dialect
        return None if value is None else text_of(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """From the database."""
        del dialect
        return None if value is None else value_of(self.hint, value)


class Word(TypeDecorator[Any]):
    """A member of an enumeration, by its value."""

    impl = String(32)
    cache_ok = True

    def __init__(self, kind: Any) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """To the database."""
        del dialect
        return None if value is None else self.kind(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """From the database."""
        del dialect
        return None if value is None else self.kind(value)


def _id() -> Column[str]:
    return Column("id", String(36), primary_key=True)


def _text(name: str, size: int, *, null: bool = False, index: bool = False) -> Column[str]:
    return Column(name, String(size), nullable=null, index=index)


def _when(name: str, *, null: bool = False) -> Column[datetime]:
    return Column(name, Moment(), nullable=null)


def _value(name: str, hint: Any, *, null: bool = False) -> Column[Any]:
    return Column(name, Value(hint), nullable=null)


def _word(name: str, kind: Any) -> Column[Any]:
    return Column(name, Word(kind), nullable=False)


people = Table(
    "people", metadata, _id(), _text("login", 100), _text("name", 200), _word("role", Role),
    _text("region_code", 5, null=True), _text("office", 200, null=True), _text("password_hash", 200),
    Column("must_change_password", Boolean, nullable=False), Column("active", Boolean, nullable=False),
    Column("failed_logins", Integer, nullable=False), _when("locked_until", null=True), _when("created_at"),
    UniqueConstraint("login"),
)  # fmt: skip

sessions = Table(
    "sessions", metadata, Column("token_sha256", String(64), primary_key=True), _text("person_id", 36, index=True),
    _text("csrf", 64), _when("created_at"), _when("expires_at"),
)  # fmt: skip

api_keys = Table(
    "api_keys", metadata, _id(), _text("name", 200), _text("secret_sha256", 64), _value("scopes", tuple[str, ...]),
    _value("regions", tuple[str, ...]), _text("created_by", 36), _when("created_at"), _when("expires_at", null=True),
    _when("revoked_at", null=True),
)  # fmt: skip

packages = Table(
    "packages", metadata, _id(), _text("region_code", 5, index=True), Column("data_year", Integer, nullable=False),
    Column("award_year", Integer), _text("edition", 200), _text("name", 200), _word("state", PackageState),
    Column("revision", Integer, nullable=False), Column("checked_revision", Integer, nullable=False),
    _text("created_by", 36), _when("created_at"), _when("changed_at"),
    UniqueConstraint("region_code", "data_year", "edition"),
)  # fmt: skip

claims = Table(
    "claims", metadata, _id(), _text("package_id", 36, index=True), _text("region_code", 5),
    _text("office", 200, null=True), _value("claim", Claim), Column("revision", Integer, nullable=False),
    _text("changed_by", 36), _when("changed_at"),
)  # fmt: skip

documents = Table(
    "documents", metadata, _id(), _text("package_id", 36, index=True), _text("region_code", 5),
    _text("office", 200, null=True), _text("name", 1000), _text("sha256", 64, index=True),
    Column("size_bytes", Integer, nullable=False), _word("state", DocumentState),
    _value("refused", DocumentText, null=True), _text("job_name", 500, index=True), _text("version", 300), _text("uploaded_by", 36),
    _when("uploaded_at"), _when("removed_at", null=True),
)  # fmt: skip

findings = Table(
    "findings", metadata, _id(), _text("package_id", 36, index=True), _text("region_code", 5),
    _text("document_id", 36, null=True), Column("position", Integer, nullable=False), _value("mismatch", Mismatch),
)  # fmt: skip

checks = Table(
    "checks", metadata, Column("package_id", String(36), primary_key=True), _text("region_code", 5),
    Column("revision", Integer, nullable=False), _value("claims", tuple[ClaimOutcome, ...]),
    _value("coverage", tuple[CoverageEntry, ...]), _text("certain", 20), _text("if_all_confirmed", 20),
    _when("checked_at"),
)  # fmt: skip

events = Table(
    "events", metadata, Column("seq", Integer, primary_key=True, autoincrement=True), _text("package_id", 36),
    _text("region_code", 5), _text("kind", 40), _text("subject", 64, null=True), _when("at"),
    Index(None, "package_id", "seq"), sqlite_autoincrement=True,
)  # fmt: skip

results = Table(
    "results", metadata, Column("sha256", String(64), primary_key=True), Column("step", String(20), primary_key=True),
    Column("version", String(300), primary_key=True), _text("media_type", 200, null=True),
    Column("body", LargeBinary, nullable=False), _when("created_at"),
)  # fmt: skip

jobs = Table(
    "jobs", metadata, _id(), _text("name", 500), _word("kind", JobKind), _word("lane", Lane),
    _text("region_code", 5), _text("subject", 64), _text("version", 300), _text("edition", 200),
    _word("state", JobState), Column("attempt", Integer, nullable=False), _when("created_at"),
    _when("not_before", null=True), _when("queued_at", null=True), _when("started_at", null=True),
    _when("ended_at", null=True), _when("lease_until", null=True), _text("worker", 100, null=True),
    _text("failure", 200, null=True), Column("failures", Integer, nullable=False),
    UniqueConstraint("name"), Index(None, "state", "lane", "created_at"),
)  # fmt: skip

outbox = Table(
    "outbox", metadata, Column("seq", Integer, primary_key=True, autoincrement=True), _text("job_id", 36),
    _when("at"), sqlite_autoincrement=True,
)  # fmt: skip

submissions = Table(
    "submissions", metadata, _id(), _text("package_id", 36), _text("region_code", 5),
    Column("number", Integer, nullable=False), _text("digest", 64), _value("documents", tuple[FrozenDocument, ...]),
    _value("claims", tuple[Claim, ...]), _text("submitted_by", 36), _when("submitted_at"),
    UniqueConstraint("package_id", "number"),
)  # fmt: skip

decisions = Table(
    "decisions", metadata, _id(), _text("package_id", 36), _text("region_code", 5), _text("submission_id", 36),
    _word("level", ReviewLevel), Column("seq", Integer, nullable=False), _text("seen", 64),
    _value("decision", Decision), UniqueConstraint("submission_id", "seq"),
)  # fmt: skip

scores = Table(
    "scores", metadata, _id(), _text("package_id", 36, index=True), _text("region_code", 5),
    _text("submission_id", 36), _word("kind", ScoreKind), _text("total", 20), _text("predikat", 100),
    _text("body_sha256", 64), _text("previous", 64, null=True), Column("sealed", Text, nullable=False),
    Column("decisions", Text, nullable=False), Column("reason", Text), _text("by", 36), _when("at"),
)  # fmt: skip

audit = Table(
    "audit", metadata, Column("chain", String(5), primary_key=True), Column("seq", Integer, primary_key=True),
    _when("at"), _text("actor", 36), _text("role", 32), _text("action", 60), _text("subject", 64),
    Column("detail", Text, nullable=False), _text("previous", 64), _text("digest", 64),
)  # fmt: skip

audit_chains = Table("audit_chains", metadata, Column("chain", String(5), primary_key=True))

answers = Table(
    "answers", metadata, Column("caller", String(36), primary_key=True), Column("key", String(200), primary_key=True),
    _text("fingerprint", 64), Column("status", Integer, nullable=False), _text("location", 300, null=True),
    Column("body", Text, nullable=False), _when("at"),
)  # fmt: skip
