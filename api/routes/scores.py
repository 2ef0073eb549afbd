"""Scores and their receipts."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from fastapi import APIRouter, Response

from api.dependencies import CallerOf, ServiceOf
from api.repeating import OnceFor, Reply
from api.schemas import AwardIn, RevokeIn, ScoreOut, TotalsOut
from evidence_ai.services.awarding import award, revoke, score_for, totals, verified
from evidence_ai.services.official_score import verification_object
from evidence_ai.services.ports import UnitOfWork

router = APIRouter(tags=["scores"])


@router.get("/packages/{package_id}/scores")
def shown(package_id: str, caller: CallerOf, service: ServiceOf) -> TotalsOut:
    """The self-assessed, Kanwil and final totals, kept apart, and every sealed score."""
    with service.records.looking() as work:
        found = totals(work, caller, package_id, service.intake)
        history = work.reviews.scores(package_id, caller.reach)
    return TotalsOut(
        self_assessed=found.self_assessed, kanwil=found.kanwil,
        final=ScoreOut.of(found.final) if found.final is not None else None,
        history=[ScoreOut.of(one) for one in history],
    )  # fmt: skip


@router.post("/packages/{package_id}/scores", status_code=201, response_model=ScoreOut)
def sealed(package_id: str, new: AwardIn, caller: CallerOf, service: ServiceOf, once: OnceFor) -> Response:
    """Score the verified decisions and seal the receipt."""
    bonus = Decimal(new.aksi_ham_bonus) if new.aksi_ham_bonus else None

    def change(work: UnitOfWork) -> Reply:
        found = award(work, caller, package_id, service.intake, service.sealing, bonus=bonus)
        return Reply(201, ScoreOut.of(found), f"/v1/scores/{found.id}")

    return once.run(("award", package_id, new.model_dump()), change)


@router.post("/packages/{package_id}/revocations", status_code=201, response_model=ScoreOut)
def revoked(package_id: str, new: RevokeIn, caller: CallerOf, service: ServiceOf, once: OnceFor) -> Response:
    """Withdraw the predikat (pencabutan); a new receipt follows the old one."""

    def change(work: UnitOfWork) -> Reply:
        found = revoke(work, caller, package_id, new.reason, service.intake, service.sealing)
        return Reply(201, ScoreOut.of(found), f"/v1/scores/{found.id}")

    return once.run(("revoke", package_id, new.model_dump()), change)


@router.get("/scores/{score_id}")
def one(score_id: str, caller: CallerOf, service: ServiceOf) -> ScoreOut:
    """One sealed score."""
    with service.records.looking() as work:
        return ScoreOut.of(score_for(work, caller, score_id))


@router.get("/scores/{score_id}/receipt", response_class=Response)
def receipt(score_id: str, caller: CallerOf, service: ServiceOf) -> Response:
    """The receipt, byte for byte as sealed: what `evidence-ai verify` reads."""
    with service.records.looking() as work:
        found = score_for(work, caller, score_id)
    return Response(found.sealed, media_type="application/json")


@router.get("/scores/{score_id}/decisions", response_class=Response)
def decisions(score_id: str, caller: CallerOf, service: ServiceOf) -> Response:
    """The decisions file the score was computed from."""
    with service.records.looking() as work:
        found = score_for(work, caller, score_id)
    return Response(found.decisions, media_type="application/json")


@router.get("/scores/{score_id}/verification")
def verification(score_id: str, caller: CallerOf, service: ServiceOf) -> dict[str, Any]:
    """The receipt checked now, as anybody would: hash, chain link, decisions, signature."""
    with service.records.looking() as work:
        found = score_for(work, caller, score_id)
    return verification_object(verified(found, service.sealing))


@router.get("/receipts/public-key", response_class=Response)
def public_key(service: ServiceOf) -> Response:
    """The public half of the key that signs receipts, in PEM. Everybody may have it."""
    return Response(service.sealing.public_key(), media_type="application/x-pem-file")
