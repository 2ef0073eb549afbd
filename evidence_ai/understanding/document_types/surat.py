"""Official letters: nota dinas, permohonan, pengantar, himbauan, surat tugas, telaahan staf."""

from __future__ import annotations

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.understanding.cues import Cue, DocumentType, Place

DOCUMENT_TYPE = DocumentType(
    name="surat",
    title=Bilingual("Surat dinas", "Official letter"),
    description=Bilingual(
        "Surat dinas, nota dinas, surat pengantar, permohonan, tugas, pengumuman, telaahan staf; undangan punya jenis sendiri.",
        "Official letters, memos, cover letters, requests, assignments and notices; invitations have their own type.",
    ),
    source="Permendagri 1/2023 (tata naskah dinas di pemerintah daerah)",
    cues=(
        Cue(Place.TOP, r"^\W*(?:HAL|PERIHAL)\b", 4.5),
        Cue(Place.TOP, r"^\W*SIFAT\b", 2),
        Cue(Place.TOP, r"^\W*LAMPIRAN\W*$|^\W*LAMP(?:IRAN|\.)? ?: ?(?:-|\d|SATU)", 1),
        Cue(Place.OPENING, r"KEPADA ?:? ?\W*Y(?:TH|ANG TERHORMAT)|^\W*YTH\b|^\W*KEPADA\W*$", 2.5),
        Cue(
            Place.TOP,
            r"^\W*(?:NOTA DINAS|SURAT PENGANTAR|SURAT PERMOHONAN|SURAT (?:PERINTAH )?TUGAS|SURAT PERINTAH(?! KERJA| MEMBAYAR| PENCAIRAN)|SURAT KUASA|TELA+HAN STAF|PENGUMUMAN|MEMO(?:RANDUM)?\b(?! OF)|DISPOSISI|LEMBAR DISPOSISI|SURAT REKOMENDASI|REKOMENDASI|RADIOGRAM)",
            9,
        ),
        Cue(Place.KIND, r"^\W*(?:SURAT (?:PERINTAH(?! KERJA| MEMBAYAR| PENCAIRAN)|TUGAS)|PENGUMUMAN)", 9),
        Cue(
            Place.BODY,
            r"(?:DENGAN HORMAT|DISAMPAIKAN (?:DENGAN HORMAT|KEPADA)|ATAS (?:PERHATIAN|KERJA ?SAMA)[^\n]{0,60}(?:TERIMA KASIH|KAMI))",
            2,
        ),
        Cue(Place.BODY, r"DEMIKIAN(?:LAH)? (?:SURAT|UNTUK|DISAMPAIKAN|KAMI|PERMOHONAN|HAL)", 1.5),
        Cue(Place.TOP, r"^\W*(?:HAL|PERIHAL)\b[\s\S]{0,120}U ?N ?D ?A ?N ?G ?A ?N", -6),
        Cue(Place.KIND, r"PERATURAN|KEPUTUSAN|EDARAN|INSTRUKSI|NOTA KESEPA|PERJANJIAN|BERITA ACARA", -30),
        Cue(Place.CAPITALS, r"^\W*SURAT EDARAN|\bSOP\b", -6),
    ),
    examples=(
        (
            "PEMERINTAH KABUPATEN LEMBAH HIJAU\nDINAS PENDIDIKAN\nLembah Hijau, 4 Mei 2021\nNomor : 420/331/2021\nSifat : Biasa\n"
            "Lampiran : 1 berkas\nPerihal : Permohonan data\nKepada Yth. Kepala Dinas Kependudukan\ndi Tempat\n"
            "Dengan hormat, bersama ini kami mohon"
        ),
        (
            "NOTA DINAS\nKepada : Bupati Teluk Biru\nDari : Kepala Bagian Hukum\nTanggal : 3 Juni 2022\nNomor : 180/55\n"
            "Perihal : Penyampaian dokumen"
        ),
        "SURAT PENGANTAR\nNomor : 045/12/2020\nKepada Yth. Inspektur Kota Telaga\nNo Jenis yang dikirim Banyaknya Keterangan",
        "SURAT TUGAS\nNOMOR : 094/21/2021\nDasar : Surat Kepala Dinas\nMEMERINTAHKAN\nKepada : Nama : Contoh",
    ),
    counter_examples=(
        (
            "PEMERINTAH KOTA TELAGA\nNomor : 005/31/2021\nSifat : Penting\nPerihal : Undangan\nKepada Yth. Camat\n"
            "Mengharap kehadiran Saudara pada :\nHari/tanggal : Senin, 3 Mei 2021\nPukul : 09.00\nAcara : Rapat"
        ),
        "SURAT EDARAN\nNOMOR : 443/1/2021\nTENTANG\nVAKSINASI\nYth. Camat se-Kabupaten Lembah Hijau",
    ),
)
