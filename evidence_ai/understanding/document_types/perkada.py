"""Peraturan kepala daerah: Peraturan Gubernur, Bupati, Wali Kota."""

from __future__ import annotations

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.understanding.cues import Cue, DocumentType, Place

DOCUMENT_TYPE = DocumentType(
    name="perkada",
    title=Bilingual("Peraturan Kepala Daerah", "Regulation of the head of region"),
    description=Bilingual(
        "Peraturan Gubernur, Bupati atau Wali Kota, termasuk rancangan dan lampirannya.",
        "A regulation of the governor, regent or mayor, with its drafts and annexes.",
    ),
    source="UU 23/2014 Pasal 246; Permendagri 80/2015 Pasal 4",
    cues=(
        Cue(
            Place.KIND,
            r"^\W*(?:SALINAN )?(?:LAMPIRAN.{0,30})?(?:RANCANGAN )?PERATURAN (?:BERSAMA )?(?:GUBERNUR|BUPATI|WALI ?KOTA)",
            12,
        ),
        Cue(Place.KIND, r"^\W*(?:RANCANGAN )?(?:PERBUP|PERWALI|PERWAL|PERGUB)\b", 12),
        Cue(Place.CAPITALS, r"^\W*(?:SALINAN )?(?:RANCANGAN )?PERATURAN (?:GUBERNUR|BUPATI|WALI ?KOTA)", 5),
        Cue(Place.TOP, r"LAMPIRAN.{0,80}PERATURAN (?:GUBERNUR|BUPATI|WALI ?KOTA)", 8),
        Cue(Place.BODY, r"BERITA DAERAH (?:PROVINSI|KABUPATEN|KOTA)", 1),
        Cue(Place.TOP, r"^\W*(?:LAPORAN (?:AKHIR|PENDAHULUAN|ANTARA) )?(?:PENYUSUNAN )?NASKAH AKADEMI", -8),
        Cue(
            Place.BODY,
            r"PERLU (?:DITETAPKAN|MENETAPKAN|MEMBENTUK|DIBENTUK) (?:DENGAN )?PERATURAN (?:GUBERNUR|BUPATI|WALI ?KOTA)",
            4,
        ),
        Cue(Place.BODY, r"^\W*MENETAPKAN ?:? ?PERATURAN (?:GUBERNUR|BUPATI|WALI ?KOTA)", 4),
        Cue(Place.BODY, r"PERATURAN (?:GUBERNUR|BUPATI|WALI ?KOTA) INI\b", 5),
    ),
    examples=(
        "PERATURAN BUPATI LEMBAH HIJAU\nNOMOR 12 TAHUN 2020\nTENTANG\nJAMINAN PERSALINAN",
        (
            "SALINAN\nWALI KOTA TELAGA\nPROVINSI TANAH SELATAN\nPERATURAN WALI KOTA TELAGA\nNOMOR 31 TAHUN 2022\nTENTANG\n"
            "KOTA LAYAK ANAK\nDENGAN RAHMAT TUHAN YANG MAHA ESA\nWALI KOTA TELAGA,\nMenimbang : a. bahwa anak adalah amanah;"
        ),
        "P E R A T U R A N  G U B E R N U R  TANAH SELATAN\nNOMOR 5 TAHUN 2018\nT E N T A N G\nBANTUAN HUKUM",
        (
            "LAMPIRAN\nPERATURAN BUPATI TELUK BIRU\nNOMOR 8 TAHUN 2021\nTENTANG\nRENCANA AKSI DAERAH PENYANDANG DISABILITAS\n"
            "RENCANA AKSI DAERAH\nBAB I\nPENDAHULUAN"
        ),
    ),
    counter_examples=(
        (
            "PERATURAN BUPATI LEMBAH HIJAU\nNOMOR 40 TAHUN 2020\nTENTANG\nPENJABARAN ANGGARAN PENDAPATAN DAN BELANJA DAERAH\n"
            "TAHUN ANGGARAN 2021"
        ),
        (
            "KEPUTUSAN BUPATI LEMBAH HIJAU\nNOMOR 188.45/112/2021\nTENTANG\nPEMBENTUKAN TIM PELAKSANA PERATURAN BUPATI\n"
            "NOMOR 12 TAHUN 2020"
        ),
    ),
)
