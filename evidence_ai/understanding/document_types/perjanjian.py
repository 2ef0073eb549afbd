"""Agreements: perjanjian kerja sama, nota kesepahaman, kesepakatan bersama, hibah."""

from __future__ import annotations

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.understanding.cues import Cue, DocumentType, Place

DOCUMENT_TYPE = DocumentType(
    name="perjanjian",
    title=Bilingual("Perjanjian, nota kesepahaman", "Agreement, memorandum of understanding"),
    description=Bilingual(
        "Perjanjian kerja sama, nota kesepahaman, kesepakatan bersama, perjanjian hibah, adendum, kontrak.",
        "Cooperation agreements, memoranda of understanding, grant agreements, addenda, contracts.",
    ),
    source="PP 28/2018; Permendagri 22/2020 (kerja sama daerah)",
    cues=(
        Cue(
            Place.KIND,
            r"^\W*(?:RANCANGAN )?(?:NASKAH )?(?:NOTA KESEPA|KESEPAKATAN|KESEPAHAMAN|PERJANJIAN (?!KINERJA)|ADD?ENDUM)",
            11,
        ),
        Cue(
            Place.CAPITALS,
            r"^\W*(?:NASKAH )?(?:NOTA KESEPA(?:HAMAN|KATAN)|KESEPAKATAN BERSAMA|PERJANJIAN (?:KERJA ?SAMA|HIBAH|KERJA|SEWA|PINJAM|PEMBORONGAN)|ADD?ENDUM)",
            8,
        ),
        Cue(
            Place.CAPITALS,
            r"MEMORANDUM OF (?:UNDERSTANDING|AGREEMENT)|^\W*AGREEMENT\b|LETTER OF INTENT|COOPERATION AGREEMENT",
            9,
        ),
        Cue(
            Place.TOP,
            r"^\W*(?:SURAT PERINTAH KERJA|SURAT PERJANJIAN|KONTRAK (?:PENGADAAN|KERJA|PEKERJAAN|JASA|HARGA|SEWA)|SURAT KONTRAK)\b",
            12,
        ),
        Cue(Place.CAPITALS, r"^\W*ANTARA$[\s\S]{0,300}^\W*DENGAN$", 3),
        Cue(Place.BODY, r"SELANJUTNYA DISEBUT (?:SEBAGAI )?\W*PIHAK (?:PERTAMA|KESATU|KEDUA)", 2),
        Cue(Place.BODY, r"PARA PIHAK", 2, 4),
        Cue(Place.BODY, r"FORCE MAJEURE|KEADAAN (?:KAHAR|MEMAKSA)|PENYELESAIAN PERSELISIHAN|JANGKA WAKTU", 1),
        Cue(Place.CAPITALS, r"PERJANJIAN KINERJA|PRIORITAS DAN PLAFON|KEBIJAKAN UMUM (?:APBD|ANGGARAN)", -10),
        Cue(Place.KIND, r"^\W*(?:PERATURAN|KEPUTUSAN|SURAT EDARAN|INSTRUKSI|UNDANG|BERITA ACARA)", -30),
    ),
    examples=(
        "SURAT PERINTAH KERJA\n(SPK)\nNomor : 027/12/2022\nPaket pekerjaan : pengadaan kursi roda",
        (
            "PERJANJIAN KERJA SAMA\nANTARA\nPEMERINTAH KABUPATEN LEMBAH HIJAU\nDENGAN\nLEMBAGA BANTUAN HUKUM CONTOH\n"
            "NOMOR : 180/12/2021\nTENTANG\nBANTUAN HUKUM BAGI MASYARAKAT MISKIN"
        ),
        (
            "NOTA KESEPAHAMAN\nANTARA\nPEMERINTAH KOTA TELAGA\nDENGAN\nUNIVERSITAS CONTOH\nNomor : 119/4/2020\nTENTANG\n"
            "PENDIDIKAN DAN PENGABDIAN MASYARAKAT\nPada hari ini Jumat, tanggal dua, kami yang bertanda tangan"
        ),
        (
            "NASKAH PERJANJIAN HIBAH DAERAH\nANTARA\nPEMERINTAH KABUPATEN TELUK BIRU\nDENGAN\nPALANG MERAH\nNOMOR 900/5/2022\n"
            "selanjutnya disebut PIHAK PERTAMA"
        ),
        "MEMORANDUM OF UNDERSTANDING\nBETWEEN\nTHE GOVERNMENT OF TELAGA CITY\nAND\nFRIENDLY TOWN\nON SISTER CITY COOPERATION",
    ),
    counter_examples=(
        "PERJANJIAN KINERJA TAHUN 2022\nKEPALA DINAS SOSIAL\nPihak Pertama berjanji akan mewujudkan target kinerja",
        (
            "NOTA KESEPAKATAN\nANTARA\nPEMERINTAH KOTA TELAGA\nDENGAN\nDEWAN PERWAKILAN RAKYAT DAERAH KOTA TELAGA\n"
            "NOMOR 900/2/2021\nTENTANG\nKEBIJAKAN UMUM ANGGARAN TAHUN 2022"
        ),
    ),
)
