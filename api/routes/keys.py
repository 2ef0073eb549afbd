"""Keys of programs."""

from __future__ import annotations

from fastapi import APIRouter

from api.dependencies import CallerOf, PartOf, ServiceOf, cursor
from api.schemas import Done, KeyIn, KeyOut, KeyWithSecret, Page
from evidence_ai.services.rights import Act, ensure
from evidence_ai.services.signing_in import add_key, revoke_key, rotate_key

router = APIRouter(prefix="/keys", tags=["keys"])


@router.get("")
def listed(caller: CallerOf, service: ServiceOf, part: PartOf) -> Page[KeyOut]:
    """Every key, without secrets."""
    ensure(caller, Act.ADMINISTER)
    with service.records.looking() as work:
        found = work.people.keys(part.slice())
    more = cursor(found[-1].created_at.isoformat(), found[-1].id) if len(found) == part.limit else None
    return Page(items=[KeyOut.of(one) for one in found], next=more)


@router.post("", status_code=201)
def added(new: KeyIn, caller: CallerOf, service: ServiceOf) -> KeyWithSecret:
    """A new key; its text is told this once."""
    with service.records.changing() as work:
        key, secret = add_key(
            work, caller, new.name, scopes=tuple(new.scopes), regions=tuple(new.regions), days=new.days,
            clock=service.clock,
        )  # fmt: skip
        work.commit()
    return KeyWithSecret(key=KeyOut.of(key), secret=secret)


@router.post("/{key_id}/rotation")
def rotated(key_id: str, caller: CallerOf, service: ServiceOf) -> KeyWithSecret:
    """A new secret; the old one stops at once."""
    with service.records.changing() as work:
        key, secret = rotate_key(work, caller, key_id, clock=service.clock)
        work.commit()
    return KeyWithSecret(key=KeyOut.of(key), secret=secret)


@router.delete("/{key_id}")
def revoked(key_id: str, caller: CallerOf, service: ServiceOf) -> Done:
    """The key stops at once."""
    with service.records.changing() as work:
        revoke_key(work, caller, key_id, clock=service.clock)
        work.commit()
    return Done()
