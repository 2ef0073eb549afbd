"""What reviewers do, for tests: decide everything, hand on, score, and take the receipt away."""

from __future__ import annotations

from pathlib import Path

from evidence_ai.client import Client, ItemView, ProblemError, ScoreView
from tests.end_to_end.service import Running


def review_and_score(running: Running, package_id: str) -> ScoreView:
    """From a submitted package to its sealed score."""
    for who, level in ((running.kanwil, "kanwil"), (running.central, "central")):
        decide_all(who, package_id, level)
        who.close_level(package_id, level)
    return running.central.award(package_id)


def decide_all(who: Client, package_id: str, level: str) -> None:
    """Confirm what has a document and a usable answer, reject the rest."""
    for item in who.review(package_id):
        try:
            who.decide(package_id, item, level=level, verdict="confirmed", **answered(item))
        except ProblemError as problem:
            # Only an answer that is no number is refused.
            assert problem.code == "decision_wrong"  # noqa: PT017 - other refusals fail the test
            who.decide(package_id, item, level=level, verdict="rejected", reason="Jawaban tidak dapat dibaca.")


def answered(item: ItemView) -> dict[str, object]:
    """The region's answer as a decision."""
    return {
        "documents": list(item.documents), "value": item.answer["value"], "unit": item.answer["unit"],
        "numerator": item.answer["numerator"], "denominator": item.answer["denominator"],
    }  # fmt: skip


def save(who: Client, score_id: str, folder: Path) -> list[str]:
    """Receipt, decisions and key as files, and the arguments of `verify` that name them."""
    receipt, decisions, key = folder / "receipt.json", folder / "decisions.json", folder / "key.pem"
    receipt.write_bytes(who.receipt(score_id))
    decisions.write_bytes(who.decisions_file(score_id))
    key.write_bytes(who.public_key())
    return [str(receipt), "--decisions", str(decisions), "--public-key", str(key)]
