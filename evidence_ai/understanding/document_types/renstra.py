"""Renstra: five-year strategic plan of an office."""

from __future__ import annotations

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.understanding.cues import Cue, DocumentType, Place

DOCUMENT_TYPE = DocumentType(
    name="renstra",
    title=Bilingual("Rencana Strategis (Renstra)", "Strategic plan of an office"),
    description=Bilingual(
        "Renstra perangkat daerah, termasuk review, perubahan dan bab yang diunggah terpisah.",
        "The strategic plan of an office, reviews and separately uploaded chapters included.",
    ),
    source="UU 25/2004; Permendagri 86/2017",
    cues=(
        Cue(
            Place.CAPITALS,
            r"^\W*(?:DOKUMEN )?(?:RANCANGAN (?:AWAL |AKHIR )?)?(?:REVIEW |REVIU |REVISI |PERUBAHAN )?(?:RENCANA STRAT[EI]GI[SK]|RENCANA STRATEJIK|RENSTRA\b)",
            8,
        ),
        Cue(
            Place.EDGE,
            r"^\W*(?:BAB \S+ )?(?:REVIEW |REVIU |REVISI |PERUBAHAN )?(?:RENCANA STRAT[EI]GI[SK]|RENCANA STRATEJIK|RENSTRA\b)",
            6,
        ),
        Cue(Place.TOP, r"(?:REVIEW|REVIU|REVISI|PERUBAHAN) (?:RENCANA STRATEGIS|RENSTRA)", 4),
        Cue(Place.OPENING, r"(?:PENYUSUNAN|MENYUSUN|MENYELESAIKAN)[\s\S]{0,60}(?:RENCANA STRATEGIS|RENSTRA)", 2),
        Cue(Place.BODY, r"\bRENSTRA\b|RENCANA STRAT[EI]GIS", 2.5, 12),
        Cue(Place.BODY, r"TUGAS,? (?:POKOK )?(?:DAN )?FUNGSI[^\n]{0,40}\n[\s\S]{0,4000}ISU-?ISU? STRATEGIS", 1),
        Cue(Place.BODY, r"^\W*(?:BAB \w+\W+)?GAMBARAN PELAYANAN", 2.5),
        Cue(Place.CAPITALS, r"KAIDAH PELAKSANAAN|INDIKASI RENCANA PROGRAM PRIORITAS|PERMASALAHAN DAN ISU", 2.5),
        Cue(Place.OPENING, r"^\W*MISI\W+1[\s\S]{0,1200}KEBIJAKAN", 3.5),
        Cue(Place.BODY, r"KEBIJAKAN[\s\S]{0,40}PROGRAM[\s\S]{0,1500}(?:20\d\d[\s\n]+){4}", 2),
        Cue(Place.KIND, r"PERATURAN|KEPUTUSAN|EDARAN|INSTRUKSI|NOTA", -30),
        Cue(Place.EDGE, r"^\W*(?:RENJA\b|RENCANA KERJA(?! PEMERINTAH))|\bLK[JI]+P\b|\bLAKIP\b|LAPORAN KINERJA", -4),
        Cue(Place.TOP, r"POHON KINERJA|CASCADING|\bSOP\b|PROSEDUR", -6),
        Cue(
            Place.TOP,
            r"^\W*(?:RENSTRA|RENCANA STRATEGIS) (?:DINAS|BADAN|KANTOR|KECAMATAN|KELURAHAN|INSPEKTORAT|SEKRETARIAT|SATUAN|SATPOL|RSUD|RUMAH SAKIT|UPTD?|PD|OPD|SKPD|BAPPEDA|BAPPELITBANG|BPBD|BKPSDM|BPKAD|PUSKESMAS|BAGIAN|BIRO|PERANGKAT)\b",
            5,
        ),
    ),
    examples=(
        "RENCANA STRATEGIS\nDINAS SOSIAL\nKABUPATEN LEMBAH HIJAU\nTAHUN 2021-2026",
        (
            "Review Renstra Dinas Perikanan Kota Telaga 2017-2021\nHalaman 4-1\nBAB IV\nTUJUAN, SASARAN, STRATEGI DAN KEBIJAKAN\n"
            "Tujuan dalam rencana strategis ini"
        ),
        (
            "KATA PENGANTAR\nPuji syukur ke hadirat Tuhan, penyusunan Rencana Strategis (Renstra) Dinas Kesehatan Kabupaten\n"
            "Teluk Biru Tahun 2019-2024 telah selesai.\nRENSTRA DINAS KESEHATAN 2019-2024 i"
        ),
    ),
    counter_examples=(
        "RENCANA KERJA (RENJA)\nDINAS SOSIAL KABUPATEN LEMBAH HIJAU\nTAHUN 2022\nRenja ini menjabarkan Rencana Strategis",
        "KEPUTUSAN KEPALA DINAS SOSIAL KABUPATEN LEMBAH HIJAU\nNOMOR 20 TAHUN 2021\nTENTANG\nTIM PENYUSUN RENCANA STRATEGIS",
    ),
)
