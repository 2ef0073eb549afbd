"""The story of the official score: verified decisions in, a sealed and chained receipt out; and of taking it back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.people import Caller
from evidence_ai.domain.personal_data import MASKED, personal_numbers
from evidence_ai.domain.receipt import Verification
from evidence_ai.domain.review import ReviewLevel, ScoreKind, StoredScore, Submission
from evidence_ai.domain.score import decimal_text
from evidence_ai.domain.stored import PackageState, StoredPackage
from evidence_ai.errors import EvidenceError
from evidence_ai.services import refusals
from evidence_ai.services.decisions_file import parse_decisions
from evidence_ai.services.identifiers import new_id
from evidence_ai.services.intake import Intake, package_for
from evidence_ai.services.official_score import OfficialScore, official_score, score_decisions, verify_receipt
from evidence_ai.services.ports import UnitOfWork
from evidence_ai.services.refusals import RefusedError
from evidence_ai.services.reviewing import decisions_at, decisions_bytes, latest_submission, move
from evidence_ai.services.rights import Act, ensure

REVOKED = "dicabut"
"""The predikat after a pencabutan."""


@dataclass(frozen=True, slots=True)
class Sealing:
    """What sealing works with: editions beside those that ship, and the key that signs."""

    editions_dir: Path | None
    private_key: Callable[[], bytes]
    public_key: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Totals:
    """Three totals that are never mixed up; None where that stage was not reached."""

    self_assessed: str | None
    kanwil: str | None
    final: StoredScore | None


def award(
    work: UnitOfWork, caller: Caller, package_id: str, shop: Intake, sealing: Sealing, *, bonus: Decimal | None
) -> StoredScore:
    """Score the verified decisions of a package and seal the receipt, after the one before it.

    Raises:
        RefusedError: not allowed, not there, or not verified yet.
    """
    ensure(caller, Act.AWARD)
    package = _locked(work, caller, package_id, PackageState.VERIFIED)
    submission = latest_submission(work, caller, package_id)
    decisions = decisions_at(work.reviews.decisions(submission.id, caller.reach), ReviewLevel.CENTRAL)
    before = work.reviews.scores(package.id, caller.reach)
    content = decisions_bytes(
        submission, package, decisions, bonus=None if bonus is None else f"{bonus:f}",
        previous=before[-1].body_sha256 if before else None,
    )  # fmt: skip
    try:
        sealed = official_score(content, editions=sealing.editions_dir, private_key=sealing.private_key())
    except EvidenceError as error:
        raise RefusedError(refusals.DECISION_WRONG, Bilingual(error.what, error.what)) from error
    score = _stored(caller, package, submission, sealed, content, shop, kind=ScoreKind.FINAL, reason=None)
    work.reviews.add_score(score)
    move(work, caller, package, PackageState.SCORED, "score_sealed", shop, subject=score.id)
    return score


def revoke(
    work: UnitOfWork, caller: Caller, package_id: str, reason: str, shop: Intake, sealing: Sealing
) -> StoredScore:
    """Withdraw the predikat of a scored package (pencabutan) by a new receipt after the old one; nothing is erased.

    Raises:
        RefusedError: not allowed, not there, not scored, or the reason is missing or names a person.
    """
    ensure(caller, Act.AWARD)
    package = _locked(work, caller, package_id, PackageState.SCORED)
    if not reason.strip() or any(one.kind in MASKED for one in personal_numbers(reason)):
        raise RefusedError(refusals.DECISION_WRONG, _REASON)
    last = work.reviews.scores(package.id, caller.reach)[-1]
    submission = latest_submission(work, caller, package_id)
    decisions = parse_decisions(last.decisions.encode("utf-8"))
    content = decisions_bytes(
        submission, package, decisions.decisions, bonus=f"{decisions.aksi_ham_bonus:f}", previous=last.body_sha256
    )
    sealed = official_score(content, editions=sealing.editions_dir, private_key=sealing.private_key())
    score = _stored(caller, package, submission, sealed, content, shop, kind=ScoreKind.REVOCATION, reason=reason)
    work.reviews.add_score(score)
    move(work, caller, package, PackageState.REVOKED, "predikat_revoked", shop, subject=score.id)
    return score


def totals(work: UnitOfWork, caller: Caller, package_id: str, shop: Intake) -> Totals:
    """What the region assessed itself, what the Kanwil's decisions give, and the final score.

    Raises:
        RefusedError: not allowed or not there.
    """
    package = package_for(work, caller, package_id)
    check = work.packages.check(package.id, caller.reach)
    scores = work.reviews.scores(package.id, caller.reach)
    return Totals(
        self_assessed=None if check is None else check.if_all_confirmed,
        kanwil=_kanwil_total(work, caller, package, shop),
        final=scores[-1] if scores else None,
    )


def score_for(work: UnitOfWork, caller: Caller, score_id: str) -> StoredScore:
    """A sealed score the caller may see.

    Raises:
        RefusedError: not allowed or not there.
    """
    ensure(caller, Act.READ)
    found = work.reviews.score(score_id, caller.reach)
    if found is None:
        raise RefusedError(refusals.NOT_FOUND)
    return found


def verified(score: StoredScore, sealing: Sealing) -> Verification:
    """Check a kept score as anybody else would: from its bytes, its decisions and our public key."""
    return verify_receipt(
        score.sealed.encode("utf-8"),
        decisions=score.decisions.encode("utf-8"),
        public_key=sealing.public_key(),
        editions=sealing.editions_dir,
    )


def _locked(work: UnitOfWork, caller: Caller, package_id: str, state: PackageState) -> StoredPackage:
    package = work.packages.locked(package_id, caller.reach)
    if package is None:
        raise RefusedError(refusals.NOT_FOUND)
    if package.state is not state:
        raise RefusedError(refusals.WRONG_STATE)
    return package


def _stored(
    caller: Caller, package: StoredPackage, submission: Submission, sealed: OfficialScore, content: bytes, shop: Intake,
    *, kind: ScoreKind, reason: str | None,
) -> StoredScore:  # fmt: skip
    score, receipt = sealed.sealed.score, sealed.sealed.receipt
    return StoredScore(
        id=new_id(), package_id=package.id, region_code=package.region_code, submission_id=submission.id, kind=kind,
        total=decimal_text(score.total), predikat=score.predikat if kind is ScoreKind.FINAL else REVOKED,
        body_sha256=receipt.body_sha256, previous=receipt.previous, sealed=sealed.to_json(),
        decisions=content.decode("utf-8"), reason=reason, by=caller.id, at=shop.clock.now(),
    )  # fmt: skip


def _kanwil_total(work: UnitOfWork, caller: Caller, package: StoredPackage, shop: Intake) -> str | None:
    submissions = work.reviews.submissions(package.id, caller.reach)
    if not submissions:
        return None
    decisions = decisions_at(work.reviews.decisions(submissions[-1].id, caller.reach), ReviewLevel.KANWIL)
    if not decisions:
        return None
    content = decisions_bytes(submissions[-1], package, decisions, bonus=None, previous=None)
    counted = score_decisions(shop.examiner.edition(package.edition), parse_decisions(content))
    return decimal_text(counted.total)


_REASON = Bilingual(
    "Pencabutan memerlukan alasan, tanpa nomor pribadi (NIK, KK, NPWP).",
    "A revocation needs a reason, without personal numbers (NIK, KK, NPWP).",
)
