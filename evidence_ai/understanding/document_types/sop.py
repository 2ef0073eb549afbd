"""SOP: how a service is done, step by step."""

from __future__ import annotations

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.understanding.cues import Cue, DocumentType, Place

DOCUMENT_TYPE = DocumentType(
    name="sop",
    title=Bilingual("Standar Operasional Prosedur (SOP)", "Standard operating procedure"),
    description=Bilingual(
        "SOP, bagan alir pelayanan, standar pelayanan berbentuk tabel prosedur.",
        "A standard operating procedure or service standard with its flow chart.",
    ),
    source="PermenPANRB 35/2012; Permendagri 52/2011",
    cues=(
        Cue(
            Place.CAPITALS,
            r"STANDAR OPERASIONAL(?: DAN)? PROSEDUR|STANDARD? OPERATING ?PROCEDURE|PROSEDUR (?:TETAP|OPERASIONAL STANDAR)",
            8,
        ),
        Cue(Place.TOP, r"STANDAR OPERASIONAL(?: DAN)? PROSEDUR|\bSOP\b|STANDARD? OPERATING ?PROCEDURE", 4),
        Cue(Place.CAPITALS, r"^\W*SOP\b|^\W*STANDAR PELAYANAN\b|^\W*INSTRUKSI KERJA", 5),
        Cue(Place.OPENING, r"(?:NOMOR|NO\.?|NAMA|JUDUL) SOP\b", 6),
        Cue(Place.OPENING, r"TG?L\.? ?(?:PEMBUATAN|REVISI|EFEKTIF)|TANGGAL (?:PEMBUATAN|REVISI|EFEKTIF|PENGESAHAN)", 4),
        Cue(Place.OPENING, r"MUTU BAKU|KUALIFIKASI PELAKSANA", 4),
        Cue(Place.EDGE, r"/SOP\b|\bSOP\b|STANDAR OPERASIONAL PROSEDUR", 4),
        Cue(Place.BODY, r"MUTU BAKU|KETERKAITAN|PERALATAN ?/? ?PERLENGKAPAN|PENCATATAN DAN PENDATAAN", 1.5),
        Cue(Place.KIND, r"PERATURAN|KEPUTUSAN|EDARAN|NOTA", -30),
        Cue(Place.OPENING, r"NO(?:MOR)?\.? ?DOKUMEN[\s\S]{0,200}NO(?:MOR)?\.? ?REVISI|\bSPO\b", 6),
        Cue(
            Place.OPENING, r"LANGKAH-LANGKAH|UNIT TERKAIT|(?:BAGAN|DIAGRAM) ALIR|KOMPONEN[\s\S]{0,200}PERSYARATAN", 2.5
        ),
        Cue(Place.TOP, r"^\W*PROSEDUR ", 2.5),
    ),
    examples=(
        (
            "PEMERINTAH KABUPATEN LEMBAH HIJAU\nDINAS SOSIAL\nNOMOR SOP : 460/SOP/03\nTANGGAL PEMBUATAN : 3 Januari 2021\n"
            "TANGGAL REVISI :\nTANGGAL EFEKTIF : 1 Februari 2021\nDISAHKAN OLEH : Kepala Dinas\nNAMA SOP : Pelayanan Pengaduan"
        ),
        "STANDAR OPERASIONAL PROSEDUR\nPENERBITAN AKTA KELAHIRAN\nDINAS KEPENDUDUKAN KOTA TELAGA",
        "No Kegiatan Pelaksana Mutu Baku Keterangan\nPemohon Petugas Kepala Kelengkapan Waktu Output\n1 Pemohon menyerahkan berkas",
    ),
    counter_examples=(
        "PERATURAN BUPATI LEMBAH HIJAU\nNOMOR 30 TAHUN 2018\nTENTANG\nSTANDAR OPERASIONAL PROSEDUR ADMINISTRASI PEMERINTAHAN",
        "BERITA ACARA\nPEMBAHASAN STANDAR PELAYANAN\nNomor 060/4/2021\nPada hari ini Senin tanggal tiga bulan Mei",
    ),
)
