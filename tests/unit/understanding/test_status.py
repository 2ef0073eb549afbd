"""Enacted, draft, unknown: by what is filled in and what is left blank."""

from __future__ import annotations

import pytest

from evidence_ai.domain.document import DocumentText
from evidence_ai.understanding import status
from evidence_ai.understanding.status import StatusReading
from evidence_ai.understanding.zones import zones
from tests.builders import page, scanned_page, text

ENACTED = """BUPATI TANJUNG ARUM
PERATURAN BUPATI TANJUNG ARUM
NOMOR 12 TAHUN 2021
TENTANG
JAMINAN PERSALINAN
DENGAN RAHMAT TUHAN YANG MAHA ESA
BUPATI TANJUNG ARUM,
Menimbang : a. bahwa ibu bersalin perlu jaminan;
Mengingat : 1. Peraturan Daerah Nomor 3 Tahun 2015 (Lembaran Daerah Tahun 2015 Nomor 3);
MEMUTUSKAN:
Menetapkan : PERATURAN BUPATI TENTANG JAMINAN PERSALINAN.
Pasal 1
Ibu bersalin mendapat jaminan.
Ditetapkan di Arum
pada tanggal 3 Mei 2021
BUPATI TANJUNG ARUM,
ttd
CONTOH NAMA
Diundangkan di Arum
pada tanggal 4 Mei 2021
SEKRETARIS DAERAH KABUPATEN TANJUNG ARUM,
ttd
CONTOH NAMA
BERITA DAERAH KABUPATEN TANJUNG ARUM TAHUN 2021 NOMOR 12"""

BLANKS = (
    ("NOMOR 12 TAHUN 2021", "NOMOR      TAHUN 2021"),
    ("tanggal 3 Mei 2021", "tanggal"),
    ("tanggal 4 Mei 2021", "tanggal        2021"),
    ("ttd\n", ""),
    ("TAHUN 2021 NOMOR 12", "TAHUN 2021 NOMOR"),
)
DRAFT = ENACTED
for filled, blank in BLANKS:
    DRAFT = DRAFT.replace(filled, blank)


def read(words: str, document_type: str | None = "perkada") -> StatusReading:
    return status.decide(zones(text(page(1, words))), document_type)


def value(reading: StatusReading) -> str | None:
    return reading.status.value if reading.status else None


def found(reading: StatusReading) -> set[str]:
    return {fact.value for fact in reading.markers_found}


def test_a_numbered_dated_signed_gazetted_text_is_enacted_and_lacks_nothing() -> None:
    reading = read(ENACTED)
    assert value(reading) == "enacted"
    assert {"number", "enacted_date", "promulgated_date", "signature", "gazette_number"} <= found(reading)
    assert reading.markers_missing == ()


def test_every_marker_found_is_quoted() -> None:
    assert all(fact.quote is not None and fact.quote.text in ENACTED for fact in read(ENACTED).markers_found)


def test_a_text_with_blank_number_and_blank_dates_is_a_draft_and_says_what_is_missing() -> None:
    reading = read(DRAFT)
    assert value(reading) == "draft"
    assert {"number", "enacted_date", "promulgated_date", "gazette_number"} <= set(reading.markers_missing)


@pytest.mark.parametrize("number", ["NOMOR ... TAHUN 20..", "NOMOR : ........ TAHUN 2021", "NOMOR ____ TAHUN 2021"])
def test_placeholders_count_as_blank(number: str) -> None:
    assert value(read(DRAFT.replace("NOMOR      TAHUN 2021", number))) == "draft"


def test_blank_number_and_dates_outweigh_a_typed_ttd() -> None:
    signed = DRAFT.replace("CONTOH NAMA", "ttd\nCONTOH NAMA")
    assert value(read(signed)) == "draft"


def test_rancangan_left_in_the_heading_of_a_gazetted_text_does_not_make_it_a_draft() -> None:
    careless = ENACTED.replace("PERATURAN BUPATI TANJUNG ARUM\n", "RANCANGAN PERATURAN BUPATI TANJUNG ARUM\n")
    assert value(read(careless)) == "enacted"


def test_rancangan_with_a_blank_number_is_a_draft_even_when_cut_after_the_first_page() -> None:
    first_page = DRAFT.split("Pasal 1")[0].replace("PERATURAN BUPATI T", "RANCANGAN PERATURAN BUPATI T", 1)
    assert value(read(first_page)) == "draft"


def test_a_numbered_text_headed_rancangan_and_cut_before_its_closing_is_unknown() -> None:
    first_page = ENACTED.split("Pasal 1", maxsplit=1)[0].replace(
        "PERATURAN BUPATI T", "RANCANGAN PERATURAN BUPATI T", 1
    )
    assert value(read(first_page)) == "unknown"


def test_blank_dates_under_number_registration_and_gazette_number_leave_it_enacted() -> None:
    undated = ENACTED.replace("tanggal 3 Mei 2021", "tanggal").replace("tanggal 4 Mei 2021", "tanggal")
    assert value(read(undated)) == "enacted"


@pytest.mark.parametrize(
    "heading",
    [
        "PERATURAN BUPATI TANJUNG ARUM\nNOMOR 12 TAHUN 2021\nTENTANG\nJAMINAN PERSALINAN",
        ENACTED.split("Pasal 1", maxsplit=1)[0],
    ],
)
def test_a_heading_alone_and_a_text_cut_before_its_closing_are_unknown_with_nothing_called_missing(
    heading: str,
) -> None:
    reading = read(heading)
    assert value(reading) == "unknown"
    assert reading.markers_missing == ()


def test_a_scan_whose_handwritten_number_was_not_read_is_no_draft_while_its_date_stands() -> None:
    scan = ENACTED.replace("NOMOR 12 TAHUN 2021", "NOMOR TAHUN 2021").replace("ttd\n", "")
    assert value(status.decide(zones(scanned(scan)), "perkada")) != "draft"


def scanned(words: str) -> DocumentText:
    return text(scanned_page(1, words))


def test_certified_copies_and_electronic_signatures_are_markers() -> None:
    reading = read(f"SALINAN\n{ENACTED}\nSalinan sesuai dengan aslinya\nKEPALA BAGIAN HUKUM,")
    assert {"copy", "certified_copy"} <= found(reading)
    signed = read(
        ENACTED.replace("ttd", "")
        + "\nDokumen ini ditandatangani secara elektronik menggunakan sertifikat elektronik dari BSrE"
    )
    assert "electronic_signature" in found(signed)
    assert "signature" not in signed.markers_missing


def test_a_citation_of_another_lembaran_daerah_is_no_gazette_number() -> None:
    cited = ENACTED.replace("BERITA DAERAH KABUPATEN TANJUNG ARUM TAHUN 2021 NOMOR 12", "")
    assert "gazette_number" not in found(read(cited))


@pytest.mark.parametrize("document_type", ["sop", "perjanjian", "renja", "naskah_akademik"])
def test_types_that_are_not_enacted_have_no_status(document_type: str) -> None:
    reading = read(DRAFT, document_type)
    assert value(reading) == "not_applicable"
    assert reading.markers_missing == ()


def test_without_a_type_nothing_is_said() -> None:
    assert read(ENACTED, None) == StatusReading(None)


def test_the_other_calendar_beside_a_blank_date_is_no_date() -> None:
    words = (
        "KEPUTUSAN BUPATI TANJUNG ARUM\nNOMOR ....... TAHUN 2023\nTENTANG\nTIM PENDATAAN\nBUPATI TANJUNG ARUM,\n"
        "Menimbang : a. bahwa perlu dibentuk tim;\nMEMUTUSKAN:\nDitetapkan di Arum\npada tanggal ....... 2023 M\n1445 H\nBUPATI,"
    )
    assert value(read(words, "keputusan_kepala_daerah")) == "draft"


def test_a_circular_with_blank_number_and_blank_date_is_a_draft() -> None:
    words = (
        "BUPATI TANJUNG ARUM\nArum,            2023\nYth. Camat\nSURAT EDARAN\nNOMOR : 360/       /BPBD\nTENTANG\n"
        "KESIAPSIAGAAN BANJIR\nSehubungan dengan musim hujan, diminta kepada Saudara untuk:\n1. Mengaktifkan posko.\nBUPATI,"
    )
    assert value(read(words, "surat_edaran")) == "draft"


def scan(words: str, *, confidence: float = 0.9) -> StatusReading:
    return status.decide(zones(text(scanned_page(1, words, confidence=confidence))), "keputusan_kepala_daerah")


DECREE = """BUPATI TANJUNG ARUM
KEPUTUSAN BUPATI TANJUNG ARUM
NOMOR 188.45/12/2021
TENTANG
TIM PENCEGAHAN STUNTING
BUPATI TANJUNG ARUM,
Menimbang : bahwa perlu dibentuk tim;
MEMUTUSKAN:
KESATU : Membentuk tim.
Ditetapkan di Arum
pada tanggal 3 Mei 2021
BUPATI TANJUNG ARUM,
CONTOH NAMA"""


def test_a_legible_scan_with_empty_places_is_a_draft_without_saying_so() -> None:
    blank = DECREE.replace("188.45/12/2021", "188.45/......../2021").replace("tanggal 3 Mei 2021", "tanggal ..........")
    reading = scan(blank)
    assert value(reading) == "draft"
    assert {"number", "enacted_date"} <= set(reading.markers_missing)
    assert reading.status is not None
    assert reading.status.quote is not None
    assert "NOMOR" in reading.status.quote.text


@pytest.mark.parametrize("trace", ["NOMOR & TAHUN 2021", "NOMOR 1x TAHUN 2021", "NOMOR : 4f"])
def test_a_stroke_where_the_number_belongs_is_no_empty_place(trace: str) -> None:
    scanned = DECREE.replace("NOMOR 188.45/12/2021", trace).replace("tanggal 3 Mei 2021", "tanggal")
    assert value(scan(scanned)) != "draft"


def test_an_illegible_scan_is_not_believed_to_be_empty() -> None:
    blank = DECREE.replace("188.45/12/2021", "........").replace("tanggal 3 Mei 2021", "tanggal ..........")
    assert value(scan(blank, confidence=0.3)) != "draft"


def test_a_day_of_the_islamic_calendar_alone_leaves_the_date_blank() -> None:
    drafted = DRAFT.replace("pada tanggal\n", "pada tanggal\n9 Rabiul Awal 1443 H\n", 1)
    assert value(read(drafted)) == "draft"


def test_rancangan_above_an_instruction_is_seen() -> None:
    words = DECREE.replace("KEPUTUSAN BUPATI", "RANCANGAN INSTRUKSI BUPATI").replace("188.45/12/2021", "      ")
    reading = status.decide(zones(text(page(1, words.replace("tanggal 3 Mei 2021", "tanggal")))), "instruksi")
    assert value(reading) == "draft"


def test_dots_of_which_recognition_made_letters_are_dots() -> None:
    blank = DECREE.replace("188.45/12/2021", "188.45/.c....... /KEP/2021").replace(
        "tanggal 3 Mei 2021", "tanggal ......"
    )
    assert value(scan(blank)) == "draft"
    written = DECREE.replace("188.45/12/2021", "..12.. TAHUN 2021").replace("tanggal 3 Mei 2021", "tanggal ......")
    assert value(scan(written)) != "draft"


def test_a_stroke_before_the_signing_office_is_no_date() -> None:
    blank = DECREE.replace("188.45/12/2021", "188.45/....../2021").replace(
        "tanggal 3 Mei 2021\nBUPATI", "tanggal\n4 BUPATI"
    )
    assert value(scan(blank)) == "draft"
