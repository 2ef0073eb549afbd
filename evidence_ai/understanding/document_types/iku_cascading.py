"""IKU, pohon kinerja, cascading, rencana aksi: how targets hang together."""

from __future__ import annotations

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.understanding.cues import Cue, DocumentType, Place

DOCUMENT_TYPE = DocumentType(
    name="iku_cascading",
    title=Bilingual("IKU, pohon kinerja, cascading", "Key performance indicators and cascading"),
    description=Bilingual(
        "Indikator Kinerja Utama, pohon kinerja, cascading dan rencana aksi kinerja.",
        "Key performance indicators, performance trees, cascading and performance action plans.",
    ),
    source="PermenPANRB PER/09/M.PAN/5/2007; PermenPANRB 89/2021",
    cues=(
        Cue(
            Place.CAPITALS,
            r"^\W*(?:FORMULIR |PENETAPAN |MANUAL |LAMPIRAN\W+)?INDIKATOR KINERJA (?:UTAMA|INDIVIDU|KUNCI)",
            8,
        ),
        Cue(Place.TOP, r"POHON KINERJA|CASCADING|CROSS ?CUTTING", 9),
        Cue(Place.CAPITALS, r"^\W*CASCADING|POHON KINERJA", 3),
        Cue(
            Place.TOP,
            r"^\W*RENCANA AKSI(?: PENCAPAIAN| PERJANJIAN)?(?: KINERJA)? TAHUN|^\W*RENCANA AKSI (?:PENCAPAIAN|PERJANJIAN|KINERJA)",
            11,
        ),
        Cue(Place.TOP, r"TARGET[\s\S]{0,200}\b(?:TRW|TRIWULAN|TW) ?I\b[\s\S]{0,40}\bII\b", 2.5),
        Cue(
            Place.TOP,
            r"INDIKATOR KINERJA[\s\S]{0,80}(?:FORMULA|FORMULASI|ALASAN|CARA PENGUKURAN)[\s\S]{0,120}SUMBER DATA",
            6,
        ),
        Cue(Place.BODY, r"(?:FORMULA(?:SI)?|CARA) (?:PERHITUNGAN|PENGHITUNGAN|PENGUKURAN)|SUMBER DATA", 1.5),
        Cue(Place.BODY, r"(?:KINERJA UTAMA|INDIKATOR KINERJA|INDIKATOR \d)", 2, 6),
        Cue(Place.KIND, r"PERATURAN|KEPUTUSAN|EDARAN|INSTRUKSI", -30),
        Cue(Place.CAPITALS, r"^\W*BAB [IVX]+\b|^\W*DAFTAR ISI|^\W*KATA PENGANTAR", -5),
        Cue(Place.TOP, r"PERJANJIAN KINERJA|\bSOP\b|RENCANA AKSI DAERAH|LAPORAN (?:KINERJA|AKUNTABILITAS)", -4),
    ),
    examples=(
        (
            "INDIKATOR KINERJA UTAMA\nDINAS KESEHATAN KABUPATEN LEMBAH HIJAU\nTAHUN 2021\nTugas Pokok : membantu bupati\n"
            "NO SASARAN STRATEGIS INDIKATOR KINERJA FORMULASI SUMBER DATA"
        ),
        "POHON KINERJA\nDINAS SOSIAL KOTA TELAGA\nMenurunnya penduduk miskin\nPersentase penduduk miskin",
        "CASCADING KINERJA\nKECAMATAN SUMBER REJO KABUPATEN TELUK BIRU\nTUJUAN\nSASARAN\nIndikator Kinerja",
        (
            "RENCANA AKSI PERJANJIAN KINERJA TAHUN 2022\nDINAS PARIWISATA KOTA TELAGA\n"
            "NO SASARAN INDIKATOR TARGET TW I TW II TW III TW IV ANGGARAN"
        ),
    ),
    counter_examples=(
        "PERATURAN BUPATI LEMBAH HIJAU\nNOMOR 15 TAHUN 2021\nTENTANG\nINDIKATOR KINERJA UTAMA PEMERINTAH KABUPATEN",
        "PERJANJIAN KINERJA TAHUN 2022\nKEPALA DINAS SOSIAL\nNo Sasaran Strategis Indikator Kinerja Utama Target",
    ),
)
