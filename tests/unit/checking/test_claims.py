"""Answers against their documents."""

from __future__ import annotations

from evidence_ai.checking.claims import ClaimFinding, compare
from evidence_ai.domain.claim import ClaimResult
from evidence_ai.domain.document import DocumentText, Grade, Outcome
from evidence_ai.domain.dossier import Dossier
from evidence_ai.domain.understanding import BudgetLevel, BudgetLine, Figure, FigureRole
from tests.builders import (
    budget_line,
    claim,
    classification,
    dossier,
    edition,
    figure,
    page,
    scanned_page,
    text,
    understanding,
)

AGREES, CONTRADICTS = ClaimResult.AGREES, ClaimResult.CONTRADICTS
NOT_FOUND, UNCLEAR = ClaimResult.NOT_FOUND, ClaimResult.UNCLEAR


def _profile(*figures: Figure, text_read: DocumentText | None = None) -> Dossier:
    return dossier("profil.pdf", understanding("profil", period="2023", figures=figures), text_read=text_read)


def _answer(
    identifier: str,
    value: str | None,
    *documents: Dossier,
    unit: str | None = None,
    numerator: str | None = None,
    denominator: str | None = None,
) -> ClaimFinding:
    wanted = edition().indicator(identifier)
    assert wanted is not None
    names = tuple(one.document.name for one in documents)
    typed = claim(identifier, value, *names, unit=unit, numerator=numerator, denominator=denominator)
    return compare(typed, wanted, documents, data_year=2023)


def _dpa(*lines: BudgetLine) -> Dossier:
    return dossier("dpa.pdf", understanding("dpa", period="2023", budget_lines=lines))


def test_an_equal_figure_agrees_and_quotes_its_place() -> None:
    found = _answer("KS.H3", "21,6 %", _profile(figure("Prevalensi stunting", "21,6", on_page=4)))
    assert found.result is AGREES
    assert found.quote is not None
    assert found.quote.page == 4
    assert found.file_name == "profil.pdf"


def test_a_rounded_answer_agrees() -> None:
    assert _answer("KS.H3", "97,7 %", _profile(figure("Prevalensi stunting", "97,65"))).result is AGREES


def test_a_number_beyond_rounding_contradicts() -> None:
    found = _answer("KS.H3", "97,8 %", _profile(figure("Prevalensi stunting", "97,65")))
    assert found.result is CONTRADICTS
    assert "97,65" in found.because.id


def test_whole_numbers_must_be_equal() -> None:
    report = _profile(figure("Jumlah penyuluhan hukum", "12", unit="kegiatan"))
    assert _answer("BH.P3", "12", report, unit="kegiatan").result is AGREES
    assert _answer("BH.P3", "13", report, unit="kegiatan").result is CONTRADICTS


def test_a_target_is_no_result() -> None:
    target = figure("Prevalensi stunting", "14", role=FigureRole.TARGET)
    reached = figure("Prevalensi stunting", "21,6")
    assert _answer("KS.H3", "14 %", _profile(target)).result is UNCLEAR
    found = _answer("KS.H3", "14 %", _profile(target, reached))
    assert found.result is CONTRADICTS
    assert "target" in found.because.id


def test_a_figure_of_another_year_proves_nothing() -> None:
    assert _answer("KS.H3", "21,6 %", _profile(figure("Prevalensi stunting", "21,6", year=2020))).result is NOT_FOUND


def test_a_figure_of_another_unit_is_not_compared() -> None:
    assert _answer("KS.H3", "12 %", _profile(figure("Balita pendek", "1.234", unit="orang"))).result is NOT_FOUND


def test_several_districts_leave_the_question_open() -> None:
    rows = (figure("Prevalensi stunting", "20,1"), figure("Prevalensi stunting", "23,4"))
    assert _answer("KS.H3", "21,6 %", _profile(*rows)).result is UNCLEAR


def test_part_and_whole_agree_with_the_printed_percentage() -> None:
    report = _profile(figure("Kepemilikan KTP elektronik", "97,65"))
    assert _answer("KP.H1", None, report, numerator="195.300", denominator="200.000").result is AGREES
    assert _answer("KP.H1", "195.300 dari 200.000", report).result is AGREES
    assert _answer("KP.H1", "150.000 dari 200.000", report).result is CONTRADICTS


def test_part_and_whole_agree_with_the_same_pair_in_print() -> None:
    pair = figure("Kepemilikan KTP elektronik", "97", unit="%", numerator=195_300, denominator=200_000)
    assert _answer("KP.H1", None, _profile(pair), numerator="195.300", denominator="200.000").result is AGREES


def test_a_number_in_the_running_text_beside_the_cue_agrees() -> None:
    said = text(page(1, "Pada tahun 2023 prevalensi stunting\nsebesar 21,6 persen dari seluruh balita."))
    found = _answer("KS.H3", "21,6 %", _profile(text_read=said))
    assert found.result is AGREES
    assert found.quote is not None
    assert found.quote.text == "21,6"


def test_a_number_in_the_running_text_away_from_the_cue_is_not_found() -> None:
    said = text(page(1, "Prevalensi stunting menurun.\n\n\n\nPanjang jalan mantap 21,6 persen."))
    assert _answer("KS.H3", "21,6 %", _profile(text_read=said)).result is NOT_FOUND


def test_an_unreadable_page_makes_not_found_unclear() -> None:
    said = text(page(1), page(2, grade=Grade.UNREADABLE))
    found = _answer("KS.H3", "21,6 %", _profile(text_read=said))
    assert found.result is UNCLEAR
    assert "Halaman 2" in found.because.id


def test_an_unreadable_document_is_unclear() -> None:
    assert _answer("KS.H3", "21,6 %", _profile(text_read=text(outcome=Outcome.ENCRYPTED))).result is UNCLEAR


def test_an_answer_that_names_no_present_file_is_not_found() -> None:
    wanted = edition().indicator("KS.H3")
    assert wanted is not None
    assert compare(claim("KS.H3", "21,6", "hilang.pdf"), wanted, ()).result is NOT_FOUND


def test_words_instead_of_a_number_are_unclear() -> None:
    assert _answer("KS.H3", "nihil", _profile()).result is UNCLEAR


def test_an_amount_agrees_with_its_budget_line() -> None:
    lines = (budget_line("Fasilitasi Bantuan Hukum", 150_000_000), budget_line("Rapat koordinasi", 80_000_000))
    found = _answer("BH.P1", "Rp 150.000.000", _dpa(*lines))
    assert found.result is AGREES
    assert "Rp150.000.000" in found.because.id


def test_an_amount_agrees_with_the_sum_of_its_lines() -> None:
    lines = (
        budget_line("Fasilitasi Bantuan Hukum litigasi", 100_000_000),
        budget_line("Fasilitasi Bantuan Hukum nonlitigasi", 50_000_000),
    )
    assert _answer("BH.P1", "150.000.000", _dpa(*lines), unit="rupiah").result is AGREES


def test_an_amount_in_millions_agrees_within_its_digits() -> None:
    line = budget_line("Fasilitasi Bantuan Hukum", 149_960_000)
    assert _answer("BH.P1", "150", _dpa(line), unit="juta rupiah").result is AGREES
    assert _answer("BH.P1", "150,0 juta", _dpa(line)).result is AGREES
    assert _answer("BH.P1", "Rp 150.000.000", _dpa(line)).result is CONTRADICTS


def test_one_clear_line_with_another_amount_contradicts() -> None:
    found = _answer("BH.P1", "Rp 150.000.000", _dpa(budget_line("Fasilitasi Bantuan Hukum", 105_000_000)))
    assert found.result is CONTRADICTS
    assert "Rp105.000.000" in found.because.id


def test_the_programme_decides_before_its_parts() -> None:
    lines = (
        budget_line("Program Fasilitasi Bantuan Hukum", 200_000_000, level=BudgetLevel.PROGRAM),
        budget_line("Fasilitasi Bantuan Hukum", 120_000_000),
    )
    assert _answer("BH.P1", "Rp 200.000.000", _dpa(*lines)).result is AGREES


def test_lines_of_other_subjects_do_not_contradict() -> None:
    assert _answer("BH.P1", "Rp 150.000.000", _dpa(budget_line("Rapat koordinasi", 80_000_000))).result is NOT_FOUND


def test_an_enacted_fitting_document_agrees_with_ada() -> None:
    perda = dossier(classified=classification(("BH.S1", 0.9)))
    assert _answer("BH.S1", "ada", perda).result is AGREES


def test_a_draft_contradicts_ada() -> None:
    draft = dossier(said=understanding(status="draft"), classified=classification(("BH.S1", 0.9)))
    assert _answer("BH.S1", "ada", draft).result is CONTRADICTS


def test_another_kind_of_document_contradicts_ada() -> None:
    minutes = dossier("notulen.pdf", understanding("notulen"))
    assert _answer("BH.S1", "ada", minutes).result is CONTRADICTS


def test_a_document_of_doubtful_subject_leaves_ada_unclear() -> None:
    assert _answer("BH.S1", "ada", dossier(classified=classification(("BH.S1", 0.2)))).result is UNCLEAR


def test_denying_what_the_document_shows_contradicts() -> None:
    perda = dossier(classified=classification(("BH.S1", 0.9)))
    assert _answer("BH.S1", "tidak ada", perda).result is CONTRADICTS


def test_an_amount_of_another_year_leaves_the_question_open() -> None:
    found = _answer("BH.P1", "Rp 150.000.000", _dpa(budget_line("Fasilitasi Bantuan Hukum", 150_000_000, year=2022)))
    assert found.result is UNCLEAR
    assert "2022" in found.because.id


def test_a_percentage_printed_as_capaian_counts_where_no_other_result_stands_beside_it() -> None:
    share = figure("Kepemilikan KTP elektronik", "97,65", role=FigureRole.CAPAIAN)
    assert _answer("KP.H1", "97,65 %", _profile(share)).result is AGREES
    beside = figure("Kepemilikan KTP elektronik", "95,00")
    assert _answer("KP.H1", "97,65 %", _profile(beside, share)).result is CONTRADICTS


def test_the_number_of_a_less_fitting_row_is_no_proof() -> None:
    rows = (figure("Penyuluhan hukum bagi masyarakat", "12", unit=None), figure("Penyuluhan", "9", unit=None))
    assert _answer("BH.P3", "9", _profile(*rows), unit="kegiatan").result is CONTRADICTS


def test_realised_over_budgeted_agrees_with_the_pair_in_one_line() -> None:
    line = budget_line("Pelayanan KTP elektronik", 200_000, realised_rupiah=195_300)
    report = dossier("lra.pdf", understanding("lra", period="2023", budget_lines=(line,)))
    assert _answer("KP.H1", None, report, numerator="195.300", denominator="200.000").result is AGREES


def test_as_many_fitting_documents_as_activities_agree() -> None:
    report = dossier(
        "dialog.pdf", understanding("laporan_kegiatan", period="2023"), classified=classification(("BH.P3", 0.8))
    )
    assert _answer("BH.P3", "1", report, unit="kegiatan").result is AGREES
    assert _answer("BH.P3", "4", report, unit="kegiatan").result is NOT_FOUND


def test_a_contradiction_read_from_a_scan_is_less_sure() -> None:
    line = budget_line("Fasilitasi Bantuan Hukum", 105_000_000)
    said = understanding("dpa", period="2023", budget_lines=(line,))
    scan = dossier("dpa.pdf", said, text_read=text(scanned_page(1, "Fasilitasi Bantuan Hukum 105.000.000")))
    on_scan, born_digital = _answer("BH.P1", "Rp 150.000.000", scan), _answer("BH.P1", "Rp 150.000.000", _dpa(line))
    assert on_scan.result is born_digital.result is CONTRADICTS
    assert on_scan.confidence < born_digital.confidence


def test_a_small_count_in_running_text_needs_its_unit() -> None:
    said = text(page(1, "5. Penyuluhan hukum dilaksanakan di kecamatan."))
    report = dossier("laporan.pdf", understanding("laporan_kegiatan", period="2023"), text_read=said)
    assert _answer("BH.P3", "5", report, unit="kegiatan").result is NOT_FOUND
    told = text(page(1, "Penyuluhan hukum dilaksanakan 5 (lima) kali."))
    spoken = dossier("laporan.pdf", understanding("laporan_kegiatan", period="2023"), text_read=told)
    assert _answer("BH.P3", "5", spoken, unit="kegiatan").result is AGREES


def test_few_fitting_figures_of_which_none_is_the_answer_are_worth_a_look() -> None:
    few = [figure("Prevalensi stunting", one) for one in ("20,1", "23,4")]
    many = [figure("Prevalensi stunting", f"{one},5") for one in range(10, 20)]
    assert _answer("KS.H3", "21,6 %", _profile(*few)).confidence > 0
    assert _answer("KS.H3", "21,6 %", _profile(*many)).confidence == 0
