"""The story from submission to verified decisions: the region freezes, the Kanwil reviews, the central team verifies.

A decision is only ever added. It names the dossier version its author saw; where that is no longer the newest, it is
refused, because somebody decided, or the region submitted anew, while the page was open.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.claim import Claim
from evidence_ai.domain.decision import Decision, Verdict, in_force
from evidence_ai.domain.document import Outcome
from evidence_ai.domain.people import Caller
from evidence_ai.domain.review import FrozenDocument, ReviewLevel, StoredDecision, Submission
from evidence_ai.domain.stored import DocumentState, PackageState, StoredDocument, StoredPackage
from evidence_ai.errors import EvidenceError
from evidence_ai.services import refusals
from evidence_ai.services.auditing import note
from evidence_ai.services.decisions_file import DECISIONS_SCHEMA, parse_decisions
from evidence_ai.services.identifiers import digest, new_id
from evidence_ai.services.intake import Intake, SecondReading, package_for
from evidence_ai.services.ports import UnitOfWork
from evidence_ai.services.refusals import RefusedError
from evidence_ai.services.rights import Act, ensure

_OPEN_FOR = {ReviewLevel.KANWIL: PackageState.SUBMITTED, ReviewLevel.CENTRAL: PackageState.KANWIL_REVIEWED}
_CLOSED_AS = {ReviewLevel.KANWIL: PackageState.KANWIL_REVIEWED, ReviewLevel.CENTRAL: PackageState.VERIFIED}
_ACT = {ReviewLevel.KANWIL: Act.REVIEW, ReviewLevel.CENTRAL: Act.VERIFY}
_NOT_TO_SUBMIT = frozenset({PackageState.VERIFIED, PackageState.REVOKED})


@dataclass(frozen=True, slots=True)
class NewDecision:
    """What a person decides on one indicator; numbers as exact text."""

    indicator: str
    verdict: Verdict
    value: str | None
    unit: str | None
    numerator: str | None
    denominator: str | None
    documents: tuple[str, ...]
    reason: str | None


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """One answered indicator of a submission: what is claimed, what was decided, and the version this shows."""

    indicator: str
    claims: tuple[Claim, ...]
    documents: tuple[FrozenDocument, ...]
    decisions: tuple[StoredDecision, ...]
    seen: str
    read_twice: bool = False

    def decided(self, level: ReviewLevel) -> StoredDecision | None:
        """The decision in force at a level: the last one."""
        return next((one for one in reversed(self.decisions) if one.level is level), None)

    def readings(self, level: ReviewLevel) -> tuple[StoredDecision, ...]:
        """The last decision of each person who decided at a level, in the order they first did."""
        by_person: dict[str, StoredDecision] = {}
        for one in self.decisions:
            if one.level is level:
                by_person[one.decision.by] = one
        return tuple(by_person.values())

    def settled(self, level: ReviewLevel) -> bool:
        """Whether nobody need decide at this level any more: two who read alike, or a third where they differ."""
        readings = self.readings(level)
        if not self.read_twice or not readings:
            return bool(readings)
        alike = len(readings) == 2 and _alike(readings[0].decision, readings[1].decision)
        return alike or len(readings) > 2

    def as_seen_by(self, person: str) -> ReviewItem:
        """The item without what others decided at a level that is not settled: a second reading is made blind."""
        hidden = [level for level in ReviewLevel if self.read_twice and not self.settled(level)]
        shown = tuple(one for one in self.decisions if one.level not in hidden or one.decision.by == person)
        return replace(self, decisions=shown)


def submit(work: UnitOfWork, caller: Caller, package_id: str, shop: Intake) -> Submission:
    """Freeze a package as it is; whatever the region changes later belongs to the next submission.

    Raises:
        RefusedError: not allowed, not there, nothing new in it, or still being read.
    """
    ensure(caller, Act.SUBMIT)
    package = _locked(work, caller, package_id)
    if package.state in _NOT_TO_SUBMIT:
        raise RefusedError(refusals.WRONG_STATE)
    documents = work.packages.documents(package.id, caller.reach)
    claims = tuple(one.claim for one in work.packages.claims(package.id, caller.reach))
    if not claims or not documents:
        raise RefusedError(refusals.NOTHING_TO_SUBMIT)
    if any(one.state is DocumentState.RECEIVED for one in documents):
        raise RefusedError(refusals.STILL_WORKING)
    before = work.reviews.submissions(package.id, caller.reach)
    frozen = tuple(_frozen(work, one) for one in documents)
    content = _digest(frozen, claims)
    if before and before[-1].digest == content:
        raise RefusedError(refusals.WRONG_STATE, _NOTHING_NEW)
    submission = Submission(
        new_id(), package.id, package.region_code, len(before) + 1, content, frozen, claims, caller.id, shop.clock.now()
    )
    work.reviews.add_submission(submission)
    move(work, caller, package, PackageState.SUBMITTED, "package_submitted", shop, subject=submission.id)
    return submission


def latest_submission(work: UnitOfWork, caller: Caller, package_id: str) -> Submission:
    """The submission that is being reviewed.

    Raises:
        RefusedError: not allowed, or nothing was submitted.
    """
    ensure(caller, Act.READ)
    found = work.reviews.submissions(package_id, caller.reach)
    if not found:
        raise RefusedError(refusals.NOT_FOUND)
    return found[-1]


def review_items(work: UnitOfWork, caller: Caller, package_id: str, shop: Intake) -> tuple[ReviewItem, ...]:
    """Every answered indicator of the latest submission, in the edition's order, as the caller may see it.

    Raises:
        RefusedError: not allowed, or nothing was submitted.
    """
    items = _items(work, caller, package_id, shop)
    return tuple(one.as_seen_by(caller.id) for one in items)


def decide(
    work: UnitOfWork, caller: Caller, package_id: str, new: NewDecision, shop: Intake, *, level: ReviewLevel, seen: str
) -> StoredDecision:
    """Add a decision.

    Raises:
        RefusedError: not allowed, not there, not at this stage, made on an older version, or not usable.
    """
    ensure(caller, _ACT[level])
    package = _locked(work, caller, package_id)
    if package.state is not _OPEN_FOR[level]:
        raise RefusedError(refusals.WRONG_STATE)
    submission = latest_submission(work, caller, package_id)
    before = work.reviews.decisions(submission.id, caller.reach)
    items = _items(work, caller, package_id, shop)
    item = next((one for one in items if one.indicator == new.indicator), None)
    if item is None:
        raise RefusedError(refusals.INDICATOR_UNKNOWN)
    if item.seen != seen:
        raise RefusedError(refusals.STALE)
    now = shop.clock.now()
    decision = _usable(new, submission, package, level, by=caller.id, at=now.isoformat())
    stored = StoredDecision(
        new_id(), package.id, package.region_code, submission.id, level, len(before) + 1, seen, decision
    )
    work.reviews.add_decision(stored)
    note(
        work, caller, "decided", subject=stored.id, at=now, region_code=package.region_code, level=level.value,
        indicator=new.indicator, verdict=new.verdict.value,
    )  # fmt: skip
    work.packages.tell(
        package_id=package.id, region_code=package.region_code, kind="decided", subject=stored.id, at=now
    )
    return stored


def close_level(
    work: UnitOfWork, caller: Caller, package_id: str, shop: Intake, *, level: ReviewLevel
) -> StoredPackage:
    """Hand a package on when every answer is decided at this level.

    Raises:
        RefusedError: not allowed, not there, not at this stage, or something is undecided.
    """
    ensure(caller, _ACT[level])
    package = _locked(work, caller, package_id)
    if package.state is not _OPEN_FOR[level]:
        raise RefusedError(refusals.WRONG_STATE)
    items = _items(work, caller, package_id, shop)
    open_ = [one.indicator for one in items if not one.settled(level)]
    if open_:
        named = ", ".join(open_[:10])
        words = Bilingual(f"Belum diputuskan: {named}.", f"Not decided yet: {named}.")
        raise RefusedError(refusals.UNDECIDED, words)
    return move(work, caller, package, _CLOSED_AS[level], f"{level.value}_closed", shop, subject=package.id)


def decisions_bytes(
    submission: Submission, package: StoredPackage, decisions: Sequence[Decision], *, bonus: str | None,
    previous: str | None,
) -> bytes:  # fmt: skip
    """The decisions file of a submission, as the command line reads it too."""
    named = {sha256 for one in decisions for sha256 in one.documents}
    told = {
        "schema": DECISIONS_SCHEMA,
        "edition": package.edition,
        "region_code": package.region_code,
        "data_year": package.data_year,
        "award_year": package.award_year,
        "aksi_ham_bonus": bonus,
        "previous_receipt": previous,
        "documents": [
            {"sha256": sha256, "name": one.name, "outcome": one.outcome if one.outcome != Outcome.OK else None}
            for sha256, one in sorted({one.sha256: one for one in submission.documents if one.sha256}.items())
            if sha256 in named
        ],
        "decisions": [_decision_object(one) for one in decisions],
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode("utf-8")


def decisions_at(decisions: Sequence[StoredDecision], level: ReviewLevel) -> tuple[Decision, ...]:
    """The decisions in force at a level, by indicator."""
    return in_force(one.decision for one in decisions if one.level is level)


def move(
    work: UnitOfWork, caller: Caller, package: StoredPackage, state: PackageState, action: str, shop: Intake, *,
    subject: str,
) -> StoredPackage:  # fmt: skip
    """A package at its next stage, written down and told."""
    now = shop.clock.now()
    after = replace(package, state=state, revision=package.revision + 1, changed_at=now)
    work.packages.save(after, seen=package.revision)
    note(work, caller, action, subject=subject, at=now, region_code=package.region_code)
    work.packages.tell(package_id=package.id, region_code=package.region_code, kind=action, subject=subject, at=now)
    return after


def _items(work: UnitOfWork, caller: Caller, package_id: str, shop: Intake) -> tuple[ReviewItem, ...]:
    submission = latest_submission(work, caller, package_id)
    package = package_for(work, caller, package_id)
    decisions = work.reviews.decisions(submission.id, caller.reach)
    edition = shop.examiner.edition(package.edition)
    answered: dict[str, list[Claim]] = {}
    for claim in submission.claims:
        answered.setdefault(claim.indicator, []).append(claim)
    items = []
    for indicator in edition.indicators:
        claims = answered.get(indicator.id)
        if claims is None:
            continue
        names = {name for claim in claims for name in claim.file_names}
        taken = tuple(one for one in decisions if one.decision.indicator == indicator.id)
        items.append(
            ReviewItem(
                indicator.id,
                tuple(claims),
                tuple(one for one in submission.documents if _is_named(one.name, names)),
                taken,
                _seen(submission, indicator.id, taken),
                _is_read_twice(submission, indicator.id, shop.second_reading),
            )
        )
    return tuple(items)


def _is_read_twice(submission: Submission, indicator: str, sample: SecondReading) -> bool:
    """The same for the same submission, and not to be foreseen without the season's salt."""
    drawn = digest(json.dumps([sample.salt, submission.digest, indicator]))
    return int(drawn[:8], 16) % 100 < sample.percent


def _alike(one: Decision, other: Decision) -> bool:
    """Whether two persons decided the same; words of their reasons may differ."""
    told = [(d.verdict, d.value, d.unit, d.numerator, d.denominator, d.documents) for d in (one, other)]
    return told[0] == told[1]


def _is_named(name: str, names: set[str]) -> bool:
    """A manifest names files with or without their folder."""
    return name in names or name.rpartition("/")[2] in names


def _seen(submission: Submission, indicator: str, decisions: Sequence[StoredDecision]) -> str:
    return digest(json.dumps([submission.id, submission.digest, indicator, [one.id for one in decisions]]))[:32]


def _usable(
    new: NewDecision, submission: Submission, package: StoredPackage, level: ReviewLevel, *, by: str, at: str
) -> Decision:
    """The decision as the score will read it: what the decisions file would refuse is refused now."""
    if new.verdict is Verdict.NOT_APPLICABLE and level is not ReviewLevel.CENTRAL:
        raise RefusedError(refusals.DECISION_WRONG, _ONLY_CENTRAL)
    if new.verdict is Verdict.REJECTED and not (new.reason or "").strip():
        raise RefusedError(refusals.DECISION_WRONG, _REASON_NEEDED)
    if not set(new.documents) <= {one.sha256 for one in submission.documents}:
        raise RefusedError(refusals.DECISION_WRONG, _FOREIGN_DOCUMENT)
    raw = {
        "indicator": new.indicator, "verdict": new.verdict.value, "value": new.value, "unit": new.unit,
        "numerator": new.numerator, "denominator": new.denominator, "documents": list(new.documents), "by": by,
        "at": at, "reason": new.reason,
    }  # fmt: skip
    file = {
        "edition": package.edition, "region_code": package.region_code, "data_year": package.data_year,
        "decisions": [raw],
    }  # fmt: skip
    try:
        return parse_decisions(json.dumps(file).encode("utf-8")).decisions[0]
    except EvidenceError as error:
        raise RefusedError(refusals.DECISION_WRONG, Bilingual(error.what, error.what)) from error


def _decision_object(one: Decision) -> dict[str, object]:
    return {
        "indicator": one.indicator, "verdict": one.verdict.value, "value": one.value, "unit": one.unit,
        "numerator": _plain(one.numerator), "denominator": _plain(one.denominator), "documents": list(one.documents),
        "by": one.by, "at": one.at, "reason": one.reason,
    }  # fmt: skip


def _plain(number: Decimal | None) -> str | None:
    return None if number is None else f"{number:f}"


def _locked(work: UnitOfWork, caller: Caller, package_id: str) -> StoredPackage:
    package = work.packages.locked(package_id, caller.reach)
    if package is None:
        raise RefusedError(refusals.NOT_FOUND)
    return package


def _frozen(work: UnitOfWork, document: StoredDocument) -> FrozenDocument:
    text = document.refused or work.results.text(document.sha256, document.version)
    said = work.results.understanding(document.sha256, document.version)
    kind = said.document_type if said is not None else None
    outcome = text.outcome.value if text is not None else Outcome.UNREADABLE.value
    return FrozenDocument(document.id, document.sha256, document.name, outcome, kind.value if kind else None)


def _digest(documents: Sequence[FrozenDocument], claims: Sequence[Claim]) -> str:
    told = [
        sorted([one.sha256, one.name] for one in documents),
        sorted(json.dumps([one.indicator, one.value, one.unit, one.numerator, one.denominator, one.file_names, one.note])
               for one in claims),
    ]  # fmt: skip
    return digest(json.dumps(told, ensure_ascii=False))


_NOTHING_NEW = Bilingual(
    "Isi paket sama dengan pengajuan terakhir, jadi tidak ada yang baru untuk diajukan.",
    "The package is the same as the last submission, so there is nothing new to submit.",
)
_ONLY_CENTRAL = Bilingual(
    "Hanya penilai pusat yang dapat menyatakan indikator tidak berlaku.",
    "Only a central reviewer can declare an indicator not applicable.",
)
_REASON_NEEDED = Bilingual("Penolakan memerlukan alasan.", "A rejection needs a reason.")
_FOREIGN_DOCUMENT = Bilingual(
    "Keputusan menyebut dokumen yang tidak ada pada pengajuan ini.",
    "The decision names a document that is not in this submission.",
)
