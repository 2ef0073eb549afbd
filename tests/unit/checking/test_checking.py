"""The door of the checking room."""

from __future__ import annotations

from evidence_ai.checking import check
from evidence_ai.domain.dossier import Package
from evidence_ai.domain.mismatch import Mismatch, Severity
from tests.builders import (
    OTHER_REGION,
    OTHER_REGION_CODE,
    claim,
    classification,
    dossier,
    edition,
    package,
    understanding,
)

ORDER = (Severity.ERROR, Severity.WARNING, Severity.INFO)


def _foreign(name: str = "asing.pdf") -> Package:
    said = understanding(region=OTHER_REGION, region_code=OTHER_REGION_CODE, issuer_level="kota")
    return package(dossier(name, said))


def _found(given: Package) -> tuple[Mismatch, ...]:
    return check(given, edition())


def test_a_sound_package_has_no_findings() -> None:
    sound = dossier("perda.pdf", classified=classification(("BH.S1", 0.95)))
    assert _found(package(sound, claims=(claim("BH.S1", "ada", "perda.pdf"),))) == ()


def test_an_empty_package_has_no_findings() -> None:
    assert _found(package()) == ()


def test_the_gravest_findings_come_first() -> None:
    said = understanding("dpa", region=OTHER_REGION, region_code=OTHER_REGION_CODE, period="2021")
    many = package(dossier("b.pdf", said), dossier("a.pdf"), claims=(claim("BH.S1", "ada", "hilang.pdf"),))
    ranks = [ORDER.index(one.severity) for one in _found(many)]
    assert len(set(ranks)) > 1
    assert ranks == sorted(ranks)


def test_the_order_of_documents_does_not_change_the_findings() -> None:
    one, other = dossier("a.pdf", understanding("dpa", period="2021")), dossier("b.pdf", understanding(status="draft"))
    assert _found(package(one, other)) == _found(package(other, one))


def test_a_finding_carries_the_indicator_that_alone_leans_on_its_document() -> None:
    foreign = _foreign().dossiers
    once = package(*foreign, claims=(claim("BH.S1", "ada", "asing.pdf"),))
    twice = package(*foreign, claims=(claim("BH.S1", "ada", "asing.pdf"), claim("KP.S1", "ada", "asing.pdf")))
    assert [one.indicator for one in _found(once) if one.code == "wrong_region"] == ["BH.S1"]
    assert [one.indicator for one in _found(twice) if one.code == "wrong_region"] == [None]
    assert [one.indicator for one in _found(_foreign()) if one.code == "wrong_region"] == [None]


def test_a_claim_on_an_indicator_the_edition_does_not_know_breaks_nothing() -> None:
    assert _found(package(dossier(), claims=(claim("XX.S9", "ada", "perda.pdf"),))) == ()


def test_a_document_checked_alone_with_a_claim_needs_no_value() -> None:
    minutes = dossier("notulen.pdf", understanding("notulen"))
    codes = {one.code for one in _found(package(minutes, claims=(claim("BH.P1", None, "notulen.pdf"),)))}
    assert codes == {"wrong_document_type"}
