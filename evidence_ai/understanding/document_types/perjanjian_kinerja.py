"""Perjanjian Kinerja: an official's promise of targets to his superior."""

from __future__ import annotations

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.understanding.cues import Cue, DocumentType, Place

DOCUMENT_TYPE = DocumentType(
    name="perjanjian_kinerja",
    title=Bilingual("Perjanjian Kinerja", "Performance agreement"),
    description=Bilingual(
        "Perjanjian/penetapan kinerja pejabat, perubahannya dan lampiran targetnya; rencana kinerja tahunan.",
        "A performance agreement of an official, its change and annex of targets; the yearly performance plan.",
    ),
    source="Perpres 29/2014; PermenPANRB 53/2014",
    cues=(
        Cue(
            Place.CAPITALS,
            r"^\W*(?:FORMULIR |LAMPIRAN |DOKUMEN )?(?:PERNYATAAN )?(?:PERUBAHAN )?(?:PERJANJIAN|PENETAPAN|KONTRAK) KINERJA",
            9,
        ),
        Cue(
            Place.TOP,
            r"^\W*(?:FORMULIR |LAMPIRAN |DOKUMEN )?(?:PERNYATAAN )?(?:PERUBAHAN )?(?:PERJANJIAN|PENETAPAN) KINERJA",
            3,
        ),
        Cue(Place.BODY, r"BERJANJI AKAN MEWUJUDKAN TARGET KINERJA", 6),
        Cue(Place.BODY, r"MENYUSUN LAPORAN CAPAIAN|SUPERVISI YANG DIPERLUKAN", 2),
        Cue(Place.TOP, r"RENCANA KINERJA TAHUNAN|^\W*TARGET KINERJA", 6),
        Cue(Place.TOP, r"SASARAN (?:STRATEGIS )?[\s\S]{0,30}INDIKATOR (?:KINERJA|SASARAN)[\s\S]{0,60}TARGET", 2),
        Cue(Place.KIND, r"PERATURAN|KEPUTUSAN|EDARAN|INSTRUKSI", -30),
        Cue(Place.EDGE, r"\bLK[JI]+P\b|\bLAKIP\b|LAPORAN KINERJA|\bRENJA\b", -5),
        Cue(Place.TOP, r"\bSOP\b|PROSEDUR", -6),
    ),
    examples=(
        (
            "PERJANJIAN KINERJA TAHUN 2022\nDalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan dan akuntabel,\n"
            "kami yang bertanda tangan di bawah ini :\nNama : Ir. Contoh\nJabatan : Kepala Dinas Sosial\n"
            "Pihak Pertama berjanji akan mewujudkan target kinerja"
        ),
        "PEMERINTAH KOTA TELAGA\nPENETAPAN KINERJA\nDINAS PENDIDIKAN\nTAHUN 2013\nSASARAN STRATEGIS INDIKATOR KINERJA TARGET",
        (
            "LAMPIRAN PERJANJIAN KINERJA TAHUN 2021\nDINAS KESEHATAN KABUPATEN TELUK BIRU\n"
            "No Sasaran Strategis Indikator Kinerja Target\n1 Meningkatnya derajat kesehatan Angka kematian ibu 90"
        ),
    ),
    counter_examples=(
        "SURAT EDARAN\nNOMOR 5 TAHUN 2018\nTENTANG\nPENYUSUNAN PERJANJIAN KINERJA",
        (
            "PERJANJIAN KERJA SAMA\nANTARA\nDINAS SOSIAL KABUPATEN LEMBAH HIJAU\nDENGAN\nUNIVERSITAS CONTOH\nNOMOR 460/12/2021\n"
            "TENTANG\nPENINGKATAN KINERJA PEKERJA SOSIAL"
        ),
        "LAPORAN KINERJA\nDINAS SOSIAL KABUPATEN LEMBAH HIJAU\nTAHUN 2020\nBAB II\nPERENCANAAN DAN PERJANJIAN KINERJA",
    ),
)
