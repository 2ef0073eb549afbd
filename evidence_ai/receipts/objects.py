"""Score and receipt as the JSON objects of the contract. Rounding happens here and nowhere else."""

from __future__ import annotations

from fractions import Fraction

from evidence_ai.domain.receipt import Receipt, SealedScore
from evidence_ai.domain.score import IndicatorScore, KindScore, RightScore, Score, decimal_text
from evidence_ai.receipts.canon import JsonObject

# A share of 1/3 shown as 0.33 would not let a reader retrace three points of ten.
_SHARE_PLACES = 4


def sealed_object(sealed: SealedScore) -> JsonObject:
    """`{score, receipt}`: what `score` prints and `verify` reads."""
    return {"score": score_object(sealed.score), "receipt": receipt_object(sealed.receipt)}


def score_object(score: Score) -> JsonObject:
    """The score: decimal strings rounded half up, `total_exact` as a fraction, reasons in Indonesian."""
    return {
        "total": decimal_text(score.total),
        "total_exact": f"{score.total.numerator}/{score.total.denominator}",
        "predikat": score.predikat,
        "provisional": score.provisional,
        "rights": [_right(right) for right in score.rights],
    }


def receipt_object(receipt: Receipt) -> JsonObject:
    """The receipt, all keys."""
    return {
        "schema": receipt.schema,
        "edition": receipt.edition,
        "edition_status": receipt.edition_status,
        "edition_sha256": receipt.edition_sha256,
        "code_version": receipt.code_version,
        "inputs": [{"name": one.name, "sha256": one.sha256} for one in receipt.inputs],
        "previous": receipt.previous,
        "body_sha256": receipt.body_sha256,
        "signature": receipt.signature,
    }


def body_of(sealed: JsonObject) -> JsonObject:
    """What `body_sha256` covers and a signature signs: all of it except these two themselves."""
    receipt = sealed.get("receipt")
    kept = dict(receipt) if isinstance(receipt, dict) else {}
    kept.pop("body_sha256", None)
    kept.pop("signature", None)
    return {**sealed, "receipt": kept}


def _right(right: RightScore) -> JsonObject:
    return {"id": right.id, "points": _points(right.points), "kinds": [_kind(kind) for kind in right.kinds]}


def _kind(kind: KindScore) -> JsonObject:
    return {
        "kind": kind.kind.value,
        "points": _points(kind.points),
        "indicators": [_indicator(one) for one in kind.indicators],
    }


def _indicator(one: IndicatorScore) -> JsonObject:
    return {
        "id": one.id,
        "share": None if one.share is None else decimal_text(one.share, _SHARE_PLACES),
        "points": decimal_text(one.points),
        "because": one.because.words.id,
    }


def _points(points: Fraction | None) -> str | None:
    return None if points is None else decimal_text(points)
