"""Berita acara: a signed statement that something took place."""

from __future__ import annotations

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.understanding.cues import Cue, DocumentType, Place

DOCUMENT_TYPE = DocumentType(
    name="berita_acara",
    title=Bilingual("Berita acara", "Signed record of an event"),
    description=Bilingual(
        "Berita acara rapat, serah terima, verifikasi, pemeriksaan, musyawarah.",
        "A signed record of a meeting, handover, verification or inspection.",
    ),
    source="Permendagri 1/2023 (berita acara sebagai naskah dinas)",
    cues=(
        Cue(Place.KIND, r"^\W*BERITA ACARA", 11),
        Cue(Place.TOP, r"^\W*BERITA ACARA", 9),
        Cue(Place.CAPITALS, r"^\W*BERITA ACARA", 2),
        Cue(Place.BODY, r"PADA HARI INI[\s\S]{0,160}TANGGAL", 2),
        Cue(Place.BODY, r"DEMIKIAN(?:LAH)? BERITA ACARA", 3),
        Cue(Place.KIND, r"PERATURAN|KEPUTUSAN|EDARAN|INSTRUKSI|NOTA", -30),
    ),
    examples=(
        (
            "BERITA ACARA HARMONISASI\nRANCANGAN PERATURAN BUPATI LEMBAH HIJAU\nTENTANG\nKABUPATEN LAYAK ANAK\n"
            "Pada hari ini Senin tanggal empat bulan Oktober dilaksanakan rapat"
        ),
        "BERITA ACARA\nNOMOR : 050/12/BA/2021\nTENTANG\nVERIFIKASI DATA KABUPATEN LAYAK ANAK\nPada hari ini Kamis tanggal enam",
        (
            "BERITA ACARA SERAH TERIMA BARANG\nPada hari ini, Senin tanggal tiga bulan Mei tahun dua ribu dua puluh satu, kami :\n"
            "1. Nama : Contoh\nDemikian Berita Acara ini dibuat"
        ),
        "PEMERINTAH KOTA TELAGA\nDINAS SOSIAL\nBERITA ACARA MUSYAWARAH PERENCANAAN\nPada hari ini Selasa tanggal satu telah dilaksanakan",
    ),
    counter_examples=(
        "NOTULEN RAPAT\nHari/Tanggal : Kamis, 6 Mei 2021\nPimpinan Rapat : Camat\nBerita acara ditandatangani bersama",
        "SURAT KETERANGAN\nNomor : 470/12/2021\nYang bertanda tangan di bawah ini menerangkan bahwa berita acara telah dibuat",
    ),
)
