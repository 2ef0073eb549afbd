"""other_language: the document is written in English, not in Indonesian."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_ai.checking import examples as some
from evidence_ai.checking.rule import About, Example, Rule, on_document
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.document import DocumentText
from evidence_ai.domain.dossier import Package
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.mismatch import Mismatch, Severity

_ENGLISH = frozenset(
    {"the", "of", "and", "to", "in", "is", "for", "that", "with", "by", "are", "this", "be", "on",
     "as", "which", "from"}
)  # fmt: skip
_INDONESIAN = frozenset(
    {"yang", "dan", "di", "untuk", "dengan", "dalam", "pada", "dari", "ini", "atau", "tentang", "oleh", "sebagai"}
)  # fmt: skip
_FEWEST_WORDS = 150
_MUCH, _LITTLE = 0.15, 0.02
"""Shares of small words: English text has 0.23-0.34 of its own and none of the other; the most English of the
Indonesian ones of 176 real documents has below 0.03."""


def find(package: Package, _edition: Edition) -> Iterator[Mismatch]:
    """A note for each document whose small words are English."""
    for dossier in package.dossiers:
        if not _is_english(dossier.text):
            continue
        yield on_document(
            "other_language",
            dossier,
            severity=Severity.INFO,
            page=dossier.text.pages[0].number,
            message=Bilingual(
                "Dokumen ini berbahasa Inggris, sedangkan naskah pemerintah daerah berbahasa Indonesia; pemeriksaan isi "
                "di sini hanya mengenal bahasa Indonesia.",
                "This document is in English, while documents of regional government are in Indonesian; the checks of "
                "content here know Indonesian only.",
            ),
            advice=Bilingual(
                "Periksa apakah berkasnya benar; bila ada, unggah naskah aslinya yang berbahasa Indonesia.",
                "Check whether it is the right file; upload the Indonesian original if there is one.",
            ),
        )


def _is_english(text: DocumentText) -> bool:
    words = [word for page in text.pages for word in re.findall(r"[a-z]+", page.text.casefold())]
    if len(words) < _FEWEST_WORDS:
        return False
    english, indonesian = (sum(word in small for word in words) / len(words) for small in (_ENGLISH, _INDONESIAN))
    return english >= _MUCH and indonesian <= _LITTLE


def _written(sentence: str, times: int = 20) -> Package:
    return some.package(some.dossier(text_read=some.text(some.page(1, "\n".join([sentence] * times)))))


_REPORT = "The report of the office is about the rights of the people and it was made for the region"
_LAPORAN = "Laporan ini dibuat oleh dinas untuk memenuhi hak masyarakat dan kewajiban daerah"

RULE = Rule(
    code="other_language",
    severity=Severity.INFO,
    about=About.DOCUMENT,
    source="UU 24/2009 Pasal 26-28 dan Perpres 63/2019 (bahasa Indonesia dalam peraturan dan dokumen resmi negara)",
    title=Bilingual("Bukan bahasa Indonesia", "Not in Indonesian"),
    explanation=Bilingual(
        "Kata tugas dalam dokumen berbahasa Inggris. Istilah atau ringkasan berbahasa Inggris tidak dihitung.",
        "The small words are English. English terms or a summary do not count.",
    ),
    check=find,
    fires=(Example("an English report", lambda: _written(_REPORT)),),
    silent=(
        Example("an Indonesian report", lambda: _written(_LAPORAN)),
        Example("a report in both languages", lambda: _written(f"{_REPORT}\n{_LAPORAN}")),
        Example("a line of English", lambda: _written(_REPORT, 2)),
    ),
)
