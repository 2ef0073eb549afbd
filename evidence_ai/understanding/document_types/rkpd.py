"""RKPD: one-year plan of the whole regional government."""

from __future__ import annotations

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.understanding.cues import Cue, DocumentType, Place

DOCUMENT_TYPE = DocumentType(
    name="rkpd",
    title=Bilingual("RKPD", "Annual work plan of the regional government"),
    description=Bilingual(
        "Rencana Kerja Pemerintah Daerah sebagai dokumen, rancangan dan perubahannya.",
        "The annual work plan of the whole regional government, its drafts and changes.",
    ),
    source="UU 25/2004; Permendagri 86/2017",
    cues=(
        Cue(
            Place.CAPITALS,
            r"^\W*(?:DOKUMEN )?(?:RANCANGAN (?:AWAL |AKHIR )?)?(?:PERUBAHAN )?RENCANA KERJA (?:PEMERINTAH|PEMBANGUNAN) DAERAH",
            9,
        ),
        Cue(Place.CAPITALS, r"^\W*(?:DOKUMEN )?(?:RANCANGAN )?(?:PERUBAHAN )?RKPD\b", 8),
        Cue(Place.TOP, r"RENCANA KERJA PEMERINTAH DAERAH", 2),
        Cue(Place.EDGE, r"^\W*(?:PERUBAHAN )?(?:RKPD\b|RENCANA KERJA PEMERINTAH DAERAH)", 6),
        Cue(Place.BODY, r"\bRKPD\b", 1, 15),
        Cue(Place.OPENING, r"EVALUASI HASIL PELAKSANAAN RKPD|KERANGKA EKONOMI DAERAH", 2),
        Cue(Place.KIND, r"PERATURAN|KEPUTUSAN|EDARAN|INSTRUKSI", -30),
        Cue(Place.OPENING, r"NAMA (?:OPD|SKPD|PERANGKAT DAERAH) ?:", -4),
    ),
    examples=(
        "RENCANA KERJA PEMERINTAH DAERAH\n(RKPD)\nKABUPATEN LEMBAH HIJAU\nTAHUN 2022",
        "RKPD Kota Telaga Tahun 2021 Hal. II-1\nBAB II\nEVALUASI HASIL PELAKSANAAN RKPD TAHUN LALU\n2.1 Gambaran Umum",
        "PERUBAHAN RENCANA KERJA PEMERINTAH DAERAH\nPROVINSI TANAH SELATAN\nTAHUN 2020\nDAFTAR ISI",
    ),
    counter_examples=(
        (
            "PERATURAN BUPATI LEMBAH HIJAU\nNOMOR 20 TAHUN 2021\nTENTANG\nRENCANA KERJA PEMERINTAH DAERAH\nTAHUN 2022\n"
            "Menimbang : bahwa untuk melaksanakan ketentuan"
        ),
        "RENCANA KERJA\nDINAS PERHUBUNGAN KABUPATEN LEMBAH HIJAU\nTAHUN 2022\nRenja disusun mengacu pada RKPD",
    ),
)
