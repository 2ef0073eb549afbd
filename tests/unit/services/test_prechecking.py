from __future__ import annotations

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.claim import ClaimResult
from evidence_ai.domain.document import DocumentText, Outcome, Reason
from evidence_ai.domain.dossier import Dossier, Package
from evidence_ai.domain.understanding import Understanding
from evidence_ai.editions import load
from evidence_ai.services.prechecking import CoverageState, Precheck, precheck
from tests.builders import OTHER_REGION, OTHER_REGION_CODE, claim, classification, dossier, package, understanding

EDITION = load("permenkumham_22_2021")
LOCKED = DocumentText(Outcome.ENCRYPTED, Reason("encrypted", Bilingual("Terkunci.", "Locked.")), pages_total=0)


def good(name: str = "perda.pdf") -> Dossier:
    return dossier(name, classified=classification(("BH.S1", 0.95)))


def done(of: Package) -> Precheck:
    return precheck(of, EDITION)


def state(of: Precheck, indicator: str) -> CoverageState:
    return next(one.state for one in of.coverage if one.indicator.id == indicator)


def test_every_indicator_of_the_edition_has_its_state() -> None:
    assert len(done(package()).coverage) == len(EDITION.indicators) == 120


def test_a_claim_with_a_fitting_document_is_covered_and_counts_as_certain() -> None:
    found = done(package(good(), claims=(claim("BH.S1", "ada", "perda.pdf"),)))
    assert state(found, "BH.S1") is CoverageState.COVERED
    assert found.claims[0].finding is not None
    assert found.claims[0].finding.result is ClaimResult.AGREES
    assert found.provisional.certain.total > 0
    assert found.provisional.certain.assumed


def test_a_claim_without_its_file_is_missing_and_earns_nothing() -> None:
    found = done(package(claims=(claim("BH.S1", "ada", "hilang.pdf"),)))
    assert state(found, "BH.S1") is CoverageState.MISSING
    assert found.provisional.if_all_confirmed.total == 0


def test_a_locked_document_is_unreadable_and_never_missing() -> None:
    locked = dossier(said=Understanding(), text_read=LOCKED)
    found = done(package(locked, claims=(claim("BH.S1", "ada", "perda.pdf"),)))
    assert state(found, "BH.S1") is CoverageState.UNREADABLE


def test_a_document_of_another_region_makes_the_indicator_weak_and_uncertain() -> None:
    foreign = dossier(
        said=understanding(region=OTHER_REGION, region_code=OTHER_REGION_CODE),
        classified=classification(("BH.S1", 0.95)),
    )
    found = done(package(foreign, claims=(claim("BH.S1", "ada", "perda.pdf"),)))
    assert state(found, "BH.S1") is CoverageState.WEAK
    assert found.provisional.certain.total == 0
    assert found.provisional.if_all_confirmed.total > 0
    assert found.package.dossiers[0].mismatches


def test_without_a_claim_the_documents_that_would_fit_are_named() -> None:
    found = done(package(good()))
    unclaimed = next(one for one in found.coverage if one.indicator.id == "BH.S1")
    assert unclaimed.state is CoverageState.NOT_CLAIMED
    assert unclaimed.documents == ("perda.pdf",)


def test_the_points_of_all_indicators_add_up_to_the_whole() -> None:
    assert sum(one.points_possible for one in done(package()).coverage) == 100
