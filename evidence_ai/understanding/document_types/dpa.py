"""DPA: an office's approved budget."""

from __future__ import annotations

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.understanding.cues import Cue, DocumentType, Place

DOCUMENT_TYPE = DocumentType(
    name="dpa",
    title=Bilingual("Dokumen Pelaksanaan Anggaran (DPA)", "Approved budget of an office"),
    description=Bilingual(
        "DPA/DPPA SKPD yang telah disahkan, termasuk rekapitulasi dan rincian belanjanya.",
        "The approved budget document of an office and its change, with summaries and details.",
    ),
    source="PP 12/2019 Pasal 132; Permendagri 77/2020",
    cues=(
        Cue(Place.TOP, r"DOKUMEN PELAKSANAAN (?:PERUBAHAN |PERGESERAN |BELANJA )?ANGGARAN", 10),
        Cue(Place.OPENING, r"DOKUMEN PELAKSANAAN (?:PERUBAHAN |PERGESERAN )?ANGGARAN", 3),
        Cue(Place.TOP, r"\bDP?PA[- /]+(?:SKPD|PPKD|OPD|RINCIAN|BELANJA|PENDAPATAN|PEMBIAYAAN|A\.?1|B\.?1|\d)", 6),
        Cue(Place.OPENING, r"\bNO(?:MOR|\.)? DP?PA\b", 4),
        Cue(Place.BODY, r"RENCANA (?:PENARIKAN DANA|REALISASI) PER ?(?:BULAN|TRIWULAN)", 2),
        Cue(Place.BODY, r"REKAPITULASI DOKUMEN PELAKSANAAN", 3),
        Cue(Place.BODY, r"\bDP?PA[- ]?(?:SKPD|BELANJA|RINCIAN)", 1.5),
        Cue(Place.KIND, r"PERATURAN|KEPUTUSAN|SURAT EDARAN", -30),
        Cue(Place.TOP, r"^\W*(?:SURAT PENGANTAR|NOTA DINAS|(?:HAL|PERIHAL)\b)|REALISASI ANGGARAN|\bSOP\b|PROSEDUR", -8),
        Cue(Place.EDGE, r"/DPA/|\bDPP?A[- ]?SKPD\b", 6),
    ),
    examples=(
        (
            "DOKUMEN PELAKSANAAN ANGGARAN\nSATUAN KERJA PERANGKAT DAERAH\nDPA-RINCIAN BELANJA SKPD\n"
            "Nomor DPA : DPA/A.1/2.08.0.00/001/2022\nKABUPATEN LEMBAH HIJAU\nTAHUN ANGGARAN 2022\n"
            "Program : 2.08.03 PROGRAM PERLINDUNGAN PEREMPUAN\nRencana Penarikan Dana Per Bulan"
        ),
        (
            "PEMERINTAH KOTA TELAGA\nDOKUMEN PELAKSANAAN PERUBAHAN ANGGARAN\n( DPPA SKPD )\nTAHUN ANGGARAN 2019\nDPPA-SKPD 2.2.1\n"
            "Urusan Pemerintahan : 1.01 Pendidikan"
        ),
        (
            "Sistem Informasi Pemerintahan Daerah - Penatausahaan\nDPA-BELANJA\nKAB TELUK BIRU\nTahun Anggaran 2025\n"
            "Nomor DPA DPA/A.1/1.01.0.00/001/2025\nRekapitulasi Dokumen Pelaksanaan Belanja Berdasarkan Program"
        ),
    ),
    counter_examples=(
        (
            "RENCANA KERJA DAN ANGGARAN\nSATUAN KERJA PERANGKAT DAERAH\nRKA-RINCIAN BELANJA SKPD\nKABUPATEN LEMBAH HIJAU\n"
            "Tahun Anggaran 2022"
        ),
        (
            "SURAT PENGANTAR\nNomor : 900/15/2022\nKepada Yth. Kepala BPKAD\ndi Tempat\nNo Jenis Banyaknya\n"
            "1 Dokumen Pelaksanaan Anggaran (DPA) 2 berkas"
        ),
    ),
)
