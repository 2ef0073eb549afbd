"""KUA and PPAS: budget policy and provisional ceilings agreed with the council."""

from __future__ import annotations

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.understanding.cues import Cue, DocumentType, Place

DOCUMENT_TYPE = DocumentType(
    name="kua_ppas",
    title=Bilingual("KUA-PPAS", "General budget policy and provisional ceilings"),
    description=Bilingual(
        "Kebijakan Umum APBD dan Prioritas dan Plafon Anggaran Sementara, rancangannya dan nota kesepakatannya.",
        "The general budget policy and provisional ceilings, their drafts and the agreement with the council.",
    ),
    source="PP 12/2019 Pasal 89-91; Permendagri 77/2020",
    cues=(
        Cue(
            Place.SUBJECT, r"PRIORITAS DAN PLAFON|KEBIJAKAN UMUM (?:PERUBAHAN )?(?:APBD|ANGGARAN)|\bKUPA\b|\bPPAS\b", 16
        ),
        Cue(
            Place.CAPITALS,
            r"^\W*(?:RANCANGAN )?(?:PERUBAHAN )?(?:PRIORITAS DAN PLAFON|KEBIJAKAN UMUM (?:PERUBAHAN )?(?:APBD|ANGGARAN))",
            9,
        ),
        Cue(Place.TOP, r"PRIORITAS DAN PLAFON ANGGARAN|KEBIJAKAN UMUM (?:PERUBAHAN )?(?:APBD|ANGGARAN)", 4),
        Cue(Place.TOP, r"\b(?:KUA|KUPA|PPAS|PPAS-?P)\b", 3),
        Cue(Place.EDGE, r"\bKUA\b|\bPPAS\b|PLAFON ANGGARAN SEMENTARA|KEBIJAKAN UMUM (?:APBD|ANGGARAN)", 4),
        Cue(Place.BODY, r"PLAFON ANGGARAN SEMENTARA", 1),
        Cue(Place.KIND, r"^\W*(?:PERATURAN|KEPUTUSAN|SURAT EDARAN|INSTRUKSI)", -30),
    ),
    examples=(
        (
            "NOTA KESEPAKATAN\nANTARA\nPEMERINTAH KABUPATEN LEMBAH HIJAU\nDENGAN\nDEWAN PERWAKILAN RAKYAT DAERAH\n"
            "NOMOR : 900/11/2021\nTENTANG\nPRIORITAS DAN PLAFON ANGGARAN SEMENTARA\nTAHUN ANGGARAN 2022"
        ),
        "PEMERINTAH KOTA TELAGA\nKEBIJAKAN UMUM APBD\n(KUA)\nTAHUN ANGGARAN 2020\nBAB I PENDAHULUAN",
        (
            "RANCANGAN PRIORITAS DAN PLAFON ANGGARAN SEMENTARA (PPAS)\nKABUPATEN TELUK BIRU\nTAHUN ANGGARAN 2023\n"
            "Tabel 1. Plafon Anggaran Sementara Berdasarkan Urusan"
        ),
    ),
    counter_examples=(
        (
            "NOTA KESEPAKATAN\nANTARA\nPEMERINTAH KOTA TELAGA\nDENGAN\nKEJAKSAAN NEGERI TELAGA\nNOMOR 180/4/2021\nTENTANG\n"
            "PENANGANAN PERKARA PERDATA"
        ),
        (
            "PERATURAN DAERAH KOTA TELAGA\nNOMOR 8 TAHUN 2021\nTENTANG\nANGGARAN PENDAPATAN DAN BELANJA DAERAH\n"
            "TAHUN ANGGARAN 2022\nMenimbang : a. bahwa sesuai Kebijakan Umum APBD serta Prioritas dan Plafon Anggaran Sementara"
        ),
    ),
)
