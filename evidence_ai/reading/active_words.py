"""What each kind of active content is called, for people."""

from __future__ import annotations

from evidence_ai.domain.active_content import ActiveContent, ActiveKind
from evidence_ai.domain.bilingual import Bilingual


def active(kind: ActiveKind, place: str, *, count: int = 1, page: int | None = None) -> ActiveContent:
    """One finding with its words."""
    return ActiveContent(kind, place, _WORDS[kind], count, page)


_WORDS = {
    ActiveKind.MACRO: Bilingual(
        "makro Office (program di dalam dokumen)", "Office macros (a program inside the document)"
    ),
    ActiveKind.MACRO_SHEET: Bilingual("lembar makro Excel 4.0", "an Excel 4.0 macro sheet"),
    ActiveKind.DDE: Bilingual(
        "perintah DDE yang menjalankan program lain", "a DDE command that starts another program"
    ),
    ActiveKind.EXTERNAL_TEMPLATE: Bilingual("templat yang diambil dari luar berkas", "a template fetched from outside"),
    ActiveKind.EXTERNAL_LINK: Bilingual("tautan ke luar berkas", "links to the outside"),
    ActiveKind.EMBEDDED_OBJECT: Bilingual(
        "objek dari aplikasi lain di dalam dokumen", "an object of another application"
    ),
    ActiveKind.EMBEDDED_FILE: Bilingual("berkas lain yang disisipkan di dalamnya", "another file embedded in it"),
    ActiveKind.JAVASCRIPT: Bilingual("JavaScript", "JavaScript"),
    ActiveKind.LAUNCH: Bilingual(
        "perintah membuka program atau berkas lain", "a command to open another program or file"
    ),
    ActiveKind.AUTOMATIC_ACTION: Bilingual(
        "tindakan yang berjalan sendiri saat dibuka", "an action that runs when opened"
    ),
    ActiveKind.RICH_MEDIA: Bilingual("media sisipan (video, suara, 3D)", "embedded media (video, sound, 3D)"),
}
