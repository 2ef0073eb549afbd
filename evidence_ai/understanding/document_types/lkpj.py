"""LKPJ: the head of region's yearly accountability statement to the council."""

from __future__ import annotations

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.understanding.cues import Cue, DocumentType, Place

DOCUMENT_TYPE = DocumentType(
    name="lkpj",
    title=Bilingual("LKPJ", "Accountability statement of the head of region"),
    description=Bilingual(
        "Laporan Keterangan Pertanggungjawaban kepala daerah kepada DPRD, tahunan atau akhir masa jabatan.",
        "The head of region's accountability report to the council, yearly or at the end of term.",
    ),
    source="UU 23/2014 Pasal 71; PP 13/2019; Permendagri 18/2020",
    cues=(
        Cue(Place.CAPITALS, r"LAPORAN KETERANGAN PERTANGGUNG ?JAWABAN|\bLKPJ\b", 9),
        Cue(Place.TOP, r"LAPORAN KETERANGAN PERTANGGUNG ?JAWABAN|\bLKPJ\b", 4),
        Cue(Place.EDGE, r"^\W*LKPJ\b|LAPORAN KETERANGAN PERTANGGUNG ?JAWABAN", 6),
        Cue(Place.BODY, r"\bLKPJ\b|KETERANGAN PERTANGGUNG ?JAWABAN", 2, 5),
        Cue(Place.KIND, r"^\W*(?:PERATURAN|KEPUTUSAN|SURAT|INSTRUKSI|BERITA|NOTULEN)", -30),
        Cue(Place.TOP, r"^\W*(?:NOTULEN|UNDANGAN|DAFTAR HADIR|BERITA ACARA)|^\W*(?:PERIHAL|HAL)\b", -10),
    ),
    examples=(
        "LAPORAN KETERANGAN PERTANGGUNGJAWABAN\n(LKPJ)\nBUPATI LEMBAH HIJAU\nTAHUN ANGGARAN 2021",
        "LKPJ Wali Kota Telaga Tahun 2020 III-12\nBAB III\nHASIL PENYELENGGARAAN URUSAN PEMERINTAHAN\n3.1 Urusan Pendidikan",
        "LAPORAN KETERANGAN PERTANGGUNGJAWABAN GUBERNUR TANAH SELATAN\nAKHIR TAHUN ANGGARAN 2019\nKATA PENGANTAR",
    ),
    counter_examples=(
        (
            "KEPUTUSAN DPRD KABUPATEN LEMBAH HIJAU\nNOMOR 8 TAHUN 2022\nTENTANG\nREKOMENDASI ATAS LAPORAN KETERANGAN\n"
            "PERTANGGUNGJAWABAN BUPATI TAHUN 2021"
        ),
        "LAPORAN PENYELENGGARAAN PEMERINTAHAN DAERAH\n(LPPD)\nKABUPATEN LEMBAH HIJAU\nTAHUN 2021",
    ),
)
