"""Pedoman, petunjuk teknis, panduan: how something is to be done, without being a regulation."""

from __future__ import annotations

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.understanding.cues import Cue, DocumentType, Place

DOCUMENT_TYPE = DocumentType(
    name="pedoman",
    title=Bilingual("Pedoman, petunjuk teknis", "Guideline"),
    description=Bilingual(
        "Pedoman, petunjuk teknis/pelaksanaan, panduan, buku saku, modul, yang bukan peraturan.",
        "Guidelines, technical instructions, manuals and modules that are no regulation.",
    ),
    source="Permendagri 1/2023 (pedoman dan petunjuk pelaksanaan sebagai naskah dinas)",
    cues=(
        Cue(
            Place.CAPITALS,
            r"^\W*(?:BUKU |PAPARAN )?(?:PEDOMAN|PETUNJUK (?:TEKNIS|PELAKSANAAN|OPERASIONAL|PENGGUNAAN)|JUKNIS|JUKLAK|PANDUAN|BUKU SAKU|MODUL|MANUAL (?!IKU|MUTU)|TATA CARA|TATA TERTIB)",
            8,
        ),
        Cue(Place.TOP, r"^\W*(?:BUKU )?(?:PEDOMAN|PETUNJUK TEKNIS|JUKNIS|PANDUAN)", 2.5),
        Cue(Place.EDGE, r"^\W*(?:BUKU )?(?:PEDOMAN|PETUNJUK TEKNIS|JUKNIS|PANDUAN)", 3),
        Cue(Place.KIND, r".", -8),
        Cue(Place.CAPITALS, r"LAPORAN|SKRIPSI|^\W*SOP\b|STANDAR OPERASIONAL", -4),
    ),
    examples=(
        "PETUNJUK TEKNIS\nPENERIMAAN PESERTA DIDIK BARU\nKABUPATEN LEMBAH HIJAU\nTAHUN PELAJARAN 2021/2022",
        "BUKU PANDUAN\nSEKOLAH RAMAH ANAK\nDINAS PENDIDIKAN KOTA TELAGA\n2020\nKATA PENGANTAR",
        "PEDOMAN PELAYANAN POSYANDU\nDINAS KESEHATAN KABUPATEN TELUK BIRU\nI. Latar Belakang",
    ),
    counter_examples=(
        "PERATURAN BUPATI LEMBAH HIJAU\nNOMOR 9 TAHUN 2021\nTENTANG\nPEDOMAN PENGELOLAAN POSYANDU",
        "STANDAR OPERASIONAL PROSEDUR\nNOMOR SOP : 440/1\nTANGGAL EFEKTIF : 1 Mei 2021\nNAMA SOP : Pelayanan Posyandu",
    ),
)
