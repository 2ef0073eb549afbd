from decimal import Decimal

import pytest

from evidence_ai.domain.document import Cell, DocumentText, Grade, Line, Outcome, Page, Source, Table
from evidence_ai.domain.quote import Box
from evidence_ai.domain.understanding import Figure, FigureRole
from evidence_ai.understanding.figures import find


def page_of(*texts: str, tables: tuple[Table, ...] = ()) -> Page:
    lines = tuple(Line(text, Box(60, 80 + 14 * at, 60 + 5 * len(text), 90 + 14 * at)) for at, text in enumerate(texts))
    return Page(1, 595, 842, Source.TEXT_LAYER, Grade.GOOD, lines, tables)


def figures_of(
    page: Page, *, document_type: str = "laporan_kinerja", period: str | None = "2022"
) -> tuple[Figure, ...]:
    return find(DocumentText(Outcome.OK, None, 1, (page,)), document_type=document_type, period=period)


def ruled(*rows: tuple[str, ...]) -> Table:
    """Cells 90 points wide and 20 high, below the running text of the page."""
    return Table(
        tuple(
            tuple(Cell(text, Box(50 + 90 * x, 400 + 20 * y, 140 + 90 * x, 420 + 20 * y)) for x, text in enumerate(row))
            for y, row in enumerate(rows)
        ),
        Box(50, 400, 50 + 90 * len(rows[0]), 400 + 20 * len(rows)),
    )


def test_a_rate_keeps_its_base_in_the_unit() -> None:
    (found, *_) = figures_of(page_of("Angka kematian ibu tahun 2021 sebesar 264,78 per 100.000 kelahiran hidup."))
    assert (found.value, found.raw, found.unit, found.year) == (
        Decimal("264.78"),
        "264,78",
        "per 100.000 kelahiran hidup",
        2021,
    )
    assert "kematian ibu" in found.label
    assert found.quote.text == "264,78"
    assert found.quote.box is not None


def test_x_of_y_makes_numerator_and_denominator() -> None:
    found = figures_of(page_of("Sekolah yang ramah anak sebanyak 12 dari 4.532 sekolah."))
    assert [(one.role, one.numerator, one.denominator) for one in found] == [
        (FigureRole.PEMBILANG, Decimal(12), Decimal(4532)),
        (FigureRole.PENYEBUT, Decimal(12), Decimal(4532)),
    ]


def test_money_in_a_sentence_keeps_its_printed_scale() -> None:
    (found,) = figures_of(page_of("Realisasi belanja kesehatan mencapai Rp 5.219,45 miliar."))
    assert (found.value, found.unit, found.role) == (Decimal("5219.45"), "miliar rupiah", FigureRole.REALISASI)


@pytest.mark.parametrize(
    "text",
    [
        "Peraturan Daerah Nomor 11 Tahun 2010 tentang Pajak Daerah",
        "Pasal 5 ayat (2) huruf b",
        "pada tanggal 17 Agustus 2021",
        "NIP 199912312099121999",
        "NIK 9999999999999999",
        "Telepon 021 5550123",
        "Halaman 12",
    ],
)
def test_numbers_that_only_count_or_name_are_no_figures(text: str) -> None:
    assert figures_of(page_of(text)) == ()


def test_target_realisation_and_achievement_come_from_the_columns() -> None:
    table = ruled(
        ("Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)"),
        ("Jumlah desa siaga", "desa", "40", "38", "95,00"),
    )
    found = figures_of(page_of("Tabel capaian", tables=(table,)))
    assert [(one.label, str(one.value), one.unit, one.role, one.year) for one in found] == [
        ("Jumlah desa siaga", "40", "desa", FigureRole.TARGET, 2022),
        ("Jumlah desa siaga", "38", "desa", FigureRole.REALISASI, 2022),
        ("Jumlah desa siaga", "95.00", "persen", FigureRole.CAPAIAN, 2022),
    ]


def test_years_as_columns_survive_empty_cells() -> None:
    table = ruled(
        ("Uraian", "2019", "2020", "2021"),
        ("Penduduk miskin (%)", "9,76", "", "10,12"),
    )
    found = figures_of(page_of("Tabel", tables=(table,)), document_type="statistik", period=None)
    assert [(str(one.value), one.year, one.unit) for one in found] == [
        ("9.76", 2019, "persen"),
        ("10.12", 2021, "persen"),
    ]


def test_several_figures_in_one_cell_each_have_their_unit() -> None:
    table = ruled(("Sasaran", "Target"), ("Terawatnya koleksi", "7.201 Koleksi dan 28 Naskah"))
    found = figures_of(page_of("Tabel", tables=(table,)), document_type="perjanjian_kinerja")
    assert [(str(one.value), one.unit) for one in found] == [("7201", "koleksi"), ("28", "naskah")]


def test_a_label_merged_over_two_rows_names_both() -> None:
    cells = [
        (
            Cell("Indikator", Box(50, 400, 140, 420)),
            Cell("Satuan", Box(140, 400, 230, 420)),
            Cell("Realisasi", Box(230, 400, 320, 420)),
        ),
        (
            Cell("Pegawai terlatih", Box(50, 420, 140, 460)),
            Cell("orang", Box(140, 420, 230, 440)),
            Cell("17", Box(230, 420, 320, 440)),
        ),
        (None, Cell("jam", Box(140, 440, 230, 460)), Cell("340", Box(230, 440, 320, 460))),
    ]
    found = figures_of(page_of("Tabel", tables=(Table(tuple(cells), Box(50, 400, 320, 460)),)))
    assert [(one.label, str(one.value), one.unit) for one in found] == [
        ("Pegawai terlatih", "17", "orang"),
        ("Pegawai terlatih", "340", "jam"),
    ]


def test_legal_products_list_only_money_and_percentages() -> None:
    page = page_of(
        "Tim terdiri atas 12 orang anggota dan bekerja selama 6 bulan.",
        "Retribusi dikenakan sebesar Rp 25.000,00 untuk setiap kali masuk.",
    )
    assert [one.unit for one in figures_of(page, document_type="perda")] == ["rupiah"]


def test_no_long_identity_number_ever_stands_in_a_label() -> None:
    found = figures_of(page_of("Pegawai NIK 9999999999999999 mengikuti pelatihan sebanyak 12 jam."))
    assert all("9999999999999999" not in one.label for one in found)


def test_a_page_full_of_numbers_stays_bounded() -> None:
    page = page_of(*(["12,5 13,5 14,5 15,5"] * 2500))
    assert len(figures_of(page)) <= 10_000


def test_articles_joined_by_dan_are_no_figures_but_counts_are() -> None:
    assert figures_of(page_of("sebagaimana dimaksud dalam Pasal 5 dan 6")) == ()
    found = figures_of(page_of("Museum merawat 7.201 koleksi dan 28 naskah."))
    assert [(str(one.value), one.unit) for one in found] == [("7201", "koleksi"), ("28", "naskah")]


def test_a_short_name_is_told_under_the_row_without_numbers_that_heads_it() -> None:
    table = ruled(
        ("Indikator", "2020", "2021"),
        ("Jumlah produksi pangan", "", ""),
        ("Padi (ton)", "11.610", "12.317"),
    )
    found = figures_of(page_of("Tabel", tables=(table,)), document_type="renstra", period=None)
    assert [(one.label, str(one.value), one.unit) for one in found] == [
        ("Jumlah produksi pangan: Padi", "11610", "ton"),
        ("Jumlah produksi pangan: Padi", "12317", "ton"),
    ]


def test_a_line_with_small_letters_ruled_off_below_a_name_belongs_to_it() -> None:
    table = ruled(
        ("Indikator", "Target"),
        ("Persentase perangkat daerah", "50%"),
        ("yang memiliki kanal aduan", ""),
        ("Jumlah mobil pintar", "8"),
    )
    found = figures_of(page_of("Tabel", tables=(table,)))
    assert [one.label for one in found] == [
        "Persentase perangkat daerah yang memiliki kanal aduan",
        "Jumlah mobil pintar",
    ]


def test_numbered_names_and_codes_are_no_values() -> None:
    table = ruled(
        ("Sasaran", "Kegiatan", "Target"),
        ("Meningkatnya mutu", "2. Pembinaan pedagang", "12 orang"),
        ("1.4.1", "3. Evaluasi pasar", "4 dokumen"),
    )
    found = figures_of(page_of("Tabel", tables=(table,)))
    assert [str(one.value) for one in found] == ["12", "4"]


def test_what_was_reached_of_a_target_is_no_part_of_a_whole() -> None:
    found = figures_of(page_of("Nilai kinerja dinas sebesar 70,46 dari target 72,13."))
    assert [(one.role, one.numerator) for one in found] == [(FigureRole.REALISASI, None), (FigureRole.TARGET, None)]


def test_an_amount_in_another_currency_is_no_rupiah() -> None:
    (found,) = figures_of(page_of("Kebutuhan investasi pelabuhan sebesar USD 47,064 miliar."))
    assert (str(found.value), found.unit) == ("47.064", "miliar USD")


def test_a_percent_sign_read_as_digits_is_put_right() -> None:
    table = ruled(("Indikator", "Target"), ("Persentase jalan mantap", "9096"))
    (found,) = figures_of(page_of("Tabel", tables=(table,)))
    assert (str(found.value), found.unit) == ("90", "persen")


def test_a_caption_or_heading_above_a_sentence_stays_out_of_its_label() -> None:
    found = figures_of(
        page_of(
            "Sumber: Sub Bagian Program",
            "Cakupan imunisasi dasar lengkap di Kabupaten Arum pada tahun 2021 mencapai 97,65 persen dari sasaran",
            "yang ditetapkan dalam rencana kerja dinas kesehatan kabupaten pada awal tahun anggaran berjalan itu.",
            "Tabel 3. 7 Nilai Kematangan",
        )
    )
    assert [one.label for one in found] == ["Cakupan imunisasi dasar lengkap di Kabupaten Arum"]


def test_a_row_of_a_table_is_not_read_again_as_a_sentence() -> None:
    table = ruled(("Indikator", "Target"), ("Jumlah desa siaga", "40 desa"))
    page = page_of("Tabel capaian", tables=(table,))
    row = Line("Jumlah desa siaga 40 desa", Box(50, 422, 230, 438))
    again = Page(1, 595, 842, Source.TEXT_LAYER, Grade.GOOD, (*page.lines, row), (table,))
    assert len(figures_of(again)) == 1
