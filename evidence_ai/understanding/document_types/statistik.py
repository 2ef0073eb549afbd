"""Statistics: BPS books, indicators, data analysis."""

from __future__ import annotations

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.understanding.cues import Cue, DocumentType, Place

DOCUMENT_TYPE = DocumentType(
    name="statistik",
    title=Bilingual("Statistik", "Statistics"),
    description=Bilingual(
        "Publikasi dan analisis statistik: Daerah Dalam Angka, berita resmi statistik, indikator makro, data sektoral terolah.",
        "Statistical publications and analyses: region in figures, statistical releases, macro indicators.",
    ),
    source="UU 16/1997 tentang Statistik; Perpres 39/2019 (Satu Data Indonesia)",
    cues=(
        Cue(
            Place.CAPITALS,
            r"DALAM ANGKA|^\W*STATISTIK\b|BERITA RESMI STATISTIK|BADAN PUSAT STATISTIK|^\W*INDIKATOR (?:MAKRO|KESEJAHTERAAN|EKONOMI)",
            8,
        ),
        Cue(Place.CAPITALS, r"DATA STATISTIK|STATISTIK SEKTORAL|STATISTICS|ANALISIS (?:DATA|INDEKS|SITUASI)", 5),
        Cue(Place.TOP, r"BADAN PUSAT STATISTIK|\bBPS\b|DALAM ANGKA", 2.5),
        Cue(
            Place.TOP,
            r"(?:PERTUMBUHAN EKONOMI|ANGKA KEMISKINAN|TINGKAT PENGANGGURAN|INDEKS PEMBANGUNAN MANUSIA|\bPDRB\b|INFLASI|GINI)",
            3,
        ),
        Cue(Place.BODY, r"SUMBER ?(?:DATA)? ?: ?(?:BPS|BADAN PUSAT)", 2),
        Cue(Place.BODY, r"\bPERSEN\b", 1.5, 5),
        Cue(
            Place.BODY,
            r"(?:GRAFIK|GAMBAR|TABEL) \d[^\n]{0,80}TAHUN (?:19|20)\d\d ?[-–] ?20\d\d|SEBAGAIMANA GRAFIK|LAJU PERTUMBUHAN",
            2,
        ),
        Cue(Place.KIND, r"PERATURAN|KEPUTUSAN|EDARAN|INSTRUKSI|NOTA|UNDANG", -30),
        Cue(Place.CAPITALS, r"LAPORAN|RENCANA|RENSTRA|RENJA|NASKAH AKADEMIK|PERJANJIAN", -5),
        Cue(Place.TOP, r"^\W*BADAN PUSAT STATISTIK|KATALOG ?:? ?\d", 6),
    ),
    examples=(
        "KABUPATEN LEMBAH HIJAU\nDALAM ANGKA\n2022\nBADAN PUSAT STATISTIK KABUPATEN LEMBAH HIJAU",
        "BERITA RESMI STATISTIK\nNo. 12/05/Th. IV, 5 Mei 2021\nTINGKAT PENGANGGURAN TERBUKA KOTA TELAGA SEBESAR 5,10 PERSEN",
        (
            "Laju pertumbuhan ekonomi Kabupaten Teluk Biru tahun 2018-2020 sebesar 5,07 persen, 5,02 persen dan minus 1,90 persen,\n"
            "tahun 2020 PDRB turun 2 persen dan inflasi 1,9 persen sebagaimana grafik berikut :\nSumber : BPS"
        ),
    ),
    counter_examples=(
        "LAPORAN KINERJA\nBADAN PERENCANAAN KABUPATEN LEMBAH HIJAU\nTAHUN 2021\nPertumbuhan ekonomi sebesar 5 persen",
        "SURAT EDARAN\nNOMOR 050/2/2021\nTENTANG\nPENYELENGGARAAN STATISTIK SEKTORAL",
    ),
)
