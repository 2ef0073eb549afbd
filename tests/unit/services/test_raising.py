"""What would raise the score: by points, with the cause, the office and the next steps."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from evidence_ai.domain.decision import Decision, Decisions, DocumentName, Verdict
from evidence_ai.domain.dossier import Package
from evidence_ai.editions import load
from evidence_ai.services.contract import gain_object
from evidence_ai.services.prechecking import CoverageState, precheck
from evidence_ai.services.raising import Gain, gains
from tests.builders import OTHER_REGION, OTHER_REGION_CODE, claim, classification, dossier, package, understanding

EDITION = load("permenkumham_22_2021")


def _gains(of: Package) -> dict[str, Gain]:
    return {one.indicator.id: one for one in gains(precheck(of, EDITION))}


def _steps(gain: Gain) -> str:
    return "\n".join(one.id for one in gain.steps)


def _followed(of: Package, *documents: str, year: int = 2022) -> Package:
    accepted = Decision(
        "BH.S1", Verdict.CONFIRMED, "ada", None, None, None, documents, "p-1", "2023-04-01T08:00:00Z", None
    )
    names = tuple(DocumentName(one, f"perda {one[:4]}.pdf") for one in documents)
    previous = Decisions("1", EDITION.name, of.region_code, year, year + 1, Decimal(0), None, names, (accepted,))
    return replace(of, previous=previous)


def test_what_is_missing_stands_in_order_of_its_points() -> None:
    points = [one.points for one in gains(precheck(package(), EDITION))]
    assert len(points) == 120
    assert points == sorted(points, reverse=True)


def test_a_covered_indicator_raises_nothing() -> None:
    good = dossier(classified=classification(("BH.S1", 0.95)))
    assert "BH.S1" not in _gains(package(good, claims=(claim("BH.S1", "ada"),)))


def test_a_weak_one_says_why_its_document_does_not_do_and_who_must_act() -> None:
    foreign = dossier(said=understanding(region=OTHER_REGION, region_code=OTHER_REGION_CODE))
    gain = _gains(package(foreign, claims=(claim("BH.S1", "ada"),)))["BH.S1"]
    assert gain.state is CoverageState.WEAK
    assert any(OTHER_REGION in one.id for one in gain.because)
    assert gain.owner.id == "Bagian Hukum"


def test_an_empty_struktur_cell_gets_the_path_to_enactment_of_its_kind() -> None:
    found = _gains(package())
    perda, perkada, keputusan = _steps(found["BH.S1"]), _steps(found["BH.S2"]), _steps(found["BH.S3"])
    for word in ("Prakarsa", "Persetujuan", "NOREG", "Penetapan", "Pengundangan", "Lembaran Daerah"):
        assert word in perda
    assert "Berita Daerah" in perkada
    assert "NOREG" not in perkada
    assert "Pengundangan" not in keputusan


def test_a_draft_that_was_sent_goes_on_from_where_it_is() -> None:
    draft = dossier("rancangan.pdf", understanding(status="draft"), classified=classification(("BH.S1", 0.95)))
    gain = _gains(package(draft, claims=(claim("BH.S1", "ada", "rancangan.pdf"),)))["BH.S1"]
    assert "rancangan.pdf" in gain.steps[0].id
    assert "NOREG" in _steps(gain)


def test_what_was_accepted_last_year_is_proposed_again_instead_of_a_new_perda() -> None:
    gain = _gains(_followed(package(), "a" * 64))["BH.S1"]
    assert [one.sha256 for one in gain.carry_over] == ["a" * 64]
    assert "Ajukan lagi “perda aaaa.pdf”" in gain.steps[0].id
    assert "NOREG" not in _steps(gain)


def test_only_earlier_years_and_legal_products_carry_over() -> None:
    assert _gains(_followed(package(), "a" * 64, year=2023))["BH.S1"].carry_over == ()
    assert _gains(_followed(package(), "a" * 64))["BH.P2"].carry_over == ()


def test_a_gain_as_an_object_has_all_its_keys() -> None:
    found = gain_object(_gains(_followed(package(), "a" * 64))["BH.S1"], language="en")
    assert set(found) == {
        "indicator", "state", "points_possible", "accepted", "owner", "because", "steps", "carry_over",
    }  # fmt: skip
    assert found["carry_over"] == [
        {"sha256": "a" * 64, "file": "perda aaaa.pdf", "data_year": 2022, "in_package": False}
    ]
