"""Valid values of the service for tests; a test changes one thing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from evidence_ai.domain.jobs import Job, JobKind, JobState, Lane
from evidence_ai.domain.people import Person, Role
from evidence_ai.domain.stored import DocumentState, PackageState, StoredDocument, StoredPackage

NOW = datetime(2025, 3, 1, 8, 0, tzinfo=UTC)
EDITION = "permenkumham_22_2021"


class StandingClock:
    """A clock that moves only when told."""

    def __init__(self, at: datetime = NOW) -> None:
        self.at = at

    def now(self) -> datetime:
        """The moment it was set to."""
        return self.at

    def pass_(self, seconds: float) -> None:
        """Let time pass."""
        self.at += timedelta(seconds=seconds)


def stored_package(identifier: str = "p1", region_code: str = "99.01") -> StoredPackage:
    """A package nobody has put anything into."""
    return StoredPackage(
        id=identifier, region_code=region_code, data_year=2024, award_year=2025, edition=EDITION, name="Paket",
        state=PackageState.DRAFT, revision=1, checked_revision=0, created_by="u1", created_at=NOW, changed_at=NOW,
    )  # fmt: skip


def stored_document(identifier: str = "d1", package_id: str = "p1", region_code: str = "99.01") -> StoredDocument:
    """A document that was received."""
    return StoredDocument(
        id=identifier, package_id=package_id, region_code=region_code, office=None, name=f"{identifier}.pdf",
        sha256="a" * 64, size_bytes=10, state=DocumentState.RECEIVED, refused=None, job_name="examine:a:1", version="1",
        uploaded_by="u1", uploaded_at=NOW,
    )  # fmt: skip


def job(identifier: str = "j1", region_code: str = "99.01", lane: Lane = Lane.FULL, *, seconds: int = 0) -> Job:
    """A job that waits since `seconds` after NOW."""
    return Job(
        id=identifier, name=f"examine:{identifier}", kind=JobKind.EXAMINE, lane=lane, region_code=region_code,
        subject="a" * 64, version="1", edition=EDITION, state=JobState.WAITING, attempt=0,
        created_at=NOW + timedelta(seconds=seconds),
    )  # fmt: skip


def person(identifier: str = "u1", role: Role = Role.ADMIN, region_code: str | None = None) -> Person:
    """Somebody who may sign in."""
    return Person(
        id=identifier, login=identifier, name="Penguji", role=role, region_code=region_code, office=None,
        password_hash="-",  # noqa: S106 - nobody can sign in with it
        must_change_password=False, active=True, failed_logins=0, locked_until=None, created_at=NOW,
    )  # fmt: skip
