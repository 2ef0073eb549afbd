"""Totals that can be checked, and the many that cannot."""

from __future__ import annotations

from evidence_ai.checking.sums import WrongTotal, wrong_totals
from evidence_ai.domain.dossier import Dossier
from evidence_ai.domain.understanding import BudgetLevel, BudgetLine
from tests.builders import budget_line, dossier, page, scanned_page, text, understanding

JUMLAH = BudgetLevel.JUMLAH


def _printed(lines: tuple[BudgetLine, ...]) -> str:
    return "\n".join(f"{one.name} {one.budget_rupiah:,}".replace(",", ".") for one in lines)


def _dpa(*lines: BudgetLine, scanned: bool = False) -> Dossier:
    words = _printed(lines)
    read = scanned_page(1, words) if scanned else page(1, words)
    return dossier("dpa.pdf", understanding("dpa", budget_lines=lines), text_read=text(read))


def _wrong(*lines: BudgetLine, scanned: bool = False) -> list[WrongTotal]:
    return list(wrong_totals(_dpa(*lines, scanned=scanned)))


def _total(amount: int, name: str = "JUMLAH BELANJA") -> BudgetLine:
    return budget_line(name, amount, level=JUMLAH)


def test_a_total_that_differs_is_told_with_both_amounts() -> None:
    (wrong,) = _wrong(budget_line("Satu", 600_000), budget_line("Dua", 400_000), _total(1_250_000))
    assert (wrong.printed, wrong.added, wrong.lines) == (1_250_000, 1_000_000, 2)
    assert wrong.certain


def test_account_codes_nest_by_their_depth() -> None:
    rekening = BudgetLevel.REKENING
    lines = (
        budget_line("Belanja Operasi", 900_000, code="5.1", level=rekening),
        budget_line("Belanja Pegawai", 500_000, code="5.1.01", level=rekening),
        budget_line("Belanja Barang", 400_000, code="5.1.02", level=rekening),
        budget_line("Belanja Modal", 100_000, code="5.2", level=rekening),
    )
    assert _wrong(*lines, _total(1_000_000)) == []
    (wrong,) = _wrong(*lines, _total(1_300_000))
    assert wrong.added == 1_000_000


def test_a_parent_that_differs_from_its_children_stops_the_check() -> None:
    lines = (
        budget_line("Program", 900_000, level=BudgetLevel.PROGRAM),
        budget_line("Satu", 600_000),
        budget_line("Dua", 400_000),
    )
    assert _wrong(*lines, _total(1_300_000)) == []


def test_a_grand_total_may_sum_several_totals() -> None:
    lines = (
        budget_line("Satu", 600_000), budget_line("Dua", 400_000), _total(1_000_000, "Jumlah"),
        budget_line("Tiga", 300_000), budget_line("Empat", 200_000), _total(1_500_000, "Total"),
    )  # fmt: skip
    assert _wrong(*lines) == []


def test_a_quantity_called_jumlah_is_no_total() -> None:
    lines = (budget_line("Padi", 600_000), budget_line("Jagung", 400_000))
    assert _wrong(*lines, _total(70_000, "Jumlah produksi sayuran")) == []


def test_one_digit_apart_is_marked_as_a_possible_misreading() -> None:
    lines = (budget_line("Satu", 600_000), budget_line("Dua", 400_000), _total(1_040_000))
    (on_scan,) = _wrong(*lines, scanned=True)
    assert on_scan.one_digit
    assert not on_scan.certain


def test_a_table_that_goes_on_from_the_page_before_is_not_checked() -> None:
    first = (budget_line("Satu", 600_000), budget_line("Dua", 400_000))
    second = (
        budget_line("Tiga", 300_000, on_page=2),
        budget_line("Empat", 200_000, on_page=2),
        budget_line("Jumlah", 1_700_000, level=JUMLAH, on_page=2),
    )
    pages = text(page(1, _printed(first)), page(2, _printed(second)))
    continued = dossier("dpa.pdf", understanding("dpa", budget_lines=(*first, *second)), text_read=pages)
    assert list(wrong_totals(continued)) == []


def test_the_column_of_what_was_spent_is_added_up_too() -> None:
    lines = (
        budget_line("Satu", 600_000, realised_rupiah=500_000),
        budget_line("Dua", 400_000, realised_rupiah=300_000),
        budget_line("JUMLAH", 1_000_000, realised_rupiah=930_000, level=JUMLAH),
    )
    words = "\n".join(f"{one.name} {one.budget_rupiah:,} {one.realised_rupiah:,}".replace(",", ".") for one in lines)
    lra = dossier("lra.pdf", understanding("lra", budget_lines=lines), text_read=text(page(1, words)))
    (wrong,) = wrong_totals(lra)
    assert (wrong.printed, wrong.added) == (930_000, 800_000)


def test_parts_that_stand_beside_their_sum_are_explained() -> None:
    lines = (budget_line("Satu", 600_000), budget_line("Dua", 400_000), _total(1_250_000))
    words = "Satu 500.000 100.000 600.000\nDua 400.000 0 400.000\nJUMLAH BELANJA 900.000 100.000 1.250.000"
    apbd = dossier("apbd.pdf", understanding("apbd", budget_lines=lines), text_read=text(page(1, words)))
    assert [one.printed for one in wrong_totals(apbd)] == [1_250_000]
