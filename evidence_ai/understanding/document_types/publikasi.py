"""Publications: papers, theses, journals, magazines, news, foreign writing."""

from __future__ import annotations

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.understanding.cues import Cue, DocumentType, Place

DOCUMENT_TYPE = DocumentType(
    name="publikasi",
    title=Bilingual("Publikasi", "Publication"),
    description=Bilingual(
        "Artikel ilmiah, skripsi, tesis, jurnal, buku, majalah, berita, kliping, leaflet, infografis; tulisan asing yang bukan dokumen pemerintah daerah.",
        "Papers, theses, journals, books, magazines, news, leaflets, infographics; foreign writing that is no regional document.",
    ),
    source="Praktik data dukung: bahan bacaan yang bukan naskah dinas",
    cues=(
        Cue(Place.OPENING, r"^\W*(?:ABSTRACT|ABSTRAK)\b", 6),
        Cue(
            Place.TOP,
            r"\b(?:ISSN|ISBN|DOI)\b|^\W*(?:JURNAL|JOURNAL|BULETIN|BULLETIN|MAJALAH|NEWSLETTER|VOLUME|VOL\.) ?",
            6,
        ),
        Cue(
            Place.CAPITALS,
            r"^\W*(?:SKRIPSI|TESIS|THESIS|DISERTASI|MASTER|MAKALAH|PAPER|SIARAN PERS|PRESS RELEASE)\b",
            7,
        ),
        Cue(Place.BODY, r"\b(?:THE|OF|AND|IS|THAT|WITH|FOR)\b", 5, 60),
        Cue(Place.BODY, r"^\W*(?:REFERENCES|BIBLIOGRAPHY|DAFTAR PUSTAKA)\b", 2),
        Cue(Place.BODY, r"^\W*(?:1\.? |I\.? )?INTRODUCTION\b|KEYWORDS|KATA KUNCI", 3),
        Cue(Place.BODY, r"\b(?:UNIVERSITY|UNIVERSITAS|PROCEEDINGS|CONFERENCE)\b", 0.5),
        Cue(Place.KIND, r"PERATURAN|KEPUTUSAN|EDARAN|INSTRUKSI|NOTA", -30),
        Cue(Place.CAPITALS, r"MEMORANDUM OF|AGREEMENT|STANDARD OPERATING|NASKAH AKADEMIK|LAPORAN", -8),
        Cue(
            Place.TOP,
            r"^\W*(?:LEAFLET|INFOGRAFIS|POSTER|PAMFLET|BUKLET|BOOKLET|FLYER|SELEBARAN|KLIPING|GUNTINGAN|TABLOID|SURAT KABAR)\b",
            9,
        ),
        Cue(
            Place.OPENING,
            r"\b(?:DIBACA|DILIHAT)\W*\d|^\W*(?:BERANDA|HOME)\b|BACA JUGA|\b(?:REPORTER|EDITOR|PEWARTA|REDAKTUR|FOTOGRAFER)\b ?:|"
            r"[A-Z]\.(?:COM|ID)\b ?-|\bPOSTED (?:BY|ON)\b|KEPADA WARTAWAN|^\W*(?:SHARE|BAGIKAN)\b",
            5,
        ),
        Cue(
            Place.BODY,
            r"\b(?:UJAR|TUTUR|UNGKAP|IMBUH|TANDAS|PUNGKAS|KATA|JELAS|TERANG|PAPAR|TEGAS)NYA\b|"
            r"\b(?:UJAR|TUTUR|IMBUH|PUNGKAS|KATA) (?:BUPATI|WALI|GUBERNUR|KEPALA|PAK|BU|IBU|BAPAK|WAKIL|CAMAT|SEKRETARIS|KETUA|DIA|IA)\b",
            4,
        ),
        Cue(Place.TOP, r"^\W*BERITA\W*$|\bHUMAS\b|ADVERTORIAL|SIARAN PERS", 4),
    ),
    examples=(
        "INFOGRAFIS\nCAPAIAN IMUNISASI KOTA TELAGA\nJanuari 2022",
        (
            "Beranda Berita Galeri\nHasil Rapat Koordinasi: Rumah Aman Dibuka\nSelasa, 14 Maret 2023 | Dibaca 120 kali\n"
            "TELAGA - Rapat dipimpin Wali Kota. 'Kami siap,' ujar Wali Kota Telaga."
        ),
        (
            "A Study of Shelters in Small Towns\nJane Example\nUniversity of Somewhere\nAbstract\nWe study the role of shelters.\n"
            "1 Introduction\nThe role of shelters is ...\nReferences"
        ),
        "JURNAL ILMU PEMERINTAHAN\nVolume 3 Nomor 2, 2020\nISSN 0000-0000\nPERAN FORUM ANAK DI DESA\nAbstrak\nPenelitian ini",
        "SKRIPSI\nPENGARUH PENDIDIKAN TERHADAP KEMISKINAN\nDiajukan untuk memenuhi syarat sarjana\nUNIVERSITAS CONTOH\nABSTRAK",
    ),
    counter_examples=(
        "MEMORANDUM OF UNDERSTANDING\nBETWEEN\nTHE GOVERNMENT OF TELAGA CITY\nAND\nFRIENDLY TOWN\nON SISTER CITY COOPERATION",
        "PERATURAN REKTOR UNIVERSITAS CONTOH\nNOMOR 3 TAHUN 2020\nTENTANG\nPENULISAN SKRIPSI",
    ),
)
