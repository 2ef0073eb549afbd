"""Titles of legal products, the commonest evidence."""

from __future__ import annotations

from typing import Any

import pytest

from tests.builders import understanding


@pytest.mark.parametrize(
    ("document_type", "title", "indicator"),
    [
        ("perda", "Penyelenggaraan Bantuan Hukum bagi Warga Kurang Mampu", "BH.S1"),
        ("perkada", "Tata Cara Penyaluran Dana Bantuan Hukum", "BH.S2"),
        ("keputusan_kepala_daerah", "Penunjukan PPID Utama dan PPID Pelaksana", "IN.S2"),
        ("perkada", "Kawasan Tanpa Rokok di Lingkungan Sekolah dan Perkantoran", "KS.S3"),
        ("perda", "Perlindungan Mata Air dan Daerah Aliran Sungai", "LP.S1"),
        ("perda", "Rencana Detail Tata Ruang Bagian Wilayah Perkotaan", "LP.S2"),
        ("perda", "Pengarusutamaan Gender dalam Pembangunan Daerah", "PA.S3"),
        ("keputusan_kepala_daerah", "Pembentukan Tim Terpadu Penanganan Konflik Sosial", "KB.P3"),
    ],
)
def test_a_title_leads_to_its_indicator(classified: Any, document_type: str, title: str, indicator: str) -> None:
    result = classified(understanding(document_type, title=title))
    assert result.candidates[0].indicator == indicator
    assert result.candidates[0].suggested
    assert not result.abstained
    assert result.abstained_because is None


@pytest.mark.parametrize(
    "title",
    [
        "Retribusi Pelayanan Kesehatan",
        "Uraian Tugas Dinas Pendidikan dan Kebudayaan",
        "Penunjukan Bunda PAUD",
        "Pembentukan dan Susunan Perangkat Daerah",
        "Tambahan Penghasilan Pegawai pada Rumah Sakit Umum Daerah",
        "Penyertaan Modal pada Perusahaan Daerah Air Minum",
        "Standar Harga Satuan",
        "Kode Etik Pegawai Dinas Kependudukan dan Pencatatan Sipil",
        "Pencabutan Peraturan Daerah Nomor 5 Tahun 2009 tentang Pengelolaan Sampah",
    ],
)
def test_a_title_on_something_else_is_answered_with_none_and_says_why(classified: Any, title: str) -> None:
    result = classified(understanding("perkada", title=title))
    assert result.abstained
    assert not any(candidate.suggested for candidate in result.candidates)
    assert result.abstained_because


def test_a_perkada_stays_a_candidate_but_is_no_advice_where_a_perda_is_asked(classified: Any) -> None:
    result = classified(understanding("perkada", title="Perlindungan Tenaga Kerja Lokal"))
    found = {candidate.indicator: candidate for candidate in result.candidates}
    assert "PK.S1" in found
    assert not found["PK.S1"].suggested


def test_the_form_decides_between_indicators_on_one_subject(classified: Any) -> None:
    title = "Penyelenggaraan Administrasi Kependudukan"
    assert classified(understanding("perda", title=title)).candidates[0].indicator == "KP.S1"
    assert classified(understanding("perkada", title=title)).candidates[0].indicator == "KP.S2"


def test_an_amendment_counts_for_the_amended_subject(classified: Any) -> None:
    title = "Perubahan atas Peraturan Daerah Nomor 2 Tahun 2014 tentang Cagar Budaya"
    assert classified(understanding("perda", title=title)).candidates[0].indicator == "KB.S2"


def test_two_subjects_in_one_title_give_two_suggestions(classified: Any) -> None:
    result = classified(understanding("perda", title="Pencegahan Perkawinan Anak dan Kawasan Tanpa Rokok"))
    assert {"PA.S2", "KS.S3"} <= {candidate.indicator for candidate in result.candidates if candidate.suggested}


def test_reasons_quote_words_of_the_title(classified: Any) -> None:
    result = classified(understanding("perda", title="Pengelolaan Sampah Rumah Tangga"))
    assert any("Pengelolaan Sampah" in reason.text.id and reason.page == 1 for reason in result.candidates[0].reasons)


def test_candidates_stand_best_first_and_are_at_most_ten(classified: Any) -> None:
    result = classified(understanding("perda", title="Pendidikan, Kesehatan, Perumahan, Sampah, dan Koperasi"))
    chances = [candidate.probability for candidate in result.candidates]
    assert chances == sorted(chances, reverse=True)
    assert 0 < len(chances) <= 10


def test_a_document_without_title_and_text_is_answered_with_none(classified: Any) -> None:
    result = classified(understanding(None, title=None))
    assert result.abstained
    assert result.candidates == ()
