"""What a legal product amends or revokes, and what it is about."""

from __future__ import annotations

import pytest

from evidence_ai.domain.understanding import Relation, RelationKind
from evidence_ai.understanding import relations
from evidence_ai.understanding.zones import zones
from tests.builders import page, text


def found(words: str) -> list[tuple[RelationKind, str]]:
    return [(relation.kind, relation.target) for relation in all_of(words)]


def all_of(words: str) -> tuple[Relation, ...]:
    return relations.find(zones(text(page(1, words))))


@pytest.mark.parametrize(
    ("title", "about"),
    [
        ("PERUBAHAN ATAS PERATURAN DAERAH KOTA ARUM NOMOR 3 TAHUN 2015 TENTANG PAJAK DAERAH", "PAJAK DAERAH"),
        ("Perubahan Keenam atas Keputusan Bupati Arum Nomor 188.45/104/KU/I/2025 tentang Tim Anggaran", "Tim Anggaran"),
        (("Perubahan Kedua atas Peraturan Bupati Nomor 9 Tahun 2011 tentang Perubahan atas Peraturan Bupati Nomor 2 "
         "Tahun 2010 tentang Beasiswa"), "Beasiswa"),
        ("PERUBAHAN KEPUTUSAN DPRD NOMOR 170-24 TAHUN 2024 PEMBENTUKAN KOMISI", "PEMBENTUKAN KOMISI"),
        ("Pencabutan Peraturan Daerah Kabupaten Arum Nomor 3 Tahun 2012 tentang Izin Gangguan", "Izin Gangguan"),
        ("PERUBAHAN ATAS LAMPIRAN PERATURAN GUBERNUR ARUM NOMOR 19 TAHUN 2017 TENTANG RKPD", "RKPD"),
    ],
)  # fmt: skip
def test_the_subject_is_what_stands_under_the_wrapping(title: str, about: str) -> None:
    assert relations.subject(title) == about


@pytest.mark.parametrize(
    "title",
    [
        "PERUBAHAN ANGGARAN PENDAPATAN DAN BELANJA DAERAH",
        "Pencabutan Izin Usaha",
        "Perubahan Nama Jalan",
        "Bantuan Hukum",
        "",
    ],
)
def test_a_title_without_wrapping_stays_as_it_is(title: str) -> None:
    assert relations.subject(title) == title


def test_an_amendment_names_its_target_and_quotes_the_title() -> None:
    words = (
        "PERATURAN DAERAH KOTA ARUM\nNOMOR 7 TAHUN 2018\nTENTANG\nPERUBAHAN ATAS PERATURAN DAERAH KOTA ARUM\n"
        "NOMOR 3 TAHUN 2015 TENTANG PAJAK DAERAH\nDENGAN RAHMAT TUHAN YANG MAHA ESA\nWALI KOTA ARUM,"
    )
    (relation,) = all_of(words)
    assert relation.kind is RelationKind.AMENDS
    assert relation.target == "PERATURAN DAERAH KOTA ARUM NOMOR 3 TAHUN 2015"
    assert relation.quote is not None
    assert relation.quote.page == 1


def test_a_closing_article_revokes() -> None:
    words = (
        "PERATURAN BUPATI ARUM\nNOMOR 7 TAHUN 2018\nTENTANG\nBEASISWA\nDENGAN RAHMAT TUHAN YANG MAHA ESA\nBUPATI ARUM,\n"
        "Menimbang : a. bahwa beasiswa perlu diatur;\nMengingat : 1. Peraturan Bupati Nomor 1 Tahun 2001 tentang Umum;\n"
        "MEMUTUSKAN:\nMenetapkan : PERATURAN BUPATI TENTANG BEASISWA.\nPasal 9\n"
        "Pada saat Peraturan Bupati ini mulai berlaku, Peraturan Bupati Arum Nomor 2 Tahun 2010\n"
        "tentang Beasiswa dicabut dan dinyatakan tidak berlaku."
    )
    assert found(words) == [(RelationKind.REVOKES, "PERATURAN BUPATI ARUM NOMOR 2 TAHUN 2010")]


def test_laws_cited_in_mengingat_are_no_relations() -> None:
    words = (
        "PERATURAN BUPATI ARUM\nNOMOR 7 TAHUN 2018\nTENTANG\nBEASISWA\nBUPATI ARUM,\nMenimbang : bahwa perlu;\n"
        "Mengingat : 1. Undang-Undang Nomor 1 Tahun 2001 sebagaimana telah diubah dengan Undang-Undang Nomor 2 Tahun 2004;"
    )
    assert found(words) == []


def test_every_title_of_a_revoked_list_is_found_and_the_law_that_took_effect_is_not() -> None:
    words = (
        "PERATURAN DAERAH KOTA ARUM\nNOMOR 7 TAHUN 2018\nTENTANG\nRETRIBUSI\nDENGAN RAHMAT TUHAN YANG MAHA ESA\n"
        "WALI KOTA ARUM,\nMenimbang : a. bahwa perlu;\nMEMUTUSKAN:\nMenetapkan : PERATURAN DAERAH TENTANG RETRIBUSI.\n"
        "Pasal 40\nPada saat Peraturan Daerah ini mulai berlaku :\n"
        "a. Peraturan Daerah Kota Arum Nomor 1 Tahun 2000 tentang Retribusi Pasar (Lembaran Daerah Tahun 2000 Nomor 1);\n"
        "b. Peraturan Daerah Kota Arum Nomor 6 Tahun 2002 tentang Retribusi Terminal;\n"
        "dicabut dan dinyatakan tidak berlaku."
    )
    assert found(words) == [
        (RelationKind.REVOKES, "PERATURAN DAERAH KOTA ARUM NOMOR 1 TAHUN 2000"),
        (RelationKind.REVOKES, "PERATURAN DAERAH KOTA ARUM NOMOR 6 TAHUN 2002"),
    ]
