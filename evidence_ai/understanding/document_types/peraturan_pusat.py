"""Central law: Undang-Undang, PP, Perpres, Permen, agency regulations, Keppres."""

from __future__ import annotations

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.understanding.cues import Cue, DocumentType, Place

_NATIONAL = (
    r"(?:PEMERINTAH(?! (?:KAB|KOTA|PROV|DAERAH))|PRESIDEN|MENTERI|MENDAGRI|PANGLIMA|JAKSA|KAPOLRI|MAHKAMAH|KOMISI|BANK INDONESIA|OTORITAS|"
    r"BADAN (?:PEMERIKSA|NASIONAL|PENGAWAS|KEPEGAWAIAN NEGARA|PUSAT|INFORMASI)|LEMBAGA|OMBUDSMAN|DEWAN PERWAKILAN RAKYAT REPUBLIK|"
    r"ARSIP NASIONAL|PERPUSTAKAAN NASIONAL|KEPOLISIAN|DIREKTUR JENDERAL|SEKRETARIS JENDERAL)"
)

DOCUMENT_TYPE = DocumentType(
    name="peraturan_pusat",
    title=Bilingual("Peraturan perundang-undangan pusat", "Central legislation"),
    description=Bilingual(
        "Undang-Undang, PP, Perpres, Keppres, Peraturan Menteri, peraturan lembaga pusat.",
        "Laws and regulations of central government, ministries and agencies.",
    ),
    source="UU 12/2011 Pasal 7 dan Pasal 8",
    cues=(
        Cue(Place.KIND, r"^\W*(?:SALINAN )?(?:RANCANGAN )?UNDANG-? ?UNDANG", 13),
        Cue(
            Place.KIND,
            r"^\W*(?:SALINAN )?(?:LAMPIRAN.{0,30})?(?:RANCANGAN )?(?:PERATURAN|KEPUTUSAN|PENETAPAN)(?: BERSAMA)? "
            + _NATIONAL,
            13,
        ),
        Cue(
            Place.KIND,
            r"^\W*(?:SALINAN )?(?:LAMPIRAN.{0,30})?(?:PERATURAN|KEPUTUSAN) KEPALA "
            r"(?:LEMBAGA|BADAN|ARSIP|PERPUSTAKAAN|KEPOLISIAN)(?! .{0,80}(?:DAERAH|KABUPATEN|KOTA\b|PROVINSI))",
            13,
        ),
        Cue(
            Place.TOP,
            r"\A(?:[^\n]*\n){0,4}?\W*PEMERINTAH(?:AN)? (?:DAERAH )?(?:KAB|KOTA\b|PROV|PROP)[\s\S]{0,600}?^\W*(?:PERATURAN|KEPUTUSAN) KEPALA "
            r"(?:LEMBAGA|BADAN|ARSIP|PERPUSTAKAAN)",
            -14,
        ),
        Cue(Place.KIND, r"REPUBLIK INDONESIA", 2),
        Cue(Place.CAPITALS, r"^\W*PERATURAN (?:PEMERINTAH|PRESIDEN|MENTERI|KEPALA LEMBAGA|KEPALA BADAN)", 5),
        Cue(Place.CAPITALS, r"^\W*UNDANG-? ?UNDANG (?:REPUBLIK INDONESIA|NOMOR)", 5),
        Cue(Place.TOP, r"^(?:LEMBARAN|BERITA) NEGARA", 4),
        Cue(Place.TOP, r"LAMPIRAN.{0,80}PERATURAN (?:MENTERI|PRESIDEN|PEMERINTAH)", 8),
        Cue(Place.KIND, r"INSTRUKSI|SURAT EDARAN", -8),
        Cue(Place.TOP, r"^\W*(?:LAPORAN (?:AKHIR|PENDAHULUAN|ANTARA) )?(?:PENYUSUNAN )?NASKAH AKADEMI", -8),
        Cue(
            Place.BODY,
            r"PERLU (?:DITETAPKAN|MENETAPKAN|MEMBENTUK|DIBENTUK) (?:DENGAN )?(?:PERATURAN|KEPUTUSAN) (?:PRESIDEN|PEMERINTAH|MENTERI|KEPALA LEMBAGA)",
            4,
        ),
        Cue(
            Place.BODY, r"^\W*MENETAPKAN ?:? ?(?:PERATURAN|KEPUTUSAN) (?:PRESIDEN|PEMERINTAH|MENTERI|KEPALA LEMBAGA)", 4
        ),
        Cue(
            Place.BODY,
            r"(?:PERATURAN (?:MENTERI|PEMERINTAH|PRESIDEN|KEPALA|BADAN|LEMBAGA|BERSAMA)|UNDANG-? ?UNDANG) INI\b",
            5,
        ),
    ),
    examples=(
        "UNDANG-UNDANG REPUBLIK INDONESIA\nNOMOR 91 TAHUN 2023\nTENTANG\nPERLINDUNGAN SUNGAI",
        (
            "BERITA NEGARA\nREPUBLIK INDONESIA\nNo.77, 2020 KEMENSOS. Anak.\nPERATURAN MENTERI SOSIAL\nREPUBLIK INDONESIA\n"
            "NOMOR 90 TAHUN 2020\nTENTANG\nASISTENSI ANAK\nDENGAN RAHMAT TUHAN YANG MAHA ESA\nMENTERI SOSIAL REPUBLIK INDONESIA,"
        ),
        "PERATURAN PRESIDEN REPUBLIK INDONESIA\nNOMOR 199 TAHUN 2021\nTENTANG\nRENCANA AKSI NASIONAL",
        "PERATURAN\nKEPALA LEMBAGA KELAUTAN NASIONAL\nNOMOR 20 TAHUN 2015\nTENTANG\nPENGENDALIAN GRATIFIKASI",
        "KEPUTUSAN PRESIDEN REPUBLIK INDONESIA\nNOMOR 103 TAHUN 2001\nTENTANG\nKEDUDUKAN LEMBAGA",
    ),
    counter_examples=(
        (
            "PERATURAN DAERAH KABUPATEN LEMBAH HIJAU\nNOMOR 4 TAHUN 2021\nTENTANG\nBANGUNAN GEDUNG\nMenimbang : bahwa untuk "
            "melaksanakan Peraturan Pemerintah Nomor 16 Tahun 2021;\nMengingat : 1. Undang-Undang Nomor 28 Tahun 2002;"
        ),
        "INSTRUKSI PRESIDEN REPUBLIK INDONESIA\nNOMOR 2 TAHUN 2016\nTENTANG\nPERCEPATAN KEGIATAN",
    ),
)
