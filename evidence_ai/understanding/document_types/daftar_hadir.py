"""Attendance list."""

from __future__ import annotations

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.understanding.cues import Cue, DocumentType, Place

DOCUMENT_TYPE = DocumentType(
    name="daftar_hadir",
    title=Bilingual("Daftar hadir", "Attendance list"),
    description=Bilingual(
        "Daftar hadir rapat atau kegiatan dengan tanda tangan.",
        "A signed list of those present at a meeting or activity.",
    ),
    source="Permendagri 1/2023 (daftar hadir sebagai naskah dinas)",
    cues=(
        Cue(
            Place.TOP,
            r"^\W*(?:DAFTAR|ABSENSI|ABSEN|PRESENSI)(?: (?:HADIR|KEHADIRAN|PESERTA))?(?: RAPAT| PESERTA)?\b(?<!DAFTAR)",
            10,
        ),
        Cue(Place.OPENING, r"^\W*DAFTAR (?:HADIR|KEHADIRAN)", 3),
        Cue(Place.OPENING, r"\bNAMA\b[\s\S]{0,80}(?:TANDA ?TANGAN|TTD\b|PARAF)", 3),
        Cue(Place.KIND, r"PERATURAN|KEPUTUSAN|EDARAN|INSTRUKSI|NOTA", -30),
        Cue(Place.TOP, r"^\W*(?:NOTULEN?|NOTULA|UNDANGAN|BERITA ACARA|LAPORAN)", -6),
    ),
    examples=(
        (
            "DAFTAR HADIR\nRAPAT KOORDINASI GUGUS TUGAS KABUPATEN LAYAK ANAK\nHari/Tanggal : Kamis, 6 Mei 2021\nTempat : Aula\n"
            "NO NAMA INSTANSI TANDA TANGAN\n1 Contoh Satu Dinas Sosial 1\n2 Contoh Dua Dinas Kesehatan 2"
        ),
        (
            "PEMERINTAH KOTA TELAGA\nDINAS PENDIDIKAN\nDAFTAR HADIR PESERTA SOSIALISASI SEKOLAH RAMAH ANAK\n"
            "No Nama Sekolah No. HP Paraf"
        ),
        "ABSENSI PESERTA BIMBINGAN TEKNIS\nTANGGAL 12 JUNI 2022\nNO NAMA JABATAN TTD",
    ),
    counter_examples=(
        "NOTULEN RAPAT\nHari/tanggal : Kamis, 6 Mei 2021\nPeserta : daftar hadir terlampir\nKesimpulan : disepakati",
        "DAFTAR PENERIMA BANTUAN\nNO NAMA ALAMAT JUMLAH\n1 Contoh Satu Desa A 500.000",
    ),
)
