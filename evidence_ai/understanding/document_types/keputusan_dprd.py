"""Keputusan DPRD or its leadership."""

from __future__ import annotations

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.understanding.cues import Cue, DocumentType, Place

DOCUMENT_TYPE = DocumentType(
    name="keputusan_dprd",
    title=Bilingual("Keputusan DPRD", "Decision of the regional council"),
    description=Bilingual(
        "Keputusan DPRD, Pimpinan DPRD atau Badan Kehormatan DPRD; Peraturan DPRD ikut jenis ini.",
        "A decision (or regulation) of the regional council, its leadership or its ethics board.",
    ),
    source="Permendagri 80/2015 Pasal 4; PP 12/2018",
    cues=(
        Cue(
            Place.KIND,
            r"^\W*(?:SALINAN )?(?:LAMPIRAN.{0,30})?(?:RANCANGAN )?(?:SURAT )?(?:KEPUTUSAN|PERATURAN) "
            r"(?:BERSAMA |PIMPINAN |KETUA |BADAN KEHORMATAN )?(?:DPRD|DPRA|DPRK|DPRP|DEWAN PERWAKILAN)",
            14,
        ),
        Cue(Place.CAPITALS, r"^\W*KEPUTUSAN (?:PIMPINAN |KETUA )?(?:DPRD|DEWAN PERWAKILAN RAKYAT)", 6),
        Cue(Place.TOP, r"LAMPIRAN.{0,80}KEPUTUSAN (?:PIMPINAN )?(?:DPRD|DEWAN PERWAKILAN RAKYAT)", 8),
        Cue(
            Place.BODY,
            r"PERLU (?:DITETAPKAN|MENETAPKAN|MEMBENTUK|DIBENTUK) (?:DENGAN )?KEPUTUSAN (?:PIMPINAN )?(?:DPRD|DEWAN PERWAKILAN)",
            4,
        ),
        Cue(Place.BODY, r"^\W*MENETAPKAN ?:? ?KEPUTUSAN (?:PIMPINAN )?(?:DPRD|DEWAN PERWAKILAN)", 4),
        Cue(Place.BODY, r"KEPUTUSAN (?:DPRD|DEWAN PERWAKILAN RAKYAT DAERAH|PIMPINAN DPRD) INI\b", 5),
        Cue(Place.ENDING, r"(?:DPRD|DEWAN PERWAKILAN RAKYAT DAERAH)[\s\S]{0,60}^\W*KETUA\b", 3),
    ),
    examples=(
        (
            "KEPUTUSAN DEWAN PERWAKILAN RAKYAT DAERAH\nKABUPATEN LEMBAH HIJAU\nNOMOR 170/12/2022\nTENTANG\n"
            "PERSETUJUAN RANCANGAN PERATURAN DAERAH TENTANG BANTUAN HUKUM"
        ),
        (
            "PIMPINAN DPRD KOTA TELAGA\nKEPUTUSAN PIMPINAN DPRD KOTA TELAGA\nNOMOR 3 TAHUN 2020\nTENTANG\n"
            "PERUBAHAN JADWAL MASA SIDANG\nDENGAN RAHMAT TUHAN YANG MAHA ESA\nPIMPINAN DPRD KOTA TELAGA,"
        ),
        "KEPUTUSAN DPRD KABUPATEN TELUK BIRU\nNOMOR 21 TAHUN 2019\nTENTANG\nPROGRAM PEMBENTUKAN PERATURAN DAERAH TAHUN 2020",
    ),
    counter_examples=(
        (
            "KEPUTUSAN SEKRETARIS DEWAN PERWAKILAN RAKYAT DAERAH\nKABUPATEN LEMBAH HIJAU\nNOMOR 5 TAHUN 2021\nTENTANG\n"
            "STANDAR OPERASIONAL PROSEDUR"
        ),
        "KEPUTUSAN GUBERNUR TANAH SELATAN\nNOMOR 171/33/2019\nTENTANG\nPERESMIAN ANGGOTA DEWAN PERWAKILAN RAKYAT DAERAH",
    ),
)
