"""Naskah akademik: the study behind a draft law."""

from __future__ import annotations

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.understanding.cues import Cue, DocumentType, Place

DOCUMENT_TYPE = DocumentType(
    name="naskah_akademik",
    title=Bilingual("Naskah akademik", "Academic draft behind a bill"),
    description=Bilingual(
        "Naskah akademik atau penjelasan/keterangan atas rancangan peraturan.",
        "The study that goes with a draft regulation.",
    ),
    source="UU 12/2011 Pasal 1 angka 11 dan Lampiran I",
    cues=(
        Cue(
            Place.CAPITALS,
            r"^\W*(?:LAPORAN (?:AKHIR|PENDAHULUAN|ANTARA) )?(?:PENYUSUNAN )?(?:RANCANGAN |DRAF?T )?NASKAH (?:AKADEMIK|AKADEMIS|URGENSI)|^\W*KAJIAN AKADEMI",
            14,
        ),
        Cue(Place.EDGE, r"NASKAH AKADEMI[KS]", 5),
        Cue(Place.BODY, r"NASKAH AKADEMI[KS]", 2, 5),
        Cue(Place.BODY, r"LANDASAN FILOSOFIS,? (?:DAN )?SOSIOLOGIS|KAJIAN TEORETIS|JANGKAUAN, ARAH PENGATURAN", 3),
        Cue(Place.KIND, r"^\W*(?:PERATURAN|KEPUTUSAN|SURAT|INSTRUKSI)", -3),
    ),
    examples=(
        "LAPORAN AKHIR\nPENYUSUNAN NASKAH AKADEMIK\nRANCANGAN PERATURAN DAERAH TENTANG KOTA RAMAH LANSIA\nPEMERINTAH KOTA TELAGA",
        "NASKAH AKADEMIK\nRANCANGAN PERATURAN DAERAH KABUPATEN LEMBAH HIJAU\nTENTANG\nPERLINDUNGAN PENYANDANG DISABILITAS",
        "KATA PENGANTAR\nNaskah Akademik ini disusun\nNASKAH AKADEMIK RAPERDA KOTA LAYAK ANAK\nBAB II\nKAJIAN TEORETIS",
        "NASKAH AKADEMIK\nRANCANGAN QANUN KABUPATEN GUNUNG SENTOSA\nNOMOR TAHUN 2021\nTENTANG\nPENDIDIKAN\nDAFTAR ISI\nBAB I",
    ),
    counter_examples=(
        "RANCANGAN PERATURAN DAERAH KABUPATEN LEMBAH HIJAU\nNOMOR TAHUN 2022\nTENTANG\nPERLINDUNGAN PENYANDANG DISABILITAS",
        "SURAT EDARAN\nNOMOR 188/2/2021\nTENTANG\nPENYUSUNAN NASKAH AKADEMIK",
    ),
)
