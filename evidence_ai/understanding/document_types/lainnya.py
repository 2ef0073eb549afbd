"""What none of the other types fits: placeholders, speeches, village regulations, schedules."""

from __future__ import annotations

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.understanding.cues import Cue, DocumentType, Place

DOCUMENT_TYPE = DocumentType(
    name="lainnya",
    title=Bilingual("Lainnya", "Other"),
    description=Bilingual(
        "Berkas yang tidak cocok dengan jenis lain: berkas uji, sambutan, peraturan desa, jadwal, brosur, kuitansi, paparan.",
        "What fits no other type: test files, speeches, village regulations, schedules, brochures, receipts, slides.",
    ),
    source="Daftar jenis dokumen proyek ini (domain/vocabulary.py)",
    cues=(
        Cue(
            Place.TOP,
            r"DUMMY|PLACEHOLDER|LOREM IPSUM|^\W*(?:TEST|TESTING|CONTOH) (?:FILE|DOCUMENT|PAGE|BERKAS)|SAMPLE PDF",
            9,
        ),
        Cue(
            Place.CAPITALS,
            r"^\W*(?:SAMBUTAN|PIDATO|HIMBAUAN|IMBAUAN|AMANAT|NASKAH SAMBUTAN|JADWAL|BROSUR|FORMULIR (?!RKA|INDIKATOR|DPA|PENETAPAN|PERJANJIAN)|RUNDOWN|SUSUNAN ACARA|STRUKTUR ORGANISASI|VISI DAN MISI|KALENDER|KERANGKA ACUAN)",
            6,
        ),
        Cue(Place.OPENING, r"ASSALAMU.{0,3}ALAIKUM|SALAM SEJAHTERA BAGI KITA|YANG SAYA HORMATI|HADIRIN YANG", 4),
        Cue(
            Place.KIND,
            r"^\W*(?:SALINAN )?(?:PERATURAN|KEPUTUSAN) (?:BERSAMA )?(?:DESA|KEPALA DESA|NAGARI|GAMPONG|KEUCHIK|REKTOR|DEKAN|DIREKSI)",
            13,
        ),
        Cue(Place.KIND, r"^\W*(?:MAKLUMAT)", 8),
        Cue(
            Place.TOP,
            r"^\W*(?:INVOICE|FAKTUR|KUITANSI|KWITANSI|NOTA (?:PEMBELIAN|PESANAN)|BUKTI (?:PEMBAYARAN|KAS|SETOR)|"
            r"SURAT PERINTAH (?:MEMBAYAR|PENCAIRAN))\b",
            9,
        ),
        Cue(Place.TOP, r"SUDAH TERIMA DARI|TELAH TERIMA DARI", 5),
    ),
    examples=(
        "KUITANSI\nNo. 12\nSudah terima dari : Bendahara Dinas Sosial\nUang sejumlah : lima ratus ribu rupiah",
        "PERATURAN DESA SUMBER REJO\nNOMOR 3 TAHUN 2021\nTENTANG\nPERLINDUNGAN ANAK",
        (
            "SAMBUTAN BUPATI LEMBAH HIJAU\nPADA PERINGATAN HARI ANAK NASIONAL\nAssalamu'alaikum warahmatullahi wabarakatuh\n"
            "Yang saya hormati"
        ),
        "Dummy document\nThis is a placeholder for testing.",
        "JADWAL KEGIATAN POSYANDU\nBULAN MEI 2021",
    ),
    counter_examples=(
        "PERATURAN DAERAH KABUPATEN LEMBAH HIJAU\nNOMOR 3 TAHUN 2021\nTENTANG\nDESA",
        "SURAT EDARAN\nNOMOR 3 TAHUN 2021\nTENTANG\nJADWAL IMUNISASI",
    ),
)
