"""Report of an activity: training, socialisation, travel, monitoring."""

from __future__ import annotations

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.understanding.cues import Cue, DocumentType, Place

DOCUMENT_TYPE = DocumentType(
    name="laporan_kegiatan",
    title=Bilingual("Laporan kegiatan", "Activity report"),
    description=Bilingual(
        "Laporan pelaksanaan kegiatan, sosialisasi, bimbingan teknis, perjalanan dinas, monitoring, laporan berkala OPD.",
        "A report of an activity, training, trip or monitoring, or a periodic report of an office.",
    ),
    source="Permendagri 1/2023 (laporan sebagai naskah dinas)",
    cues=(
        Cue(
            Place.CAPITALS,
            r"^\W*LAPORAN (?:HASIL |AKHIR |PELAKSANAAN |PENYELENGGARAAN |TAHUNAN )*(?:KEGIATAN|SOSIALISASI|BIMBINGAN|PELATIHAN|MONITORING|PERJALANAN DINAS|EVALUASI|PROGRAM|BULANAN|TRIWULAN|SEMESTER|PEMANTAUAN|PENGAWASAN|PENDAMPINGAN|PENANGANAN|TUGAS|PELAYANAN|PENGADUAN|HASIL)",
            8,
        ),
        Cue(Place.TOP, r"^\W*LAPORAN (?:HASIL |AKHIR |PELAKSANAAN )*(?:KEGIATAN|PERJALANAN DINAS|MONITORING)", 2.5),
        Cue(
            Place.CAPITALS,
            r"^\W*LAPORAN (?:AKHIR|PELAKSANAAN|TAHUNAN|HASIL|PENYELENGGARAAN(?! PEMERINTAHAN DAERAH))?\W*$",
            6,
        ),
        Cue(
            Place.CAPITALS,
            r"^\W*LAPORAN (?:PELAKSANAAN|TAHUNAN|PENYELENGGARAAN(?! PEMERINTAHAN DAERAH)|PENERAPAN|PENCAPAIAN|CAPAIAN|AKHIR|PERKEMBANGAN)\b",
            6,
        ),
        Cue(
            Place.BODY,
            r"(?:WAKTU DAN TEMPAT|TEMPAT DAN WAKTU|PELAKSANAAN KEGIATAN|HASIL KEGIATAN|PESERTA KEGIATAN|NARASUMBER)",
            1.5,
        ),
        Cue(Place.BODY, r"DEMIKIAN(?:LAH)? LAPORAN", 3),
        Cue(
            Place.TOP,
            r"^\W*LAPORAN (?:PERTANGGUNG ?JAWABAN|PENYELESAIAN|CAPAIAN|PENCAPAIAN|PENYELENGGARAAN(?! PEMERINTAHAN)|PENANGANAN|PERKEMBANGAN)"
            r"(?! (?:GUBERNUR|BUPATI|WALI|KEPALA DAERAH|PELAKSANAAN A|BENDAHARA|APBD|KEUANGAN|FUNGSIONAL|KINERJA|PELAKSANAAN ANGGARAN))",
            5,
        ),
        Cue(Place.BODY, r"MAKSUD DAN TUJUAN[\s\S]{0,3000}(?:KESIMPULAN|PENUTUP)", 1),
        Cue(
            Place.TOP,
            r"LAPORAN (?:KINERJA|REALISASI|KEUANGAN|AKUNTABILITAS|KETERANGAN|PENYELENGGARAAN PEMERINTAHAN|ARUS KAS|OPERASIONAL)",
            -8,
        ),
        Cue(Place.KIND, r"PERATURAN|KEPUTUSAN|EDARAN|INSTRUKSI|NOTA", -30),
        Cue(
            Place.CAPITALS,
            r"^\W*LAPORAN (?!KINERJA|AKUNTABILITAS|REALISASI|KEUANGAN|KETERANGAN|ARUS|OPERASIONAL|PERUBAHAN (?:EKUITAS|SAL)|PENYELENGGARAAN PEMERINTAHAN|SURVE|INDEKS|HASIL SURVE|PERTANGGUNG)",
            4,
        ),
        Cue(
            Place.TOP,
            r"REALISASI (?:FISIK|KEUANGAN|ANGGARAN)|NASKAH AKADEMI|NOTUL(?:EN|A)|SURVE[IY]|\bLK[JI]+P\b|\bLAKIP\b",
            -7,
        ),
    ),
    examples=(
        "LAPORAN PERTANGGUNGJAWABAN KEGIATAN\nPELATIHAN KADER POSYANDU\nKECAMATAN SUMBER REJO TAHUN 2022",
        "Laporan Penyelesaian Pengaduan\nDinas Sosial Kota Telaga\nMaret 2023\nPengaduan yang diterima 12, selesai 9.",
        (
            "LAPORAN KEGIATAN\nSOSIALISASI PENCEGAHAN KEKERASAN TERHADAP ANAK\nDINAS PEMBERDAYAAN PEREMPUAN KABUPATEN LEMBAH HIJAU\n"
            "TAHUN 2021\nA. Dasar Pelaksanaan\nB. Waktu dan Tempat"
        ),
        (
            "PEMERINTAH KOTA TELAGA\nDINAS TENAGA KERJA\nLAPORAN HASIL PERJALANAN DINAS\nI. Pendahuluan\nII. Hasil kegiatan\n"
            "Demikian laporan ini dibuat"
        ),
        (
            "LAPORAN PELAKSANAAN BIMBINGAN TEKNIS\nOPERATOR ADMINISTRASI KEPENDUDUKAN\nBAB I PENDAHULUAN\nMaksud dan Tujuan\n"
            "Narasumber berasal dari Dinas Kependudukan"
        ),
    ),
    counter_examples=(
        "LAPORAN KINERJA\nDINAS SOSIAL KABUPATEN LEMBAH HIJAU\nTAHUN 2021\nBAB III\nAKUNTABILITAS KINERJA",
        "LAPORAN REALISASI ANGGARAN\nDINAS SOSIAL KABUPATEN LEMBAH HIJAU\nSAMPAI DENGAN 31 DESEMBER 2021",
        "UNDANGAN\nNomor : 005/12/2021\nKepada Yth. Camat\nAcara : Sosialisasi\nHari/tanggal : Senin, 3 Mei 2021\nTempat : Aula",
    ),
)
