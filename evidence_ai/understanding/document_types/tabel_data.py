"""A bare table of data without the frame of a report."""

from __future__ import annotations

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.understanding.cues import Cue, DocumentType, Place

DOCUMENT_TYPE = DocumentType(
    name="tabel_data",
    title=Bilingual("Tabel data", "Data table"),
    description=Bilingual(
        "Tabel atau daftar data tanpa bingkai laporan: rekapitulasi, daftar penerima, jumlah per kecamatan.",
        "A table or list of data without a report around it: totals by district, lists of recipients.",
    ),
    source="Praktik data dukung: lampiran data sektoral OPD",
    cues=(
        Cue(
            Place.TOP,
            r"^\W*(?:TABEL \d*|LAMPIRAN )?\W*(?:DATA|REKAPITULASI|REKAP|JUMLAH|PREVALENSI|ANGKA|CAKUPAN|SEBARAN|NERACA (?:BAHAN|PANGAN|KETENAGAKERJAAN|TENAGA|ENERGI|AIR|LAHAN|SUMBER|GIZI)|DAFTAR (?!ISI|HADIR|PUSTAKA|KEHADIRAN|TABEL|GAMBAR|LAMPIRAN))",
            5,
        ),
        Cue(
            Place.TOP,
            r"(?:MENURUT|PER|BERDASARKAN|TIAP) (?:KECAMATAN|DESA|KELURAHAN|JENIS KELAMIN|KABUPATEN|KELOMPOK UMUR|PUSKESMAS|SEKOLAH)",
            3,
        ),
        Cue(Place.OPENING, r"^\W*NO\.? (?:NAMA|KECAMATAN|DESA|URAIAN|JENIS|PROGRAM|INDIKATOR|SEKOLAH|PUSKESMAS)", 2.5),
        Cue(Place.OPENING, r"^\W*1 2 3(?: 4)?", 2),
        Cue(Place.OPENING, r"[^\n]\s\d[\d.,]*$", 2.5, 6),
        Cue(Place.KIND, r".", -8),
        Cue(Place.TOP, r"LAMPIRAN[^\n]{0,30}\s?(?:PERATURAN|KEPUTUSAN|SURAT|INSTRUKSI)", -8),
        Cue(
            Place.CAPITALS,
            r"^\W*(?:BAB [IVX]+\b|KATA PENGANTAR|DAFTAR ISI)|LAPORAN|PERATURAN|REALISASI|\bDPA\b|\bRKA\b|PROFIL|NERACA(?! (?:BAHAN|PANGAN|KETENAGAKERJAAN|TENAGA|ENERGI|AIR|LAHAN|SUMBER|GIZI))|RINGKASAN",
            -5,
        ),
        Cue(Place.OPENING, r"TANDA ?TANGAN|PAGU INDIKATIF|PRAKIRAAN MAJU|LAPORAN REALISASI|FORMULASI", -4),
        Cue(Place.TOP, r"\bRENJA\b|\bRENSTRA\b|\bRKPD\b|RENCANA KERJA|PERJANJIAN KINERJA|LAPORAN", -5),
        Cue(
            Place.BODY,
            r"\b(?:BELANJA|PENDAPATAN ASLI|ASET|ARUS KAS|KODE REKENING|PENDAPATAN DAERAH|PAJAK DAERAH)\b",
            -4,
        ),
    ),
    examples=(
        "PREVALENSI STUNTING\nKABUPATEN LEMBAH HIJAU TAHUN 2022\nNo Kecamatan Prevalensi\n1 Bukit 12,5\n2 Lembah 20,1",
        "NERACA BAHAN MAKANAN\nKOTA TELAGA TAHUN 2022\nNO KOMODITAS PRODUKSI KONSUMSI\n1 Beras 1.200 1.100",
        (
            "DATA JUMLAH PENDUDUK MENURUT KECAMATAN\nKABUPATEN LEMBAH HIJAU TAHUN 2021\nNO KECAMATAN LAKI-LAKI PEREMPUAN JUMLAH\n"
            "1 Sumber Rejo 10.200 10.150 20.350\n2 Karang Indah 8.100 8.300 16.400"
        ),
        "REKAPITULASI KASUS KEKERASAN TERHADAP ANAK\nKOTA TELAGA TAHUN 2020\nNo Jenis Kasus Jumlah\n1 Fisik 12\n2 Psikis 7",
        "DAFTAR PENERIMA BANTUAN SISWA MISKIN\nTAHUN 2022\nNO NAMA SEKOLAH JUMLAH\n1 SDN 1 25\n2 SDN 2 31\nJUMLAH 56",
    ),
    counter_examples=(
        "DAFTAR HADIR\nRAPAT KOORDINASI\nNO NAMA INSTANSI TANDA TANGAN\n1 Contoh Dinas Sosial",
        "PEMERINTAH KOTA TELAGA\nLAPORAN REALISASI ANGGARAN\nNO URAIAN ANGGARAN REALISASI\n1 PENDAPATAN 100 90\n2 BELANJA 90 80",
    ),
)
