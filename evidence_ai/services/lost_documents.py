"""What is said of a document, or of a page, whose worker was lost: by time, by memory, or by a crash."""

from __future__ import annotations

from dataclasses import replace

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.document import DocumentText, Outcome, Reason
from evidence_ai.reading import outcomes


def ending_of(outcome: Outcome) -> DocumentText:
    """The text of a document of which nothing is known but how its worker was lost."""
    return DocumentText(outcome, _WHOLE[outcome], 0)


def page_reason(outcome: Outcome) -> Reason:
    """Why a page failed whose worker was lost."""
    return _PAGE[outcome]


def unjudged(text: DocumentText, outcome: Outcome) -> DocumentText:
    """A text that was read, when understanding it was lost: its pages stay, and it says so."""
    return replace(text, outcome=outcome, reason=_UNJUDGED[outcome])


_PAGE = {
    Outcome.TIMEOUT: outcomes.PAGE_TIMEOUT,
    Outcome.MEMORY: outcomes.OUT_OF_MEMORY,
    Outcome.CRASH: outcomes.PAGE_CRASHED,
}
_WHOLE = {
    Outcome.TIMEOUT: Reason(
        "timeout",
        Bilingual(
            "Berkas ini terlalu lama dibaca sehingga dihentikan; bagi menjadi beberapa berkas atau pindai ulang.",
            "Reading this file took too long and was stopped; split it into several files or scan it again.",
        ),
    ),
    Outcome.MEMORY: Reason(
        "memory",
        Bilingual(
            "Berkas ini memerlukan memori lebih dari batas; perkecil gambar di dalamnya atau bagi berkas itu.",
            "This file needs more memory than allowed; reduce the pictures in it or split it.",
        ),
    ),
    Outcome.CRASH: Reason(
        "crash",
        Bilingual(
            "Berkas ini menghentikan pembaca; kemungkinan rusak. Simpan ulang atau pindai ulang, lalu unggah lagi.",
            "This file stopped the reader and is probably broken. Save or scan it again, then upload it again.",
        ),
    ),
}
_UNJUDGED = {
    Outcome.TIMEOUT: Reason(
        "judging_timeout",
        Bilingual(
            "Halaman berkas ini terbaca, tetapi memahami isinya terlalu lama sehingga dihentikan; bagi menjadi beberapa berkas.",
            "The pages of this file were read, but understanding them took too long and was stopped; split the file.",
        ),
    ),
    Outcome.MEMORY: Reason(
        "judging_memory",
        Bilingual(
            "Halaman berkas ini terbaca, tetapi memahami isinya memerlukan memori lebih dari batas; bagi menjadi beberapa berkas.",
            "The pages of this file were read, but understanding them needs more memory than allowed; split the file.",
        ),
    ),
    Outcome.CRASH: Reason(
        "judging_crash",
        Bilingual(
            "Halaman berkas ini terbaca, tetapi pemahaman isinya terhenti; periksa berkas ini sendiri dan laporkan kepada pengelola.",
            "The pages of this file were read, but understanding them stopped; look at the file yourself and tell the operator.",
        ),
    ),
}
