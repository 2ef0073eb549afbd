"""Packages, answers, documents, findings and events in the database."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import Connection, Select, delete, insert, select

from evidence_ai.adapters.records import rows
from evidence_ai.adapters.records.tables import checks, claims, documents, events, findings, packages
from evidence_ai.domain.people import Reach
from evidence_ai.domain.stored import (
    Event,
    PackageCheck,
    StoredClaim,
    StoredDocument,
    StoredFinding,
    StoredPackage,
)
from evidence_ai.services.ports import Slice


class SqlPackages:
    """PackageRecords over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, package: StoredPackage) -> bool:
        """Keep a new package unless the region has one of this year and edition."""
        return rows.add_if_new(self._connection, packages, package)

    def save(self, package: StoredPackage, *, seen: int) -> bool:
        """Keep a changed package if its revision is still `seen`."""
        return rows.save(self._connection, packages, package, packages.c.revision == seen)

    def get(self, package_id: str, reach: Reach) -> StoredPackage | None:
        """The package of this id."""
        return rows.one(self._connection, StoredPackage, _package(package_id, reach))

    def locked(self, package_id: str, reach: Reach) -> StoredPackage | None:
        """The same, locked while the change lasts."""
        return rows.one(self._connection, StoredPackage, _package(package_id, reach).with_for_update())

    def listed(
        self, reach: Reach, part: Slice, *, data_year: int | None, region_code: str | None
    ) -> Sequence[StoredPackage]:
        """Packages, oldest first."""
        asked = select(packages).where(rows.within(packages, reach))
        if data_year is not None:
            asked = asked.where(packages.c.data_year == data_year)
        if region_code is not None:
            asked = asked.where(rows.within(packages, Reach((region_code,))))
        return rows.many(self._connection, StoredPackage, rows.part_of(asked, packages, part))

    def add_claim(self, claim: StoredClaim) -> None:
        """Keep a new answer."""
        rows.add(self._connection, claims, claim)

    def save_claim(self, claim: StoredClaim, *, seen: int) -> bool:
        """Keep a changed answer if its revision is still `seen`."""
        return rows.save(self._connection, claims, claim, claims.c.revision == seen)

    def remove_claim(self, claim_id: str, reach: Reach) -> None:
        """Forget an answer."""
        self._connection.execute(delete(claims).where(claims.c.id == claim_id, rows.within(claims, reach)))

    def claim(self, claim_id: str, reach: Reach) -> StoredClaim | None:
        """The answer of this id."""
        asked = select(claims).where(claims.c.id == claim_id, rows.within(claims, reach))
        return rows.one(self._connection, StoredClaim, asked)

    def claims(self, package_id: str, reach: Reach) -> Sequence[StoredClaim]:
        """Every answer of a package, oldest first."""
        asked = select(claims).where(claims.c.package_id == package_id, rows.within(claims, reach))
        found = rows.many(self._connection, StoredClaim, asked)
        return sorted(found, key=lambda one: (one.changed_at, one.claim.row or 0, one.id))

    def add_document(self, document: StoredDocument) -> None:
        """Keep a new document."""
        rows.add(self._connection, documents, document)

    def save_document(self, document: StoredDocument) -> None:
        """Keep a changed document."""
        rows.save(self._connection, documents, document)

    def document(self, document_id: str, reach: Reach) -> StoredDocument | None:
        """The document of this id."""
        asked = select(documents).where(documents.c.id == document_id, rows.within(documents, reach))
        return rows.one(self._connection, StoredDocument, asked)

    def documents(self, package_id: str, reach: Reach) -> Sequence[StoredDocument]:
        """Every document of a package that was not removed, oldest first."""
        asked = (
            select(documents)
            .where(
                documents.c.package_id == package_id, documents.c.removed_at.is_(None), rows.within(documents, reach)
            )
            .order_by(documents.c.uploaded_at, documents.c.name, documents.c.id)
        )
        return rows.many(self._connection, StoredDocument, asked)

    def documents_of_job(self, job_name: str) -> Sequence[StoredDocument]:
        """Every document, of any package, that waits for this work; by package, so that locks come in one order."""
        asked = (
            select(documents).where(documents.c.job_name == job_name).order_by(documents.c.package_id, documents.c.id)
        )
        return rows.many(self._connection, StoredDocument, asked)

    def names_blob(self, sha256: str) -> bool:
        """Whether any document names these bytes."""
        asked = select(documents.c.id).where(documents.c.sha256 == sha256).limit(1)
        return self._connection.execute(asked).first() is not None

    def keep_findings(self, package_id: str, found: Iterable[StoredFinding]) -> None:
        """Replace the findings of a package."""
        self._connection.execute(delete(findings).where(findings.c.package_id == package_id))
        new = [rows.values_of(one, findings) for one in found]
        if new:
            self._connection.execute(insert(findings), new)

    def findings(self, package_id: str, reach: Reach) -> Sequence[StoredFinding]:
        """The findings of a package, in their order."""
        asked = (
            select(findings)
            .where(findings.c.package_id == package_id, rows.within(findings, reach))
            .order_by(findings.c.position)
        )
        return rows.many(self._connection, StoredFinding, asked)

    def keep_check(self, check: PackageCheck) -> None:
        """Replace what checking left."""
        self._connection.execute(delete(checks).where(checks.c.package_id == check.package_id))
        rows.add(self._connection, checks, check)

    def check(self, package_id: str, reach: Reach) -> PackageCheck | None:
        """What the last check left."""
        asked = select(checks).where(checks.c.package_id == package_id, rows.within(checks, reach))
        return rows.one(self._connection, PackageCheck, asked)

    def tell(self, *, package_id: str, region_code: str, kind: str, subject: str | None, at: datetime) -> None:
        """Add an event. The package is locked, so that its events become visible in the order of their numbers."""
        self._connection.execute(select(packages.c.id).where(packages.c.id == package_id).with_for_update())
        values = {"package_id": package_id, "region_code": region_code, "kind": kind, "subject": subject, "at": at}
        self._connection.execute(insert(events).values(values))

    def events(self, package_id: str, reach: Reach, *, after: int, limit: int) -> Sequence[Event]:
        """Events of a package after a number, in order."""
        asked = (
            select(events)
            .where(events.c.package_id == package_id, events.c.seq > after, rows.within(events, reach))
            .order_by(events.c.seq)
            .limit(limit)
        )
        return rows.many(self._connection, Event, asked)


def _package(package_id: str, reach: Reach) -> Select[tuple[object, ...]]:
    return select(packages).where(packages.c.id == package_id, rows.within(packages, reach))
