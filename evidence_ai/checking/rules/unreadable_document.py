"""unreadable_document: nothing of the file could be read."""

from __future__ import annotations

from collections.abc import Iterator

from evidence_ai.checking import examples as some
from evidence_ai.checking.cases import responsible
from evidence_ai.checking.legibility import is_readable
from evidence_ai.checking.rule import About, Example, Rule, on_document
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.document import Grade, Outcome
from evidence_ai.domain.dossier import Dossier, Package
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.mismatch import Mismatch, Severity

_OURS = frozenset({Outcome.TIMEOUT, Outcome.MEMORY, Outcome.CRASH})
"""Endings that may be our machine's fault and not the file's: never held against the region as an error."""

_WHY = {
    Outcome.ENCRYPTED: Bilingual("berkas dikunci kata sandi", "the file is locked by a password"),
    Outcome.EMPTY: Bilingual("berkas kosong", "the file is empty"),
    Outcome.UNSUPPORTED: Bilingual("jenis berkas tidak didukung", "this kind of file is not supported"),
    Outcome.TOO_BIG: Bilingual("berkas terlalu besar", "the file is too big"),
    Outcome.TIMEOUT: Bilingual("pembacaan melampaui batas waktu", "reading took too long"),
    Outcome.MEMORY: Bilingual("pembacaan melampaui batas memori", "reading took too much memory"),
    Outcome.CRASH: Bilingual("program pembaca berhenti", "the reading program stopped"),
    Outcome.UNREADABLE: Bilingual("berkas rusak atau tidak dapat dibuka", "the file is broken or cannot be opened"),
}

_CURE = {
    Outcome.ENCRYPTED: Bilingual(
        "Hapus kata sandinya, lalu unggah kembali.", "Remove the password and upload it again."
    ),
    Outcome.EMPTY: Bilingual("Unggah kembali berkas yang berisi.", "Upload the file with its content."),
    Outcome.UNSUPPORTED: Bilingual("Simpan sebagai PDF, lalu unggah kembali.", "Save it as PDF and upload it again."),
    Outcome.TOO_BIG: Bilingual(
        "Perkecil atau pecah berkas, lalu unggah kembali.", "Shrink or split the file and upload it again."
    ),
    Outcome.TIMEOUT: Bilingual(
        "Pecah berkas menjadi beberapa bagian, lalu unggah kembali.", "Split the file and upload it again."
    ),
    Outcome.MEMORY: Bilingual(
        "Perkecil atau pecah berkas, lalu unggah kembali.", "Shrink or split the file and upload it again."
    ),
    Outcome.CRASH: Bilingual(
        "Simpan ulang sebagai PDF baru, lalu unggah kembali.", "Save it as a new PDF and upload it again."
    ),
}
_SCAN_AGAIN = Bilingual(
    "Pindai ulang aslinya pada 300 dpi, hitam putih, tegak lurus, lalu unggah kembali",
    "Scan the original again at 300 dpi, straight and in black and white, and upload it again",
)


def find(package: Package, edition: Edition) -> Iterator[Mismatch]:
    """One finding for each file that did not open or of which no page could be read."""
    for dossier in package.dossiers:
        if is_readable(dossier.text):
            continue
        why, owner = _why(dossier), responsible(dossier, package, edition)
        cure = _cure(dossier) or Bilingual(
            f"{_SCAN_AGAIN.id}; mintakan aslinya kepada {owner.id}.", f"{_SCAN_AGAIN.en}; ask {owner.en} for it."
        )
        yield on_document(
            "unreadable_document",
            dossier,
            severity=Severity.WARNING if dossier.text.outcome in _OURS else Severity.ERROR,
            message=Bilingual(
                f"Dokumen ini tidak dapat dibaca: {why.id}. Isinya belum diperiksa sama sekali.",
                f"This document cannot be read: {why.en}. Nothing in it was checked.",
            ),
            advice=cure,
        )


def _cure(dossier: Dossier) -> Bilingual | None:
    reason = dossier.text.reason
    if reason is not None and reason.code in {"not_found", "cannot_open"}:
        return reason.message
    return _CURE.get(dossier.text.outcome)


def _why(dossier: Dossier) -> Bilingual:
    if dossier.text.reason is not None and dossier.text.reason.code == "not_found":
        return Bilingual("berkasnya tidak ada", "the file is not there")
    known = _WHY.get(dossier.text.outcome)
    if known is not None:
        return known
    return Bilingual("tidak ada halaman yang terbaca", "no page is legible")


def _file(outcome: Outcome) -> Package:
    return some.package(some.dossier("berkas.pdf", text_read=some.text(outcome=outcome)))


RULE = Rule(
    code="unreadable_document",
    severity=Severity.ERROR,
    about=About.DOCUMENT,
    source="Pemeriksaan Kanwil: data dukung harus dapat dibaca (tahap pemeriksaan awal, KKP HAM)",
    title=Bilingual("Dokumen tidak terbaca", "Unreadable document"),
    explanation=Bilingual(
        "Berkas tidak dapat dibuka atau tidak satu halaman pun terbaca. Tidak terbaca tidak sama dengan tidak ada: "
        "nilainya menunggu.",
        "The file does not open or not one page is legible. Unreadable is not absent: its score waits.",
    ),
    check=find,
    fires=(
        Example("a file with a password", lambda: _file(Outcome.ENCRYPTED)),
        Example("a broken file", lambda: _file(Outcome.UNREADABLE)),
        Example(
            "every page too faint",
            lambda: some.package(some.dossier(text_read=some.text(some.page(grade=Grade.UNREADABLE)))),
        ),
    ),
    silent=(
        Example("a readable file", lambda: some.package(some.dossier())),
        Example(
            "one of two pages too faint",
            lambda: some.package(some.dossier(text_read=some.text(some.page(1), some.page(2, grade=Grade.UNREADABLE)))),
        ),
    ),
)
