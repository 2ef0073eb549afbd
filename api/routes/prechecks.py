"""A pre-check that keeps nothing: for trying out a package before it is sent."""

from __future__ import annotations

import threading
from typing import Annotated, Any

from fastapi import APIRouter, Form, UploadFile

from api.dependencies import CallerOf, Language, ServiceOf
from api.schemas import RegionCode, Short
from evidence_ai.domain.region import known_code
from evidence_ai.service_wiring import dry_run
from evidence_ai.services import refusals
from evidence_ai.services.contract import precheck_object
from evidence_ai.services.refusals import RefusedError
from evidence_ai.services.rights import Act, ensure, ensure_reaches

router = APIRouter(tags=["prechecks"])
_AT_ONCE = threading.BoundedSemaphore(1)
"""Each takes processors of its own from those who wait in the queue."""
_BYTES = 60_000_000


@router.post("/prechecks")
def prechecked(
    file: UploadFile,
    region_code: Annotated[RegionCode, Form()],
    data_year: Annotated[int, Form(ge=1990, le=2100)],
    caller: CallerOf,
    service: ServiceOf,
    edition: Annotated[Short | None, Form()] = None,
    lang: Language = "id",
) -> dict[str, Any]:
    """Pre-check a ZIP, as `evidence-ai precheck` does; nothing is kept."""
    ensure(caller, Act.PRECHECK)
    if not known_code(region_code):
        raise RefusedError(refusals.REGION_UNKNOWN)
    ensure_reaches(caller, region_code)
    content = file.file.read(_BYTES + 1)
    if len(content) > _BYTES:
        raise RefusedError(refusals.TOO_BIG)
    if not _AT_ONCE.acquire(blocking=False):
        raise RefusedError(refusals.BUSY)
    try:
        done = dry_run(
            service.settings, content, name=file.filename or "paket.zip", region_code=region_code,
            data_year=data_year, edition=edition,
        )  # fmt: skip
    finally:
        _AT_ONCE.release()
    return precheck_object(done, language=lang)
