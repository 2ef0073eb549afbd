"""How wide a document is, budgets and reports."""

from __future__ import annotations

from typing import Any

import pytest

from evidence_ai.domain.candidate import Scope
from evidence_ai.domain.understanding import BudgetLevel, FigureRole
from tests.builders import budget_line, figure, understanding


@pytest.mark.parametrize(
    "title",
    [
        "Anggaran Pendapatan dan Belanja Daerah Tahun Anggaran 2023",
        "Penjabaran Perubahan APBD Tahun Anggaran 2023",
        "Pertanggungjawaban Pelaksanaan Anggaran Pendapatan dan Belanja Daerah Tahun Anggaran 2022",
    ],
)
def test_a_whole_budget_is_known_by_its_title(classified: Any, title: str) -> None:
    assert classified(understanding("perda", title=title)).scope is Scope.WHOLE_BUDGET


@pytest.mark.parametrize(
    "title", ["Anggaran Pendapatan dan Belanja Desa", "Pedoman Penyusunan APBD", "Sistem dan Prosedur Pelaksanaan APBD"]
)
def test_a_title_that_only_mentions_a_budget_is_no_whole_budget(classified: Any, title: str) -> None:
    assert classified(understanding("perkada", title=title)).scope is not Scope.WHOLE_BUDGET


def test_a_whole_budget_gives_each_money_indicator_with_a_line_found(classified: Any) -> None:
    lines = (
        budget_line("URUSAN KESEHATAN", 5_000_000_000, code="1.02", level=BudgetLevel.BIDANG, on_page=4),
        budget_line("Fasilitasi Bantuan Hukum", 75_000_000, code="4.01.02.2.03.0002", on_page=9),
    )
    result = classified(understanding("apbd", title="APBD Tahun Anggaran 2023", budget_lines=lines))
    assert {candidate.indicator for candidate in result.candidates} == {"KS.P1", "BH.P1"}
    assert all(candidate.suggested for candidate in result.candidates)
    reason = next(one for one in result.candidates[0].reasons if one.channel == "budget")
    assert (reason.page, "75.000.000" in reason.text.id) in {(9, True), (4, False)}


def test_a_whole_budget_without_a_line_abstains_and_says_so(classified: Any) -> None:
    result = classified(understanding("perda", title="APBD Tahun Anggaran 2023"))
    assert result.abstained
    assert result.abstained_because is not None
    assert "baris anggaran" in result.abstained_because.id
    assert len(result.candidates) == 10


def test_codes_of_older_budgets_are_not_read_as_functions_of_today(classified: Any) -> None:
    old = budget_line("Kegiatan", 1_000_000, code="2.12", level=BudgetLevel.BIDANG, year=2014)
    result = classified(understanding("apbd", title="APBD Tahun Anggaran 2014", budget_lines=(old,)))
    assert result.abstained


def test_the_budget_of_one_office_is_specific(classified: Any) -> None:
    lines = (budget_line("Program Pendaftaran Penduduk", 90_000_000, code="2.12.02", level=BudgetLevel.PROGRAM),)
    title = "Dokumen Pelaksanaan Anggaran Dinas Kependudukan dan Pencatatan Sipil"
    result = classified(understanding("dpa", title=title, budget_lines=lines))
    assert result.scope is Scope.SPECIFIC
    assert result.candidates[0].indicator == "KP.P1"
    assert result.candidates[0].suggested


def test_an_rka_is_recognised_less_surely_than_a_dpa(classified: Any) -> None:
    title = "Anggaran Dinas Kesehatan"
    line = (budget_line("Program Pemenuhan Upaya Kesehatan", 10_000, code="1.02.02", level=BudgetLevel.PROGRAM),)
    plan = classified(understanding("rka", title=title, budget_lines=line)).candidates[0]
    approved = classified(understanding("dpa", title=title, budget_lines=line)).candidates[0]
    assert plan.indicator == approved.indicator == "KS.P1"
    assert plan.probability < approved.probability


def test_a_report_on_the_government_gives_each_result_figure_with_its_page(classified: Any) -> None:
    figures = (
        figure("Tingkat pengangguran terbuka", "4,31", on_page=12),
        figure("Angka kematian ibu", "97,6", unit="per 100.000", on_page=30),
    )
    result = classified(understanding("lkpj", title="Laporan Keterangan Pertanggungjawaban", figures=figures))
    assert result.scope is Scope.WHOLE_GOVERNMENT_REPORT
    pages = {one.indicator: [why.page for why in one.reasons if why.channel == "figure"] for one in result.candidates}
    assert pages["PK.H1"] == [12]
    assert pages["KS.H1"] == [30]


def test_a_target_is_weaker_than_a_result(classified: Any) -> None:
    def chance(role: FigureRole) -> float:
        figures = (figure("Tingkat pengangguran terbuka", "4,31", role=role),)
        result = classified(understanding("laporan_kinerja", title="Laporan Kinerja", figures=figures))
        return next((one.probability for one in result.candidates if one.indicator == "PK.H1"), 0.0)

    assert chance(FigureRole.TARGET) < chance(FigureRole.REALISASI)


def test_figures_of_one_table_do_not_explain_each_other_away(classified: Any) -> None:
    figures = (figure("Kepemilikan KTP elektronik", "98,90"), figure("Kepemilikan kartu identitas anak", "65,00"))
    result = classified(understanding("tabel_data", title="Data Kependudukan", figures=figures))
    suggested = {candidate.indicator for candidate in result.candidates if candidate.suggested}
    assert {"KP.H1", "KP.H3"} <= suggested


def test_a_realised_budget_also_proves_the_result_that_asks_for_it(classified: Any) -> None:
    lines = (budget_line("Fasilitasi Bantuan Hukum", 100, realised_rupiah=90, code="4.01.02.2.03.0002"),)
    title = "Laporan Realisasi Anggaran Bagian Hukum"
    result = classified(understanding("lra", title=title, budget_lines=lines))
    assert {"BH.P1", "BH.H3"} <= {candidate.indicator for candidate in result.candidates if candidate.suggested}


@pytest.mark.parametrize(
    ("title", "scope"),
    [
        ("Laporan Kinerja Instansi Pemerintah Kabupaten Tanjung Arum", Scope.WHOLE_GOVERNMENT_REPORT),
        ("Laporan Kinerja Dinas Pendidikan Kabupaten Tanjung Arum", Scope.OPD_REPORT),
    ],
)
def test_a_report_is_as_wide_as_who_wrote_it(classified: Any, title: str, scope: Scope) -> None:
    assert classified(understanding("laporan_kinerja", title=title)).scope is scope
