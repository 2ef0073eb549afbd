"""Submissions and the decisions on them."""

from __future__ import annotations

from fastapi import APIRouter, Response

from api.dependencies import CallerOf, Seen, ServiceOf
from api.repeating import OnceFor, Reply
from api.schemas import CloseIn, DecisionIn, DecisionOut, PackageOut, Page, ReviewItemOut, SubmissionOut
from evidence_ai.services.intake import package_for
from evidence_ai.services.ports import UnitOfWork
from evidence_ai.services.reviewing import (
    NewDecision,
    close_level,
    decide,
    review_items,
    submit,
)

router = APIRouter(tags=["reviews"])


@router.post("/packages/{package_id}/submissions", status_code=201, response_model=SubmissionOut)
def submitted(package_id: str, caller: CallerOf, service: ServiceOf, once: OnceFor) -> Response:
    """Freeze the package and hand it to the Kanwil."""

    def change(work: UnitOfWork) -> Reply:
        found = submit(work, caller, package_id, service.intake)
        return Reply(201, SubmissionOut.of(found), f"/v1/packages/{package_id}/submissions")

    return once.run(("submit", package_id), change)


@router.get("/packages/{package_id}/submissions")
def submissions(package_id: str, caller: CallerOf, service: ServiceOf) -> Page[SubmissionOut]:
    """Every submission of a package."""
    with service.records.looking() as work:
        package = package_for(work, caller, package_id)
        found = work.reviews.submissions(package.id, caller.reach)
    return Page(items=[SubmissionOut.of(one) for one in found])


@router.get("/packages/{package_id}/review")
def items(package_id: str, caller: CallerOf, service: ServiceOf) -> Page[ReviewItemOut]:
    """What is to be decided on the latest submission, each with the ETag a decision must name."""
    with service.records.looking() as work:
        found = review_items(work, caller, package_id, service.intake)
    return Page(items=[ReviewItemOut.of(one) for one in found])


@router.get("/packages/{package_id}/decisions")
def decisions(package_id: str, caller: CallerOf, service: ServiceOf) -> Page[DecisionOut]:
    """Every decision on the latest submission, in the order taken."""
    with service.records.looking() as work:
        found = [one for item in review_items(work, caller, package_id, service.intake) for one in item.decisions]
    return Page(items=[DecisionOut.of(one) for one in sorted(found, key=lambda one: one.seq)])


@router.post("/packages/{package_id}/decisions", status_code=201, response_model=DecisionOut)
def decided(
    package_id: str, new: DecisionIn, caller: CallerOf, service: ServiceOf, once: OnceFor, seen: Seen
) -> Response:
    """Decide on one indicator; If-Match names the version of it that was seen."""
    wanted = NewDecision(
        new.indicator, new.verdict, new.value or None, new.unit or None, new.numerator or None,
        new.denominator or None, tuple(new.documents), new.reason or None,
    )  # fmt: skip

    def change(work: UnitOfWork) -> Reply:
        stored = decide(work, caller, package_id, wanted, service.intake, level=new.level, seen=seen)
        return Reply(201, DecisionOut.of(stored), f"/v1/packages/{package_id}/decisions")

    return once.run(("decide", package_id, new.model_dump(mode="json"), seen), change)


@router.post("/packages/{package_id}/closings", status_code=201, response_model=PackageOut)
def closed(package_id: str, new: CloseIn, caller: CallerOf, service: ServiceOf, once: OnceFor) -> Response:
    """Hand the package on: every answer is decided at this level."""

    def change(work: UnitOfWork) -> Reply:
        package = close_level(work, caller, package_id, service.intake, level=new.level)
        return Reply(201, PackageOut.of(package), f"/v1/packages/{package_id}")

    return once.run(("close", package_id, new.level.value), change)
