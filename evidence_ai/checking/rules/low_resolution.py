"""low_resolution: pages were scanned too coarsely to be read with certainty."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from evidence_ai.checking import examples as some
from evidence_ai.checking.cases import responsible
from evidence_ai.checking.rule import About, Example, Rule, on_document
from evidence_ai.checking.words import page_spans
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.document import Grade, Page, Source
from evidence_ai.domain.dossier import Package
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.flaw import LOW_DPI, Flaw
from evidence_ai.domain.mismatch import Mismatch, Severity

_HARD_TO_READ = frozenset({Grade.FAIR, Grade.POOR, Grade.UNREADABLE})
"""A coarse page that reads well all the same (large print, few words) is no finding."""


def find(package: Package, edition: Edition) -> Iterator[Mismatch]:
    """One finding for each document with coarse pages that read badly; a warning where some cannot be trusted at all."""
    for dossier in package.dossiers:
        pages = [page for page in dossier.text.pages if _is_coarse(page)]
        if not pages:
            continue
        spans, owner = page_spans(page.number for page in pages), responsible(dossier, package, edition)
        lowest = min(page.dpi or 0 for page in pages)
        grave = any(page.grade is not Grade.FAIR for page in pages)
        yield on_document(
            "low_resolution",
            dossier,
            severity=Severity.WARNING if grave else Severity.INFO,
            page=pages[0].number,
            message=Bilingual(
                f"Halaman {spans} dipindai terlalu kasar (sekitar {lowest} dpi), sehingga huruf dan angkanya mudah salah terbaca.",
                f"Page {spans} was scanned too coarsely (about {lowest} dpi), so letters and digits are easily misread.",
            ),
            advice=Bilingual(
                f"Pindai ulang halaman {spans} pada 300 dpi dari naskah aslinya di {owner.id}, lalu unggah kembali seluruh dokumen.",
                f"Scan page {spans} again at 300 dpi from the original at {owner.en} and upload the whole document again.",
            ),
        )


def _is_coarse(page: Page) -> bool:
    """Whether a recognised page is known to be coarse, and reads accordingly."""
    return page.source is Source.OCR and Flaw.COARSE in page.flaws and page.grade in _HARD_TO_READ


def _scanned(dpi: int | None, grade: Grade, *, source: Source = Source.OCR) -> Package:
    flaws = (Flaw.COARSE,) if dpi is not None and dpi < LOW_DPI else ()
    page = replace(some.page(grade=grade), source=source, dpi=dpi, flaws=flaws)
    return some.package(some.dossier(text_read=some.text(page)))


RULE = Rule(
    code="low_resolution",
    severity=Severity.WARNING,
    about=About.DOCUMENT,
    source="Pemeriksaan Kanwil: data dukung harus dapat dibaca; Peraturan ANRI 2/2021 (alih media arsip: teks paling rendah 300 dpi)",
    title=Bilingual("Resolusi pindaian rendah", "Low resolution"),
    explanation=Bilingual(
        "Halaman pindaian dengan resolusi di bawah 150 dpi yang memang sulit dibaca. Halaman kasar yang tetap terbaca baik "
        "tidak dihitung, begitu pula yang resolusinya tidak diketahui.",
        "Scanned pages below 150 dpi that are in fact hard to read. Coarse pages that read well all the same, and those "
        "whose resolution is not known, do not count.",
    ),
    check=find,
    fires=(
        Example("a poor page of 96 dpi", lambda: _scanned(96, Grade.POOR)),
        Example("a fair page of 120 dpi", lambda: _scanned(120, Grade.FAIR)),
    ),
    silent=(
        Example("a coarse page that reads well", lambda: _scanned(96, Grade.GOOD)),
        Example("a poor page of 300 dpi", lambda: _scanned(300, Grade.POOR)),
        Example("resolution not known", lambda: _scanned(None, Grade.POOR)),
        Example("no scan", lambda: _scanned(96, Grade.POOR, source=Source.TEXT_LAYER)),
    ),
)
