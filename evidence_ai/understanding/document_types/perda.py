"""Peraturan Daerah (Perda, Qanun, Perdasus): made by council and head of region together."""

from __future__ import annotations

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.understanding.cues import Cue, DocumentType, Place

DOCUMENT_TYPE = DocumentType(
    name="perda",
    title=Bilingual("Peraturan Daerah", "Regional regulation"),
    description=Bilingual(
        "Peraturan yang ditetapkan kepala daerah dengan persetujuan bersama DPRD, termasuk Qanun dan Perdasus; "
        "rancangannya dan lampirannya ikut jenis ini.",
        "A regulation set by the head of region with the council's consent, Qanun and Perdasus included; its drafts and "
        "annexes keep this type.",
    ),
    source="UU 12/2011 Pasal 14 dan Lampiran II; Permendagri 80/2015 Pasal 4",
    cues=(
        Cue(Place.KIND, r"^\W*(?:SALINAN )?(?:LAMPIRAN.{0,30})?(?:RANCANGAN )?(?:PERATURAN DAERAH|QANUN|PERDA\b)", 12),
        Cue(Place.KIND, r"^\W*(?:RANPERDA|RAPERDA|PERDASUS|PERDASI|PERATURAN DAERAH (?:KHUSUS|ISTIMEWA))", 12),
        Cue(
            Place.CAPITALS, r"^\W*(?:RANCANGAN )?(?:PERATURAN DAERAH|QANUN) (?:PROVINSI|KABUPATEN|KOTA|ACEH|DAERAH)", 5
        ),
        Cue(Place.TOP, r"LAMPIRAN.{0,80}PERATURAN DAERAH (?:PROVINSI|KABUPATEN|KOTA)", 8),
        Cue(Place.BODY, r"DENGAN PERSETUJUAN BERSAMA", 1.5),
        Cue(Place.BODY, r"LEMBARAN DAERAH (?:PROVINSI|KABUPATEN|KOTA)", 1),
        Cue(Place.TOP, r"^\W*(?:LAPORAN (?:AKHIR|PENDAHULUAN|ANTARA) )?(?:PENYUSUNAN )?NASKAH AKADEMI", -8),
        Cue(
            Place.BODY,
            r"PERLU (?:DITETAPKAN|MENETAPKAN|MEMBENTUK|DIBENTUK) (?:DENGAN )?(?:PERATURAN DAERAH|QANUN)\b",
            4,
        ),
        Cue(Place.BODY, r"^\W*MENETAPKAN ?:? ?(?:PERATURAN DAERAH|QANUN)\b", 4),
        Cue(Place.BODY, r"(?:PERATURAN DAERAH|QANUN) INI\b", 5),
    ),
    examples=(
        "PERATURAN DAERAH KABUPATEN LEMBAH HIJAU\nNOMOR 4 TAHUN 2021\nTENTANG\nPERLINDUNGAN PEREMPUAN DAN ANAK",
        (
            "BUPATI TELUK BIRU\nPROVINSI KEPULAUAN SENTOSA\nRANCANGAN PERATURAN DAERAH KABUPATEN TELUK BIRU\n"
            "NOMOR     TAHUN 2022\nTENTANG\nPENGELOLAAN SAMPAH\nDENGAN RAHMAT TUHAN YANG MAHA ESA\nBUPATI TELUK BIRU,\n"
            "Menimbang : a. bahwa sampah telah menjadi persoalan;\nDengan Persetujuan Bersama\n"
            "DEWAN PERWAKILAN RAKYAT DAERAH KABUPATEN TELUK BIRU\ndan\nBUPATI TELUK BIRU\nMEMUTUSKAN:"
        ),
        "QANUN KABUPATEN GUNUNG SENTOSA\nNOMOR 2 TAHUN 2019\nTENTANG\nPENDIDIKAN DAYAH\nBISMILLAHIRRAHMANIRRAHIM",
        (
            "PERATURAN DAERAH PROVINSI TANAH SELATAN\nNOMOR 1 TAHUN 2019\nTENTANG\nPERTANGGUNGJAWABAN PELAKSANAAN\n"
            "ANGGARAN PENDAPATAN DAN BELANJA DAERAH\nTAHUN ANGGARAN 2018\nDENGAN RAHMAT TUHAN YANG MAHA ESA"
        ),
    ),
    counter_examples=(
        (
            "PERATURAN BUPATI LEMBAH HIJAU\nNOMOR 9 TAHUN 2021\nTENTANG\nPELAKSANAAN PERATURAN DAERAH KABUPATEN LEMBAH HIJAU\n"
            "NOMOR 4 TAHUN 2021 TENTANG PERLINDUNGAN PEREMPUAN DAN ANAK\nMenimbang : a. bahwa Peraturan Daerah perlu aturan;"
        ),
        (
            "PERATURAN DAERAH KOTA TELAGA\nNOMOR 7 TAHUN 2020\nTENTANG\nANGGARAN PENDAPATAN DAN BELANJA DAERAH\n"
            "TAHUN ANGGARAN 2021"
        ),
    ),
)
