"""Documents: received, listed, what is known of them, their pages and originals."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Form, Path, Query, Response, UploadFile

from api.dependencies import CallerOf, Language, ServiceOf
from api.repeating import OnceFor, Reply
from api.schemas import DocumentOut, Done, NoteOut, Page, Received, Short, words
from evidence_ai.domain.claim import Claim
from evidence_ai.domain.document import Reason
from evidence_ai.domain.people import Caller
from evidence_ai.domain.stored import DocumentState, StoredDocument
from evidence_ai.errors import InputError
from evidence_ai.service_wiring import Service
from evidence_ai.services import refusals
from evidence_ai.services.casefiles import dossier_of, dossier_so_far
from evidence_ai.services.checking_files import check_dossier
from evidence_ai.services.contract import check_object, so_far
from evidence_ai.services.dispatching import place_of
from evidence_ai.services.intake import (
    Arrived,
    answer,
    keep_file,
    package_for,
    receive,
    remove_document,
    unpack,
)
from evidence_ai.services.page_objects import page_object, page_summary
from evidence_ai.services.ports import UnitOfWork
from evidence_ai.services.refusals import RefusedError
from evidence_ai.services.rights import Act, ensure

router = APIRouter(tags=["documents"])
PageNumber = Annotated[int, Path(ge=1, le=100_000)]


@router.post("/packages/{package_id}/documents", status_code=202, response_model=Received)
def received(
    package_id: str,
    files: list[UploadFile],
    caller: CallerOf,
    service: ServiceOf,
    once: OnceFor,
    office: Annotated[Short | None, Form()] = None,
) -> Response:
    """Upload documents, or ZIPs of them with or without a manifest. They are kept before this answers, then read."""
    ensure(caller, Act.BRING_EVIDENCE)
    with service.records.looking() as work:
        package_for(work, caller, package_id)
    arrived, claims, problems = _taken_in(files, service)

    def change(work: UnitOfWork) -> Reply:
        stored = receive(work, caller, package_id, arrived, service.intake, office=office)
        if claims:
            answer(work, caller, package_id, claims, service.intake, office=office, replacing=True)
        documents = [DocumentOut.of(one, outcome=None, job=work.jobs.by_name(one.job_name)) for one in stored]
        notes = [NoteOut(code=one.code, message=words(one.message)) for one in problems]
        body = Received(documents=documents, claims=len(claims), problems=notes)
        return Reply(202, body, f"/v1/packages/{package_id}/work")

    asked = ("documents", package_id, sorted((one.name, one.sha256) for one in arrived), office)
    return once.run(asked, change, rings=True)


@router.get("/packages/{package_id}/documents")
def listed(package_id: str, caller: CallerOf, service: ServiceOf) -> Page[DocumentOut]:
    """Every document of a package."""
    with service.records.looking() as work:
        package = package_for(work, caller, package_id)
        found = work.packages.documents(package.id, caller.reach)
    return Page(items=[DocumentOut.of(one, outcome=None) for one in found])


@router.get("/documents/{document_id}")
def shown(document_id: str, caller: CallerOf, service: ServiceOf) -> DocumentOut:
    """One document and the work on it."""
    with service.records.looking() as work:
        document = _document(work, caller, document_id)
        job = work.jobs.by_name(document.job_name)
        text = work.results.text(document.sha256, document.version)
        place = None
        if job is not None and document.state is DocumentState.RECEIVED:
            place = place_of(work, job, workers=service.settings.worker_count, now=service.clock.now())
    return DocumentOut.of(document, outcome=text.outcome.value if text is not None else None, job=job, place=place)


@router.delete("/documents/{document_id}")
def removed(document_id: str, caller: CallerOf, service: ServiceOf) -> Done:
    """Take a document out of its package; its history stays."""
    with service.records.changing() as work:
        remove_document(work, caller, document_id, service.intake)
        work.commit()
    service.send()
    return Done()


@router.get("/documents/{document_id}/examination")
def examination(document_id: str, caller: CallerOf, service: ServiceOf, lang: Language = "id") -> dict[str, Any]:
    """Everything known of a document, as `evidence-ai check` prints it; while it is read, what is known so far.

    So far: `lane` is "quick" and `pages_waiting` says how many pages were not looked at.
    """
    with service.records.looking() as work:
        document = _document(work, caller, document_id)
        package = package_for(work, caller, document.package_id)
        edition = service.examiner.edition(package.edition)
        dossier = dossier_of(work, document, edition)
        early = dossier_so_far(work, document, edition) if dossier is None else None
        found = work.packages.findings(package.id, caller.reach)
    if dossier is not None:
        mine = tuple(one.mismatch for one in found if one.document_id == document.id)
        return check_object(replace(dossier, mismatches=mine), language=lang)
    if early is None:
        raise RefusedError(refusals.STILL_WORKING)
    checked = check_dossier(
        early, edition, region_code=package.region_code, data_year=package.data_year, indicator=None
    )
    return so_far(check_object(checked, language=lang), checked)


@router.get("/documents/{document_id}/candidates")
def candidates(document_id: str, caller: CallerOf, service: ServiceOf, lang: Language = "id") -> dict[str, Any]:
    """The indicators a document may prove, best first, or why none is suggested."""
    found = examination(document_id, caller, service, lang)
    return {key: found[key] for key in ("candidates", "abstained", "abstained_because", "scope")}


@router.get("/documents/{document_id}/pages")
def pages(document_id: str, caller: CallerOf, service: ServiceOf) -> Page[dict[str, Any]]:
    """The pages of a document: size, source and grade."""
    with service.records.looking() as work:
        document = _document(work, caller, document_id)
        text = work.results.text(document.sha256, document.version)
    if text is None:
        raise RefusedError(refusals.STILL_WORKING)
    return Page(items=[page_summary(one) for one in text.pages])


@router.get("/documents/{document_id}/pages/{number}")
def page(document_id: str, number: PageNumber, caller: CallerOf, service: ServiceOf) -> dict[str, Any]:
    """One page: its text, and every line with its box in points."""
    with service.records.looking() as work:
        document = _document(work, caller, document_id)
        text = work.results.text(document.sha256, document.version)
    if text is None:
        raise RefusedError(refusals.STILL_WORKING)
    found = next((one for one in text.pages if one.number == number), None)
    if found is None:
        raise RefusedError(refusals.NOT_FOUND)
    return page_object(found)


@router.get("/documents/{document_id}/pages/{number}/image", response_class=Response)
def image(
    document_id: str,
    number: PageNumber,
    caller: CallerOf,
    service: ServiceOf,
    width: Annotated[int, Query(ge=100, le=2400)] = 1000,
) -> Response:
    """The picture of a page as WebP."""
    with service.records.looking() as work:
        document = _document(work, caller, document_id)
        media_type = work.results.media_type(document.sha256) or ""
    if not document.sha256:
        raise RefusedError(refusals.NO_PICTURE)
    # A few widths only, so that the cache holds few pictures of a page.
    width = min(2400, -(-width // 200) * 200)
    try:
        content = service.blobs.get(document.sha256)
        picture = service.pictures.page(content, media_type, sha256=document.sha256, page=number, width_px=width)
    except InputError as error:
        raise RefusedError(refusals.NO_PICTURE) from error
    return Response(picture, media_type="image/webp", headers={"Cache-Control": "private, max-age=86400, immutable"})


@router.get("/documents/{document_id}/original", response_class=Response)
def original(document_id: str, caller: CallerOf, service: ServiceOf) -> Response:
    """The file as it was uploaded, always as an attachment: a browser must not run what somebody sent."""
    with service.records.looking() as work:
        document = _document(work, caller, document_id)
    if not document.sha256:
        raise RefusedError(refusals.NOT_FOUND)
    name = quote(document.name.rpartition("/")[2], safe="")
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{name}",
        "Content-Security-Policy": "sandbox; default-src 'none'",
    }
    return Response(service.blobs.get(document.sha256), media_type="application/octet-stream", headers=headers)


def _document(work: UnitOfWork, caller: Caller, document_id: str) -> StoredDocument:
    ensure(caller, Act.READ)
    found = work.packages.document(document_id, caller.reach)
    if found is None:
        raise RefusedError(refusals.NOT_FOUND)
    return found


def _taken_in(files: list[UploadFile], service: Service) -> tuple[list[Arrived], list[Claim], list[Reason]]:
    """Keep every file; a ZIP gives the files inside it."""
    arrived: list[Arrived] = []
    claims: list[Claim] = []
    problems: list[Reason] = []
    for file in files:
        content, name = file.file.read(), (file.filename or "tanpa nama").replace("\x00", "")[:1_000]
        if name.lower().endswith(".zip"):
            inside = unpack(content, name, service.blobs)
            arrived += inside.files
            claims += inside.claims
            problems += inside.problems
        else:
            arrived.append(keep_file(name, content, service.blobs))
    return arrived, claims, problems
