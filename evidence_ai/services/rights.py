"""Who may do what: one table. Whose things they may do it to is their Reach, which every query carries."""

from __future__ import annotations

from enum import StrEnum

from evidence_ai.domain.people import EVERYWHERE, Caller, Person, Reach, Role
from evidence_ai.services import refusals
from evidence_ai.services.refusals import RefusedError


class Act(StrEnum):
    """What can be done; the value is the scope a key needs for it."""

    READ = "read"
    OPEN_PACKAGE = "packages:write"
    BRING_EVIDENCE = "evidence:write"
    PRECHECK = "precheck"
    SUBMIT = "submit"
    REVIEW = "review"
    VERIFY = "verify"
    AWARD = "award"
    READ_AUDIT = "audit:read"
    ADMINISTER = "administer"


_ROLES: dict[Act, frozenset[Role]] = {
    Act.READ: frozenset(Role),
    Act.OPEN_PACKAGE: frozenset({Role.REGION_COORDINATOR, Role.PORTAL}),
    Act.BRING_EVIDENCE: frozenset({Role.REGION_OPERATOR, Role.REGION_COORDINATOR, Role.PORTAL}),
    Act.PRECHECK: frozenset(Role) - {Role.AUDITOR},
    Act.SUBMIT: frozenset({Role.REGION_COORDINATOR, Role.PORTAL}),
    Act.REVIEW: frozenset({Role.KANWIL_REVIEWER}),
    Act.VERIFY: frozenset({Role.CENTRAL_REVIEWER}),
    Act.AWARD: frozenset({Role.CENTRAL_REVIEWER}),
    Act.READ_AUDIT: frozenset({Role.AUDITOR, Role.ADMIN}),
    Act.ADMINISTER: frozenset({Role.ADMIN}),
}
KEY_SCOPES = tuple(act.value for act, roles in _ROLES.items() if Role.PORTAL in roles)
"""What a key may be given."""
_OF_REGIONS = frozenset({Role.REGION_OPERATOR, Role.REGION_COORDINATOR})


def may(caller: Caller, act: Act) -> bool:
    """Whether the caller's role allows it, and its scopes where it is a key."""
    return caller.role in _ROLES[act] and (caller.scopes is None or act.value in caller.scopes)


def ensure(caller: Caller, act: Act) -> None:
    """Go on only where the caller may.

    Raises:
        RefusedError: NOT_ALLOWED.
    """
    if not may(caller, act):
        raise RefusedError(refusals.NOT_ALLOWED)


def ensure_reaches(caller: Caller, region_code: str) -> None:
    """Go on only where the region is the caller's.

    Raises:
        RefusedError: NOT_ALLOWED.
    """
    if not caller.reach.covers(region_code):
        raise RefusedError(refusals.NOT_ALLOWED)


def reach_of(person: Person) -> Reach:
    """How far a person's role reaches."""
    if person.role is Role.REGION_OPERATOR:
        return Reach((person.region_code or "",), person.office)
    if person.role in {Role.REGION_COORDINATOR, Role.KANWIL_REVIEWER}:
        return Reach((person.region_code or "",))
    return EVERYWHERE


def fits(role: Role, region_code: str | None) -> bool:
    """Whether a role can belong to this region: NN.NN for regions, NN for a Kanwil, none for the rest."""
    if role in _OF_REGIONS:
        return region_code is not None and len(region_code) == 5
    if role is Role.KANWIL_REVIEWER:
        return region_code is not None and len(region_code) == 2
    return region_code is None
