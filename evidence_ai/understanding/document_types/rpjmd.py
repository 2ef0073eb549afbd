"""RPJMD: five-year development plan of a region (and RPJPD, twenty years)."""

from __future__ import annotations

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.understanding.cues import Cue, DocumentType, Place

DOCUMENT_TYPE = DocumentType(
    name="rpjmd",
    title=Bilingual("RPJMD", "Medium-term regional development plan"),
    description=Bilingual(
        "Rencana Pembangunan Jangka Menengah (atau Panjang) Daerah sebagai dokumen; batang tubuh perdanya adalah perda.",
        "The five-year (or twenty-year) regional development plan itself; the body of its regulation counts as perda.",
    ),
    source="UU 25/2004; Permendagri 86/2017",
    cues=(
        Cue(
            Place.CAPITALS,
            r"^\W*(?:DOKUMEN )?(?:RANCANGAN (?:AWAL |AKHIR )?)?(?:PERUBAHAN )?RENCANA PEMBANGUNAN JANGKA (?:MENENGAH|PANJANG)",
            8,
        ),
        Cue(Place.CAPITALS, r"^\W*(?:DOKUMEN )?(?:RANCANGAN )?(?:PERUBAHAN )?(?:RPJMD|RPJPD)\b", 7),
        Cue(Place.TOP, r"RENCANA PEMBANGUNAN JANGKA (?:MENENGAH|PANJANG) DAERAH", 3),
        Cue(Place.EDGE, r"^\W*(?:PERUBAHAN )?(?:RPJMD|RPJPD|RENCANA PEMBANGUNAN JANGKA (?:MENENGAH|PANJANG))", 6),
        Cue(Place.BODY, r"\bRPJMD\b", 1, 15),
        Cue(Place.OPENING, r"GAMBARAN UMUM KONDISI DAERAH", 2),
        Cue(Place.KIND, r"PERATURAN|QANUN|KEPUTUSAN|EDARAN|INSTRUKSI", -30),
        Cue(Place.EDGE, r"^\W*(?:RENSTRA|RENCANA STRATEGIS|RENJA|RKPD)\b|\bLK[JI]+P\b", -4),
    ),
    examples=(
        (
            "RENCANA PEMBANGUNAN JANGKA MENENGAH DAERAH\n(RPJMD)\nKABUPATEN LEMBAH HIJAU\nTAHUN 2021-2026\n"
            "BADAN PERENCANAAN PEMBANGUNAN DAERAH"
        ),
        "RPJMD KOTA TELAGA 2019-2024 | II - 1\nBAB II\nGAMBARAN UMUM KONDISI DAERAH\n2.1 Aspek Geografi dan Demografi",
        "RANCANGAN AKHIR RENCANA PEMBANGUNAN JANGKA MENENGAH DAERAH\nPROVINSI TANAH SELATAN TAHUN 2018-2023\nKATA PENGANTAR",
    ),
    counter_examples=(
        (
            "PERATURAN DAERAH KABUPATEN LEMBAH HIJAU\nNOMOR 5 TAHUN 2021\nTENTANG\nRENCANA PEMBANGUNAN JANGKA MENENGAH DAERAH\n"
            "KABUPATEN LEMBAH HIJAU TAHUN 2021-2026\nDENGAN RAHMAT TUHAN YANG MAHA ESA"
        ),
        "RENCANA STRATEGIS\nDINAS SOSIAL KABUPATEN LEMBAH HIJAU\nTAHUN 2021-2026\nRenstra ini berpedoman pada RPJMD",
    ),
)
