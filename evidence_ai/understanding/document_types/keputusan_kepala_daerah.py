"""Keputusan Gubernur, Bupati, Wali Kota: a decision on one case, team or list."""

from __future__ import annotations

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.understanding.cues import Cue, DocumentType, Place

DOCUMENT_TYPE = DocumentType(
    name="keputusan_kepala_daerah",
    title=Bilingual("Keputusan Kepala Daerah", "Decision of the head of region"),
    description=Bilingual(
        "Keputusan Gubernur, Bupati atau Wali Kota yang bersifat penetapan: tim, penerima, penunjukan.",
        "A decision of the governor, regent or mayor that appoints, lists or designates.",
    ),
    source="Permendagri 80/2015 Pasal 4 dan Pasal 12",
    cues=(
        Cue(
            Place.KIND,
            r"^\W*(?:SALINAN )?(?:LAMPIRAN.{0,30})?(?:RANCANGAN )?(?:SURAT )?KEPUTUSAN (?:BERSAMA |PENJABAT |PJ\.? )?"
            r"(?:GUBERNUR|BUPATI|WALI ?KOTA)",
            12,
        ),
        Cue(Place.CAPITALS, r"^\W*(?:SALINAN )?(?:SURAT )?KEPUTUSAN (?:GUBERNUR|BUPATI|WALI ?KOTA)", 6),
        Cue(Place.TOP, r"LAMPIRAN.{0,80}KEPUTUSAN (?:GUBERNUR|BUPATI|WALI ?KOTA)", 8),
        Cue(Place.BODY, r"^KESATU\b.{0,3}:?", 0.5),
        Cue(
            Place.BODY,
            r"PERLU (?:DITETAPKAN|MENETAPKAN|MEMBENTUK|DIBENTUK) (?:DENGAN )?KEPUTUSAN (?:GUBERNUR|BUPATI|WALI ?KOTA)",
            4,
        ),
        Cue(Place.BODY, r"^\W*MENETAPKAN ?:? ?KEPUTUSAN (?:GUBERNUR|BUPATI|WALI ?KOTA)", 4),
        Cue(Place.BODY, r"KEPUTUSAN (?:GUBERNUR|BUPATI|WALI ?KOTA) INI\b", 5),
    ),
    examples=(
        "KEPUTUSAN BUPATI LEMBAH HIJAU\nNOMOR 188.45/101/KEP/2021\nTENTANG\nGUGUS TUGAS KABUPATEN LAYAK ANAK",
        (
            "WALI KOTA TELAGA\nPROVINSI TANAH SELATAN\nKEPUTUSAN WALI KOTA TELAGA\nNOMOR : 463/Kep.77-DP3A/2022\nTENTANG\n"
            "PEMBENTUKAN PUSAT PEMBELAJARAN KELUARGA\nWALI KOTA TELAGA,\nMenimbang : a. bahwa keluarga perlu pendampingan;\n"
            "MEMUTUSKAN:\nMenetapkan :\nKESATU : Membentuk Pusat Pembelajaran Keluarga."
        ),
        (
            "LAMPIRAN KEPUTUSAN BUPATI TELUK BIRU\nNOMOR : 400/210/2023\nTENTANG\nPENETAPAN PENERIMA BEASISWA\n"
            "DAFTAR PENERIMA BEASISWA\nNO NAMA SEKOLAH"
        ),
    ),
    counter_examples=(
        (
            "KEPUTUSAN KEPALA DINAS SOSIAL KABUPATEN LEMBAH HIJAU\nNOMOR 12 TAHUN 2021\nTENTANG\nSTANDAR PELAYANAN\n"
            "Mengingat : 1. Keputusan Bupati Lembah Hijau Nomor 5 Tahun 2020;"
        ),
        "PERATURAN BUPATI LEMBAH HIJAU\nNOMOR 3 TAHUN 2019\nTENTANG\nPENCABUTAN KEPUTUSAN BUPATI NOMOR 7 TAHUN 2010",
    ),
)
