"""Certificates, charters, awards, accreditation."""

from __future__ import annotations

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.understanding.cues import Cue, DocumentType, Place

DOCUMENT_TYPE = DocumentType(
    name="sertifikat",
    title=Bilingual("Sertifikat, piagam", "Certificate, award"),
    description=Bilingual(
        "Sertifikat, piagam penghargaan, akreditasi, tanda penghargaan.",
        "A certificate, charter, award or accreditation.",
    ),
    source="Permendagri 1/2023 (piagam dan sertifikat sebagai naskah dinas)",
    cues=(
        Cue(
            Place.TOP,
            r"^\W*(?:SERTIFIKAT|S E R T I F I K A T|PIAGAM|SURAT TANDA (?:TAMAT|PENGHARGAAN)|CERTIFICATE|PENGHARGAAN$)",
            9,
        ),
        Cue(Place.TOP, r"SERTIFIKAT|PIAGAM PENGHARGAAN|CERTIFICATE OF", 3),
        Cue(
            Place.TOP,
            r"^\W*(?:DIBERIKAN|DIANUGERAHKAN|MEMBERIKAN PENGHARGAAN|MENGANUGERAHKAN)(?: KEPADA|\W*$)|THIS IS TO CERTIFY",
            4,
        ),
        Cue(Place.TOP, r"AKREDITASI|TERAKREDITASI|MEMENUHI SYARAT PERINGKAT", 3),
        Cue(
            Place.TOP,
            r"\bATAS (?:PARTISIPASI|DEDIKASI|PRESTASI|KEBERHASILAN|CAPAIAN|KOMITMEN)|^\W*SEBAGAI(?: (?:PESERTA|PEMENANG|KABUPATEN|KOTA)|\W*$)",
            2.5,
        ),
        Cue(Place.KIND, r"PERATURAN|KEPUTUSAN|EDARAN|INSTRUKSI|NOTA", -30),
        Cue(Place.CAPITALS, r"LAPORAN|DAFTAR ISI|KATA PENGANTAR|BAB [IVX]+\b|\bSOP\b|PROCEDURE", -6),
    ),
    examples=(
        "PIAGAM PENGHARGAAN\nDiberikan kepada\nPEMERINTAH KABUPATEN LEMBAH HIJAU\nsebagai Kabupaten Layak Anak Kategori Madya",
        "SERTIFIKAT\nNomor : 12/KLA/2021\ndiberikan kepada Puskesmas Sumber Rejo\nTERAKREDITASI UTAMA",
        "SERTIFIKAT AKREDITASI\nBadan Akreditasi menyatakan bahwa\nRSUD KOTA TELAGA\nmemenuhi syarat peringkat Paripurna",
    ),
    counter_examples=(
        "PERATURAN BUPATI LEMBAH HIJAU\nNOMOR 4 TAHUN 2021\nTENTANG\nPEMBERIAN PENGHARGAAN",
        "LAPORAN KEGIATAN\nPELATIHAN KERJA\nBAB I PENDAHULUAN\nPeserta diberikan sertifikat",
    ),
)
