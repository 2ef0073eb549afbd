"""Persons who may sign in."""

from __future__ import annotations

from fastapi import APIRouter

from api.dependencies import CallerOf, PartOf, ServiceOf, cursor
from api.schemas import ActiveIn, Page, PersonIn, PersonOut, PersonWithPassword
from evidence_ai.services.rights import Act, ensure
from evidence_ai.services.signing_in import NewPerson, add_person, reset_password, set_active

router = APIRouter(prefix="/people", tags=["people"])


@router.get("")
def listed(caller: CallerOf, service: ServiceOf, part: PartOf) -> Page[PersonOut]:
    """Everybody."""
    ensure(caller, Act.ADMINISTER)
    with service.records.looking() as work:
        found = work.people.everyone(part.slice())
    more = cursor(found[-1].created_at.isoformat(), found[-1].id) if len(found) == part.limit else None
    return Page(items=[PersonOut.of(one) for one in found], next=more)


@router.post("", status_code=201)
def added(new: PersonIn, caller: CallerOf, service: ServiceOf) -> PersonWithPassword:
    """Somebody new, with a password for signing in once."""
    wanted = NewPerson(new.login, new.name, new.role, new.region_code, new.office)
    with service.records.changing() as work:
        person, password = add_person(work, caller, wanted, passwords=service.passwords, clock=service.clock)
        work.commit()
    return PersonWithPassword(person=PersonOut.of(person), password=password)


@router.post("/{person_id}/password")
def renewed(person_id: str, caller: CallerOf, service: ServiceOf) -> PersonWithPassword:
    """A new password for signing in once; every session ends."""
    with service.records.changing() as work:
        person, password = reset_password(work, caller, person_id, passwords=service.passwords, clock=service.clock)
        work.commit()
    return PersonWithPassword(person=PersonOut.of(person), password=password)


@router.patch("/{person_id}")
def changed(person_id: str, change: ActiveIn, caller: CallerOf, service: ServiceOf) -> PersonOut:
    """Let somebody in or keep them out."""
    with service.records.changing() as work:
        person = set_active(work, caller, person_id, active=change.active, clock=service.clock)
        work.commit()
    return PersonOut.of(person)
