"""Surat keterangan: an official confirms a fact."""

from __future__ import annotations

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.understanding.cues import Cue, DocumentType, Place

DOCUMENT_TYPE = DocumentType(
    name="surat_keterangan",
    title=Bilingual("Surat keterangan", "Official confirmation"),
    description=Bilingual(
        "Surat keterangan pejabat tentang suatu keadaan atau data.",
        "A letter in which an official confirms a fact or figure.",
    ),
    source="Permendagri 1/2023 (surat keterangan sebagai naskah dinas)",
    cues=(
        Cue(Place.KIND, r"^\W*SURAT KETERANGAN", 11),
        Cue(Place.TOP, r"^\W*SURAT KETERANGAN", 9),
        Cue(Place.BODY, r"(?:DENGAN INI )?MENERANGKAN(?: DENGAN SESUNGGUHNYA)?(?: BAHWA)?", 3),
        Cue(Place.BODY, r"SURAT KETERANGAN INI", 3),
        Cue(Place.OPENING, r"YANG BERTANDA ?TANGAN DI ?BAWAH", 0.5),
        Cue(Place.KIND, r"PERATURAN|KEPUTUSAN|EDARAN|INSTRUKSI|NOTA", -30),
        Cue(Place.OPENING, r"MUTU BAKU|\bSOP\b|PROCEDURE", -8),
    ),
    examples=(
        (
            "PEMERINTAH KABUPATEN LEMBAH HIJAU\nDINAS SOSIAL\nSURAT KETERANGAN\nNomor : 460/112/2021\n"
            "Yang bertanda tangan di bawah ini, Kepala Dinas Sosial, menerangkan bahwa tidak terdapat kasus"
        ),
        (
            "SURAT KETERANGAN\nNOMOR 800/7/2022\nYang bertandatangan di bawah ini menerangkan dengan sesungguhnya bahwa di Kota Telaga\n"
            "telah tersedia rumah aman. Demikian surat keterangan ini dibuat"
        ),
        "RUMAH SAKIT UMUM DAERAH TELUK BIRU\nSURAT KETERANGAN TELAH MELAKSANAKAN KEGIATAN\nDengan ini menerangkan bahwa",
    ),
    counter_examples=(
        "SURAT PERNYATAAN\nYang bertanda tangan di bawah ini menyatakan dengan sesungguhnya bahwa data benar",
        "PERATURAN BUPATI LEMBAH HIJAU\nNOMOR 2 TAHUN 2020\nTENTANG\nSURAT KETERANGAN TIDAK MAMPU",
    ),
)
