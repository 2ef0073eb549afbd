"""Renja: one-year work plan of an office."""

from __future__ import annotations

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.understanding.cues import Cue, DocumentType, Place

DOCUMENT_TYPE = DocumentType(
    name="renja",
    title=Bilingual("Rencana Kerja (Renja) Perangkat Daerah", "Annual work plan of an office"),
    description=Bilingual(
        "Renja OPD, rancangan awal, perubahan, tabel rumusan program, dan bab yang diunggah terpisah.",
        "The annual work plan of an office: drafts, changes, programme tables and separately uploaded chapters.",
    ),
    source="UU 25/2004; Permendagri 86/2017",
    cues=(
        Cue(
            Place.CAPITALS,
            r"^\W*(?:DOKUMEN )?(?:RANCANGAN (?:AWAL |AKHIR )?|RANWAL )?(?:PERUBAHAN )?(?:RENCANA KERJA(?! PEMERINTAH| PEMBANGUNAN| DAN | TINDAK|\s+MASYARAKAT)|RENJA\b)",
            8,
        ),
        Cue(
            Place.TOP,
            r"^\W*(?:DOKUMEN )?(?:RANCANGAN (?:AWAL |AKHIR )?|RANWAL )?(?:PERUBAHAN )?(?:RENCANA KERJA(?! PEMERINTAH| PEMBANGUNAN| DAN | TINDAK)|RENJA\b)",
            4,
        ),
        Cue(
            Place.EDGE,
            r"^\W*(?:DOKUMEN )?(?:RANCANGAN )?(?:PERUBAHAN )?(?:RENCANA KERJA(?! PEMERINTAH| PEMBANGUNAN| DAN | TINDAK)|RENJA\b)",
            6,
        ),
        Cue(Place.OPENING, r"EVALUASI (?:HASIL )?PELAKSANAAN RENJA|TERHADAP KEBIJAKAN RENJA|RANCANGAN AWAL RKPD", 4),
        Cue(Place.CAPITALS, r"TUJUAN, ?SASARAN,? ?(?:PROGRAM )?(?:DAN )?(?:PROGRAM,? )?(?:DAN )?KEGIATAN", 3),
        Cue(Place.TOP, r"RENCANA PROGRAM DAN KEGIATAN PRIORITAS|RUMUSAN RENCANA PROGRAM", 6),
        Cue(Place.TOP, r"TELA+H(?:AN)? TERHADAP KEBIJAK", 2),
        Cue(Place.BODY, r"PAGU INDIKATIF", 2.5),
        Cue(Place.BODY, r"PRAKIRAAN MAJU", 2.5),
        Cue(Place.BODY, r"\bRENJA\b|RENCANA KERJA", 2.5, 8),
        Cue(Place.KIND, r"PERATURAN|KEPUTUSAN|EDARAN|INSTRUKSI|NOTA", -30),
        Cue(Place.SUBJECT, r"TIM PENYUSUN", -4),
        Cue(Place.EDGE, r"^\W*(?:RENCANA STRATEGIS|RENSTRA|RKPD|RPJMD)|\bLK[JI]+P\b|\bLAKIP\b|LAPORAN KINERJA", -4),
        Cue(Place.TOP, r"POHON KINERJA|CASCADING|\bSOP\b|PROSEDUR|RENCANA KERJA DAN ANGGARAN", -6),
        Cue(Place.OPENING, r"EVALUASI (?:HASIL )?(?:PELAKSANAAN )?RENJA|RENJA (?:PERANGKAT DAERAH|OPD|SKPD)", 4),
        Cue(
            Place.TOP,
            r"^\W*(?:RENJA|RENCANA KERJA) (?:DINAS|BADAN|KANTOR|KECAMATAN|KELURAHAN|INSPEKTORAT|SEKRETARIAT|SATUAN|SATPOL|RSUD|RUMAH SAKIT|UPTD?|PD|OPD|SKPD|BAPPEDA|BAPPELITBANG|BPBD|BKPSDM|BPKAD|PUSKESMAS|BAGIAN|BIRO|PERANGKAT)\b",
            4,
        ),
    ),
    examples=(
        "DOKUMEN RENCANA KERJA KECAMATAN SUMBER REJO\nTAHUN 2023\nBAB I PENDAHULUAN",
        "RENCANA KERJA\n(RENJA)\nDINAS KESEHATAN KABUPATEN LEMBAH HIJAU\nTAHUN 2022",
        (
            "Renja Dinas Perhubungan Kota Telaga Tahun 2021 III-1\nBAB III\nTUJUAN, SASARAN, PROGRAM DAN KEGIATAN\n"
            "3.1 Telaahan terhadap Kebijakan Nasional"
        ),
        (
            "Tabel T-C.33\nRumusan Rencana Program dan Kegiatan Perangkat Daerah Tahun 2021\ndan Prakiraan Maju Tahun 2022\n"
            "Kabupaten Teluk Biru\nNama Perangkat Daerah : Dinas Sosial\nKode Program Indikator Kinerja Lokasi Pagu Indikatif"
        ),
    ),
    counter_examples=(
        "RENCANA KERJA PEMERINTAH DAERAH\n(RKPD)\nKABUPATEN LEMBAH HIJAU\nTAHUN 2022\nBAB I PENDAHULUAN",
        "RENCANA KERJA DAN ANGGARAN\nSATUAN KERJA PERANGKAT DAERAH\nRKA-SKPD\nTahun Anggaran 2022",
        "KEPUTUSAN KEPALA DINAS SOSIAL KABUPATEN LEMBAH HIJAU\nNOMOR 9 TAHUN 2021\nTENTANG\nTIM PENYUSUN RENCANA KERJA",
    ),
)
