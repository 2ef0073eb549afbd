"""LKjIP, LKIP, LAKIP: performance report of an office or region."""

from __future__ import annotations

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.understanding.cues import Cue, DocumentType, Place

DOCUMENT_TYPE = DocumentType(
    name="laporan_kinerja",
    title=Bilingual("Laporan Kinerja (LKjIP/LKIP/LAKIP)", "Performance report"),
    description=Bilingual(
        "Laporan Kinerja Instansi Pemerintah, seluruhnya atau sebagian (kover, ikhtisar, bab).",
        "The performance report of an office or region, whole or in parts (cover, summary, chapter).",
    ),
    source="Perpres 29/2014; PermenPANRB 53/2014",
    cues=(
        Cue(Place.CAPITALS, r"LAPORAN (?:AKUNTABILITAS )?KINERJA|^\W*L ?K ?J? ?I ?P\b|\bLAKIP\b|\bLKJIP\b|\bLKIP\b", 7),
        Cue(Place.TOP, r"LAPORAN (?:AKUNTABILITAS )?KINERJA INSTANSI|\bLAKIP\b|\bLK[J]?IP\b", 3),
        Cue(Place.EDGE, r"\bLAKIP\b|\bLK ?J ?IP\b|\bLKIP\b|LAPORAN (?:AKUNTABILITAS )?KINERJA", 5),
        Cue(
            Place.OPENING, r"LAPORAN (?:AKUNTABILITAS )?KINERJA|AKUNTABILITAS KINERJA INSTANSI|\bLAKIP\b|\bLKJ?IP\b", 3
        ),
        Cue(Place.CAPITALS, r"^\W*(?:BAB III\W+)?AKUNTABILITAS KINERJA|IKHTISAR EKSEKUTIF", 3),
        Cue(Place.BODY, r"\bLAKIP\b|\bLKJIP\b|\bLKIP\b|LAPORAN (?:AKUNTABILITAS )?KINERJA", 2.5, 4),
        Cue(Place.BODY, r"PENGUKURAN KINERJA|CAPAIAN KINERJA|EVALUASI KINERJA", 1, 3),
        Cue(Place.KIND, r"PERATURAN|KEPUTUSAN|EDARAN|INSTRUKSI|NOTA", -30),
        Cue(
            Place.TOP,
            r"CATATAN ATAS LAPORAN KEUANGAN|^\W*RENCANA AKSI (?:TAHUN|PENCAPAIAN|PERJANJIAN|KINERJA)|\bSOP\b|POHON KINERJA",
            -8,
        ),
        Cue(Place.EDGE, r"^\W*(?:RENJA|RENCANA KERJA|RENSTRA|RENCANA STRATEGIS)\b", -3),
        Cue(
            Place.TOP,
            r"^\W*(?:LKJ|LKJIP|LKIP|LAKIP|LAPORAN KINERJA) (?:DINAS|BADAN|KANTOR|KECAMATAN|KELURAHAN|INSPEKTORAT|SEKRETARIAT|SATUAN|SATPOL|RSUD|RUMAH SAKIT|UPTD?|PD|OPD|SKPD|BAPPEDA|BAPPELITBANG|BPBD|BKPSDM|BPKAD|PUSKESMAS|BAGIAN|BIRO|PERANGKAT)\b",
            5,
        ),
        Cue(Place.CAPITALS, r"(?:ANALISIS|EVALUASI)[^\n]{0,30}CAPAIAN KINERJA|CAPAIAN KINERJA ORGANISASI", 3),
    ),
    examples=(
        "LAPORAN KINERJA INSTANSI PEMERINTAH\n(LKjIP)\nDINAS SOSIAL KABUPATEN LEMBAH HIJAU\nTAHUN 2021",
        (
            "LKIP Dinas Perikanan Kota Telaga Tahun 2018 1\nBAB I\nPENDAHULUAN\n1.1 Latar Belakang\n"
            "Laporan Kinerja disusun sebagai pertanggungjawaban"
        ),
        (
            "IKHTISAR EKSEKUTIF\nLaporan Akuntabilitas Kinerja Instansi Pemerintah (LAKIP) Badan Kepegawaian Kabupaten Teluk Biru\n"
            "Tahun 2013 menyajikan capaian kinerja"
        ),
    ),
    counter_examples=(
        (
            "PERATURAN MENTERI PENDAYAGUNAAN APARATUR NEGARA\nNOMOR 53 TAHUN 2014\nTENTANG\nPELAPORAN KINERJA DAN TATA CARA REVIU\n"
            "ATAS LAPORAN KINERJA INSTANSI PEMERINTAH"
        ),
        "LAPORAN KEGIATAN\nSOSIALISASI PERLINDUNGAN ANAK\nDINAS SOSIAL KABUPATEN LEMBAH HIJAU\nTAHUN 2021\nA. Latar Belakang",
    ),
)
