"""Surat pernyataan: somebody declares and takes responsibility."""

from __future__ import annotations

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.understanding.cues import Cue, DocumentType, Place

DOCUMENT_TYPE = DocumentType(
    name="surat_pernyataan",
    title=Bilingual("Surat pernyataan", "Declaration"),
    description=Bilingual(
        "Surat pernyataan, pakta integritas, pernyataan tanggung jawab mutlak, deklarasi.",
        "A declaration, integrity pact or statement of responsibility.",
    ),
    source="Permendagri 1/2023 (surat pernyataan sebagai naskah dinas)",
    cues=(
        Cue(Place.KIND, r"^\W*SURAT PERNYATAAN", 11),
        Cue(
            Place.TOP,
            r"^\W*(?:SURAT PERNYATAAN|PAKTA INTEGRITAS|PERNYATAAN (?:TANGGUNG|KOMITMEN|BERSAMA|KESEDIAAN)|DEKLARASI)",
            9,
        ),
        Cue(Place.BODY, r"(?:DENGAN INI )?MENYATAKAN (?:DENGAN SESUNGGUHNYA|BAHWA|KESANGGUPAN)", 3),
        Cue(Place.BODY, r"SURAT PERNYATAAN INI|PERNYATAAN INI (?:DIBUAT|SAYA|KAMI)", 3),
        Cue(Place.KIND, r"PERATURAN|KEPUTUSAN|EDARAN|INSTRUKSI|NOTA", -30),
        Cue(Place.CAPITALS, r"PERJANJIAN KINERJA", -8),
    ),
    examples=(
        (
            "SURAT PERNYATAAN\nYang bertanda tangan di bawah ini :\nNama : Contoh\nJabatan : Kepala Bagian Hukum\n"
            "menyatakan dengan sesungguhnya bahwa data yang disampaikan benar"
        ),
        "PAKTA INTEGRITAS\nSaya yang bertanda tangan di bawah ini menyatakan bahwa tidak akan melakukan korupsi",
        (
            "PEMERINTAH KOTA TELAGA\nSURAT PERNYATAAN TANGGUNG JAWAB MUTLAK\nNomor : 900/4/2021\nDengan ini menyatakan bahwa\n"
            "Demikian pernyataan ini dibuat"
        ),
    ),
    counter_examples=(
        "SURAT KETERANGAN\nNomor : 470/12/2021\nYang bertanda tangan di bawah ini menerangkan bahwa",
        "PERNYATAAN PERJANJIAN KINERJA\nTAHUN 2022\nPihak Pertama berjanji akan mewujudkan target kinerja",
    ),
)
