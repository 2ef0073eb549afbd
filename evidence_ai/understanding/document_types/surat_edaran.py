"""Surat Edaran: a circular to many."""

from __future__ import annotations

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.understanding.cues import Cue, DocumentType, Place

DOCUMENT_TYPE = DocumentType(
    name="surat_edaran",
    title=Bilingual("Surat Edaran", "Circular"),
    description=Bilingual(
        "Surat Edaran kepala daerah, sekretaris daerah, kepala OPD, menteri atau lembaga.",
        "A circular of a head of region, an office, a ministry or an agency.",
    ),
    source="Permendagri 1/2023 (tata naskah dinas di pemerintah daerah); UU 30/2014",
    cues=(
        Cue(Place.KIND, r"^\W*(?:LAMPIRAN.{0,30})?(?:RANCANGAN )?SURAT EDARAN", 12),
        Cue(Place.CAPITALS, r"^\W*(?:RANCANGAN )?SURAT EDARAN", 8),
        Cue(Place.TOP, r"^\W*(?:NOMOR|HAL|PERIHAL)?.{0,10}SURAT EDARAN", 2),
        Cue(Place.TOP, r"\bNOMOR\W+SE[-/ .]?\d", 4),
        Cue(Place.OPENING, r"^\W*(?:KEPADA )?Y(?:TH|ANG TERHORMAT)", 0.5),
        Cue(Place.BODY, r"SURAT EDARAN INI", 3),
        Cue(Place.KIND, r"^\W*(?:PERATURAN|KEPUTUSAN)", -5),
    ),
    examples=(
        "SURAT EDARAN\nNOMOR : 443/112/2021\nTENTANG\nPENCEGAHAN PERKAWINAN ANAK",
        (
            "BUPATI LEMBAH HIJAU\nLembah Hijau, 3 Mei 2021\nKepada Yth.\n1. Kepala Perangkat Daerah\n2. Camat\ndi -\nTEMPAT\n"
            "SURAT EDARAN\nNomor : 060/31/2021\nTENTANG\nKAWASAN TANPA ROKOK\nMenindaklanjuti Peraturan Daerah Nomor 3 Tahun 2019"
        ),
        "WALI KOTA TELAGA\nSURAT EDARAN WALI KOTA TELAGA\nNOMOR 8 TAHUN 2020\nTENTANG\nJAM MALAM ANAK\nYth. Camat se-Kota Telaga",
    ),
    counter_examples=(
        "INSTRUKSI BUPATI LEMBAH HIJAU\nNOMOR 1 TAHUN 2021\nTENTANG\nPELAKSANAAN SURAT EDARAN MENTERI DALAM NEGERI",
        (
            "PEMERINTAH KABUPATEN LEMBAH HIJAU\nDINAS PENDIDIKAN\nNomor : 005/22/2021\nSifat : Penting\n"
            "Perihal : Tindak lanjut Surat Edaran Bupati\nKepada Yth. Kepala Sekolah\ndi Tempat\nDengan hormat, kami sampaikan"
        ),
    ),
)
