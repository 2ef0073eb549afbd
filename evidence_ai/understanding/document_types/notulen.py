"""Minutes of a meeting."""

from __future__ import annotations

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.understanding.cues import Cue, DocumentType, Place

DOCUMENT_TYPE = DocumentType(
    name="notulen",
    title=Bilingual("Notulen", "Minutes"),
    description=Bilingual(
        "Notulen/notula/risalah rapat, hasil rapat.", "Minutes or proceedings of a meeting and what it decided."
    ),
    source="Permendagri 1/2023 (notula sebagai naskah dinas)",
    cues=(
        Cue(Place.TOP, r"^\W*(?:NOTULENSI|NOTULEN|NOTULA|RISALAH|HASIL RAPAT|RESUME RAPAT|CATATAN RAPAT)\b", 10),
        Cue(Place.KIND, r"^\W*(?:NOTULEN|NOTULA|RISALAH)", 10),
        Cue(Place.OPENING, r"(?:PIMPINAN|KETUA|PEMIMPIN) (?:RAPAT|SIDANG)|NOTULIS|PENCATAT", 3),
        Cue(
            Place.OPENING,
            r"(?:KEGIATAN RAPAT|JALANNYA RAPAT|PESERTA RAPAT|SURAT UNDANGAN|WAKTU (?:PANGGILAN|SIDANG))",
            2,
        ),
        Cue(Place.BODY, r"NOTULIS|HASIL PEMBAHASAN|KESIMPULAN RAPAT|RAPAT DI(?:BUKA|TUTUP)", 1.5),
        Cue(
            Place.OPENING,
            r"\b(?:DIBACA|DILIHAT)\W*\d|^\W*(?:BERANDA|HOME)\b|BACA JUGA|\b(?:REPORTER|EDITOR|PEWARTA|REDAKTUR)\b ?:|KEPADA WARTAWAN",
            -8,
        ),
        Cue(Place.TOP, r"RISALAH (?:LELANG|PERTANAHAN)", -8),
        Cue(Place.TOP, r"\b(?:NOTULA|NOTULENSI|NOTULEN)\b", 5),
    ),
    examples=(
        (
            "NOTULEN RAPAT\nHari/Tanggal : Kamis, 6 Mei 2021\nWaktu : 09.00 WIB\nTempat : Aula Bappeda\nAcara : Rapat Gugus Tugas\n"
            "Pimpinan Rapat : Asisten Pemerintahan\nNotulis : Contoh\nHasil pembahasan :"
        ),
        (
            "PEMERINTAH KOTA TELAGA\nNOTULA\nSidang/Rapat : Koordinasi\nSurat Undangan : 005/12/2021\nKetua : Sekretaris Daerah\n"
            "Pencatat : Kepala Bagian\nKegiatan Rapat : 1. Kata pembukaan"
        ),
        "RISALAH RAPAT PARIPURNA\nDPRD KABUPATEN TELUK BIRU\nMASA SIDANG II TAHUN 2020\nRapat dibuka pukul 10.00",
    ),
    counter_examples=(
        "UNDANGAN\nNomor : 005/12/2021\nPerihal : Undangan Rapat\nKepada Yth. Camat\nHari/tanggal : Senin\nPukul : 09.00",
        "BERITA ACARA\nRAPAT PLENO\nNOMOR 12/BA/2021\nPada hari ini Kamis tanggal enam bulan Mei, telah dilaksanakan rapat",
    ),
)
