"""APBD: the budget regulation, its penjabaran and their annexes."""

from __future__ import annotations

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.understanding.cues import Cue, DocumentType, Place

_BUDGET = r"(?:ANGGARAN PENDAPATAN DAN BELANJA (?:DAERAH|PROVINSI|KABUPATEN|KOTA|ACEH)|A\.?P\.?B\.?D\b|APBA\b|APBK\b)"

DOCUMENT_TYPE = DocumentType(
    name="apbd",
    title=Bilingual("APBD", "Regional budget"),
    description=Bilingual(
        "Peraturan tentang APBD, perubahannya dan penjabarannya, beserta lampirannya (ringkasan, rincian). "
        "Peraturan tentang pertanggungjawaban APBD bukan jenis ini.",
        "The regulation on the regional budget, its change and its details, with their annexes; accountability for a "
        "budget spent is not of this type.",
    ),
    source="PP 12/2019; Permendagri 77/2020; Permendagri 13/2006 (dokumen lama)",
    cues=(
        Cue(Place.SUBJECT, r"^\W*(?:PERUBAHAN (?:KEDUA )?)?" + _BUDGET, 27),
        Cue(
            Place.SUBJECT,
            r"^\W*(?:PERUBAHAN (?:[A-Z]+ )?)?PENJABARAN (?:ATAS )?(?:PERUBAHAN (?:KEDUA )?|PERGESERAN )?(?:ATAS )?"
            + _BUDGET,
            27,
        ),
        Cue(Place.SUBJECT, r"^\W*(?:PERGESERAN|PENGGESERAN) (?:ANGGARAN|" + _BUDGET + ")", 25),
        Cue(Place.TOP, r"RINGKASAN (?:PERUBAHAN )?(?:PENJABARAN )?(?:PERUBAHAN )?" + _BUDGET, 22),
        Cue(Place.OPENING, r"RINGKASAN (?:PERUBAHAN )?(?:PENJABARAN )?(?:PERUBAHAN )?(?:APBD|ANGGARAN PENDAPATAN)", 3),
        Cue(Place.TOP, r"^\W*PENJABARAN (?:PERUBAHAN )?(?:APBD|ANGGARAN PENDAPATAN DAN BELANJA)", 22),
        Cue(
            Place.TOP,
            r"^\W*RINCIAN (?:PERUBAHAN )?APBD|^\W*(?:PERUBAHAN )?APBD MENURUT URUSAN|REKAPITULASI (?:PERUBAHAN )?BELANJA (?:DAERAH )?(?:MENURUT|UNTUK|BERDASARKAN) URUSAN",
            22,
        ),
        Cue(Place.TOP, r"LAMPIRAN [IVX]+[\s\S]{0,120}PERATURAN (?:DAERAH|BUPATI|WALI ?KOTA|GUBERNUR)", 2),
        Cue(
            Place.TOP,
            r"^\W*LAMPIRAN (?:[IVX]+[.\d]* )?\W*(?:(?:PERDA|PERBUP|PERWALI?|PERGUB)\W+)?(?:TENTANG )?(?:PENJABARAN )?(?:PERUBAHAN )?APBD",
            20,
        ),
        Cue(Place.CAPITALS, r"^\W*(?:PERUBAHAN )?ANGGARAN PENDAPATAN DAN BELANJA DAERAH", 4),
        Cue(Place.CAPITALS, r"^\W*PENJABARAN (?:PERUBAHAN )?(?:APBD|ANGGARAN PENDAPATAN)", 4),
        Cue(Place.BODY, r"^\W*(?:URAIAN|NOMOR URUT|KODE REKENING)[\s\S]{0,400}(?:SEBELUM|SETELAH) PERUBAHAN", 2.5),
        Cue(Place.BODY, r"SURPLUS ?/? ?\(?DEFISIT", 1.5),
        Cue(Place.BODY, r"\bJUMLAH PENDAPATAN\b|\b1\.? PENDAPATAN(?: DAERAH)?\b", 1),
        Cue(Place.SUBJECT, r"PERTANGGUNG ?JAWABAN|REALISASI|PEDOMAN|TATA CARA|SISTEM DAN PROSEDUR", -14),
        Cue(Place.TOP, r"REALISASI|PERTANGGUNG ?JAWABAN|NERACA|ARUS KAS|PROGNOSIS", -8),
        Cue(Place.TOP, r"DPA|DOKUMEN PELAKSANAAN|RENCANA KERJA DAN ANGGARAN|\bRKA\b", -10),
        Cue(Place.CAPITALS, r"NOTA KESEPAKATAN|KEBIJAKAN UMUM|PLAFON", -10),
        Cue(
            Place.BODY,
            r"(?:MENETAPKAN|DITETAPKAN|MEMBENTUK) ?:? ?PERATURAN (?:DAERAH|BUPATI|WALI ?KOTA|GUBERNUR)[^;]{0,60} TENTANG (?:PENJABARAN )?(?:PERUBAHAN )?"
            + _BUDGET,
            14,
        ),
        Cue(Place.OPENING, r"(?:SEBELUM|SETELAH) PERUBAHAN[\s\S]{0,900}PENDAPATAN ASLI DAERAH", 5),
        Cue(Place.BODY, r"PENDAPATAN ASLI DAERAH|BELANJA (?:TIDAK LANGSUNG|OPERASI)", 1.5),
    ),
    examples=(
        "Lampiran I APBD Kota Telaga\nTahun Anggaran 2020\nKode Uraian Jumlah\n4 PENDAPATAN 1.000.000.000",
        (
            "PERATURAN DAERAH KABUPATEN LEMBAH HIJAU\nNOMOR 7 TAHUN 2020\nTENTANG\nANGGARAN PENDAPATAN DAN BELANJA DAERAH\n"
            "TAHUN ANGGARAN 2021"
        ),
        (
            "PERATURAN WALI KOTA TELAGA\nNOMOR 52 TAHUN 2021\nTENTANG\nPERUBAHAN ATAS PERATURAN WALI KOTA TELAGA\n"
            "NOMOR 40 TAHUN 2020 TENTANG PENJABARAN ANGGARAN PENDAPATAN DAN BELANJA DAERAH TAHUN ANGGARAN 2021"
        ),
        (
            "LAMPIRAN I : PERATURAN DAERAH KOTA TELAGA\nNOMOR : 7 TAHUN 2020\nTANGGAL : 28 Desember 2020\n"
            "PEMERINTAH KOTA TELAGA\nRINGKASAN APBD\nTAHUN ANGGARAN 2021\nNOMOR URUT URAIAN JUMLAH\n"
            "1. PENDAPATAN 1.201.000.000.000,00\n2. BELANJA 1.300.000.000.000,00\nSURPLUS/(DEFISIT) (99.000.000.000,00)"
        ),
    ),
    counter_examples=(
        (
            "PERATURAN DAERAH KABUPATEN LEMBAH HIJAU\nNOMOR 3 TAHUN 2020\nTENTANG\nPERTANGGUNGJAWABAN PELAKSANAAN\n"
            "ANGGARAN PENDAPATAN DAN BELANJA DAERAH\nTAHUN ANGGARAN 2019"
        ),
        (
            "PEMERINTAH KOTA TELAGA\nLAPORAN REALISASI ANGGARAN PENDAPATAN DAN BELANJA DAERAH\n"
            "UNTUK TAHUN YANG BERAKHIR SAMPAI DENGAN 31 DESEMBER 2020\nURAIAN ANGGARAN REALISASI %\n1 PENDAPATAN 100,00 90,00"
        ),
        (
            "PERATURAN MENTERI DALAM NEGERI\nNOMOR 37 TAHUN 2014\nTENTANG\nPEDOMAN PENYUSUNAN ANGGARAN PENDAPATAN DAN BELANJA "
            "DAERAH TAHUN ANGGARAN 2015"
        ),
    ),
)
