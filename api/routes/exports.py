"""What people take away of a package: JSON, XLSX, DOCX, HTML."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter, Response

from api.dependencies import CallerOf, Language, ServiceOf
from evidence_ai.service_wiring import exported
from evidence_ai.services.casefiles import precheck_stored
from evidence_ai.services.intake import package_for

router = APIRouter(tags=["exports"])
_MEDIA_TYPES = {
    "json": "application/json",
    "html": "text/html; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@router.get("/packages/{package_id}/exports/{form}", response_class=Response)
def export(
    package_id: str, form: Literal["json", "xlsx", "docx", "html"], caller: CallerOf, service: ServiceOf,
    lang: Language = "id",
) -> Response:  # fmt: skip
    """The Laporan Hasil Pemeriksaan of a package as it stands now."""
    with service.records.looking() as work:
        package = package_for(work, caller, package_id)
        edition = service.examiner.edition(package.edition)
        done = precheck_stored(work, package, caller.reach, edition=edition)
    headers = {
        "Content-Disposition": f'attachment; filename="laporan-{package.region_code}-{package.data_year}.{form}"',
        "Content-Security-Policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    }
    return Response(exported(done, form, language=lang), media_type=_MEDIA_TYPES[form], headers=headers)
