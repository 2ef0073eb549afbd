from evidence_ai.domain.document import Cell, DocumentText, Grade, Line, Outcome, Page, Source, Table
from evidence_ai.domain.quote import Box, Quote
from evidence_ai.domain.understanding import BudgetLevel, BudgetLine
from evidence_ai.understanding.budget_lines import find
from evidence_ai.understanding.budget_sums import Sum, parent_sums


def line(code: str | None, amount: int | None, name: str = "Belanja", *, realised: int | None = None) -> BudgetLine:
    return BudgetLine(code, name, BudgetLevel.REKENING, amount, realised, None, None, 2021, Quote(1, name))


def sums(*lines: BudgetLine) -> list[Sum]:
    return [one.sum for one in parent_sums(lines)]


def test_a_parent_equals_its_direct_children_not_its_grandchildren() -> None:
    found = parent_sums(
        (line("5.1", 100), line("5.1.01", 60), line("5.1.01.01", 40), line("5.1.01.02", 20), line("5.1.02", 40))
    )
    assert [(one.parent.code, one.summed, one.is_equal) for one in found] == [("5.1", 100, True), ("5.1.01", 60, True)]


def test_programme_codes_of_both_formats_make_a_tree() -> None:
    assert sums(line("1.02.02", 9), line("1.02.02.2.01", 4), line("1.02.02.2.02", 5)) == [Sum.EQUAL]
    assert sums(line("1.02.15", 9), line("1.02.15.01", 4), line("1.02.15.02", 5)) == [Sum.EQUAL]


def test_each_column_is_checked_by_itself() -> None:
    found = sums(line("4.1", 9, realised=80), line("4.1.1", 4, realised=40), line("4.1.2", 5, realised=30))
    assert found == [Sum.EQUAL, Sum.OTHER]


def test_a_skipped_number_says_that_a_child_was_not_read() -> None:
    assert sums(line("5.2", 90), line("5.2.1", 40), line("5.2.3", 20)) == [Sum.CHILD_NOT_READ]


def test_a_child_without_an_amount_is_named_as_the_reason() -> None:
    assert sums(line("5.2", 90), line("5.2.1", 40), line("5.2.2", None, realised=3), line("5.2.3", 20)) == [
        Sum.CHILD_EMPTY
    ]


def test_sen_left_out_are_no_difference() -> None:
    assert sums(line("5.2", 101), line("5.2.1", 40), line("5.2.2", 60)) == [Sum.EQUAL_BUT_FOR_SEN]


def test_financing_is_receipts_less_expenditures() -> None:
    assert sums(line("6", 70, "PEMBIAYAAN DAERAH"), line("6.1", 100), line("6.2", 30)) == [Sum.EQUAL_NET]


def test_a_single_child_and_lines_without_code_prove_nothing() -> None:
    assert sums(line("5.2", 90), line("5.2.1", 40)) == []
    assert sums(line(None, 90), line(None, 40), line(None, 50)) == []


def test_the_same_codes_under_another_office_begin_a_new_tree() -> None:
    found = parent_sums((line("5", 9), line("5.1", 4), line("5.2", 5), line("5", 30), line("5.1", 10), line("5.2", 20)))
    assert [(one.printed, one.is_equal) for one in found] == [(9, True), (30, True)]


def test_accounts_whose_names_end_like_a_preposition_or_speak_of_fines_are_lines() -> None:
    rows = (
        ("Kode Rekening", "Uraian", "Anggaran"),
        ("5.2.2.06", "Belanja Cetak dan Penggandaan", "3.000.000,00"),
        ("5.2.2.06.01", "Belanja Cetak", "1.000.000,00"),
        ("5.2.2.06.02", "Belanja Penggandaan", "2.000.000,00"),
        ("4.1.4.07", "Pendapatan Denda Pajak", "4.000.000,00"),
        ("5.2.2.05.05", "Belanja Perpanjangan Surat Ijin Mengemudi", "5.000.000,00"),
    )
    cells = tuple(
        tuple(Cell(text, Box(50 + 150 * x, 100 + 20 * y, 200 + 150 * x, 120 + 20 * y)) for x, text in enumerate(row))
        for y, row in enumerate(rows)
    )
    table = Table(cells, Box(50, 100, 500, 220))
    page = Page(1, 595, 842, Source.TEXT_LAYER, Grade.GOOD, (Line("LRA", Box(50, 60, 90, 72)),), (table,))
    found = find(DocumentText(Outcome.OK, None, 1, (page,)), document_type="lra", year=2021)
    assert [one.code for one in found] == ["5.2.2.06", "5.2.2.06.01", "5.2.2.06.02", "4.1.4.07", "5.2.2.05.05"]
    assert [one.is_equal for one in parent_sums(found)] == [True]
