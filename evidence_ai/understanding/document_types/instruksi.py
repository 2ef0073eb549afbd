"""Instruksi of a head of region, minister or president."""

from __future__ import annotations

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.understanding.cues import Cue, DocumentType, Place

DOCUMENT_TYPE = DocumentType(
    name="instruksi",
    title=Bilingual("Instruksi", "Instruction"),
    description=Bilingual(
        "Instruksi kepala daerah, menteri atau Presiden kepada pejabat di bawahnya.",
        "An instruction of a head of region, minister or the President to those below.",
    ),
    source="Permendagri 1/2023 (tata naskah dinas di pemerintah daerah)",
    cues=(
        Cue(Place.KIND, r"^\W*(?:SALINAN )?(?:LAMPIRAN.{0,30})?(?:RANCANGAN )?INSTRUKSI", 12),
        Cue(
            Place.CAPITALS,
            r"^\W*(?:RANCANGAN )?INSTRUKSI (?:GUBERNUR|BUPATI|WALI ?KOTA|MENTERI|PRESIDEN|SEKRETARIS|KEPALA)",
            8,
        ),
        Cue(Place.BODY, r"MENGINSTRUKSIKAN", 3),
        Cue(Place.TOP, r"^\W*(?:INSTRUKSI KERJA|SOP\b)", -8),
        Cue(Place.BODY, r"INSTRUKSI (?:GUBERNUR|BUPATI|WALI ?KOTA|MENTERI|PRESIDEN)? ?INI\b", 5),
    ),
    examples=(
        "INSTRUKSI BUPATI LEMBAH HIJAU\nNOMOR 3 TAHUN 2020\nTENTANG\nPERCEPATAN PENURUNAN STUNTING",
        (
            "INSTRUKSI WALI KOTA TELAGA\nNOMOR : 440/2/2021\nTENTANG\nPENGUATAN POSYANDU\nWALI KOTA TELAGA,\n"
            "Dalam rangka penguatan posyandu dengan ini menginstruksikan :\nKepada : 1. Camat\n2. Lurah\nUntuk :\nKESATU : Aktif"
        ),
        "INSTRUKSI GUBERNUR TANAH SELATAN\nNOMOR 7 TAHUN 2019\nTENTANG\nGERAKAN LITERASI SEKOLAH",
    ),
    counter_examples=(
        "SURAT EDARAN\nNOMOR 5 TAHUN 2021\nTENTANG\nPELAKSANAAN INSTRUKSI MENTERI DALAM NEGERI NOMOR 3 TAHUN 2021",
        (
            "PERATURAN BUPATI LEMBAH HIJAU\nNOMOR 6 TAHUN 2021\nTENTANG\nPENURUNAN STUNTING\n"
            "Mengingat : 1. Instruksi Presiden Nomor 1 Tahun 2017;"
        ),
    ),
)
