"""The story of a package: claims and documents in, findings, coverage and a provisional score out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from evidence_ai.checking import check
from evidence_ai.checking.cases import named
from evidence_ai.checking.claims import ClaimFinding, compare
from evidence_ai.checking.numbers import number, ratio
from evidence_ai.domain.claim import Claim, ClaimResult
from evidence_ai.domain.decision import DocumentName
from evidence_ai.domain.document import Outcome
from evidence_ai.domain.dossier import Dossier, Package
from evidence_ai.domain.edition import Direction, Edition, Indicator, Measure
from evidence_ai.domain.mismatch import Mismatch, Severity
from evidence_ai.domain.score import Score
from evidence_ai.scoring import score
from evidence_ai.scoring.evidence import AssumedEvidence
from evidence_ai.scoring.possible import points_possible
from evidence_ai.services.proposing import Proposal, propose


class CoverageState(StrEnum):
    """How far an indicator is evidenced before a person decides.

    `covered`: claimed, and nothing found against it; `weak`: claimed, with something a reviewer would question;
    `missing`: claimed, without any document in the package; `unreadable`: its documents cannot be read.
    """

    COVERED = "covered"
    WEAK = "weak"
    MISSING = "missing"
    UNREADABLE = "unreadable"
    NOT_CLAIMED = "not_claimed"


@dataclass(frozen=True, slots=True)
class ClaimCheck:
    """One answer and how it fares against its documents; `finding` None: the edition has no such indicator."""

    claim: Claim
    finding: ClaimFinding | None


@dataclass(frozen=True, slots=True)
class Coverage:
    """One indicator of the edition; `documents` by name: those claimed, or, without a claim, those that would fit.

    `points_possible`: what a full share adds to the total.
    """

    indicator: Indicator
    state: CoverageState
    documents: tuple[str, ...]
    points_possible: Fraction


@dataclass(frozen=True, slots=True)
class ProvisionalScore:
    """Two totals nobody has decided on.

    `certain`: only answers that agree with their documents and have no finding against them count as confirmed;
    `if_all_confirmed`: every answer with a document that can be read counts, as answered.
    """

    certain: Score
    if_all_confirmed: Score


@dataclass(frozen=True, slots=True)
class Precheck:
    """Everything a pre-check leaves. `package.dossiers` carry their own findings; `mismatches` holds all of them."""

    package: Package
    edition: Edition
    claims: tuple[ClaimCheck, ...]
    coverage: tuple[Coverage, ...]
    mismatches: tuple[Mismatch, ...]
    provisional: ProvisionalScore
    proposals: tuple[Proposal, ...] = ()

    @property
    def has_errors(self) -> bool:
        """Whether a reviewer would reject something."""
        return any(one.severity is Severity.ERROR for one in self.mismatches)


def precheck(package: Package, edition: Edition, *, about_package: tuple[Mismatch, ...] = ()) -> Precheck:
    """Check a package whose documents have been read, understood and classified.

    `about_package`: what was already found odd about the package itself (its manifest, its file names).
    """
    found = (*about_package, *check(package, edition))
    dossiers = tuple(_with_findings(dossier, found) for dossier in package.dossiers)
    package = replace(package, dossiers=dossiers)
    claims = tuple(_claim_check(claim, package, edition) for claim in package.claims)
    coverage = tuple(_coverage(indicator, package, claims, found, edition) for indicator in edition.indicators)
    totals = _provisional(package, edition, claims, coverage)
    return Precheck(package, edition, claims, coverage, found, totals, propose(package, edition))


def _with_findings(dossier: Dossier, found: Iterable[Mismatch]) -> Dossier:
    return replace(dossier, mismatches=tuple(one for one in found if one.file_name == dossier.document.name))


def _claim_check(claim: Claim, package: Package, edition: Edition) -> ClaimCheck:
    indicator = edition.indicator(claim.indicator)
    if indicator is None:
        return ClaimCheck(claim, None)
    return ClaimCheck(claim, compare(claim, indicator, package.dossiers, data_year=package.data_year))


def _coverage(
    indicator: Indicator,
    package: Package,
    claims: tuple[ClaimCheck, ...],
    found: tuple[Mismatch, ...],
    edition: Edition,
) -> Coverage:
    mine = [one for one in claims if one.claim.indicator == indicator.id]
    possible = points_possible(edition, indicator.id)
    if not mine:
        return Coverage(indicator, CoverageState.NOT_CLAIMED, _fitting(indicator, package), possible)
    documents = {dossier.document.name: dossier for one in mine for dossier in named(one.claim, package.dossiers)}
    state = _state(indicator, mine, list(documents.values()), found)
    return Coverage(indicator, state, tuple(documents), possible)


def _state(
    indicator: Indicator, claims: list[ClaimCheck], documents: list[Dossier], found: tuple[Mismatch, ...]
) -> CoverageState:
    if not documents:
        return CoverageState.MISSING
    if all(not _is_readable(one) for one in documents):
        return CoverageState.UNREADABLE
    contradicted = any(one.finding is not None and one.finding.result is ClaimResult.CONTRADICTS for one in claims)
    against = [one for one in found if one.severity is not Severity.INFO and _concerns(one, indicator, documents)]
    return CoverageState.WEAK if contradicted or against else CoverageState.COVERED


def _concerns(mismatch: Mismatch, indicator: Indicator, documents: list[Dossier]) -> bool:
    """Whether a finding weighs on an indicator: about its claim, or about one of its documents as such."""
    if mismatch.indicator is not None:
        return mismatch.indicator == indicator.id
    return any(mismatch.file_name == one.document.name for one in documents)


def _fitting(indicator: Indicator, package: Package) -> tuple[str, ...]:
    return tuple(
        one.document.name
        for one in package.dossiers
        if one.classification is not None
        and any(seen.indicator == indicator.id and seen.suggested for seen in one.classification.candidates)
    )


def _is_readable(dossier: Dossier) -> bool:
    return dossier.text.outcome in {Outcome.OK, Outcome.PARTIAL}


def _provisional(
    package: Package, edition: Edition, claims: tuple[ClaimCheck, ...], coverage: tuple[Coverage, ...]
) -> ProvisionalScore:
    covered = {one.indicator.id for one in coverage if one.state is CoverageState.COVERED}
    readable = covered | {one.indicator.id for one in coverage if one.state is CoverageState.WEAK}
    agreed = [one for one in claims if one.finding is not None and one.finding.result is ClaimResult.AGREES]
    return ProvisionalScore(
        certain=score(edition, _assumed(agreed, covered, package, edition)),
        if_all_confirmed=score(edition, _assumed(claims, readable, package, edition)),
    )


def _assumed(
    claims: Iterable[ClaimCheck], indicators: set[str], package: Package, edition: Edition
) -> list[AssumedEvidence]:
    """One assumption per indicator: the first answer that can be counted."""
    assumed: dict[str, AssumedEvidence] = {}
    for one in claims:
        indicator = edition.indicator(one.claim.indicator)
        if indicator is None or indicator.id not in indicators or indicator.id in assumed:
            continue
        evidence = _evidence(one.claim, indicator, package)
        if evidence is not None:
            assumed[indicator.id] = evidence
    return list(assumed.values())


def _evidence(claim: Claim, indicator: Indicator, package: Package) -> AssumedEvidence | None:
    """The answer in exact terms; None where it is no number though one is needed. Its unit is the indicator's own."""
    documents = tuple(_document_name(one, indicator) for one in named(claim, package.dossiers))
    assumed = AssumedEvidence(indicator.id, unit=indicator.unit, documents=documents)
    if not documents:
        return None
    if indicator.measure is Measure.ADA:
        return assumed
    if indicator.direction is Direction.CATEGORY:
        return replace(assumed, value=claim.value)
    parts = ratio(claim.value)
    part = parts.part if parts is not None else number(claim.numerator)
    whole = parts.whole if parts is not None else number(claim.denominator)
    value = number(claim.value)
    if value is not None:
        assumed = replace(assumed, value=f"{value.value:f}")
    if part is not None and whole is not None and whole.value > 0:
        return replace(assumed, numerator=f"{part.value:f}", denominator=f"{whole.value:f}")
    return assumed if value is not None else None


def _document_name(dossier: Dossier, indicator: Indicator) -> DocumentName:
    """The document as a reviewer would name it; its type only where even a confirmation would earn nothing (RKA)."""
    kind = dossier.understanding.document_type
    weak = kind.value if kind is not None and kind.value in indicator.weak_types else None
    outcome = dossier.text.outcome.value
    return DocumentName(dossier.document.sha256, dossier.document.name, document_type=weak, outcome=outcome)
