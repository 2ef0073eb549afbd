"""Packages: opened, listed, looked at, how far the work on them is, what checking found."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from api.dependencies import CallerOf, PartOf, ServiceOf, cursor
from api.repeating import OnceFor, Reply
from api.schemas import (
    CheckOut,
    CoverageOut,
    FindingOut,
    PackageIn,
    PackageOut,
    Page,
    RegionCode,
    WorkOut,
    claim_object,
)
from evidence_ai.domain.mismatch import Severity
from evidence_ai.domain.score import decimal_text
from evidence_ai.domain.stored import DocumentState
from evidence_ai.services import refusals
from evidence_ai.services.dispatching import place_of
from evidence_ai.services.intake import NewPackage, open_new_package, package_for
from evidence_ai.services.ports import UnitOfWork
from evidence_ai.services.refusals import RefusedError
from evidence_ai.services.rights import Act, ensure

router = APIRouter(prefix="/packages", tags=["packages"])


@router.post("", status_code=201, response_model=PackageOut)
def opened(new: PackageIn, caller: CallerOf, service: ServiceOf, once: OnceFor) -> Response:
    """Open a package for a region and data year."""
    edition = new.edition or service.settings.edition
    wanted = NewPackage(new.region_code, new.data_year, new.award_year, edition, new.name)

    def change(work: UnitOfWork) -> Reply:
        package = open_new_package(work, caller, wanted, service.intake)
        return Reply(201, PackageOut.of(package), f"/v1/packages/{package.id}", str(package.revision))

    return once.run(("open_package", new.model_dump()), change)


@router.get("")
def listed(
    caller: CallerOf,
    service: ServiceOf,
    part: PartOf,
    data_year: Annotated[int | None, Query(ge=1990, le=2100)] = None,
    region_code: RegionCode | None = None,
) -> Page[PackageOut]:
    """Packages the caller may see, oldest first."""
    ensure(caller, Act.READ)
    with service.records.looking() as work:
        found = work.packages.listed(caller.reach, part.slice(), data_year=data_year, region_code=region_code)
    more = cursor(found[-1].created_at.isoformat(), found[-1].id) if len(found) == part.limit else None
    return Page(items=[PackageOut.of(one) for one in found], next=more)


@router.get("/{package_id}")
def shown(package_id: str, caller: CallerOf, service: ServiceOf, response: Response) -> PackageOut:
    """One package."""
    with service.records.looking() as work:
        package = package_for(work, caller, package_id)
    response.headers["ETag"] = f'"{package.revision}"'
    return PackageOut.of(package)


@router.get("/{package_id}/work")
def work_on(package_id: str, caller: CallerOf, service: ServiceOf) -> WorkOut:
    """How many documents are done, and when the last one will be."""
    with service.records.looking() as work:
        package = package_for(work, caller, package_id)
        documents = work.packages.documents(package.id, caller.reach)
        waiting = [one for one in documents if one.state is DocumentState.RECEIVED]
        last = work.jobs.by_name(waiting[-1].job_name) if waiting else None
        workers, now = service.settings.worker_count, service.clock.now()
        place = place_of(work, last, workers=workers, now=now) if last is not None else None
    return WorkOut(
        documents=len(documents), received=len(waiting),
        examined=sum(one.state is DocumentState.EXAMINED for one in documents),
        parked=sum(one.state is DocumentState.PARKED for one in documents),
        checked=package.checked_revision == package.revision and not waiting,
        ahead=place.ahead if place else None, eta_s=place.eta_s if place else None,
    )  # fmt: skip


@router.get("/{package_id}/check")
def checked(package_id: str, caller: CallerOf, service: ServiceOf) -> CheckOut:
    """What the last check left: answers against documents, coverage, provisional totals, most points to gain first."""
    with service.records.looking() as work:
        package = package_for(work, caller, package_id)
        check = work.packages.check(package.id, caller.reach)
    if check is None:
        raise RefusedError(refusals.NOT_FOUND)
    by_points = sorted(check.coverage, key=lambda one: (one.state == "covered", -one.points_possible, one.indicator))
    return CheckOut(
        revision=check.revision, certain=check.certain, if_all_confirmed=check.if_all_confirmed,
        checked_at=check.checked_at,
        claims=[
            claim_object(one.claim)
            | {"result": one.result, "because": {"id": one.because_id, "en": one.because_en}, "file": one.file_name}
            for one in check.claims
        ],
        coverage=[CoverageOut.of(one, decimal_text(one.points_possible, 4)) for one in by_points],
    )  # fmt: skip


@router.get("/{package_id}/findings")
def findings(
    package_id: str,
    caller: CallerOf,
    service: ServiceOf,
    part: PartOf,
    severity: Severity | None = None,
    document_id: Annotated[str | None, Query(max_length=36)] = None,
    indicator: Annotated[str | None, Query(max_length=60)] = None,
) -> Page[FindingOut]:
    """What checking found, in the order of the package."""
    after = part.after()
    with service.records.looking() as work:
        package = package_for(work, caller, package_id)
        mine = {one.id for one in work.packages.documents(package.id, caller.reach)}
        found = [
            one
            for one in work.packages.findings(package.id, caller.reach)
            if one.position >= after
            and (one.document_id is None or one.document_id in mine)
            and severity in {None, one.mismatch.severity}
            and document_id in {None, one.document_id}
            and indicator in {None, one.mismatch.indicator}
        ]
    page = found[: part.limit]
    more = cursor(str(page[-1].position + 1)) if len(found) > part.limit else None
    return Page(items=[FindingOut.of(one) for one in page], next=more)
