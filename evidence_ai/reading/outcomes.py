"""Named ends of reading: each with a stable code, and words that say what to do."""

from __future__ import annotations

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.document import DocumentText, Grade, Outcome, Page, PageFailure, Reason, Source


def reason(code: str, id_: str, en: str) -> Reason:
    """A Reason from its code and words."""
    return Reason(code, Bilingual(id_, en))


def ended(outcome: Outcome, why: Reason) -> DocumentText:
    """A file of which no page could be looked at."""
    return DocumentText(outcome, why, 0)


def of_pages(pages: list[Page], failed: list[PageFailure], *, waiting: int = 0) -> DocumentText:
    """The outcome that pages read and pages failed add up to; `waiting` pages were not looked at yet."""
    total = len(pages) + len(failed) + waiting
    if waiting and not pages and not failed:
        return DocumentText(Outcome.OK, None, total, pages_waiting=waiting)
    outcome, why = _outcome(pages, failed)
    return DocumentText(outcome, why, total, tuple(pages), tuple(failed), waiting)


def _outcome(pages: list[Page], failed: list[PageFailure]) -> tuple[Outcome, Reason | None]:
    if not pages and not failed:
        return Outcome.EMPTY, NO_PAGES
    if failed and not pages:
        return _OUTCOME_OF.get(failed[0].reason.code, Outcome.UNREADABLE), failed[0].reason
    if failed:
        return Outcome.PARTIAL, some_pages_failed(failed, len(pages) + len(failed))
    inked = [page for page in pages if not is_blank_page(page)]
    if not inked:
        return Outcome.EMPTY, ONLY_BLANK
    if all(page.grade is Grade.UNREADABLE for page in inked):
        return Outcome.UNREADABLE, NOTHING_LEGIBLE
    return Outcome.OK, None


def is_blank_page(page: Page) -> bool:
    """Whether a page holds nothing at all, as the back of a sheet."""
    return page.source is Source.NONE and page.note == BLANK_PAGE


def some_pages_failed(failed: list[PageFailure], total: int) -> Reason:
    """What partial means for this file."""
    numbers = ", ".join(str(failure.page) for failure in failed[:10]) + (" …" if len(failed) > 10 else "")
    return reason(
        "pages_failed",
        f"{len(failed)} dari {total} halaman tidak terbaca (halaman {numbers}): {failed[0].reason.message.id} "
        "Halaman lain sudah diperiksa.",
        f"{len(failed)} of {total} pages could not be read (pages {numbers}): {failed[0].reason.message.en} "
        "The other pages were checked.",
    )


TOP_ONLY = Bilingual("Baru bagian atas halaman yang dibaca.", "Only the upper part of the page was read so far.")
BLANK_PAGE = Bilingual("Halaman kosong.", "The page is blank.")

NO_CONTENT = reason(
    "no_content",
    "Berkas ini kosong (0 byte); kemungkinan unggahan terputus. Unggah ulang berkas aslinya.",
    "The file is empty (0 bytes); the upload was probably cut off. Upload the original again.",
)
NO_PAGES = reason(
    "no_pages",
    "Berkas ini tidak memuat satu halaman pun. Buat ulang PDF dari dokumen aslinya lalu unggah kembali.",
    "The file holds no page at all. Make the PDF anew from the original and upload it again.",
)
ONLY_BLANK = reason(
    "only_blank_pages",
    "Semua halaman kosong. Periksa apakah kertas terbalik saat dipindai, lalu pindai ulang.",
    "All pages are blank. Check whether the sheets lay the wrong way round, then scan again.",
)
NOTHING_LEGIBLE = reason(
    "nothing_legible",
    "Tidak ada halaman yang dapat dibaca: gambarnya terlalu buram, gelap, atau bukan tulisan. "
    "Pindai ulang dengan 300 dpi, posisi tegak, pencahayaan rata.",
    "No page can be read: the pictures are too blurred, too dark, or no writing. Scan again at 300 dpi, upright, evenly lit.",
)
CORRUPT = reason(
    "corrupt",
    "Berkas rusak atau terpotong sehingga tidak dapat dibuka. Buka berkas aslinya, simpan atau pindai ulang, lalu unggah kembali.",
    "The file is damaged or cut off and cannot be opened. Open the original, save or scan it anew, and upload it again.",
)
NOT_THIS_TYPE = reason(
    "not_a_document",
    "Isi berkas ini bukan dokumen yang dikenali (misalnya halaman web yang disimpan dengan nama .pdf). Unduh dokumen aslinya lalu unggah kembali.",
    "The content is no document we know (a web page saved under a .pdf name, for instance). Download the document itself and upload it again.",
)
ENCRYPTED = reason(
    "password_needed",
    "Berkas dikunci dengan kata sandi. Simpan salinan tanpa kata sandi lalu unggah kembali.",
    "The file is locked with a password. Save a copy without a password and upload it again.",
)
PAGE_BROKEN = reason(
    "page_broken",
    "Halaman ini rusak di dalam berkas.",
    "This page is damaged inside the file.",
)
PAGE_TOO_BIG = reason(
    "page_too_big",
    "Gambar halaman ini terlalu besar untuk dibaca dengan aman. Pindai ulang dengan 300 dpi ukuran A4 atau F4.",
    "The picture of this page is too big to read safely. Scan it again at 300 dpi, A4 or F4.",
)
PAGE_TIMEOUT = reason(
    "page_timeout",
    "Halaman ini terlalu lama dibaca. Pindai ulang dengan lebih bersih, atau unggah halaman ini sebagai berkas sendiri.",
    "Reading this page took too long. Scan it more cleanly, or upload this page as a file of its own.",
)
DOCUMENT_TIMEOUT = reason(
    "document_timeout",
    "Waktu untuk membaca berkas ini habis sebelum halaman ini. Bagi berkas menjadi beberapa bagian lalu unggah kembali.",
    "The time for reading this file ended before this page. Split the file and upload the parts.",
)
OCR_MISSING = reason(
    "ocr_missing",
    "Halaman ini berupa gambar, tetapi mesin pembaca gambar (Tesseract dengan bahasa Indonesia) tidak terpasang di komputer ini. "
    "Minta pengelola memasang tesseract-ocr dan tesseract-ocr-ind, lalu ulangi.",
    "This page is a picture, but no reader of pictures (Tesseract with Indonesian) is installed on this machine. "
    "Ask the operator to install tesseract-ocr and tesseract-ocr-ind, then try again.",
)
OCR_FAILED = reason(
    "ocr_failed",
    "Mesin pembaca gambar berhenti karena kesalahan pada halaman ini. Pindai ulang halaman ini lalu unggah kembali.",
    "The reader of pictures stopped with an error on this page. Scan the page again and upload it.",
)
OUT_OF_MEMORY = reason(
    "page_memory",
    "Memori tidak cukup untuk membaca halaman ini. Pindai ulang dengan 300 dpi ukuran A4 atau F4.",
    "There was not enough memory to read this page. Scan it again at 300 dpi, A4 or F4.",
)
PAGE_CRASHED = reason(
    "page_crash",
    "Halaman ini menghentikan pembaca; kemungkinan rusak di dalam berkas. Simpan ulang atau pindai ulang halaman ini lalu unggah kembali.",
    "This page stopped the reader and is probably damaged inside the file. Save or scan it again and upload it.",
)
LOST_TOO_OFTEN = reason(
    "not_tried",
    "Halaman ini tidak dicoba lagi karena beberapa halaman lain berkas ini menghentikan pembaca. Simpan ulang atau pindai ulang berkas, lalu unggah kembali.",
    "This page was not tried any more because several other pages of the file stopped the reader. Save or scan the file again and upload it.",
)
PAGE_NOT_KEPT = reason(
    "page_not_kept",
    "Halaman ini sudah dibaca, tetapi hasilnya tidak dapat disimpan (mungkin cakram penuh). Minta pengelola memeriksa ruang cakram, lalu ulangi.",
    "This page was read, but the result could not be stored (the disk may be full). Ask the operator to check the disk, then try again.",
)
_OUTCOME_OF = {
    PAGE_CRASHED.code: Outcome.CRASH,
    PAGE_TOO_BIG.code: Outcome.TOO_BIG,
    PAGE_TIMEOUT.code: Outcome.TIMEOUT,
    DOCUMENT_TIMEOUT.code: Outcome.TIMEOUT,
    OUT_OF_MEMORY.code: Outcome.MEMORY,
}


def too_big(size_bytes: int, limit_bytes: int) -> Reason:
    """The file is larger than one file may be."""
    return reason(
        "file_too_big",
        f"Berkas {size_bytes // 1_000_000} MB melebihi batas {limit_bytes // 1_000_000} MB. Pindai dengan 200–300 dpi hitam-putih atau bagi menjadi beberapa berkas.",
        f"The file has {size_bytes // 1_000_000} MB, more than the {limit_bytes // 1_000_000} MB allowed. Scan at 200–300 dpi in grey or split it.",
    )


def too_many_pages(count: int, limit: int) -> Reason:
    """The file has more pages than one file may have."""
    return reason(
        "too_many_pages",
        f"Berkas memuat {count} halaman, melebihi batas {limit}. Bagi menjadi beberapa berkas.",
        f"The file has {count} pages, more than the {limit} allowed. Split it into several files.",
    )
