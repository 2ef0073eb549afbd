"""RKA: an office's budget plan, before approval."""

from __future__ import annotations

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.understanding.cues import Cue, DocumentType, Place

DOCUMENT_TYPE = DocumentType(
    name="rka",
    title=Bilingual("Rencana Kerja dan Anggaran (RKA)", "Work and budget plan of an office"),
    description=Bilingual(
        "RKA SKPD/perangkat daerah dan perubahannya: usulan anggaran, belum disahkan.",
        "The budget plan of an office and its change: proposed, not yet approved.",
    ),
    source="PP 12/2019 Pasal 89; Permendagri 77/2020",
    cues=(
        Cue(Place.TOP, r"^\W*RENCANA KERJA DAN (?:PERUBAHAN )?ANGGARAN", 10),
        Cue(Place.TOP, r"^\W*RENCANA KERJA (?:PERUBAHAN|PERGESERAN) ANGGARAN", 10),
        Cue(Place.OPENING, r"RENCANA KERJA DAN (?:PERUBAHAN )?ANGGARAN", 3),
        Cue(Place.TOP, r"\bRKP?A[- ]*(?:SKPD|PPKD|OPD|RINCIAN|BELANJA|PENDAPATAN|PEMBIAYAAN|\d)", 6),
        Cue(Place.TOP, r"^\W*FORMULIR RKP?A", 4),
        Cue(Place.BODY, r"\bRKP?A[- ]*(?:SKPD|BELANJA SKPD|RINCIAN BELANJA|2\.2)", 2),
        Cue(Place.BODY, r"INDIKATOR (?:& |DAN )?TOLOK UKUR KINERJA", 1.5),
        Cue(Place.BODY, r"TIM ANGGARAN PEMERINTAH DAERAH", 1),
        Cue(Place.KIND, r"PERATURAN|KEPUTUSAN|SURAT EDARAN", -30),
        Cue(
            Place.TOP, r"^\W*(?:SURAT PENGANTAR|NOTA DINAS|(?:HAL|PERIHAL)\b)|DOKUMEN PELAKSANAAN|\bSOP\b|PROSEDUR", -8
        ),
    ),
    examples=(
        (
            "RENCANA KERJA DAN ANGGARAN\nSATUAN KERJA PERANGKAT DAERAH\nFormulir\nRKA-RINCIAN\nBELANJA SKPD\n"
            "Pemerintah Kabupaten Lembah Hijau Tahun Anggaran 2022\nUrusan Pemerintahan : 1.02 KESEHATAN\n"
            "Program : 1.02.02 PROGRAM PEMENUHAN UPAYA KESEHATAN\nIndikator & Tolok Ukur Kinerja Kegiatan"
        ),
        (
            "RKA - BELANJA SKPD\nPEMERINTAH KOTA TELAGA\nTAHUN ANGGARAN 2021\nOrganisasi : 2.08.01 Dinas Pemberdayaan Perempuan\n"
            "Rekapitulasi Belanja\nKode Uraian Jumlah"
        ),
        (
            "Rencana Kerja Perubahan Anggaran\nSatuan Kerja Perangkat Daerah\nRKPA-SKPD 2.2.1\nKabupaten Teluk Biru\n"
            "Tahun Anggaran 2019\nSebelum Perubahan Setelah Perubahan\nTim Anggaran Pemerintah Daerah:"
        ),
    ),
    counter_examples=(
        (
            "DOKUMEN PELAKSANAAN ANGGARAN\nSATUAN KERJA PERANGKAT DAERAH\nDPA-RINCIAN BELANJA SKPD\nNomor DPA : DPA/A.1/1.02/2022\n"
            "KABUPATEN LEMBAH HIJAU\nTahun Anggaran 2022"
        ),
        "SURAT EDARAN\nNOMOR 900/12/2021\nTENTANG\nPEDOMAN PENYUSUNAN RENCANA KERJA DAN ANGGARAN SKPD TAHUN 2022",
        "RENCANA KERJA\nDINAS KESEHATAN KABUPATEN LEMBAH HIJAU\nTAHUN 2022\nKATA PENGANTAR\nRencana Kerja (Renja) ini",
    ),
)
