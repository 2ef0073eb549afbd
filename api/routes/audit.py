"""The audit log."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from api.dependencies import CallerOf, PartOf, ServiceOf, cursor
from api.schemas import AuditOut, AuditWhole, Page
from evidence_ai.services.auditing import broken_chains
from evidence_ai.services.rights import Act, ensure

router = APIRouter(prefix="/audit", tags=["audit"])


@router.get("")
def entries(
    caller: CallerOf,
    service: ServiceOf,
    part: PartOf,
    chain: Annotated[str, Query(pattern=r"^(-|\d\d(\.\d\d)?)$", description="A region's code, or '-'.")] = "-",
) -> Page[AuditOut]:
    """Entries of one chain, oldest first."""
    ensure(caller, Act.READ_AUDIT)
    after = part.after()
    with service.records.looking() as work:
        found = work.audit.entries(chain, after=after, limit=part.limit)
    more = cursor(str(found[-1].seq)) if len(found) == part.limit else None
    return Page(items=[AuditOut.of(one) for one in found], next=more)


@router.get("/verification")
def verification(caller: CallerOf, service: ServiceOf) -> AuditWhole:
    """Whether every chain is whole, checked now."""
    ensure(caller, Act.READ_AUDIT)
    with service.records.looking() as work:
        broken = broken_chains(work)
    return AuditWhole(whole=not broken, broken=[f"{one.chain}:{one.seq}" for one in broken])
