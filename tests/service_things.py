"""Somebody of every role and the same things of two regions, for tests of the API."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from evidence_ai.domain.claim import Claim
from evidence_ai.domain.jobs import JobState
from evidence_ai.domain.people import ApiKey, Role, Session
from evidence_ai.domain.review import ScoreKind, StoredScore, Submission
from evidence_ai.domain.stored import PackageState, StoredClaim
from evidence_ai.service_wiring import Service
from evidence_ai.services.identifiers import digest
from evidence_ai.services.ports import UnitOfWork
from evidence_ai.services.rights import KEY_SCOPES
from tests.service_values import NOW, job, person, stored_document, stored_package

OWN, FOREIGN = "99.01", "33.03"
REGIONS = {
    Role.REGION_OPERATOR: OWN, Role.REGION_COORDINATOR: OWN, Role.KANWIL_REVIEWER: "99", Role.CENTRAL_REVIEWER: None,
    Role.AUDITOR: None, Role.ADMIN: None,
}  # fmt: skip


def fill(work: UnitOfWork, service: Service) -> None:
    """Somebody of every role, and the same things for the own and a foreign region."""
    ends = service.clock.now() + timedelta(hours=1)
    for role, region in REGIONS.items():
        work.people.add(replace(person(role.value, role, region), office=None))
        work.people.open_session(Session(digest(f"token-{role.value}"), role.value, "csrf", NOW, ends))
    for name, regions in (("portal", (OWN,)), ("narrow", (OWN,)), ("spare", ())):
        scopes = KEY_SCOPES if name == "portal" else ("precheck",)
        work.people.add_key(ApiKey(name, name, digest("secret"), scopes, regions, "admin", NOW, None, None))
    for region in (OWN, FOREIGN):
        things_of(work, region, service.blobs.put(region.encode()))


def things_of(work: UnitOfWork, region: str, sha256: str) -> None:
    """A package with everything it can have; every id is the region's code."""
    work.packages.add(replace(stored_package(region, region), state=PackageState.SUBMITTED))
    claim = Claim("BH.S1", "1", None, None, None, ("a.txt",))
    work.packages.add_claim(StoredClaim(region, region, region, None, claim, 1, "u", NOW))
    work.packages.add_document(replace(stored_document(region, region, region), sha256=sha256, job_name=region))
    work.jobs.add(replace(job(region, region), name=region, state=JobState.PARKED))
    work.reviews.add_submission(Submission(region, region, region, 1, "0" * 64, (), (claim,), "u", NOW))
    work.reviews.add_score(
        StoredScore(
            region, region, region, region, ScoreKind.FINAL, "1", "-", "0" * 64, None, "{}", "{}", None, "u", NOW
        )
    )
