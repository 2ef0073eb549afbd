"""Words that say how a page was read and what to do about it."""

from __future__ import annotations

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.flaw import rescan_advice
from evidence_ai.reading.recognition import Recognised


def advice(found: Recognised) -> Bilingual:
    """What the uploader should do about a page that reads badly, by what makes it so."""
    return rescan_advice(found.flaws, found.dpi)


NO_LAYER = Bilingual(
    "Halaman berupa gambar; teks dibaca dengan OCR.", "The page is a picture; its text was recognised by OCR."
)
GARBLED = Bilingual(
    "Teks di dalam berkas rusak (huruf tidak sesuai yang tercetak); halaman dibaca ulang dengan OCR.",
    "The text inside the file is garbled (letters differ from the print); the page was recognised anew by OCR.",
)
COPIER = Bilingual(
    "Halaman hasil pindai dengan teks OCR dari mesin fotokopi yang banyak salah; halaman dibaca ulang.",
    "A scan whose text layer, made by the copier, has many errors; the page was recognised anew.",
)
FEW_WORDS = Bilingual(
    "Hanya sedikit teks di atas gambar halaman (misalnya cap); gambarnya dibaca dengan OCR.",
    "Only a few words lie over the picture of the page (a stamp, for instance); the picture was recognised by OCR.",
)
LAYER_KEPT = Bilingual(
    "OCR ulang tidak lebih baik; teks di dalam berkas dipakai.",
    "Recognition anew was no better; the text inside the file is used.",
)
NO_WRITING = Bilingual(
    "Tidak ada tulisan yang terbaca di halaman ini (foto, gambar, atau pindaian yang terlalu buram).",
    "No writing could be read on this page (a photo, a drawing, or a scan too blurred).",
)
