from evidence_ai.understanding.closings import closing_anchors
from evidence_ai.understanding.zones import Zone, ZoneLine, Zones, zones
from tests.builders import page, scanned_page, text

PERDA = """BUPATI TANJUNG ARUM
PROVINSI NUSA KENCANA
PERATURAN DAERAH KABUPATEN TANJUNG ARUM
NOMOR 4 TAHUN 2021
TENTANG
BANTUAN HUKUM BAGI
MASYARAKAT MISKIN
DENGAN RAHMAT TUHAN YANG MAHA ESA
BUPATI TANJUNG ARUM,
Menimbang : a. bahwa setiap orang berhak atas bantuan hukum;
Mengingat : 1. Peraturan Daerah Kota Arum Baru Nomor 9 Tahun 2001 tentang Pajak;
MEMUTUSKAN:
Menetapkan : PERATURAN DAERAH TENTANG BANTUAN HUKUM.
Pasal 1
Dalam Peraturan Daerah ini yang dimaksud dengan Daerah adalah Kabupaten.
Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.
Ditetapkan di Arum
pada tanggal 3 Mei 2021
BUPATI TANJUNG ARUM,
Diundangkan di Arum
pada tanggal 4 Mei 2021
LEMBARAN DAERAH KABUPATEN TANJUNG ARUM TAHUN 2021 NOMOR 4"""


def zoned(*pages: str) -> Zones:
    return zones(text(*(page(number, words) for number, words in enumerate(pages, start=1))))


def zone_of(found: Zones, words: str) -> Zone:
    return line_of(found, words).zone


def line_of(found: Zones, words: str) -> ZoneLine:
    return next(line for line in found.lines if line.text.startswith(words))


def test_a_perda_falls_into_its_parts() -> None:
    found = zoned(PERDA)
    assert zone_of(found, "PROVINSI") is Zone.LETTERHEAD
    assert zone_of(found, "NOMOR 4") is Zone.HEADING
    assert zone_of(found, "MASYARAKAT MISKIN") is Zone.HEADING
    assert zone_of(found, "Mengingat") is Zone.PREAMBLE
    assert zone_of(found, "Pasal 1") is Zone.BODY
    assert zone_of(found, "Peraturan Daerah ini mulai") is Zone.BODY
    assert zone_of(found, "Ditetapkan di") is Zone.CLOSING
    assert zone_of(found, "LEMBARAN DAERAH") is Zone.GAZETTE


def test_the_heading_names_kind_number_and_title() -> None:
    heading = zoned(PERDA).heading
    assert heading is not None
    assert [line.text for line in heading.kind] == ["PERATURAN DAERAH KABUPATEN TANJUNG ARUM"]
    assert heading.number is not None
    assert heading.number.text == "NOMOR 4 TAHUN 2021"
    assert [line.text for line in heading.title] == ["BANTUAN HUKUM BAGI", "MASYARAKAT MISKIN"]


def test_a_citation_in_mengingat_is_no_heading() -> None:
    heading = zoned(PERDA).heading
    assert heading is not None
    assert all(line.index < line_of(zoned(PERDA), "Menimbang").index for line in heading.lines)


def test_a_heading_may_stand_on_the_second_page_after_a_cover() -> None:
    found = zoned("BERITA DAERAH\nKABUPATEN TANJUNG ARUM\nNOMOR 7 TAHUN 2020", PERDA)
    assert found.heading is not None
    assert found.heading.kind[0].page_number == 2
    assert zone_of(found, "BERITA DAERAH") is Zone.GAZETTE
    assert zone_of(found, "KABUPATEN TANJUNG ARUM") is Zone.COVER


def test_a_heading_on_one_line_is_cut_before_nomor_and_tentang() -> None:
    heading = zoned("PERATURAN BUPATI TANJUNG ARUM NOMOR 5 TAHUN 2020 TENTANG KABUPATEN LAYAK ANAK").heading
    assert heading is not None
    assert [line.text.strip() for line in heading.lines] == [
        "PERATURAN BUPATI TANJUNG ARUM",
        "NOMOR 5 TAHUN 2020",
        "TENTANG KABUPATEN LAYAK ANAK",
    ]


def test_a_heading_survives_letter_spacing_and_misread_letters() -> None:
    heading = zoned(
        "P E R A T U R A N  W A L I  K O T A  A R U M  B A R U\nN0MOR 3l TAHUN 20l7\nT E N TA N G\nSATU DATA"
    ).heading
    assert heading is not None
    assert heading.number is not None
    assert heading.title[0].text == "SATU DATA"


def test_the_head_of_an_annex_is_told_from_the_regulation_itself() -> None:
    found = zoned(
        "LAMPIRAN I : PERATURAN BUPATI TANJUNG ARUM\nNOMOR : 12 Tahun 2022\nTANGGAL : 3 Januari 2022\nRINGKASAN"
    )
    assert found.heading is not None
    assert found.heading.in_annex
    assert zone_of(found, "RINGKASAN") is Zone.ANNEX


def test_a_report_has_no_heading_but_a_letterhead() -> None:
    found = zoned("LAPORAN KINERJA\nDINAS PENDIDIKAN\nTAHUN 2022\nPada tahun ini capaian naik menjadi dua kali lipat.")
    assert found.heading is None
    assert zone_of(found, "DINAS PENDIDIKAN") is Zone.LETTERHEAD
    assert zone_of(found, "Pada tahun ini") is Zone.BODY


def test_running_heads_and_page_numbers_are_margins_from_the_second_page_on() -> None:
    found = zoned(
        *(
            f"Renja Dinas Sosial 2022\nIsi halaman ini berbeda {word}\n- {at} -"
            for at, word in enumerate(("satu", "dua", "tiga", "empat"), 1)
        )
    )
    heads = [line.zone for line in found.lines if line.text.startswith("Renja")]
    assert heads == [Zone.BODY, Zone.MARGIN, Zone.MARGIN, Zone.MARGIN]
    assert all(line.zone is Zone.MARGIN for line in found.lines if line.text.startswith("- "))


def test_two_columns_hold_two_closings_in_order() -> None:
    line = line_of(zoned("Ditetapkan di Arum        Diundangkan di Arum"), "Ditetapkan")
    assert closing_anchors(line) == ("enacted", "promulgated")


def test_prose_about_enacting_is_no_closing() -> None:
    found = zoned("Keputusan ini mulai berlaku pada tanggal ditetapkan.\nFormulir ditandatangani oleh wajib pajak.")
    assert found.of(Zone.CLOSING) == ()


def test_a_quote_is_exact_and_boxed() -> None:
    line = line_of(zoned(PERDA), "NOMOR 4")
    quote = line.quote_normal(line.normal.text.index("4"), line.normal.text.index("4") + 1)
    assert quote.text == "4"
    assert quote.box is not None
    assert quote.page == 1


def test_legibility_is_that_of_the_least_legible_word() -> None:
    line = zones(text(scanned_page(1, "NOMOR 4 TAHUN 2021", confidence=0.4))).lines[0]
    assert line.legibility(0, 5) == 0.4


def test_an_empty_document_has_no_lines() -> None:
    assert zones(text(page(1, ""))).lines == ()


def test_a_line_that_comes_again_on_a_short_page_is_no_running_head() -> None:
    words = (
        "KEPUTUSAN DEWAN PERWAKILAN RAKYAT DAERAH\nKABUPATEN TANJUNG ARUM\nNOMOR 4 TAHUN 2021\nTENTANG\nMASA SIDANG\n"
        "DEWAN PERWAKILAN RAKYAT DAERAH\nKABUPATEN TANJUNG ARUM,\nMenimbang : a. bahwa perlu;"
    )
    closing = "Ditetapkan di Arum\npada tanggal 3 Mei 2021\nKETUA DPRD\nKABUPATEN TANJUNG ARUM,\nttd"
    found = zones(text(page(1, words), page(2, closing)))
    assert not [line.text for line in found.lines if line.zone is Zone.MARGIN]
