"""The fixed words of a report, in both languages; the same in every format."""

from __future__ import annotations

from evidence_ai.domain.bilingual import Bilingual, Language
from evidence_ai.services.reporting.phrases import SEVERITIES, SIGNS, STATES

_WORDS: dict[str, Bilingual] = {
    "title": Bilingual("Laporan Hasil Pemeriksaan", "Inspection report"),
    "subtitle": Bilingual("Pemeriksaan awal data dukung Peduli HAM", "Pre-check of evidence for Peduli HAM"),
    "package": Bilingual("Paket", "Package"),
    "region": Bilingual("Daerah", "Region"),
    "data_year": Bilingual("Tahun data", "Data year"),
    "edition": Bilingual("Aturan", "Edition"),
    "provisional": Bilingual(
        "Nilai sementara. Belum ada keputusan siapa pun: mesin mengusulkan, orang memutuskan, hitungan menetapkan.",
        "Provisional. Nobody has decided yet: the machine proposes, a person decides, arithmetic computes.",
    ),
    "certain": Bilingual("Didukung dokumen", "Backed by documents"),
    "if_all": Bilingual("Jika semua dikonfirmasi", "If all is confirmed"),
    "threshold": Bilingual("Ambang predikat", "Predikat from"),
    "coverage": Bilingual("Kelengkapan 10 hak", "Coverage of the rights"),
    "coverage_help": Bilingual(
        "Setiap kotak satu indikator; angka di bawah tanda adalah poin yang dapat disumbangkannya.",
        "Each box is one indicator; the number under the sign is what it can add to the total.",
    ),
    "next": Bilingual("Yang perlu dilakukan", "What to do next"),
    "next_help": Bilingual(
        "Dikelompokkan per perangkat daerah, poin terbesar lebih dahulu.",
        "Grouped by office, most points first.",
    ),
    "findings": Bilingual("Temuan", "Findings"),
    "no_findings": Bilingual("Tidak ada temuan.", "Nothing was found."),
    "answers": Bilingual("Jawaban dan dokumennya", "Answers and their documents"),
    "documents": Bilingual("Dokumen", "Documents"),
    "file": Bilingual("Berkas", "File"),
    "page": Bilingual("halaman", "page"),
    "indicator": Bilingual("Indikator", "Indicator"),
    "answer": Bilingual("Jawaban", "Answer"),
    "result": Bilingual("Hasil", "Result"),
    "because": Bilingual("Alasan", "Because"),
    "kind": Bilingual("Jenis", "Kind"),
    "name": Bilingual("Nomor dan judul", "Number and title"),
    "outcome": Bilingual("Pembacaan", "Reading"),
    "pages": Bilingual("Halaman", "Pages"),
    "suggested": Bilingual("Usulan indikator", "Suggested for"),
    "severity": Bilingual("Tingkat", "Severity"),
    "code": Bilingual("Kode", "Code"),
    "message": Bilingual("Temuan", "Finding"),
    "advice": Bilingual("Saran", "Advice"),
    "quote": Bilingual("Kutipan", "Quote"),
    "office": Bilingual("Perangkat daerah", "Office"),
    "points": Bilingual("Poin", "Points"),
    "state": Bilingual("Keadaan", "State"),
    "why": Bilingual("Sebab", "Why"),
    "what": Bilingual("Langkah", "Step"),
    "accepted": Bilingual("Dokumen yang diterima", "Accepted documents"),
    "right": Bilingual("Hak", "Right"),
    "summary": Bilingual("Ringkasan", "Summary"),
    "errors": Bilingual("salah", "errors"),
    "warnings": Bilingual("perlu diperiksa", "to check"),
    "struktur": Bilingual("Struktur", "Structure"),
    "proses": Bilingual("Proses", "Process"),
    "hasil": Bilingual("Hasil", "Outcome"),
    "jump": Bilingual("Langsung ke isi", "Skip to content"),
    "checked_by": Bilingual("Diperiksa oleh", "Checked by"),
    "known_by": Bilingual("Mengetahui", "Acknowledged by"),
    "more_tasks": Bilingual(
        "... dan {count} langkah lagi; seluruhnya ada pada laporan HTML dan XLSX.",
        "... and {count} more; all of them stand in the HTML page and the workbook.",
    ),
}


def words(language: Language) -> dict[str, str]:
    """Every fixed word in one language, by key."""
    return {key: one.in_(language) for key, one in _WORDS.items()}


def state_words(language: Language) -> dict[str, str]:
    """The names of coverage states, by value."""
    return {state.value: one.in_(language) for state, one in STATES.items()}


def state_signs() -> dict[str, str]:
    """One sign per coverage state, so that colour is never the only message."""
    return {state.value: sign for state, sign in SIGNS.items()}


def severity_words(language: Language) -> dict[str, str]:
    """The names of severities, by value."""
    return {severity.value: one.in_(language) for severity, one in SEVERITIES.items()}
