"""Regions: their results year by year."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import BaseModel

from api.dependencies import CallerOf, ServiceOf
from api.examples import answers_like
from evidence_ai.domain.region import by_code
from evidence_ai.domain.review import ScoreKind
from evidence_ai.domain.stored import PackageState
from evidence_ai.services.histories import PackageYear, history

router = APIRouter(prefix="/regions", tags=["regions"])
Code = Annotated[str, Path(pattern=r"^\d\d(\.\d\d)?$")]


class YearOut(BaseModel):
    """One package and its sealed score; the last five are null where none was sealed. `kind` tells a revocation."""

    data_year: int
    award_year: int | None
    edition: str
    package_id: str
    state: PackageState
    score_id: str | None
    kind: ScoreKind | None
    total: str | None
    predikat: str | None
    sealed_at: datetime | None

    @classmethod
    def of(cls, one: PackageYear) -> YearOut:
        """From a package with its score."""
        package, score = one.package, one.score
        year = cls(
            data_year=package.data_year, award_year=package.award_year, edition=package.edition, package_id=package.id,
            state=package.state, score_id=None, kind=None, total=None, predikat=None, sealed_at=None,
        )  # fmt: skip
        if score is None:
            return year
        sealed = {"score_id": score.id, "kind": score.kind, "total": score.total, "predikat": score.predikat}
        return year.model_copy(update=sealed | {"sealed_at": score.at})


class RegionHistoryOut(BaseModel):
    """A region and its years, oldest first."""

    region_code: str
    region_name: str
    years: list[YearOut]


_EXAMPLE = {
    "region_code": "99.01", "region_name": "Tanjung Arum",
    "years": [{
        "data_year": 2024, "award_year": 2025, "edition": "permenkumham_22_2021", "package_id": "0199c0de",
        "state": "scored", "score_id": "0199c0df", "kind": "final", "total": "86.25", "predikat": "Peduli HAM",
        "sealed_at": "2025-11-03T08:00:00Z",
    }],
}  # fmt: skip


@router.get("/{region_code}/history", responses=answers_like(_EXAMPLE))
def of_region(region_code: Code, caller: CallerOf, service: ServiceOf) -> RegionHistoryOut:
    """Total and predikat of every year, from the sealed scores alone; years without one say how far they are."""
    with service.records.looking() as work:
        years = history(work, caller, region_code)
    return RegionHistoryOut(
        region_code=region_code, region_name=by_code(region_code).name, years=[YearOut.of(one) for one in years]
    )
