"""Who asks: persons, sessions and keys of programs, their role and how far it reaches."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """What somebody is to an assessment; what each may do stands in services/rights.py."""

    REGION_OPERATOR = "region_operator"
    REGION_COORDINATOR = "region_coordinator"
    KANWIL_REVIEWER = "kanwil_reviewer"
    CENTRAL_REVIEWER = "central_reviewer"
    AUDITOR = "auditor"
    ADMIN = "admin"
    PORTAL = "portal"


@dataclass(frozen=True, slots=True)
class Reach:
    """Whose things a caller may see. `regions` None: everybody's; a province's code covers all its regions.

    `office`: only what this OPD brought (None: every office's).

    >>> Reach(("33", "35.78")).covers("33.03"), Reach(("33.03",)).covers("33"), Reach(None).covers("35.78")
    (True, False, True)
    """

    regions: tuple[str, ...] | None
    office: str | None = None

    def covers(self, region_code: str) -> bool:
        """Whether things of this region may be seen."""
        if self.regions is None:
            return True
        return any(region_code == one or region_code.startswith(f"{one}.") for one in self.regions)


EVERYWHERE = Reach(None)
"""The reach of the service itself: workers and the keeper of jobs act for every region."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who signs in. `login` is chosen by the administrator, unique, lower case; `id` is the pseudonym.

    `region_code`: the region of region roles, the province of a Kanwil; None for central roles.
    `password_hash` never leaves the records and the story of signing in.
    """

    id: str
    login: str
    name: str
    role: Role
    region_code: str | None
    office: str | None
    password_hash: str
    must_change_password: bool
    active: bool
    failed_logins: int
    locked_until: datetime | None
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Session:
    """A person signed in. `token_sha256` identifies the cookie without holding it; `csrf` must come with changes."""

    token_sha256: str
    person_id: str
    csrf: str
    created_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A program's key. `secret_sha256`: of 256 random bits, so a plain hash suffices. `scopes` limit what it may do.

    `regions`: the codes it reaches, empty for all of them.
    """

    id: str
    name: str
    secret_sha256: str
    scopes: tuple[str, ...]
    regions: tuple[str, ...]
    created_by: str
    created_at: datetime
    expires_at: datetime | None
    revoked_at: datetime | None


@dataclass(frozen=True, slots=True)
class Caller:
    """Who is asking now. `id`: the person's or key's. `scopes` None: a person, whom only the role limits."""

    id: str
    role: Role
    reach: Reach
    scopes: tuple[str, ...] | None = None
