"""Profil: a description of a region, office, school or group in a book."""

from __future__ import annotations

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.understanding.cues import Cue, DocumentType, Place

DOCUMENT_TYPE = DocumentType(
    name="profil",
    title=Bilingual("Profil", "Profile"),
    description=Bilingual(
        "Profil daerah, OPD, kesehatan, anak, gender, pendidikan, desa, lembaga layanan.",
        "A profile of a region, an office, a sector (health, children, gender) or a service.",
    ),
    source="Permenkes 27/2014 dan petunjuk teknis profil kesehatan; Permen PPPA (profil gender dan anak)",
    cues=(
        Cue(Place.TOP, r"BADAN PUSAT STATISTIK", -9),
        Cue(Place.TOP, r"SURVE[IY]|KUE?SIONER|RESPONDEN", -8),
        Cue(Place.CAPITALS, r"^\W*(?:BUKU )?PROFILE?\b", 9),
        Cue(Place.TOP, r"^\W*(?:BUKU )?PROFILE? ", 2),
        Cue(Place.EDGE, r"^\W*(?:BUKU )?PROFILE?\b", 5),
        Cue(Place.BODY, r"\bPROFIL\b", 1.5, 8),
        Cue(Place.KIND, r"PERATURAN|KEPUTUSAN|EDARAN|INSTRUKSI|NOTA", -30),
    ),
    examples=(
        "PROFIL KESEHATAN\nKABUPATEN LEMBAH HIJAU\nTAHUN 2021\nDINAS KESEHATAN KABUPATEN LEMBAH HIJAU",
        "PEMERINTAH KOTA TELAGA\nPROFIL ANAK\nKOTA TELAGA\n2020\nKATA PENGANTAR\nProfil anak ini disusun",
        "Profil Gender Kabupaten Teluk Biru 2019 12\nBAB II\nGAMBARAN UMUM\nJumlah penduduk perempuan",
    ),
    counter_examples=(
        "PERATURAN BUPATI LEMBAH HIJAU\nNOMOR 11 TAHUN 2020\nTENTANG\nPENYUSUNAN PROFIL ANAK",
        "LAPORAN KINERJA\nDINAS KESEHATAN KABUPATEN LEMBAH HIJAU\nTAHUN 2021\nBAB I\nPENDAHULUAN\nA. Profil Dinas Kesehatan",
    ),
)
