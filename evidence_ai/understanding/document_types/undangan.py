"""Invitation to a meeting or event."""

from __future__ import annotations

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.understanding.cues import Cue, DocumentType, Place

DOCUMENT_TYPE = DocumentType(
    name="undangan",
    title=Bilingual("Undangan", "Invitation"),
    description=Bilingual("Surat undangan rapat atau kegiatan.", "An invitation to a meeting or an activity."),
    source="Permendagri 1/2023 (surat undangan sebagai naskah dinas)",
    cues=(
        Cue(Place.TOP, r"^\W*(?:HAL|PERIHAL)\b[\s:]*U ?N ?D ?A ?N ?G ?A ?N\b", 9),
        Cue(Place.TOP, r"^\W*:? ?(?:SURAT )?UNDANGAN\b", 7),
        Cue(Place.OPENING, r"(?:HAL|PERIHAL)\b[\s\S]{0,160}\bUNDANGAN\b", 3),
        Cue(Place.OPENING, r"HARI ?[/,]? ?(?:DAN )?TANGGAL|^\W*HARI\b ?:", 2),
        Cue(Place.OPENING, r"^\W*(?:PUKUL|WAKTU|JAM) ?:?", 1.5),
        Cue(Place.OPENING, r"^\W*(?:ACARA|AGENDA) ?:?", 1.5),
        Cue(
            Place.BODY,
            r"(?:MENGHARAP|MOHON|MENGUNDANG|DIHARAPKAN)[\s\S]{0,80}(?:KEHADIRAN|HADIR|UNTUK DAPAT HADIR|SAUDARA)",
            3.5,
        ),
        Cue(Place.KIND, r"PERATURAN|KEPUTUSAN|EDARAN|INSTRUKSI|NOTA KESEPA|BERITA ACARA", -30),
        Cue(Place.TOP, r"^\W*(?:NOTULEN?|NOTULA|DAFTAR HADIR|LAPORAN|BERITA ACARA)", -7),
    ),
    examples=(
        (
            "PEMERINTAH KABUPATEN LEMBAH HIJAU\nSEKRETARIAT DAERAH\nLembah Hijau, 3 Mei 2021\nNomor : 005/312/2021\nSifat : Penting\n"
            "Perihal : Undangan Rapat Koordinasi\nKepada Yth. Kepala Dinas\nMengharap kehadiran Saudara pada :\n"
            "Hari/tanggal : Kamis, 6 Mei 2021\nPukul : 09.00 WIB\nTempat : Aula\nAcara : Rapat Gugus Tugas"
        ),
        (
            "UNDANGAN\nNo. 005/12/DP3A\nKepada Yth. Ketua Forum Anak Kota Telaga\ndi Tempat\n"
            "Dengan hormat, mengundang Saudara untuk hadir pada\nHari : Senin\nWaktu : 08.00\nTempat : Balai Kota"
        ),
        (
            "DINAS KESEHATAN KABUPATEN TELUK BIRU\nHal : Undangan\nYth. Kepala Puskesmas\nSehubungan dengan pertemuan evaluasi imunisasi,"
            " mohon kehadiran Bapak/Ibu pada :\nHari, tanggal : Rabu, 4 Agustus 2021\nPukul : 08.30"
        ),
    ),
    counter_examples=(
        "NOTULEN RAPAT\nHari/tanggal : Kamis, 6 Mei 2021\nTempat : Aula\nSurat Undangan : 005/312/2021\nPimpinan rapat : Asisten I",
        "DAFTAR HADIR\nAcara : Rapat Koordinasi\nHari/tanggal : Kamis, 6 Mei 2021\nNO NAMA INSTANSI TANDA TANGAN",
    ),
)
