"""pages_missing: the printed page numbers skip, so pages were left out."""

from __future__ import annotations

from collections.abc import Iterator

from evidence_ai.checking import examples as some
from evidence_ai.checking.cases import responsible
from evidence_ai.checking.page_numbers import skips
from evidence_ai.checking.rule import About, Example, Rule, on_document
from evidence_ai.checking.words import page_spans
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.dossier import Package
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.mismatch import Mismatch, Severity


def find(package: Package, edition: Edition) -> Iterator[Mismatch]:
    """One finding for each document, at its first skip."""
    for dossier in package.dossiers:
        found = skips(dossier.text)
        if not found:
            continue
        first, owner = found[0], responsible(dossier, package, edition)
        left_out = page_spans(number for one in found for number in range(one.before + 1, one.after))
        yield on_document(
            "pages_missing",
            dossier,
            severity=Severity.WARNING,
            page=first.page,
            message=Bilingual(
                f"Nomor halaman tercetak melompat dari {first.before} ke {first.after} (halaman {first.page} berkas); "
                f"halaman {left_out} tampaknya tidak ikut dipindai, sehingga isinya tidak dapat diperiksa.",
                f"The printed page number jumps from {first.before} to {first.after} (page {first.page} of the file); "
                f"page {left_out} seems not to have been scanned, so its content cannot be checked.",
            ),
            advice=Bilingual(
                f"Pindai ulang dokumen lengkap dari {owner.id}, lalu ganti berkas ini.",
                f"Scan the whole document again at {owner.en} and replace this file.",
            ),
        )


def _numbered(*printed: int | None, failed: tuple[int, ...] = ()) -> Package:
    pages = (some.page(at, f"- {one} -\nPasal {at}" if one else "Lampiran") for at, one in enumerate(printed, start=1))
    return some.package(some.dossier(text_read=some.text(*pages, failed=failed)))


RULE = Rule(
    code="pages_missing",
    severity=Severity.WARNING,
    about=About.DOCUMENT,
    source="Pemeriksaan Kanwil: data dukung harus lengkap; Permendagri 1/2023 (penomoran halaman naskah dinas)",
    title=Bilingual("Halaman kurang", "Pages missing"),
    explanation=Bilingual(
        "Nomor di kepala atau kaki halaman berurutan, lalu melompat maju di antara dua halaman yang berdampingan. "
        "Penomoran yang mulai lagi dari awal, atau halaman tanpa nomor di antaranya, tidak dihitung.",
        "Numbers at the top or foot run on, then jump ahead between two adjacent pages. Numbering that starts again, or "
        "a page without a number in between, does not count.",
    ),
    check=find,
    fires=(Example("from 4 to 7", lambda: _numbered(2, 3, 4, 7, 8, 9)),),
    silent=(
        Example("pages numbered on", lambda: _numbered(1, 2, 3, 4, 5, 6)),
        Example("an annex that starts again", lambda: _numbered(4, 5, 6, 1, 2, 3)),
        Example("a chart without a number in between", lambda: _numbered(1, 2, 3, None, 6, 7, 8)),
        Example("stray numbers", lambda: _numbered(3, 17, 4, 90)),
        Example("pages that failed, which is a rule of its own", lambda: _numbered(1, 2, 3, 7, 8, 9, failed=(7,))),
    ),
)
