"""Keputusan of an office below the head of region: kepala dinas, direktur RSUD, camat, sekretaris daerah."""

from __future__ import annotations

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.understanding.cues import Cue, DocumentType, Place

DOCUMENT_TYPE = DocumentType(
    name="keputusan_opd",
    title=Bilingual("Keputusan Kepala Perangkat Daerah", "Decision of the head of an office"),
    description=Bilingual(
        "Keputusan kepala dinas, badan, direktur RSUD, camat, sekretaris daerah atau pejabat lain di bawah kepala daerah.",
        "A decision of the head of an office, hospital or district, below the head of region.",
    ),
    source="Permendagri 80/2015 Pasal 12; Permendagri 1/2023 (tata naskah dinas)",
    cues=(
        Cue(
            Place.KIND,
            r"^\W*(?:SALINAN )?(?:LAMPIRAN.{0,30})?(?:RANCANGAN )?(?:SURAT )?KEPUTUSAN (?:KEPALA|SEKRETARIS|DIREKTUR|CAMAT|LURAH|INSPEKTUR|"
            r"PENGGUNA|KUASA|PEJABAT|KETUA|DEKAN|REKTOR|PLT|PELAKSANA|ATASAN)",
            11,
        ),
        Cue(
            Place.KIND,
            r"^\W*(?:RANCANGAN )?(?:SURAT )?KEPUTUSAN (?:DINAS|BADAN|KECAMATAN|KELURAHAN|RUMAH SAKIT|INSPEKTORAT|PUSKESMAS)",
            10,
        ),
        Cue(Place.KIND, r"^\W*(?:RANCANGAN )?(?:SURAT )?KEPUTUSAN$", 6),
        Cue(
            Place.KIND,
            r"KEPUTUSAN KEPALA (?:BADAN|LEMBAGA|KEPOLISIAN|ARSIP|PERPUSTAKAAN)(?! .{0,80}(?:DAERAH|KAB|KOTA|PROV))",
            -8,
        ),
        Cue(
            Place.TOP,
            r"\A(?:[^\n]*\n){0,4}?\W*PEMERINTAH(?:AN)? (?:DAERAH )?(?:KAB|KOTA\b|PROV|PROP)[\s\S]{0,600}?^\W*KEPUTUSAN KEPALA "
            r"(?:LEMBAGA|BADAN|ARSIP|PERPUSTAKAAN)",
            8,
        ),
        Cue(
            Place.TOP,
            r"^(?:PEMERINTAH|DINAS|BADAN|KECAMATAN|INSPEKTORAT)[\s\S]{0,400}^\W*(?:RANCANGAN )?(?:SURAT )?KEPUTUSAN\b",
            3,
        ),
        Cue(
            Place.CAPITALS,
            r"^\W*(?:RANCANGAN )?(?:SURAT )?KEPUTUSAN (?:KEPALA|SEKRETARIS|DIREKTUR|CAMAT|LURAH|INSPEKTUR) ",
            6,
        ),
        Cue(Place.TOP, r"^(?:PEMERINTAH|DINAS|BADAN|KECAMATAN|KELURAHAN|INSPEKTORAT)", 0.5),
        Cue(Place.OPENING, r"^\W*KEPALA (?:DINAS|BADAN|KANTOR|BIRO|SATUAN) [^\n]{0,60}[,;]$", 3),
        Cue(Place.BODY, r"MENIMBANG[\s\S]{0,3000}MEMUTUSKAN[\s\S]{0,200}(?:KESATU|PERTAMA)", 2.5),
        Cue(Place.KIND, r"PERATURAN|INSTRUKSI|EDARAN|UNDANG-UNDANG", -6),
        Cue(
            Place.BODY,
            r"PERLU (?:DITETAPKAN|MENETAPKAN|MEMBENTUK|DIBENTUK) (?:DENGAN )?KEPUTUSAN (?:KEPALA|SEKRETARIS|DIREKTUR|CAMAT|LURAH|INSPEKTUR)",
            4,
        ),
        Cue(Place.BODY, r"^\W*MENETAPKAN ?:? ?KEPUTUSAN (?:KEPALA|SEKRETARIS|DIREKTUR|CAMAT|LURAH|INSPEKTUR)", 4),
        Cue(Place.BODY, r"KEPUTUSAN (?:KEPALA|DIREKTUR|SEKRETARIS|CAMAT)? ?(?:[A-Z]+ )?INI\b", 2),
        Cue(Place.KIND, r"(?:DIREKTUR|SEKRETARIS) JENDERAL|\bDEPUTI\b|KEPUTUSAN KEPALA DESA", -9),
    ),
    examples=(
        (
            "PEMERINTAH KABUPATEN LEMBAH HIJAU\nBADAN KEPEGAWAIAN DAN PENGEMBANGAN SUMBER DAYA MANUSIA\nJalan Melati Nomor 2\n"
            "KEPUTUSAN KEPALA BADAN KEPEGAWAIAN DAN PENGEMBANGAN SUMBER DAYA MANUSIA\nNOMOR 800/21/2022\nTENTANG\nTIM PENILAI"
        ),
        "KEPUTUSAN KEPALA DINAS KESEHATAN KABUPATEN LEMBAH HIJAU\nNOMOR 440/15/2021\nTENTANG\nSTANDAR PELAYANAN PUSKESMAS",
        (
            "PEMERINTAH KOTA TELAGA\nRUMAH SAKIT UMUM DAERAH\nJalan Melati Nomor 1 Telaga\n"
            "KEPUTUSAN DIREKTUR RUMAH SAKIT UMUM DAERAH KOTA TELAGA\nNOMOR : 800/77/RSUD/2022\nTENTANG\n"
            "TIM PENANGANAN PENGADUAN\nDIREKTUR RUMAH SAKIT UMUM DAERAH,\nMenimbang : a. bahwa perlu dibentuk tim;"
        ),
        "KEPUTUSAN CAMAT SUMBER REJO\nNOMOR 141/9/2020\nTENTANG\nPENETAPAN STANDAR OPERASIONAL PROSEDUR PELAYANAN",
    ),
    counter_examples=(
        "KEPUTUSAN BUPATI LEMBAH HIJAU\nNOMOR 188/50/2021\nTENTANG\nPENGANGKATAN KEPALA DINAS KESEHATAN",
        "KEPUTUSAN DEWAN PERWAKILAN RAKYAT DAERAH KOTA TELAGA\nNOMOR 9 TAHUN 2021\nTENTANG\nALAT KELENGKAPAN DEWAN",
        "PERATURAN KEPALA LEMBAGA SANDI BAHARI\nNOMOR 3 TAHUN 2014\nTENTANG\nPEDOMAN KERJA\nMenimbang : bahwa perlu pedoman;",
    ),
)
