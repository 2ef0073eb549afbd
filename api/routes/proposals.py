"""What a package's documents support and what would raise its score: proposals for persons, never taken over by themselves."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from api.dependencies import CallerOf, Language, ServiceOf
from api.examples import answers_like
from api.schemas import Page
from evidence_ai.domain.people import Caller
from evidence_ai.service_wiring import Service
from evidence_ai.services.casefiles import precheck_stored
from evidence_ai.services.contract import gain_object, proposal_object
from evidence_ai.services.intake import package_for
from evidence_ai.services.prechecking import Precheck
from evidence_ai.services.raising import gains

router = APIRouter(prefix="/packages/{package_id}", tags=["packages"])
_PROPOSAL = {
    "indicator": "BH.S1", "value": "ada", "unit": None, "numerator": None, "denominator": None,
    "file": "Perda 5 Tahun 2023.pdf", "quote": None, "confidence": 0.91, "alternatives": 0,
    "because": "Berkas ini Perda yang judul dan isinya sesuai dengan indikator.", "answered": False,
}  # fmt: skip
_GAIN = {
    "indicator": "BH.S1", "state": "missing", "points_possible": "1.2500", "accepted": ["perda"],
    "owner": "Bagian Hukum Sekretariat Daerah", "because": ["Tidak ada dokumen untuk indikator ini."],
    "steps": ["Unggah Perda tentang bantuan hukum."], "carry_over": [],
}  # fmt: skip


@router.get("/proposals", responses=answers_like({"items": [_PROPOSAL], "next": None}))
def proposed(package_id: str, caller: CallerOf, service: ServiceOf, lang: Language = "id") -> Page[dict[str, Any]]:
    """Answers that the documents read so far support, by indicator, surest first, each with its page."""
    done = _prechecked(package_id, caller, service)
    return Page(items=[proposal_object(one, language=lang) for one in done.proposals])


@router.get("/gains", responses=answers_like({"items": [_GAIN], "next": None}))
def gained(package_id: str, caller: CallerOf, service: ServiceOf, lang: Language = "id") -> Page[dict[str, Any]]:
    """What is missing or weak, most points first: why, who must act, and the steps to take."""
    done = _prechecked(package_id, caller, service)
    return Page(items=[gain_object(one, language=lang) for one in gains(done)])


def _prechecked(package_id: str, caller: Caller, service: Service) -> Precheck:
    with service.records.looking() as work:
        package = package_for(work, caller, package_id)
        return precheck_stored(work, package, caller.reach, edition=service.examiner.edition(package.edition))
