"""LPPD: the regional government's yearly report to the centre, with ILPPD and RLPPD."""

from __future__ import annotations

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.understanding.cues import Cue, DocumentType, Place

DOCUMENT_TYPE = DocumentType(
    name="lppd",
    title=Bilingual("LPPD", "Report on the running of regional government"),
    description=Bilingual(
        "Laporan Penyelenggaraan Pemerintahan Daerah kepada pemerintah pusat dan ringkasannya (RLPPD/ILPPD).",
        "The regional government's report to the centre and its public summary.",
    ),
    source="UU 23/2014 Pasal 69-70; PP 13/2019; Permendagri 18/2020",
    cues=(
        Cue(Place.CAPITALS, r"LAPORAN PENYELENGGARAAN PEMERINTAHAN DAERAH|^\W*[IR]?LPPD\b", 9),
        Cue(Place.TOP, r"^\W*(?:RINGKASAN |INFORMASI )?LAPORAN PENYELENGGARAAN PEMERINTAHAN DAERAH|^\W*[IR]?LPPD\b", 4),
        Cue(Place.EDGE, r"^\W*[IR]?LPPD\b|^\W*LAPORAN PENYELENGGARAAN PEMERINTAHAN DAERAH", 6),
        Cue(Place.BODY, r"\b[IR]?LPPD\b", 2, 5),
        Cue(Place.BODY, r"INDIKATOR KINERJA KUNCI|\bIKK\b", 1, 3),
        Cue(Place.KIND, r"^\W*(?:PERATURAN|KEPUTUSAN|SURAT|INSTRUKSI|BERITA|NOTULEN)", -30),
        Cue(Place.TOP, r"^\W*(?:NOTULEN|UNDANGAN|DAFTAR HADIR|BERITA ACARA)|^\W*(?:PERIHAL|HAL)\b", -10),
    ),
    examples=(
        "LAPORAN PENYELENGGARAAN PEMERINTAHAN DAERAH\n(LPPD)\nKABUPATEN LEMBAH HIJAU\nTAHUN 2021",
        "RINGKASAN LAPORAN PENYELENGGARAAN PEMERINTAHAN DAERAH\n(RLPPD)\nKOTA TELAGA\nTAHUN 2020",
        (
            "LPPD Kabupaten Teluk Biru Tahun 2019 II-3\nBAB II\nCAPAIAN KINERJA PENYELENGGARAAN PEMERINTAHAN DAERAH\n"
            "2.1 Indikator Kinerja Kunci Keluaran"
        ),
    ),
    counter_examples=(
        "SURAT EDARAN\nNOMOR 130/5/2021\nTENTANG\nPENYUSUNAN LPPD TAHUN 2020",
        "LAPORAN KETERANGAN PERTANGGUNGJAWABAN\n(LKPJ)\nBUPATI LEMBAH HIJAU\nTAHUN ANGGARAN 2021",
    ),
)
