"""not_promulgated: an enacted regulation closes without 'Diundangkan' and without its gazette."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from evidence_ai.checking import examples as some
from evidence_ai.checking.cases import responsible
from evidence_ai.checking.confidence import SURE, gravest
from evidence_ai.checking.legibility import illegible_pages
from evidence_ai.checking.rule import About, Example, Rule, on_document
from evidence_ai.checking.words import type_name
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.document import Grade
from evidence_ai.domain.dossier import Dossier, Package
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.mismatch import Mismatch, Severity
from evidence_ai.domain.quote import Quote
from evidence_ai.domain.vocabulary import LegalStatus

_GAZETTED = {
    "perda": Bilingual("Lembaran Daerah", "regional gazette (Lembaran Daerah)"),
    "apbd": Bilingual("Lembaran Daerah", "regional gazette (Lembaran Daerah)"),
    "perkada": Bilingual("Berita Daerah", "regional gazette (Berita Daerah)"),
}
_SINCE = 2005
"""UU 10/2004 made promulgation in Lembaran or Berita Daerah a duty of every region."""

_REGISTERED_SINCE = 2016
"""Permendagri 80/2015 Pasal 100-103: a Perda of a kabupaten or kota gets its number from the governor's register."""
_REGISTER = re.compile(r"no\W{0,2}\s?reg|nomor\s+regist|n\s?o\s?r\s?e\s?g\b|registrasi", re.IGNORECASE)

_PROMULGATED = re.compile(r"[uo0]nda\w{0,2}g\w{0,2}k\w{0,4}\s*(?:d[il1]\b|pada\s+tanggal\s*:?\s*\d)", re.IGNORECASE)
"""'Diundangkan di' through OCR noise."""


def find(package: Package, edition: Edition) -> Iterator[Mismatch]:
    """One finding for each regulation whose closing was read to the end and names no promulgation, or lacks a number."""
    for dossier in package.dossiers:
        kind = dossier.understanding.document_type
        severity = _severity(dossier)
        if kind is None:
            continue
        if severity is None:
            if _is_unregistered(dossier):
                yield _unregistered(dossier, responsible(dossier, package, edition))
            continue
        what, gazette, owner = type_name(kind.value), _GAZETTED[kind.value], responsible(dossier, package, edition)
        yield on_document(
            "not_promulgated",
            dossier,
            severity=severity,
            quote=_closing(dossier),
            message=Bilingual(
                f"Naskah {what.id} ini sudah ditetapkan, tetapi pada penutupnya tidak ada pengundangan oleh Sekretaris Daerah "
                f"maupun nomor {gazette.id}. Peraturan mengikat umum sejak diundangkan.",
                f"This {what.en} is enacted, but its closing shows neither promulgation by the secretary of the region "
                f"nor the number in the {gazette.en}. A regulation binds from its promulgation.",
            ),
            advice=Bilingual(
                f"Unggah salinan yang memuat “Diundangkan di ...” dan nomor {gazette.id}; mintakan kepada {owner.id} "
                "atau JDIH daerah.",
                f"Upload the copy that shows “Diundangkan di ...” and the number in the {gazette.en}; ask {owner.en} "
                "or the region's JDIH for it.",
            ),
        )


def _severity(dossier: Dossier) -> Severity | None:
    said = dossier.understanding
    if said.document_type is None or said.document_type.value not in _GAZETTED or not _is_read_to_the_end(dossier):
        return None
    if said.status is None or said.status.value != LegalStatus.ENACTED or said.promulgated_on is not None:
        return None
    if said.year is not None and said.year.value < _SINCE:
        return None
    closed = any(one.value == "enacted_date" for one in said.markers_found)
    if not closed or not {"promulgated_date", "gazette_number"} <= set(said.markers_missing):
        return None
    if any(_PROMULGATED.search(page.text) for page in dossier.text.pages):
        return None
    return gravest(said.status, said.document_type, at_most=Severity.WARNING)


def _is_unregistered(dossier: Dossier) -> bool:
    """A promulgated Perda of a kabupaten or kota whose closing shows no number of the province's register."""
    said = dossier.understanding
    if (
        said.document_type is None
        or said.document_type.value not in {"perda", "apbd"}
        or not _is_read_to_the_end(dossier)
    ):
        return False
    if said.issuer_level is None or said.issuer_level.value not in {"kabupaten", "kota"} or said.promulgated_on is None:
        return False
    if (
        said.year is None
        or said.year.value < _REGISTERED_SINCE
        or min(said.year.confidence, said.document_type.confidence) < SURE
    ):
        return False
    return not any(_REGISTER.search(page.text) for page in dossier.text.pages)


def _unregistered(dossier: Dossier, owner: Bilingual) -> Mismatch:
    promulgated = dossier.understanding.promulgated_on
    return on_document(
        "not_promulgated",
        dossier,
        severity=Severity.INFO,
        quote=promulgated.quote if promulgated is not None else None,
        message=Bilingual(
            "Perda ini sudah diundangkan, tetapi nomor register (NOREG) dari gubernur belum terlihat pada penutupnya.",
            "This Perda is promulgated, but the register number (NOREG) of the governor was not seen in its closing.",
        ),
        advice=Bilingual(
            f"Periksa apakah salinan dari JDIH memuat NOREG; bila ada, unggah salinan itu (dari {owner.id}).",
            f"Check whether the copy in the JDIH bears the NOREG; if so, upload that one (from {owner.en}).",
        ),
    )


def _is_read_to_the_end(dossier: Dossier) -> bool:
    faint = any(page.grade is Grade.POOR for page in dossier.text.pages)
    return not faint and not illegible_pages(dossier.text)


def _closing(dossier: Dossier) -> Quote | None:
    return next((one.quote for one in dossier.understanding.markers_found if one.value == "enacted_date"), None)


def _unregistered_perda(closing: str, *, year: int = 2019) -> Package:
    said = some.understanding(year=year, promulgated_on=date(year, 5, 9))
    return some.package(some.dossier(text_read=some.text(some.page(1), some.page(2, closing)), said=said))


def _closed(closing: str, *missing: str, grade: Grade = Grade.GOOD, kind: str = "perda") -> Package:
    said = some.understanding(kind)
    said = replace(said, markers_found=(some.fact("enacted_date", page=2),), markers_missing=missing)
    read = some.text(some.page(1), some.page(2, closing, grade=grade))
    return some.package(some.dossier("perda.pdf", said, text_read=read))


_UNPROMULGATED = ("promulgated_date", "gazette_number")

RULE = Rule(
    code="not_promulgated",
    severity=Severity.WARNING,
    about=About.DOCUMENT,
    source="UU 12/2011 Pasal 81-87; Permendagri 80/2015 (pengundangan dalam Lembaran Daerah atau Berita Daerah)",
    title=Bilingual("Belum diundangkan", "Not promulgated"),
    explanation=Bilingual(
        "Penutup naskah terbaca lengkap dengan tanggal penetapan, tetapi tanpa pengundangan. Bila ada halaman yang tidak "
        "terbaca, atau tanda “Diundangkan” terlihat, aturan ini diam. Perda kabupaten/kota tanpa NOREG diberi tahu saja.",
        "The closing was read with its date of enactment, but without promulgation. Where a page could not be read, or "
        "“Diundangkan” is seen, this rule is silent. A missing NOREG is told for information.",
    ),
    check=find,
    fires=(
        Example(
            "a Perda that ends with the signature of the head", lambda: _closed("Ditetapkan di Arum", *_UNPROMULGATED)
        ),
        Example("the same for a Perkada", lambda: _closed("Ditetapkan di Arum", *_UNPROMULGATED, kind="perkada")),
        Example("a promulgated Perda without NOREG", lambda: _unregistered_perda("Diundangkan di Arum")),
    ),
    silent=(
        Example("an enacted and promulgated Perda", lambda: some.package(some.dossier())),
        Example("a promulgation read with noise", lambda: _closed("0iundangkan dl Arum\npada", *_UNPROMULGATED)),
        Example("a Perda with its NOREG", lambda: _unregistered_perda("NOREG PERATURAN DAERAH: (2-11/2019)")),
        Example("a Perda older than the register", lambda: _unregistered_perda("Diundangkan di Arum", year=2013)),
        Example("only the gazette number was not seen", lambda: _closed("Ditetapkan di Arum", "gazette_number")),
        Example("a faint closing page", lambda: _closed("Ditetapkan di Arum", *_UNPROMULGATED, grade=Grade.POOR)),
        Example(
            "a decree, which is not promulgated",
            lambda: _closed("Ditetapkan di Arum", *_UNPROMULGATED, kind="keputusan_kepala_daerah"),
        ),
    ),
)
