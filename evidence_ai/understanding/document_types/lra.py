"""LRA and the other financial statements: what was spent."""

from __future__ import annotations

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.understanding.cues import Cue, DocumentType, Place

DOCUMENT_TYPE = DocumentType(
    name="lra",
    title=Bilingual("Laporan Realisasi Anggaran (LRA)", "Budget realisation report"),
    description=Bilingual(
        "Laporan realisasi anggaran, neraca, arus kas, catatan atas laporan keuangan, laporan realisasi fisik dan keuangan.",
        "Reports of budget spent: realisation, balance sheet, cash flow, notes, monthly physical and financial progress.",
    ),
    source="PP 71/2010 (Standar Akuntansi Pemerintahan); Permendagri 77/2020",
    cues=(
        Cue(
            Place.TOP,
            r"^\W*(?:PENJABARAN )?(?:RINCIAN )?LAPORAN REALISASI (?:ANGGARAN|SEMESTER|APBD|PENDAPATAN|BELANJA|KEUANGAN|FISIK)",
            10,
        ),
        Cue(Place.CAPITALS, r"LAPORAN REALISASI (?:ANGGARAN|APBD|BELANJA|PENDAPATAN|FISIK|KEUANGAN)", 3),
        Cue(Place.OPENING, r"LAPORAN REALISASI ANGGARAN", 2),
        Cue(
            Place.TOP,
            r"^\W*(?:[IVX]+\. )?(?:NERACA(?! (?:BAHAN|PANGAN|KETENAGAKERJAAN|TENAGA|ENERGI|AIR|LAHAN|SUMBER|GIZI))|LAPORAN ARUS KAS|LAPORAN OPERASIONAL|LAPORAN PERUBAHAN (?:EKUITAS|SAL|SALDO))",
            9,
        ),
        Cue(Place.TOP, r"^\W*CATATAN ATAS LAPORAN KEUANGAN|^\W*LAPORAN KEUANGAN", 9),
        Cue(Place.EDGE, r"CATATAN ATAS LAPORAN KEUANGAN|^\W*LAPORAN KEUANGAN (?:TAHUN|PEMERINTAH|SKPD)", 4),
        Cue(
            Place.TOP,
            r"REKAPITULASI (?:PERKEMBANGAN|REALISASI|LAPORAN REALISASI)|REALISASI FISIK|^\W*(?:DATA |TABEL |EVALUASI )?REALISASI (?:KEUANGAN|ANGGARAN|BELANJA|APBD|PENDAPATAN) ",
            6,
        ),
        Cue(Place.OPENING, r"REALISASI (?:FISIK|KEUANGAN)|PENETAPAN APBD", 2.5),
        Cue(
            Place.BODY,
            r"\bREALISASI\b[\s\S]{0,300}(?:LEBIH ?/? ?\(?KURANG|SELISIH|BERTAMBAH|% |SISA (?:ANGGARAN|PAGU))",
            1,
        ),
        Cue(Place.BODY, r"\b(?:SP2D|SPJ)\b", 1),
        Cue(Place.BODY, r"REKENING KAS|KAS DI KAS DAERAH|ARUS (?:MASUK )?KAS|ASET LANCAR|EKUITAS DANA|SILPA", 2),
        Cue(Place.BODY, r"PENDAPATAN ?- ?LRA|BELANJA ?- ?LRA|\bLRA\b", 2),
        Cue(
            Place.BODY,
            r"^\W*(?:GAJI POKOK|TUNJANGAN KELUARGA|BELANJA (?:ALAT TULIS KANTOR|CETAK|PEGAWAI))[\s\S]{0,200}?\d\.\d{3}\.\d{3},\d\d",
            1.5,
        ),
        Cue(Place.KIND, r"^\W*(?:SALINAN )?(?:RANCANGAN )?(?:PERATURAN|KEPUTUSAN|SURAT EDARAN|NOTA KESEPA)", -30),
        Cue(Place.TOP, r"\bSOP\b|PROSEDUR|DOKUMEN PELAKSANAAN|RENCANA KERJA|LAPORAN KINERJA", -6),
        Cue(
            Place.TOP,
            r"PERTANGGUNG ?JAWABAN BENDAHARA|\bSPJ (?:BELANJA|FUNGSIONAL)|BUKU KAS UMUM|KARTU KENDALI (?:KEGIATAN|ANGGARAN)",
            9,
        ),
        Cue(Place.TOP, r"ASET LANCAR|ARUS KAS|KEWAJIBAN JANGKA|EKUITAS|INVESTASI JANGKA PANJANG", 4),
        Cue(Place.BODY, r"PENDAPATAN[\s\S]{0,400}REALISASI|REALISASI[\s\S]{0,400}PENDAPATAN (?:ASLI )?DAERAH", 3),
        Cue(Place.BODY, r"SEMULA BERJUMLAH|BERTAMBAH/BERKURANG", -2),
        Cue(Place.OPENING, r"PAGU INDIKATIF|PRAKIRAAN MAJU", -5),
        Cue(
            Place.TOP,
            r"LAMPIRAN[\s\S]{0,300}(?:LAPORAN REALISASI|NERACA|LAPORAN ARUS KAS|LAPORAN OPERASIONAL|CATATAN ATAS LAPORAN KEUANGAN)",
            14,
        ),
    ),
    examples=(
        (
            "PEMERINTAH KABUPATEN LEMBAH HIJAU\nLAPORAN REALISASI ANGGARAN PENDAPATAN DAN BELANJA DAERAH\n"
            "UNTUK TAHUN YANG BERAKHIR SAMPAI DENGAN 31 DESEMBER 2020\nURAIAN ANGGARAN 2020 REALISASI 2020 %\n"
            "PENDAPATAN - LRA 1.000.000.000,00 990.000.000,00 99,00"
        ),
        "PEMERINTAH KOTA TELAGA\nNERACA\nPER 31 DESEMBER 2019 DAN 2018\nASET\nASET LANCAR\nKas di Kas Daerah 12.000.000,00",
        (
            "CATATAN ATAS LAPORAN KEUANGAN\nDINAS SOSIAL KABUPATEN TELUK BIRU\nTAHUN ANGGARAN 2021\nBAB I PENDAHULUAN\n"
            "1.1 Maksud dan Tujuan Penyusunan Laporan Keuangan"
        ),
        (
            "LAPORAN REALISASI FISIK DAN KEUANGAN\nDINAS PENDIDIKAN KABUPATEN LEMBAH HIJAU\nBULAN : JUNI 2022\n"
            "NO PROGRAM/KEGIATAN PAGU REALISASI KEUANGAN % FISIK % SISA ANGGARAN"
        ),
    ),
    counter_examples=(
        (
            "PERATURAN DAERAH KOTA TELAGA\nNOMOR 3 TAHUN 2020\nTENTANG\nPERTANGGUNGJAWABAN PELAKSANAAN ANGGARAN PENDAPATAN\n"
            "DAN BELANJA DAERAH TAHUN ANGGARAN 2019\nPasal 2\n(1) laporan realisasi anggaran; b. neraca; c. laporan arus kas"
        ),
        (
            "LAPORAN KINERJA INSTANSI PEMERINTAH\nDINAS SOSIAL KABUPATEN TELUK BIRU\nTAHUN 2020\nBAB III\nAKUNTABILITAS KINERJA\n"
            "Realisasi anggaran sebesar 95,10 %"
        ),
    ),
)
