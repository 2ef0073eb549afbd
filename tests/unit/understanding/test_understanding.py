from datetime import date

from evidence_ai.domain.document import Outcome
from evidence_ai.domain.understanding import Understanding
from evidence_ai.understanding import understand
from tests.builders import page, scanned_page, text

PERBUP = """BUPATI TANJUNG ARUM
PROVINSI NUSA KENCANA
PERATURAN BUPATI TANJUNG ARUM
NOMOR 17 TAHUN 2021
TENTANG
PERUBAHAN ATAS PERATURAN BUPATI TANJUNG ARUM NOMOR 3
TAHUN 2019 TENTANG PERLINDUNGAN ANAK
DENGAN RAHMAT TUHAN YANG MAHA ESA
BUPATI TANJUNG ARUM,
Menimbang : a. bahwa anak wajib dilindungi;
Mengingat : 1. Peraturan Daerah Kota Arum Baru Nomor 9 Tahun 2001 tentang Pajak;
MEMUTUSKAN:
Menetapkan : PERATURAN BUPATI TENTANG PERLINDUNGAN ANAK.
Pasal I
Ketentuan Pasal 3 diubah.
Ditetapkan di Arum
pada tanggal 3 Mei 2021
BUPATI TANJUNG ARUM,
ttd
Diundangkan di Arum
pada tanggal 4 Mei 2021
BERITA DAERAH KABUPATEN TANJUNG ARUM TAHUN 2021 NOMOR 17"""


def test_a_regulation_is_understood_whole() -> None:
    found = understand(text(page(1, PERBUP)))
    assert found.document_type is not None
    assert found.document_type.value == "perkada"
    assert found.issuer_level is not None
    assert found.issuer_level.value == "kabupaten"
    assert found.region is not None
    assert found.region.value == "Kabupaten Tanjung Arum"
    assert found.region_code is not None
    assert found.region_code.value == "99.01"
    assert found.number is not None
    assert found.number.value == "17"
    assert found.year is not None
    assert found.year.value == 2021
    assert found.enacted_on is not None
    assert found.enacted_on.value == date(2021, 5, 3)
    assert found.promulgated_on is not None
    assert found.promulgated_on.value == date(2021, 5, 4)
    assert found.status is not None
    assert found.status.value == "enacted"
    assert found.period is None
    assert found.subject == "PERLINDUNGAN ANAK"
    assert found.relations


def test_a_heading_alone_is_a_full_input() -> None:
    found = understand(
        text(page(1, "PERATURAN BUPATI TANJUNG ARUM\nNOMOR 5 TAHUN 2020\nTENTANG\nKABUPATEN LAYAK ANAK"))
    )
    assert found.region is not None
    assert found.region.value == "Kabupaten Tanjung Arum"
    assert found.title is not None
    assert found.title.value == "KABUPATEN LAYAK ANAK"


def test_every_fact_quotes_words_that_stand_on_its_page() -> None:
    read = text(page(1, PERBUP))
    found = understand(read)
    facts = (found.region, found.number, found.title, found.enacted_on, found.promulgated_on)
    for fact in facts:
        assert fact is not None
        assert fact.quote is not None
        assert fact.quote.text in read.pages[0].text
        assert fact.quote.box is not None
        assert 0 < fact.confidence <= 1


def test_illegible_words_make_unsure_facts() -> None:
    clear = understand(text(scanned_page(1, PERBUP, confidence=0.97))).number
    faint = understand(text(scanned_page(1, PERBUP, confidence=0.3))).number
    assert clear is not None
    assert faint is not None
    assert faint.confidence < clear.confidence


def test_a_document_without_words_is_not_understood_but_no_failure() -> None:
    assert understand(text(page(1, ""))) == Understanding()
    assert understand(text(outcome=Outcome.ENCRYPTED)) == Understanding()


def test_chance_words_give_no_facts() -> None:
    found = understand(text(page(1, "abc 123\n...\n~~")))
    assert (found.region, found.number, found.year, found.enacted_on, found.period) == (None, None, None, None, None)
