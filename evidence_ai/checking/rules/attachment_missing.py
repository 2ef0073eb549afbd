"""attachment_missing: the text announces a Lampiran that was not sent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_ai.checking import examples as some
from evidence_ai.checking.cases import responsible
from evidence_ai.checking.legibility import illegible_pages
from evidence_ai.checking.rule import About, Example, Rule, on_document
from evidence_ai.checking.words import type_name
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.document import Grade, Page
from evidence_ai.domain.dossier import Dossier, Package
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.mismatch import Mismatch, Severity
from evidence_ai.domain.quote import Quote

_KINDS = frozenset({"perda", "perkada", "apbd", "keputusan_kepala_daerah", "keputusan_opd", "keputusan_dprd"})
_ANNOUNCED = re.compile(
    r"(?:tercantum|termuat|tersebut)\s+(?:dalam|pada)\s+lampiran\b(?!\s+undang)[^;]{0,120}?"
    r"\b(?:peraturan|keputusan|qanun)\s+(?:\w+\s+){0,3}ini\b",
    re.IGNORECASE,
)
"""'tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Peraturan Bupati ini'."""

_ANNEX = re.compile(
    r"\bLAMP\S{0,2}RAN\b|\bL\s?A\s?M\s?P\s?I\s?R\s?A\s?N\b|^\W*Lampiran\s*(?:[IVX\d]+[.a-z]*)?\s*(?::|\W*$)"
)
"""A heading 'LAMPIRAN' in capitals anywhere in a line, or 'Lampiran I' alone; a sentence may break before the word."""
_ANNEX_ON_TOP = re.compile(r"^\W*Lampiran\b")
_TOP_LINES = 6

_ENDS = re.compile(
    r"tetapkan\s+d[il]|undangkan\s+d[il]|(?:lembaran|berita)\s+daerah\b.*\d{4}|cukup\s+jelas", re.IGNORECASE
)
"""What the last page of a text without annexes holds: its closing, its gazette line or its elucidation."""


def find(package: Package, edition: Edition) -> Iterator[Mismatch]:
    """A note for each legal product that was read to its closing, ends there, and announces its own Lampiran."""
    for dossier in package.dossiers:
        kind, announced = dossier.understanding.document_type, _announced(dossier)
        if kind is None or announced is None or _is_elsewhere(dossier, package):
            continue
        what, owner = type_name(kind.value), responsible(dossier, package, edition)
        yield on_document(
            "attachment_missing",
            dossier,
            severity=Severity.INFO,
            quote=announced,
            message=Bilingual(
                f"Naskah {what.id} ini merujuk Lampiran yang merupakan bagiannya, tetapi berkas berakhir pada penutup tanpa "
                "Lampiran; daftar atau tarif di dalamnya tidak dapat diperiksa.",
                f"This {what.en} refers to an annex that is part of it, but the file ends with the closing and holds no "
                "annex; the lists or rates in it cannot be checked.",
            ),
            advice=Bilingual(
                f"Lengkapi dengan Lampirannya dari {owner.id} bila isi Lampiran itu yang menjadi bukti.",
                f"Add the annex from {owner.en} if it is the annex that holds the evidence.",
            ),
        )


def _announced(dossier: Dossier) -> Quote | None:
    kind, pages = dossier.understanding.document_type, dossier.text.pages
    if kind is None or kind.value not in _KINDS or not pages:
        return None
    if illegible_pages(dossier.text) or any(page.grade is Grade.POOR for page in pages):
        return None
    if not _ENDS.search(pages[-1].text) or any(_is_annex(page) for page in pages):
        return None
    found = ((page, _ANNOUNCED.search(page.text)) for page in pages)
    return next((page.quote(*match.span()) for page, match in found if match is not None), None)


def _is_annex(page: Page) -> bool:
    """Whether an annex begins on the page."""
    top = page.lines[:_TOP_LINES] if page.number > 1 else ()
    return any(_ANNEX.search(line.text) for line in page.lines) or any(_ANNEX_ON_TOP.match(line.text) for line in top)


def _is_elsewhere(dossier: Dossier, package: Package) -> bool:
    """Whether another file of the package is an annex: by its name or its first lines."""
    others = (one for one in package.dossiers if one is not dossier)
    return any(
        "lampiran" in one.document.name.casefold()
        or any(_ANNEX.search(line.text) for page in one.text.pages[:1] for line in page.lines[:_TOP_LINES])
        for one in others
    )


_CITING = "Tarif tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Peraturan Daerah ini."


def _perda(*pages: str, grade: Grade = Grade.GOOD, further: tuple[Dossier, ...] = ()) -> Package:
    read = some.text(*(some.page(at, words, grade=grade) for at, words in enumerate(pages, start=1)))
    return some.package(some.dossier(text_read=read), *further)


RULE = Rule(
    code="attachment_missing",
    severity=Severity.INFO,
    about=About.DOCUMENT,
    source="UU 12/2011 Lampiran II angka 192-198 (lampiran adalah bagian tidak terpisahkan); Permendagri 80/2015",
    title=Bilingual("Lampiran tidak ada", "Annex missing"),
    explanation=Bilingual(
        "Batang tubuh merujuk Lampiran peraturan itu sendiri, semua halaman terbaca, dan halaman terakhir adalah penutup "
        "atau penjelasannya. Lampiran dalam berkas lain, atau lampiran undang-undang yang dikutip, tidak dihitung.",
        "The body refers to the regulation's own annex, every page was read, and the last one is its closing or "
        "elucidation. An annex in another file, or the annex of a cited law, does not count.",
    ),
    check=find,
    fires=(Example("the file ends with the closing", lambda: _perda(_CITING, "Ditetapkan di Arum\nBUPATI")),),
    silent=(
        Example("the annex follows", lambda: _perda(_CITING, "Ditetapkan di Arum", "LAMPIRAN I\nTarif")),
        Example("no annex is announced", lambda: _perda("Pasal 1", "Ditetapkan di Arum\nBUPATI")),
        Example("a page follows the closing", lambda: _perda(_CITING, "Ditetapkan di Arum", "BUPATI > DINAS > UPTD")),
        Example("faint pages", lambda: _perda(_CITING, "Ditetapkan di Arum", grade=Grade.POOR)),
        Example(
            "the annex is a file of its own",
            lambda: _perda(_CITING, "Ditetapkan di Arum", further=(some.dossier("Lampiran Perda.pdf"),)),
        ),
        Example(
            "the annex of a cited law",
            lambda: _perda("tercantum dalam Lampiran Undang-Undang Nomor 23 Tahun 2014", "Ditetapkan di Arum"),
        ),
    ),
)
