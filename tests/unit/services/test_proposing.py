"""Answers proposed from documents: each with its value, unit, page and words."""

from __future__ import annotations

from decimal import Decimal

from evidence_ai.domain.understanding import BudgetLevel, FigureRole
from evidence_ai.services.contract import proposal_object
from evidence_ai.services.proposing import Proposal, propose
from tests.builders import (
    OTHER_REGION_CODE,
    budget_line,
    claim,
    classification,
    dossier,
    edition,
    figure,
    package,
    understanding,
)


def _by_indicator(*found: Proposal) -> dict[str, Proposal]:
    return {one.indicator: one for one in found}


def test_a_dpa_proposes_the_budget_of_the_line_about_the_indicator() -> None:
    lines = (
        budget_line("Program pemeliharaan jalan", 900_000_000, level=BudgetLevel.PROGRAM),
        budget_line("Fasilitasi Bantuan Hukum", 265_000_000, on_page=2),
    )
    dpa = dossier("dpa.pdf", understanding("dpa", period="2023", budget_lines=lines))
    found = _by_indicator(*propose(package(dpa), edition()))
    assert (found["BH.P1"].value, found["BH.P1"].unit) == ("265000000", "rupiah")
    assert found["BH.P1"].quote is not None
    assert found["BH.P1"].quote.page == 2
    assert not found["BH.P1"].answered


def test_a_report_proposes_value_part_and_whole_as_printed() -> None:
    printed = figure("Persentase kepemilikan KTP elektronik", "98,90", numerator=295_130, denominator=298_412)
    report = dossier("profil.pdf", understanding("profil", period="2023", figures=(printed,)))
    found = _by_indicator(*propose(package(report, claims=(claim("KP.H1", "98,90", "profil.pdf"),)), edition()))
    proposed = found["KP.H1"]
    assert (proposed.value, proposed.unit) == ("98.90", "%")
    assert (proposed.numerator, proposed.denominator) == ("295130", "298412")
    assert proposed.answered


def test_an_enacted_perda_about_the_indicator_proposes_ada() -> None:
    perda = dossier(classified=classification(("BH.S1", 0.95)))
    assert _by_indicator(*propose(package(perda), edition()))["BH.S1"].value == "ada"


def test_targets_other_years_drafts_and_other_regions_propose_nothing() -> None:
    label = "Prevalensi balita stunting"
    target = understanding("profil", period="2023", figures=(figure(label, "14,0", role=FigureRole.TARGET),))
    older = understanding("profil", period="2023", figures=(figure(label, "24,1", year=2021),))
    foreign = understanding("profil", period="2023", region_code=OTHER_REGION_CODE, figures=(figure(label, "21,6"),))
    draft = dossier("d.pdf", understanding(status="draft"), classified=classification(("BH.S1", 0.95)))
    files = [dossier(f"{at}.pdf", said) for at, said in enumerate((target, older, foreign))]
    assert propose(package(*files, draft), edition()) == ()


def test_two_figures_are_alternatives_and_many_are_a_table_that_proposes_nothing() -> None:
    label = "Prevalensi balita stunting"

    def profile(*printed: str) -> tuple[Proposal, ...]:
        figures = tuple(figure(label, one, value=str(Decimal(one.replace(",", ".")))) for one in printed)
        return propose(package(dossier("p.pdf", understanding("profil", period="2023", figures=figures))), edition())

    assert [one.alternatives for one in profile("21,6", "20,9")] == [1, 1]
    assert profile("21,6", "20,9", "18,2", "30,1") == ()


def test_a_proposal_as_an_object_has_all_its_keys() -> None:
    perda = dossier(classified=classification(("BH.S1", 0.95)))
    found = proposal_object(propose(package(perda), edition())[0], language="id")
    assert set(found) == {
        "indicator", "value", "unit", "numerator", "denominator", "file", "quote", "confidence", "alternatives", "because",
        "answered",
    }  # fmt: skip
    assert found["quote"]["page"] == 1
