"""unrelated_document: the document is about none of the indicators."""

from __future__ import annotations

from collections.abc import Iterator

from evidence_ai.checking import examples as some
from evidence_ai.checking.cases import ClaimCase, claim_cases, owners
from evidence_ai.checking.claims import compare
from evidence_ai.checking.labels import names_phrase, relevance
from evidence_ai.checking.legibility import illegible_pages, is_readable
from evidence_ai.checking.rule import About, Example, Rule, on_document
from evidence_ai.checking.topics import heading, probability, speaks_of_one_subject
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.claim import ClaimResult
from evidence_ai.domain.document import Grade
from evidence_ai.domain.dossier import Dossier, Package
from evidence_ai.domain.edition import Edition, Measure
from evidence_ai.domain.mismatch import Mismatch, Severity

_NO_CANDIDATE = 0.1
"""Below this the claimed indicator is no serious candidate either."""

_SOME_WORDS = 0.3
"""A title that shares about a third of its words with the indicator's is not foreign to it."""

_ACCOMPANYING = frozenset({"undangan", "daftar_hadir", "foto_kegiatan", "surat", "berita_acara", "notulen"})
"""Papers that show an activity without naming its subject; they go with the document beside them."""


def find(package: Package, edition: Edition) -> Iterator[Mismatch]:
    """One finding for each named document that was classified as none of the indicators."""
    for case in claim_cases(package, edition):
        for dossier in case.dossiers:
            if _unrelated(dossier, case) and not _proves(case, dossier, package.data_year):
                yield _mismatch(dossier, case)


def _unrelated(dossier: Dossier, case: ClaimCase) -> bool:
    classified, kind = dossier.classification, dossier.understanding.document_type
    if classified is None or not speaks_of_one_subject(dossier) or not classified.abstained:
        return False
    if not is_readable(dossier.text) or 1 in illegible_pages(dossier.text):
        return False  # the heading was not read: what it is about is not known
    if kind is None or (kind.value in _ACCOMPANYING and len(case.dossiers) > 1):
        return False
    title = dossier.understanding.title
    about = relevance(title.value, case.indicator) if title is not None else 0.0
    if about >= _SOME_WORDS or names_phrase(case.indicator, _first_words(dossier)):
        return False  # it speaks of the subject, though not surely enough to be suggested
    return bool(classified.abstained_because) and probability(dossier, case.indicator.id) < _NO_CANDIDATE


def _first_words(dossier: Dossier) -> str:
    title = dossier.understanding.title
    first = dossier.text.pages[0].text if dossier.text.pages else ""
    return f"{title.value if title is not None else ''} {first}"


def _proves(case: ClaimCase, dossier: Dossier, data_year: int) -> bool:
    if case.indicator.measure is Measure.ADA:
        return False
    return compare(case.claim, case.indicator, (dossier,), data_year=data_year).result is ClaimResult.AGREES


def _mismatch(dossier: Dossier, case: ClaimCase) -> Mismatch:
    indicator, owner = case.indicator, owners((case.indicator,))
    return on_document(
        "unrelated_document",
        dossier,
        severity=Severity.WARNING,
        quote=heading(dossier),
        indicator=indicator.id,
        message=Bilingual(
            f"Dokumen ini diajukan untuk {indicator.id} ({indicator.title}), tetapi isinya tampak di luar semua "
            "indikator penilaian.",
            f"This document was claimed for {indicator.id} ({indicator.title}), but it seems to be about none of the "
            "indicators assessed.",
        ),
        advice=Bilingual(
            f"Periksa apakah berkasnya tertukar; mintakan dokumen tentang “{indicator.title}” kepada {owner.id}.",
            f"Check whether the wrong file was picked; ask {owner.en} for a document about “{indicator.title}”.",
        ),
    )


def _tax(*claims: str, grade: Grade = Grade.EXCELLENT, close: float = 0.0, words: str = "PAJAK HOTEL") -> Package:
    said = some.understanding(title="Pajak Hotel dan Restoran")
    near = (("BH.S1", close),) if close else ()
    return some.package(
        some.dossier(
            "perda.pdf",
            said,
            classified=some.classification(*near),
            text_read=some.text(some.page(1, words, grade=grade), some.page(2)),
        ),
        claims=tuple(some.claim(one, "ada") for one in claims),
    )


RULE = Rule(
    code="unrelated_document",
    severity=Severity.WARNING,
    about=About.CLAIM,
    source="Permenkumham 34/2016, pemeriksaan (d): data dukung sesuai dengan data yang diminta",
    title=Bilingual("Dokumen di luar indikator", "Unrelated document"),
    explanation=Bilingual(
        "Judul dan isinya tidak menyentuh satu pun dari indikator, termasuk yang dijawab.",
        "Its title and content touch none of the indicators, the claimed one included.",
    ),
    check=find,
    fires=(Example("a hotel tax claimed as legal aid", lambda: _tax("BH.S1")),),
    silent=(
        Example("the same, claimed for nothing", _tax),
        Example("the claimed indicator is a candidate", lambda: _tax("BH.S1", close=0.3)),
        Example("its first page names the subject", lambda: _tax("BH.S1", words="tentang bantuan hukum")),
        Example("its first page cannot be read", lambda: _tax("BH.S1", grade=Grade.UNREADABLE)),
        Example(
            "a document that was not classified",
            lambda: some.package(some.dossier(), claims=(some.claim("BH.S1", "ada"),)),
        ),
    ),
)
