"""What became of a region year by year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from evidence_ai.domain.people import Caller
from evidence_ai.domain.region import known_code
from evidence_ai.domain.review import StoredScore
from evidence_ai.domain.stored import StoredPackage
from evidence_ai.services import refusals
from evidence_ai.services.ports import Slice, UnitOfWork
from evidence_ai.services.refusals import RefusedError
from evidence_ai.services.rights import Act, ensure

_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class PackageYear:
    """One package of a region; `score` is the last one sealed, None where none was yet."""

    package: StoredPackage
    score: StoredScore | None


def history(work: UnitOfWork, caller: Caller, region_code: str) -> tuple[PackageYear, ...]:
    """Every package of a region with the score that stands, by data year.

    Raises:
        RefusedError: not allowed, or no such region for this caller.
    """
    ensure(caller, Act.READ)
    if not (known_code(region_code) and caller.reach.covers(region_code)):
        raise RefusedError(refusals.NOT_FOUND)
    found = [PackageYear(one, _standing(work, caller, one)) for one in _packages(work, caller, region_code)]
    return tuple(sorted(found, key=lambda one: (one.package.data_year, one.package.created_at, one.package.id)))


def _packages(work: UnitOfWork, caller: Caller, region_code: str) -> Iterator[StoredPackage]:
    part = Slice(_AT_ONCE)
    while found := work.packages.listed(caller.reach, part, data_year=None, region_code=region_code):
        yield from found
        part = Slice(_AT_ONCE, (found[-1].created_at.isoformat(), found[-1].id))


def _standing(work: UnitOfWork, caller: Caller, package: StoredPackage) -> StoredScore | None:
    scores = work.reviews.scores(package.id, caller.reach)
    return scores[-1] if scores else None
