"""Photographs of an activity with captions."""

from __future__ import annotations

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.understanding.cues import Cue, DocumentType, Place

DOCUMENT_TYPE = DocumentType(
    name="foto_kegiatan",
    title=Bilingual("Foto kegiatan", "Photographs of an activity"),
    description=Bilingual(
        "Lembar foto atau dokumentasi kegiatan, sedikit tulisan.", "Pages of photographs of an activity with few words."
    ),
    source="Praktik data dukung: dokumentasi foto sebagai bukti kegiatan",
    cues=(
        Cue(
            Place.TOP,
            r"^\W*(?:DOKUMENTASI|FOTO|GALERI)\b(?: FOTO)?(?: KEGIATAN| PELAKSANAAN| RAPAT| PENYERAHAN| SOSIALISASI|\W*$)",
            9,
        ),
        Cue(Place.TOP, r"FOTO[- ]?FOTO KEGIATAN|FOTO DOKUMENTASI|DOKUMENTASI (?:FOTO|KEGIATAN)", 5),
        Cue(Place.BODY, r"^\W*(?:FOTO|GAMBAR) \d+", 1.5, 2),
        Cue(Place.KIND, r"PERATURAN|KEPUTUSAN|EDARAN|INSTRUKSI|NOTA", -30),
        Cue(Place.CAPITALS, r"LAPORAN|DAFTAR ISI|KATA PENGANTAR", -6),
    ),
    examples=(
        "DOKUMENTASI KEGIATAN\nSOSIALISASI SEKOLAH RAMAH ANAK\nSDN 1 LEMBAH HIJAU, 12 JUNI 2021",
        "FOTO KEGIATAN\nPELATIHAN KERJA PENYANDANG DISABILITAS KOTA TELAGA\nFoto 1. Pembukaan\nFoto 2. Praktik",
        "Foto Dokumentasi\nPenyerahan bantuan alat bantu dengar\nKabupaten Teluk Biru Tahun 2022",
    ),
    counter_examples=(
        "LAPORAN KEGIATAN\nSOSIALISASI\nDAFTAR ISI\nI. Pendahuluan\nLampiran : Dokumentasi kegiatan\nDemikian laporan ini",
        "SURAT EDARAN\nNOMOR 5 TAHUN 2020\nTENTANG\nDOKUMENTASI KEGIATAN PERANGKAT DAERAH",
    ),
)
