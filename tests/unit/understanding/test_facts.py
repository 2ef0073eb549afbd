"""What the zones say of themselves: issuer, number, year, title, dates, period, office."""

from datetime import date

import pytest

from evidence_ai.understanding.issuers import issuer
from evidence_ai.understanding.numbers import number_and_year
from evidence_ai.understanding.offices import issuing_office
from evidence_ai.understanding.periods import period
from evidence_ai.understanding.signing import enacted_on, promulgated_on
from evidence_ai.understanding.titles import title
from evidence_ai.understanding.zones import Zones, zones
from tests.builders import page, text


def zoned(*pages: str) -> Zones:
    return zones(text(*(page(number, words) for number, words in enumerate(pages, start=1))))


def region_of(*pages: str) -> str | None:
    found = issuer(zoned(*pages)).region
    return found.value if found else None


def level_of(*pages: str) -> str | None:
    found = issuer(zoned(*pages)).level
    return found.value if found else None


def number_of(words: str, document_type: str | None = "perbup") -> tuple[str | None, int | None]:
    number, year = number_and_year(zoned(words), document_type, None)
    return (number.value if number else None, year.value if year else None)


def title_of(*pages: str) -> str | None:
    found = title(zoned(*pages))
    return found.value if found else None


def signed(words: str, document_type: str | None) -> date | None:
    found = enacted_on(zoned(words), document_type)
    return found.value if found else None


HEAD = "PERATURAN BUPATI TANJUNG ARUM\nNOMOR 5 TAHUN 2020\nTENTANG\nKABUPATEN LAYAK ANAK"


def test_the_issuer_is_read_from_the_heading_and_never_from_a_citation() -> None:
    cited = "\nMengingat : 1. Peraturan Daerah Kota Arum Baru Nomor 3 Tahun 2001;\n2. Peraturan Bupati Lembah Arum;" * 9
    assert region_of(HEAD + cited) == "Kabupaten Tanjung Arum"


def test_a_kabupaten_goes_before_the_province_in_its_letterhead() -> None:
    assert region_of("BUPATI TANJUNG ARUM\nPROVINSI NUSA KENCANA\n" + HEAD) == "Kabupaten Tanjung Arum"


def test_the_code_belongs_to_the_region() -> None:
    code = issuer(zoned("PERATURAN WALIKOTA MADIUN\nNOMOR 1 TAHUN 2020\nTENTANG\nPAJAK")).region_code
    assert code is not None
    assert code.value == "35.77"


def test_kabupaten_and_kota_of_one_name_are_told_apart_by_the_letterhead() -> None:
    letter = "PEMERINTAH {} BLITAR\nDINAS KESEHATAN\nJalan Semeru Nomor 50 Kota Kediri Telp. 0342\nLaporan bulanan"
    assert region_of(letter.format("KABUPATEN")) == "Kabupaten Blitar"
    assert region_of(letter.format("KOTA")) == "Kota Blitar"


def test_an_address_does_not_make_an_issuer() -> None:
    assert (
        region_of("PEMERINTAH PROVINSI JAWA BARAT\nDINAS SOSIAL\nJalan Merdeka 1 Kota Bandung Telp. 022")
        == "Provinsi Jawa Barat"
    )


def test_the_first_party_issues_an_agreement() -> None:
    words = "PERJANJIAN KERJA SAMA\nANTARA\nPEMERINTAH KABUPATEN TANJUNG ARUM\nDENGAN\nPEMERINTAH KOTA ARUM BARU\nTENTANG\nPELAYANAN"
    assert region_of(words) == "Kabupaten Tanjung Arum"


def test_a_ministry_has_a_level_but_no_region() -> None:
    words = "PERATURAN MENTERI KESEHATAN REPUBLIK INDONESIA\nNOMOR 43 TAHUN 2019\nTENTANG\nPUSKESMAS"
    assert level_of(words) == "pusat"
    assert region_of(words) is None


def test_a_village_keeps_its_kabupaten() -> None:
    words = "PERATURAN DESA SUKAMAJU\nKABUPATEN TANJUNG ARUM\nNOMOR 3 TAHUN 2021\nTENTANG\nAPB DESA"
    assert level_of(words) == "desa"
    assert region_of(words) == "Kabupaten Tanjung Arum"


def test_no_issuer_is_invented() -> None:
    found = issuer(zoned("Placeholder document\nfor testing"))
    assert (found.level, found.region, found.region_code) == (None, None, None)


def test_a_misread_name_is_less_sure_than_a_clean_one() -> None:
    clean = issuer(zoned("BUPATI DONGGALA\nPengumuman")).region
    noisy = issuer(zoned("BUPATI DONGGAIA\nPengumuman")).region
    assert clean is not None
    assert noisy is not None
    assert noisy.value == clean.value
    assert noisy.confidence < clean.confidence


@pytest.mark.parametrize(
    ("line", "number", "year"),
    [
        ("NOMOR 5 TAHUN 2020", "5", 2020),
        ("NOMOR : 05 TAHUN 2020", "05", 2020),
        ("N O M O R  7  T A H U N  2 0 1 8", "7", 2018),
        ("Nomor 232A Tahun 2021", "232A", 2021),
        ("NOMOR 3l TAHUN 20l7", "31", 2017),
        ("NOMOR 12 TAHUN2015", "12", 2015),
        ("NOMOR : 188.45/123/Bag.Hukum/2025", "188.45/123/Bag.Hukum/2025", 2025),
        ("NOMOR 188.45/ 057 /DPMD/ 2025", "188.45/057/DPMD/2025", 2025),
        ("NOMOR 180/3/1X/NK/2019", "180/3/IX/NK/2019", 2019),
        ("NOMOR 170 – 07 TAHUN 2026", "170-07", 2026),
        ("NOMOR       TAHUN 2018", None, 2018),
        ("NOMOR ...... TAHUN 2018", None, 2018),
        ("NOMOR ____ TAHUN ____", None, None),
        ("NOMOR", None, None),
    ],
)
def test_number_and_year_are_those_of_the_number_line(line: str, number: str | None, year: int | None) -> None:
    assert number_of(f"KEPUTUSAN BUPATI TANJUNG ARUM\n{line}\nTENTANG\nPEMBENTUKAN TIM") == (number, year)


def test_a_number_cited_in_the_title_is_not_the_own_one() -> None:
    words = "PERATURAN BUPATI TANJUNG ARUM\nNOMOR 9 TAHUN 2022\nTENTANG\nPERUBAHAN ATAS PERATURAN BUPATI\nNOMOR 3 TAHUN 2015 TENTANG TARIF"
    assert number_of(words) == ("9", 2022)


def test_an_agreement_may_bear_its_number_below_its_title() -> None:
    words = (
        "PERJANJIAN KERJA SAMA\nTENTANG\nPELAYANAN TERPADU\nNOMOR : 180/12/PKS/2022\nNOMOR : W23/1/2022\nPada hari ini"
    )
    assert number_of(words, "perjanjian") == ("180/12/PKS/2022", 2022)


def test_a_letter_takes_its_year_from_its_date_when_its_number_has_none() -> None:
    found = zoned("PEMERINTAH KOTA ARUM BARU\nArum Baru, 12 Agustus 2021\nNomor : 460/1234-Rehsos\nHal : Laporan")
    number, year = number_and_year(found, "surat", enacted_on(found, "surat"))
    assert number is not None
    assert year is not None
    assert (number.value, year.value) == ("460/1234-Rehsos", 2021)


def test_a_report_has_no_number() -> None:
    assert number_of("LAPORAN KINERJA\nTAHUN 2022\nNomor : 460/1/2022", "laporan_kinerja") == (None, None)


def test_the_noreg_confirms_or_fills_a_perda_number() -> None:
    closing = "\nDitetapkan di Arum\nNOREG PERATURAN DAERAH KABUPATEN TANJUNG ARUM: (3-196/2018)"
    head = "PERATURAN DAERAH KABUPATEN TANJUNG ARUM\nNOMOR {} TAHUN 2018\nTENTANG\nPAJAK"
    assert number_of(head.format("& ") + closing) == ("3", 2018)
    sure, _ = number_and_year(zoned(head.format("3") + closing), "perda", None)
    assert sure is not None
    assert sure.confidence == 0.99


def test_a_title_is_joined_and_mended() -> None:
    words = "PERATURAN BUPATI TANJUNG ARUM\nNOMOR 5 TAHUN 2020\nTENTANG\nPENYELENGGARAAN PEMERIN-\nTAHAN DI PULAU-\nPULAU KECIL\nDENGAN RAHMAT"
    assert title_of(words) == "PENYELENGGARAAN PEMERINTAHAN DI PULAU-PULAU KECIL"


def test_a_title_ends_at_the_office_line_and_keeps_its_case() -> None:
    words = (
        "Peraturan Wali Kota Arum Baru\nNomor 1 Tahun 2020\nTentang\nSatu Data Daerah\nWALI KOTA ARUM BARU,\nMenimbang"
    )
    assert title_of(words) == "Satu Data Daerah"


def test_a_look_alike_inside_a_word_of_capitals_is_a_letter() -> None:
    assert title_of("PERATURAN BUPATI TANJUNG ARUM\nNOMOR 1 TAHUN 2020\nTENTANG\nPENETAPAN ALOKASl B0GA COVID19") == (
        "PENETAPAN ALOKASI BOGA COVID19"
    )


def test_a_letter_is_titled_by_its_perihal() -> None:
    assert title_of(
        "PEMERINTAH KOTA ARUM BARU\nNomor : 1/2\nPerihal : Himbauan Libur Natal\ndan Tahun Baru\nKepada Yth."
    ) == ("Himbauan Libur Natal dan Tahun Baru")


def test_a_report_is_titled_by_its_cover() -> None:
    assert title_of("LAPORAN KINERJA\nDINAS PENDIDIKAN\nKABUPATEN TANJUNG ARUM\nTAHUN 2022") == (
        "LAPORAN KINERJA DINAS PENDIDIKAN KABUPATEN TANJUNG ARUM TAHUN 2022"
    )


CLOSING = (
    HEAD
    + "\nMEMUTUSKAN:\nPasal 1\nDitetapkan di Arum\npada tanggal {}\nBUPATI TANJUNG ARUM,\nttd\nDiundangkan di Arum\npada tanggal {}"
)


def test_enacted_and_promulgated_dates_follow_their_own_words() -> None:
    found = zoned(CLOSING.format("3 Mei 2021", "4 Mei 2021"))
    enacted, promulgated = enacted_on(found, "perkada"), promulgated_on(found)
    assert enacted is not None
    assert promulgated is not None
    assert (enacted.value, promulgated.value) == (date(2021, 5, 3), date(2021, 5, 4))


def test_a_blank_enactment_date_does_not_borrow_the_next_one() -> None:
    found = zoned(CLOSING.format("          2021", "4 Mei 2021"))
    assert enacted_on(found, "perkada") is None
    assert promulgated_on(found) is not None


def test_two_columns_give_each_its_date() -> None:
    words = (
        HEAD + "\nDitetapkan di Arum      Diundangkan di Arum\npada tanggal 2 Maret 2022     pada tanggal 3 Maret 2022"
    )
    found = zoned(words)
    enacted, promulgated = enacted_on(found, "perkada"), promulgated_on(found)
    assert enacted is not None
    assert promulgated is not None
    assert (enacted.value.day, promulgated.value.day) == (2, 3)


def test_a_date_in_a_citation_is_no_enactment() -> None:
    assert signed(HEAD + "\nMenimbang : surat tanggal 4 November 2019\nArum, 5 Mei 2020", "perkada") is None


@pytest.mark.parametrize(
    ("words", "document_type", "value"),
    [
        ("PEMERINTAH KOTA ARUM BARU\nArum Baru, 12 Agustus 2021\nNomor : 460/1", "surat", date(2021, 8, 12)),
        (
            "PERJANJIAN KERJA SAMA\nTENTANG\nPELAYANAN\nPada hari ini Selasa, tanggal lima belas bulan\nMaret tahun dua ribu dua puluh dua",
            "perjanjian",
            date(2022, 3, 15),
        ),
        ("Nomor SOP : 1/SOP\nTanggal Pengesahan : 3 Januari 2022", "sop", date(2022, 1, 3)),
        (
            "NOTA KESEPAKATAN\nNOMOR: 180/3/2018\nTANGGAL : 5 NOVEMBER 2018\nTENTANG\nPRIORITAS",
            "kua_ppas",
            date(2018, 11, 5),
        ),
        ("LAPORAN KINERJA\nsampai dengan 31 Desember 2021 tercapai", "laporan_kinerja", None),
    ],
)
def test_other_documents_give_their_signing_date(words: str, document_type: str, value: date | None) -> None:
    assert signed(words, document_type) == value


@pytest.mark.parametrize(
    ("words", "document_type", "value"),
    [
        ("RENCANA STRATEGIS\n2021-2026\nDINAS LINGKUNGAN HIDUP", "renstra", "2021-2026"),
        ("LAPORAN KINERJA\nDINAS SOSIAL\nTAHUN 2022\nPEMERINTAH KOTA ARUM BARU\n2023", "laporan_kinerja", "2022"),
        ("RINGKASAN APBD\nTAHUN ANGGARAN 2019", "apbd", "2019"),
        (HEAD, "perkada", None),
        ("SOP\nTAHUN 2022", "sop", None),
    ],
)
def test_the_period_is_what_a_plan_or_report_is_about(words: str, document_type: str, value: str | None) -> None:
    found = period(zoned(words), document_type, None)
    assert (found.value if found else None) == value


def test_a_perda_on_accountability_is_about_its_budget_year() -> None:
    words = "PERATURAN DAERAH KABUPATEN TANJUNG ARUM\nNOMOR 4 TAHUN 2019\nTENTANG\nPERTANGGUNGJAWABAN PELAKSANAAN APBD\nTAHUN ANGGARAN 2018"
    found = period(zoned(words), "perda", title_of(words))
    assert found is not None
    assert found.value == "2018"


def test_the_issuing_office_stands_in_the_letterhead() -> None:
    found = issuing_office(zoned("PEMERINTAH KABUPATEN TANJUNG ARUM\nDINAS KESEHATAN\nJalan Merdeka 1\nLaporan"))
    assert found is not None
    assert found.value == "DINAS KESEHATAN"


def test_an_old_perda_was_promulgated_in_the_gazette() -> None:
    words = (
        HEAD
        + "\nMEMUTUSKAN:\nPasal 1\nDitetapkan di Arum\npada tanggal 3 Mei 1998\nDiundangkan dalam Lembaran Daerah\nNomor 3 Tahun 1998 Seri D\ntanggal 5 Mei 1998"
    )
    found = promulgated_on(zoned(words))
    assert found is not None
    assert found.value == date(1998, 5, 5)


def test_minutes_are_dated_by_the_day_of_the_meeting() -> None:
    assert signed("NOTULEN RAPAT\nHari/Tanggal : Senin, 3 Mei 2021\nTempat : Aula", "notulen") == date(2021, 5, 3)


def test_an_agreement_may_say_where_and_when_it_was_made() -> None:
    words = "NOTA KESEPAHAMAN\nTENTANG\nPELAYANAN\nPasal 1\nDibuat di Arum\npada tanggal 7 Juni 2022\nPIHAK PERTAMA"
    assert signed(words, "perjanjian") == date(2022, 6, 7)


@pytest.mark.parametrize(
    ("words", "region"),
    [
        (
            "KEPUTUSAN DIREKTUR RUMAH SAKIT UMUM DAERAH\nKABUPATEN TANJUNG ARUM\nNOMOR 3 TAHUN 2020\nTENTANG\nTARIF",
            "Kabupaten Tanjung Arum",
        ),
        (
            "KEPUTUSAN KEPALA BADAN PERENCANAAN\nPEMBANGUNAN DAERAH\nKOTA ARUM BARU\nNOMOR 3 TAHUN 2020\nTENTANG\nTIM",
            "Kota Arum Baru",
        ),
        ("PEMERINTAH KABUPATEN KEP. MERANTI\nDINAS SOSIAL\nLaporan", "Kabupaten Kepulauan Meranti"),
        ("KANTOR KEMENTERIAN AGAMA\nKABUPATEN TANJUNG ARUM\nData rumah ibadah", "Kabupaten Tanjung Arum"),
        (
            "Nota Dinas\nDISKOMINFO KAB. TANJUNG ARUM\nberdasarkan Surat Edaran Menteri Kesehatan",
            "Kabupaten Tanjung Arum",
        ),
    ],
)
def test_an_office_speaks_for_its_region(words: str, region: str) -> None:
    assert region_of(words) == region


def test_an_sop_head_may_share_its_lines_with_the_letterhead() -> None:
    words = "PEMERINTAH KOTA ARUM BARU Nomor SOP 065/12/Disdukcapil/2023\nTanggal Pembuatan 9 Januari 2023\nTanggal Pengesahan 16 Januari 2023\nSTANDAR OPERASIONAL Nama SOP Penerbitan Akta Kelahiran"
    assert number_of(words, "sop") == ("065/12/Disdukcapil/2023", 2023)
    assert signed(words, "sop") == date(2023, 1, 16)
    assert title_of(words) == "Penerbitan Akta Kelahiran"


def test_the_legal_aid_office_in_an_agreement_does_not_end_its_heading() -> None:
    words = "PERJANJIAN KERJA SAMA\nANTARA\nBAGIAN HUKUM SEKRETARIAT DAERAH KABUPATEN TANJUNG ARUM\nDENGAN\nLBH ARUM KEADILAN\nTENTANG\nBANTUAN HUKUM\nNOMOR : 180/45/PKS/2024"
    assert title_of(words) == "BANTUAN HUKUM"
    assert region_of(words) == "Kabupaten Tanjung Arum"


@pytest.mark.parametrize(
    "words",
    [
        "." * 50_000,
        "TANGGAL " + "A" * 50_000,
        "TANGGAL " + "SATU " * 10_000,
        "PERATURAN " * 9_000,
        "KABUPATEN " * 9_000,
    ],
)
def test_an_endless_line_is_read_without_invention(words: str) -> None:
    assert region_of(words) is None
    assert signed(words, "surat") is None


@pytest.mark.parametrize(
    ("printed", "value"),
    [("180/3/ixX/2019", "180/3/IX/2019"), ("050/1/Umum/2020", "050/1/Umum/2020"), ("5/11/SE/2020", "5/11/SE/2020")],
)
def test_a_roman_month_is_mended_and_a_plain_digit_left_alone(printed: str, value: str) -> None:
    assert number_of(f"KEPUTUSAN BUPATI TANJUNG ARUM\nNOMOR {printed}\nTENTANG\nTIM")[0] == value


@pytest.mark.parametrize("office", ["BADAN KESATUAN BANGSA DAN POLITIK", "BADAN KEPEGAWAIAN DAN PENGEMBANGAN SDM"])
def test_an_office_called_badan_under_a_regional_letterhead_is_regional(office: str) -> None:
    words = (
        f"PEMERINTAH KABUPATEN TANJUNG ARUM\n{office}\nJalan Melati Nomor 3\nKEPUTUSAN KEPALA {office}\nNOMOR 5/2022\n"
        f"TENTANG\nTIM PENDATAAN\nKEPALA {office},\nMenimbang : a. bahwa perlu dibentuk tim;"
    )
    assert (level_of(words), region_of(words)) == ("kabupaten", "Kabupaten Tanjung Arum")


LETTER = (
    "PEMERINTAH KABUPATEN TANJUNG ARUM\nDINAS SOSIAL\n{head}\nNomor : 460/21/2022\nPerihal : Undangan Rapat\n"
    "Yth. Camat\nMenindaklanjuti surat Saudara\ntanggal 2 Juni 2022 hal pendataan, kami mengundang pada\n"
    "Hari/Tanggal : Senin, 20 Juni 2022\nPukul : 09.00\nKEPALA DINAS,{tail}"
)


@pytest.mark.parametrize(
    ("head", "tail"),
    [
        ("Tanjung Arum, 13 Juni 2022", ""),
        ("Jalan Melati", "\nTanjung Arum, 13 Juni 2022"),
        ("Sifat : Penting Tanjung Arum, 13 Juni 2022", ""),
    ],
)
def test_a_letter_is_dated_beside_its_place_not_by_the_event_or_another_letter(head: str, tail: str) -> None:
    assert signed(LETTER.format(head=head, tail=tail), "undangan") == date(2022, 6, 13)


def test_an_sop_is_dated_by_its_approval_else_by_taking_effect() -> None:
    head = "STANDAR OPERASIONAL PROSEDUR\nNomor SOP : 065/12/2020\nTanggal Pembuatan : 2 Maret 2020\n"
    approved = head + "Tanggal Efektif : 1 April 2020\nTanggal Pengesahan\n: 16 Maret 2020"
    assert signed(approved, "sop") == date(2020, 3, 16)
    assert signed(head + "Tanggal Efektif : 1 April 2020", "sop") == date(2020, 4, 1)


@pytest.mark.parametrize(
    "council",
    [
        "DEWAN PERWAKILAN RAKYAT DAERAH KABUPATEN TANJUNG ARUM,",
        "DEWAN PERWAKILAN RAKYAT DAERAH\nKABUPATEN TANJUNG ARUM,",
    ],
)
def test_the_title_of_a_council_decision_ends_before_the_council_speaks(council: str) -> None:
    head = "KEPUTUSAN DEWAN PERWAKILAN RAKYAT DAERAH\nKABUPATEN TANJUNG ARUM\nNOMOR 4 TAHUN 2021\nTENTANG\nMASA SIDANG KEDUA\n"
    assert title_of(f"{head}{council}\nMenimbang : a. bahwa perlu;") == "MASA SIDANG KEDUA"


def test_the_council_in_a_title_stays_there() -> None:
    head = "PERATURAN BUPATI TANJUNG ARUM\nNOMOR 4 TAHUN 2021\nTENTANG\nTUNJANGAN ANGGOTA\nDEWAN PERWAKILAN RAKYAT DAERAH\n"
    assert title_of(head + "KABUPATEN TANJUNG ARUM\nDENGAN RAHMAT TUHAN YANG MAHA ESA") == (
        "TUNJANGAN ANGGOTA DEWAN PERWAKILAN RAKYAT DAERAH KABUPATEN TANJUNG ARUM"
    )


@pytest.mark.parametrize(
    "printed", ["360/        /BPBD", "100.3.3.1/......./2024", "188.45/____/HUK/2021", "......./KPTS/2022"]
)
def test_a_number_with_a_part_left_blank_has_not_been_given(printed: str) -> None:
    head = f"KEPUTUSAN BUPATI TANJUNG ARUM\nNOMOR : {printed}\nTENTANG\nTIM PENDATAAN"
    assert number_of(head)[0] is None


def test_the_year_in_a_number_left_blank_is_still_read() -> None:
    assert number_of("KEPUTUSAN BUPATI TANJUNG ARUM\nNOMOR 188.45/      /HUK/2021\nTENTANG\nTIM") == (None, 2021)


def test_labels_torn_by_a_scan_are_read() -> None:
    words = "N omor : 460/21/2022\nPeri hal : Permohonan Data Anak\nKepada Yth. Camat"
    assert number_of(words, "surat") == ("460/21/2022", 2022)
    assert title_of(words) == "Permohonan Data Anak"


def test_the_region_of_a_study_is_the_one_whose_draft_it_carries() -> None:
    assert region_of("LAPORAN AKHIR\nPENYUSUNAN NASKAH AKADEMIK RAPERDA KOTA ARUM BARU\nTENTANG KOTA RAMAH LANSIA") == (
        "Kota Arum Baru"
    )


REGULATION = (
    "PERATURAN DAERAH KABUPATEN TANJUNG ARUM\nNOMOR 3 TAHUN 2009\nTENTANG\nRETRIBUSI PASAR\nDENGAN RAHMAT TUHAN YANG MAHA ESA\n"
    "BUPATI TANJUNG ARUM,\nMenimbang : a. bahwa perlu;\nMEMUTUSKAN:\nMenetapkan : PERATURAN DAERAH TENTANG RETRIBUSI PASAR.\n"
)


def test_the_older_closing_in_small_letters_gives_the_promulgation() -> None:
    closing = (
        "Ditetapkan di Arum\npada tanggal 3 Maret 2009\nBUPATI TANJUNG ARUM,\n"
        "Telah diundangkan dalam Lembaran Daerah\npada tanggal 5 Maret 2009"
    )
    found = promulgated_on(zoned(REGULATION, closing))
    assert found is not None
    assert found.value == date(2009, 3, 5)


def test_a_place_and_date_right_above_the_signing_office_close_a_regulation_that_says_no_more() -> None:
    assert signed(f"{REGULATION}Pasal 9\nArum, 3 Maret 2009\nBUPATI TANJUNG ARUM,\nttd", "perda") == date(2009, 3, 3)


def test_a_place_and_date_without_a_signing_office_date_no_regulation() -> None:
    assert signed(f"{REGULATION}Pasal 9\nrapat di\nArum, 3 Maret 2009\ndihadiri Camat", "perda") is None


def test_an_annex_repeats_the_date_that_the_closing_does_not_show() -> None:
    annex = "LAMPIRAN\nPERATURAN DAERAH KABUPATEN TANJUNG ARUM\nNOMOR : 3 TAHUN 2009\nTANGGAL : 3 MARET 2009\nTARIF"
    found = enacted_on(zoned(REGULATION, annex), "perda")
    assert found is not None
    assert found.value == date(2009, 3, 3)


@pytest.mark.parametrize(
    ("cell", "number"), [("Nomor SOP\n: 015.SOP.2021", "015.SOP.2021"), ("No. SOP : 065/3/2020", "065/3/2020")]
)
def test_the_number_of_an_sop_is_its_own_cell(cell: str, number: str) -> None:
    words = f"DINAS SOSIAL\n{cell}\nNama SOP\n: Pelayanan Rujukan Anak\nDasar Hukum :\n1. SE Nomor 443/2/2019"
    assert number_of(words, "sop")[0] == number
    assert title_of(words) == "Pelayanan Rujukan Anak"


def test_the_parties_below_the_title_of_an_agreement_are_no_part_of_it() -> None:
    words = (
        "PERJANJIAN KERJA SAMA\nTENTANG\nREHABILITASI SOSIAL ANAK\nANTARA\nDINAS SOSIAL KABUPATEN TANJUNG ARUM\nDENGAN\n"
        "YAYASAN CONTOH\nNOMOR PIHAK PERTAMA : 460/12/2022\nNOMOR PIHAK KEDUA : 12/YC/2022\nPada hari ini Senin"
    )
    assert title_of(words) == "REHABILITASI SOSIAL ANAK"
    assert number_of(words, "perjanjian") == ("460/12/2022", 2022)


@pytest.mark.parametrize(
    "office", ["BUPATI TANJUNG ARUM,", "BUPATl TANJUNG ARUM,", "~ BUPATI TANJUNG ARUM,", "| WALl K0TA ARUM BARU,"]
)
def test_a_title_ends_before_the_office_also_where_a_scan_spoils_it(office: str) -> None:
    head = "KEPUTUSAN BUPATI TANJUNG ARUM\nNOMOR 5 TAHUN 2020\nTENTANG\nTIM PENDATAAN\n"
    assert title_of(f"{head}{office}\nMenimbang : a. bahwa perlu;") == "TIM PENDATAAN"


def test_small_letters_among_capitals_are_the_capitals_they_look_like() -> None:
    head = "KEPUTUSAN BUPATI TANJUNG ARUM\nNOMOR : 460/12/DlNSOS/2020\nTENTANG\nTlM PELAYANAN DlSABlLlTAS"
    assert title_of(head) == "TIM PELAYANAN DISABILITAS"
    assert number_of(head)[0] == "460/12/DINSOS/2020"


def test_a_stray_mark_before_a_label_does_not_hide_the_number() -> None:
    assert number_of("| Nomor : 460/21/2022\n~ Perihal : Permohonan\nYth. Camat", "surat") == ("460/21/2022", 2022)


def test_a_circular_headed_in_small_letters_is_headed() -> None:
    words = (
        "Pemerintah Kabupaten Tanjung Arum\nJalan Melati\nArum\n1\nSurat Edaran\nNomor 5 Tahun 2020\nTentang\nJam Kerja"
    )
    assert number_of(words) == ("5", 2020)


def test_coming_into_force_on_promulgation_is_no_promulgation() -> None:
    closing = (
        "PERATURAN INI MULAI BERLAKU PADA TANGGAL DIUNDANGKAN.\nDITETAPKAN DI ARUM\nPADA TANGGAL 3 MEI 2009\nBUPATI,"
    )
    assert signed(f"{REGULATION}\n{closing}", "perda") == date(2009, 5, 3)
    assert promulgated_on(zoned(REGULATION, closing)) is None


@pytest.mark.parametrize("anchor", ["Ditetapkan ji Arum", "Ditefapkan ds Arum", "Ditetapkan dl Arum"])
def test_a_closing_with_a_letter_misread_in_each_word_is_one(anchor: str) -> None:
    assert signed(f"{REGULATION}Pasal 9\n{anchor}\npada tanggal 3 Maret 2009\nBUPATI,", "perda") == date(2009, 3, 3)
