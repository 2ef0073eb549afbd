import pytest

from evidence_ai.understanding.normal import as_digits, begins_like, compact, is_like, normal, squeezed, upper_share


def test_letter_spaced_words_are_joined_and_wide_blanks_part_words() -> None:
    assert normal("P E R A T U R A N   W A L I   K O T A").text == "PERATURAN WALI KOTA"


def test_ordinary_single_letters_are_left_alone() -> None:
    assert normal("Bagian A dan B c.q. Dinas").text == "BAGIAN A DAN B C.Q. DINAS"


def test_a_span_of_the_comparable_text_leads_back_to_the_printed_one() -> None:
    raw = "  Nomor :  1 2   T E N T A N G  Hak"
    plain = normal(raw)
    start = plain.text.index("TENTANG")
    first, last = plain.raw_span(start, start + len("TENTANG"))
    assert raw[first:last] == "T E N T A N G"


def test_an_empty_span_is_empty() -> None:
    assert normal("abc").raw_span(2, 2) == (0, 0)


def test_capitals_that_grow_keep_one_place_each() -> None:
    assert len(normal("straße").text) == len(normal("straße").origins) == 6


@pytest.mark.parametrize("printed", ["TENTANG", "T E N T A N G", "TEN TANG :", "TENTAN6", "TENTANO"])
def test_tentang_is_known_through_spacing_and_noise(printed: str) -> None:
    assert is_like(printed, "TENTANG")


@pytest.mark.parametrize("printed", ["TENTANG PAJAK", "TENTARA", "TANGGAL", ""])
def test_other_words_are_not_tentang(printed: str) -> None:
    assert not is_like(printed, "TENTANG")


def test_a_line_begins_like_a_word_despite_noise_but_not_like_another() -> None:
    assert begins_like("MENlMBANG : a. bahwa", "MENIMBANG")
    assert not begins_like("MEMUTUSKAN", "MENIMBANG")


def test_look_alikes_become_digits_only_where_asked() -> None:
    assert as_digits("2Ol8") == "2018"
    assert normal("2Ol8").text == "2OL8"


def test_compact_keeps_letters_and_digits() -> None:
    assert compact("Toli - Toli, 1.") == "TOLITOLI1"


def test_squeezing_keeps_case_as_printed() -> None:
    assert squeezed(" Rencana   Aksi\tDaerah ") == "Rencana Aksi Daerah"


def test_the_share_of_capitals_counts_letters_only() -> None:
    assert upper_share("AB cd 12") == 0.5
    assert upper_share("12") == 0.0
