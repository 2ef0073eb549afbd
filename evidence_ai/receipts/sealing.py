"""Sealing: bind a score by sha256 to edition, decisions, documents and code, after the receipt before it."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from decimal import Decimal

from evidence_ai.domain.decision import Decision, Decisions
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.receipt import Receipt, ReceiptInput, SealedScore
from evidence_ai.domain.score import Score
from evidence_ai.errors import DeniedError, InternalError
from evidence_ai.receipts.canon import JsonObject, canonical_bytes, canonical_sha256
from evidence_ai.receipts.objects import body_of, sealed_object
from evidence_ai.receipts.signing import sign

SCHEMA = "evidence-ai/receipt/1"
DECISIONS = "decisions"


def seal(
    score: Score,
    *,
    edition: Edition,
    decisions: Decisions,
    code_version: str,
    previous: str | None,
    private_key: bytes | None = None,
) -> Receipt:
    """The receipt of a score. The same arguments give the same bytes, on every machine and at any time.

    Args:
        score: what `score` computed from `decisions` under `edition`.
        edition: the rules it was computed by.
        decisions: the persons' decisions it was computed from.
        code_version: what computed it.
        previous: `body_sha256` of the receipt this one follows.
        private_key: Ed25519 in PEM; without it the receipt proves consistency, not origin.

    Raises:
        DeniedError: some of the score is only assumed: nobody decided it.
        InputError: the key is not one.
    """
    if score.assumed:
        message = "Nilai ini bersandar pada jawaban yang belum diputuskan siapa pun, sehingga tidak dapat disegel sebagai nilai resmi."
        raise DeniedError(message, advice="Hitung dari berkas keputusan; hasil pemeriksaan awal tetap sementara.")
    if score.edition != edition.name:
        raise InternalError(f"A score under {score.edition} cannot be sealed under {edition.name}.")
    unsealed = Receipt(
        schema=SCHEMA,
        edition=edition.name,
        edition_status=edition.status,
        edition_sha256=edition.sha256,
        code_version=code_version,
        inputs=_inputs(decisions),
        previous=previous,
        body_sha256="",
        signature=None,
    )
    body = canonical_bytes(body_of(sealed_object(SealedScore(score, unsealed))))
    signature = sign(body, private_key) if private_key is not None else None
    return replace(unsealed, body_sha256=hashlib.sha256(body).hexdigest(), signature=signature)


def decisions_sha256(decisions: Decisions) -> str:
    """The sha256 of decisions in their canonical form.

    Order is no content: documents and decisions are sorted first, so a file that lists the same ones in another
    order, or with other white space, has the same sha256. Every word and number of it counts.
    """
    return canonical_sha256(_decisions_object(decisions))


def _inputs(decisions: Decisions) -> tuple[ReceiptInput, ...]:
    documents = {ReceiptInput(one.name, one.sha256) for one in decisions.documents}
    by_name = sorted(documents, key=lambda one: (one.name, one.sha256))
    return (ReceiptInput(DECISIONS, decisions_sha256(decisions)), *by_name)


def _decisions_object(decisions: Decisions) -> JsonObject:
    documents: list[JsonObject] = [
        {"sha256": one.sha256, "name": one.name, "document_type": one.document_type, "outcome": one.outcome}
        for one in decisions.documents
    ]
    decided = [_decision_object(one) for one in decisions.decisions]
    return {
        "schema": decisions.schema,
        "edition": decisions.edition,
        "region_code": decisions.region_code,
        "data_year": decisions.data_year,
        "award_year": decisions.award_year,
        "aksi_ham_bonus": _number(decisions.aksi_ham_bonus),
        "previous_receipt": decisions.previous_receipt,
        "documents": [*sorted(documents, key=canonical_bytes)],
        "decisions": [*sorted(decided, key=canonical_bytes)],
    }


def _decision_object(decision: Decision) -> JsonObject:
    return {
        "indicator": decision.indicator,
        "verdict": decision.verdict.value,
        "value": decision.value,
        "unit": decision.unit,
        "numerator": _number(decision.numerator),
        "denominator": _number(decision.denominator),
        "documents": [*sorted(decision.documents)],
        "by": decision.by,
        "at": decision.at,
        "reason": decision.reason,
    }


def _number(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"
