"""Answers of a package: one by one, or all of a table."""

from __future__ import annotations

import hashlib
from typing import Annotated

from fastapi import APIRouter, Form, Response, UploadFile

from api.dependencies import CallerOf, Seen, ServiceOf, number_seen
from api.repeating import OnceFor, Reply
from api.schemas import ClaimIn, ClaimOut, ClaimsImported, Done, NoteOut, Page, Short, words
from evidence_ai.services import refusals
from evidence_ai.services.intake import answer, change_claim, claims_in, package_for, remove_claim
from evidence_ai.services.ports import UnitOfWork
from evidence_ai.services.refusals import RefusedError
from evidence_ai.services.rights import Act, ensure

router = APIRouter(tags=["claims"])
_TABLE_BYTES = 20_000_000


@router.get("/packages/{package_id}/claims")
def listed(package_id: str, caller: CallerOf, service: ServiceOf) -> Page[ClaimOut]:
    """Every answer of a package."""
    with service.records.looking() as work:
        package = package_for(work, caller, package_id)
        found = work.packages.claims(package.id, caller.reach)
    return Page(items=[ClaimOut.of(one) for one in found])


@router.post("/packages/{package_id}/claims", status_code=201, response_model=ClaimOut)
def added(package_id: str, new: ClaimIn, caller: CallerOf, service: ServiceOf, once: OnceFor) -> Response:
    """Answer one indicator."""

    def change(work: UnitOfWork) -> Reply:
        (stored,) = answer(work, caller, package_id, [new.claim()], service.intake, office=None, replacing=False)
        return Reply(201, ClaimOut.of(stored), f"/v1/claims/{stored.id}", str(stored.revision))

    return once.run(("claim", package_id, new.model_dump()), change, rings=True)


@router.post("/packages/{package_id}/claims/import", status_code=201, response_model=ClaimsImported)
def imported(
    package_id: str,
    file: UploadFile,
    caller: CallerOf,
    service: ServiceOf,
    once: OnceFor,
    office: Annotated[Short | None, Form()] = None,
) -> Response:
    """Take answers from a CSV or XLSX table with the columns of a manifest; they replace those of the same indicators."""
    ensure(caller, Act.BRING_EVIDENCE)
    content = file.file.read(_TABLE_BYTES + 1)
    if len(content) > _TABLE_BYTES:
        raise RefusedError(refusals.TOO_BIG)
    name = file.filename or "manifest.csv"
    claims, problems = claims_in(content, name)
    notes = [NoteOut(code=one.code, message=words(one.message)) for one in problems]

    def change(work: UnitOfWork) -> Reply:
        stored = answer(work, caller, package_id, claims, service.intake, office=office, replacing=True)
        return Reply(201, ClaimsImported(items=[ClaimOut.of(one) for one in stored], problems=notes))

    return once.run(("claims", package_id, hashlib.sha256(content).hexdigest(), name, office), change, rings=True)


@router.get("/claims/{claim_id}")
def shown(claim_id: str, caller: CallerOf, service: ServiceOf, response: Response) -> ClaimOut:
    """One answer."""
    ensure(caller, Act.READ)
    with service.records.looking() as work:
        found = work.packages.claim(claim_id, caller.reach)
    if found is None:
        raise RefusedError(refusals.NOT_FOUND)
    response.headers["ETag"] = f'"{found.revision}"'
    return ClaimOut.of(found)


@router.put("/claims/{claim_id}")
def changed(
    claim_id: str, new: ClaimIn, caller: CallerOf, service: ServiceOf, seen: Seen, response: Response
) -> ClaimOut:
    """Answer differently; If-Match names the version seen."""
    with service.records.changing() as work:
        after = change_claim(work, caller, claim_id, new.claim(), service.intake, seen=number_seen(seen))
        work.commit()
    service.send()
    response.headers["ETag"] = f'"{after.revision}"'
    return ClaimOut.of(after)


@router.delete("/claims/{claim_id}")
def removed(claim_id: str, caller: CallerOf, service: ServiceOf, seen: Seen) -> Done:
    """Take an answer back; If-Match names the version seen."""
    with service.records.changing() as work:
        remove_claim(work, caller, claim_id, service.intake, seen=number_seen(seen))
        work.commit()
    service.send()
    return Done()
