from decimal import Decimal

from evidence_ai.domain.document import Cell, DocumentText, Grade, Line, Outcome, Page, Source, Table, Word
from evidence_ai.domain.quote import Box
from evidence_ai.domain.understanding import BudgetLevel, BudgetLine
from evidence_ai.understanding.budget_lines import find

LETTER_PT = 5.0


def line(y: float, *parts: tuple[float, str]) -> Line:
    """A printed line: texts placed by their left edge; words five points a letter."""
    words = []
    for x, text in parts:
        at = x
        for printed in text.split():
            words.append(Word(printed, Box(at, y, at + LETTER_PT * len(printed), y + 8)))
            at += LETTER_PT * (len(printed) + 1) - 2
    box = words[0].box
    for word in words[1:]:
        box = box.join(word.box)
    return Line(" ".join(word.text for word in words), box, tuple(words))


def right(x1: float, text: str) -> tuple[float, str]:
    return (x1 - LETTER_PT * len(text), text)


def document(*pages: tuple[Line, ...], tables: tuple[Table, ...] = ()) -> DocumentText:
    made = tuple(
        Page(number, 595, 842, Source.TEXT_LAYER, Grade.GOOD, lines, tables if number == 1 else ())
        for number, lines in enumerate(pages, start=1)
    )
    return DocumentText(Outcome.OK, None, len(made), made)


def lines_of(text: DocumentText, *, document_type: str | None = "apbd") -> tuple[BudgetLine, ...]:
    return find(text, document_type=document_type, year=2023)


HEAD = line(90, (30, "KODE"), (150, "URAIAN"), right(380, "SEBELUM"), right(480, "SETELAH"), right(560, "%"))


def test_columns_before_and_after_a_change_are_told_apart_by_their_headings() -> None:
    (found,) = lines_of(
        document(
            (
                HEAD,
                line(
                    110,
                    (30, "5.1.02."),
                    (100, "Belanja Barang dan Jasa"),
                    right(380, "4.250.000.000,00"),
                    right(480, "5.100.000.000,00"),
                    right(560, "20,00"),
                ),
            )
        )
    )
    assert (found.code, found.name) == ("5.1.02", "Belanja Barang dan Jasa")
    assert (found.prior_rupiah, found.budget_rupiah, found.percent) == (4_250_000_000, 5_100_000_000, Decimal("20.00"))
    assert found.level is BudgetLevel.REKENING


def test_an_empty_cell_is_none_and_a_printed_zero_is_zero() -> None:
    found = lines_of(
        document(
            (
                HEAD,
                line(
                    110,
                    (30, "4.1.01."),
                    (100, "Pajak Daerah"),
                    right(380, "120.000.000,00"),
                    right(480, "150.000.000,00"),
                ),
                line(124, (30, "4.1.02."), (100, "Retribusi Baru"), right(480, "75.000.000,00")),
                line(138, (30, "4.1.03."), (100, "Retribusi Lama"), right(380, "0,00"), right(480, "0,00")),
            )
        )
    )
    assert [(one.prior_rupiah, one.budget_rupiah) for one in found] == [
        (120_000_000, 150_000_000),
        (None, 75_000_000),
        (0, 0),
    ]


def test_a_name_over_three_lines_is_complete_with_the_amount_on_its_middle_line() -> None:
    rows = []
    for at, (first, middle, last, amount) in enumerate(
        [
            ("Penyediaan Layanan", "Kesehatan bagi Ibu", "Hamil dan Bersalin", "310.500.000"),
            ("Pengelolaan Data", "Kependudukan dan", "Pencatatan Sipil", "98.750.000"),
        ]
    ):
        y = 120 + 50 * at
        rows += [line(y, (100, first)), line(y + 12, (100, middle), right(450, amount)), line(y + 24, (100, last))]
    found = lines_of(document((line(90, (100, "Kegiatan"), right(450, "Anggaran")), *rows)))
    assert [(one.name, one.budget_rupiah) for one in found] == [
        ("Penyediaan Layanan Kesehatan bagi Ibu Hamil dan Bersalin", 310_500_000),
        ("Pengelolaan Data Kependudukan dan Pencatatan Sipil", 98_750_000),
    ]


def test_a_table_that_goes_on_keeps_the_heading_of_its_first_page() -> None:
    row = ("Belanja Hibah", "500.000.000", "450.000.000")
    head = line(90, (100, "Uraian"), right(400, "Anggaran"), right(500, "Realisasi"))
    first = (head, line(110, (100, "Belanja Pegawai"), right(400, "900.000.000"), right(500, "880.000.000")))
    second = tuple(line(y, (100, row[0]), right(400, row[1]), right(500, row[2])) for y in (60, 74))
    found = lines_of(document(first, second), document_type="lra")
    assert [(one.quote.page, one.budget_rupiah, one.realised_rupiah) for one in found] == [
        (1, 900_000_000, 880_000_000),
        (2, 500_000_000, 450_000_000),
        (2, 500_000_000, 450_000_000),
    ]


def test_spaced_and_split_codes_are_written_one_way() -> None:
    found = lines_of(
        document(
            (
                line(90, (20, "Kode"), (150, "Program dan Kegiatan"), right(500, "Pagu")),
                line(110, (20, "1 02 02 2.01 0003"), (150, "Pengelolaan Pelayanan Gizi"), right(500, "45.000.000")),
                line(130, (20, "5 . 1 . 02 . 01"), (150, "Belanja Barang"), right(500, "12.500.000")),
            )
        )
    )
    assert [(one.code, str(one.level)) for one in found] == [
        ("1.02.02.2.01.0003", "sub_kegiatan"),
        ("5.1.02.01", "rekening"),
    ]


def test_a_block_of_semula_and_bertambah_gives_both_budgets_to_its_name() -> None:
    text = document(
        (
            line(100, (40, "a. Pajak Daerah")),
            line(114, (50, "1) Semula"), (300, "Rp. 15.000.000.000,00")),
            line(128, (50, "2) Bertambah/(berkurang)"), (300, "Rp. 500.000.000,00")),
            line(142, (50, "Jumlah Pajak Daerah setelah perubahan"), (300, "Rp. 15.500.000.000,00")),
            line(170, (40, "b. Retribusi Daerah")),
            line(184, (50, "1) Semula"), (300, "Rp. 2.000.000.000,00")),
            line(198, (50, "2) Bertambah/(berkurang)"), (300, "Rp. -")),
            line(212, (50, "Jumlah Retribusi Daerah setelah perubahan"), (300, "Rp. 2.000.000.000,00")),
        )
    )
    assert [(one.name, one.prior_rupiah, one.budget_rupiah) for one in lines_of(text, document_type="perda")] == [
        ("Pajak Daerah", 15_000_000_000, 15_500_000_000),
        ("Retribusi Daerah", 2_000_000_000, 2_000_000_000),
    ]


def test_a_sentence_gives_realisation_percentage_and_budget() -> None:
    text = document(
        (
            line(100, (40, "Belanja Modal sebesar Rp 750.000.000,00 atau mencapai 93,75 %")),
            line(112, (40, "dari anggaran sebesar Rp 800.000.000,00.")),
        )
    )
    (found,) = lines_of(text, document_type="lra")
    assert (found.name, found.realised_rupiah, found.budget_rupiah, found.percent) == (
        "Belanja Modal",
        750_000_000,
        800_000_000,
        Decimal("93.75"),
    )


def test_amounts_declared_in_thousands_are_expanded() -> None:
    text = document(
        (
            line(60, (200, "(dalam ribuan rupiah)")),
            line(90, (100, "Uraian"), right(450, "Anggaran")),
            line(110, (100, "Belanja Pegawai"), right(450, "1.250.000")),
            line(124, (100, "Belanja Modal"), right(450, "2.300.500")),
        )
    )
    assert [one.budget_rupiah for one in lines_of(text)] == [1_250_000_000, 2_300_500_000]


def test_a_sheet_without_places_is_read_by_its_cells() -> None:
    rows = (
        ("Kode", "Uraian", "Anggaran", "Realisasi"),
        ("5.1", "Belanja Operasi", "1250000000", "1100000000"),
        ("5.2", "Belanja Modal", "Rp 300.000.000", "Rp 275.500.000"),
    )
    table = Table(tuple(tuple(Cell(text) for text in row) for row in rows))
    page = Page(1, 0, 0, Source.TEXT_LAYER, Grade.EXCELLENT, tuple(Line("\t".join(row)) for row in rows), (table,))
    found = lines_of(DocumentText(Outcome.OK, None, 1, (page,)), document_type="lra")
    assert [(one.code, one.budget_rupiah, one.realised_rupiah) for one in found] == [
        ("5.1", 1_250_000_000, 1_100_000_000),
        ("5.2", 300_000_000, 275_500_000),
    ]


def test_tons_and_identity_numbers_are_no_budget_lines() -> None:
    text = document(
        (
            line(90, (100, "Komoditas"), right(450, "Produksi (ton)")),
            line(110, (100, "Padi sawah"), right(450, "11.610.016")),
            line(124, (100, "Jagung"), right(450, "1.190.793")),
            line(300, (100, "NIP"), (160, "199912312099121999")),
        )
    )
    assert lines_of(text, document_type="laporan_kinerja") == ()


def test_a_page_without_amounts_gives_nothing() -> None:
    text = document((line(100, (40, "Pasal 5")), line(114, (40, "Bupati menetapkan rencana aksi daerah."))))
    assert lines_of(text, document_type="perda") == ()
