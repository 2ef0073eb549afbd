"""illegible_page: some pages of a readable document cannot be read."""

from __future__ import annotations

from collections.abc import Iterator

from evidence_ai.checking import examples as some
from evidence_ai.checking.cases import responsible
from evidence_ai.checking.legibility import illegible_pages, is_readable
from evidence_ai.checking.rule import About, Example, Rule, on_document
from evidence_ai.checking.words import page_spans
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.document import Grade
from evidence_ai.domain.dossier import Package
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.mismatch import Mismatch, Severity


def find(package: Package, edition: Edition) -> Iterator[Mismatch]:
    """One finding for each document, listing its illegible pages."""
    for dossier in package.dossiers:
        pages = illegible_pages(dossier.text)
        if not pages or not is_readable(dossier.text):
            continue
        spans, total, owner = page_spans(pages), dossier.text.pages_total, responsible(dossier, package, edition)
        yield on_document(
            "illegible_page",
            dossier,
            severity=Severity.WARNING,
            page=pages[0],
            message=Bilingual(
                f"Halaman {spans} dari {total} tidak terbaca, sehingga isinya belum diperiksa.",
                f"Page {spans} of {total} cannot be read, so its content was not checked.",
            ),
            advice=Bilingual(
                f"Pindai ulang halaman {spans} pada 300 dpi, lalu unggah kembali seluruh dokumen; aslinya ada pada {owner.id}.",
                f"Scan page {spans} again at 300 dpi and upload the whole document again; {owner.en} has the original.",
            ),
        )


RULE = Rule(
    code="illegible_page",
    severity=Severity.WARNING,
    about=About.DOCUMENT,
    source="Pemeriksaan Kanwil: data dukung harus dapat dibaca (tahap pemeriksaan awal, KKP HAM)",
    title=Bilingual("Halaman tidak terbaca", "Illegible page"),
    explanation=Bilingual(
        "Sebagian halaman gagal dibaca atau terlalu buram. Aturan lain tidak menganggap isinya tidak ada.",
        "Some pages failed or are too faint. No other rule takes their content as absent.",
    ),
    check=find,
    fires=(
        Example(
            "a faint page among good ones",
            lambda: some.package(some.dossier(text_read=some.text(some.page(1), some.page(2, grade=Grade.UNREADABLE)))),
        ),
        Example(
            "pages that failed",
            lambda: some.package(some.dossier(text_read=some.text(some.page(1), failed=(2, 3)))),
        ),
    ),
    silent=(
        Example("a readable document", lambda: some.package(some.dossier())),
        Example(
            "poor but readable pages",
            lambda: some.package(some.dossier(text_read=some.text(some.page(1, grade=Grade.POOR)))),
        ),
        Example(
            "a document of which nothing is readable",
            lambda: some.package(some.dossier(text_read=some.text(some.page(grade=Grade.UNREADABLE)))),
        ),
    ),
)
