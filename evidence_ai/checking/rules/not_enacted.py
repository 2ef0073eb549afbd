"""not_enacted: the legal product is a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_ai.checking import examples as some
from evidence_ai.checking.cases import claimed_for, responsible
from evidence_ai.checking.confidence import gravest
from evidence_ai.checking.legibility import illegible_pages
from evidence_ai.checking.rule import About, Example, Rule, on_document
from evidence_ai.checking.words import type_name
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.document import Grade, Source
from evidence_ai.domain.dossier import Dossier, Package
from evidence_ai.domain.edition import Edition, IndicatorKind
from evidence_ai.domain.mismatch import Mismatch, Severity
from evidence_ai.domain.quote import Quote
from evidence_ai.domain.vocabulary import LEGAL_PRODUCTS, LegalStatus

_MARKS = {
    "number": Bilingual("nomor", "number"),
    "enacted_date": Bilingual("tanggal penetapan", "date of enactment"),
    "promulgated_date": Bilingual("tanggal pengundangan", "date of promulgation"),
    "signature": Bilingual("tanda tangan", "signature"),
    "gazette_number": Bilingual("nomor Lembaran atau Berita Daerah", "gazette number"),
    "registration_number": Bilingual("nomor register", "registration number"),
}
"""Marks of enactment as people call them; others are no lack."""
_HEADING = 1500
"""Characters of the first page in which the number line stands."""
_OPEN_NUMBER = re.compile(r"^\W{0,3}NOMOR\W{0,4}[.…_]{3,}", re.MULTILINE)
_OPEN_DATE = re.compile(r"tetapkan\s+di\b.{0,80}?tanggal\W{0,4}[.…_]{4,}", re.IGNORECASE | re.DOTALL)


def find(package: Package, edition: Edition) -> Iterator[Mismatch]:
    """One finding for each draft; where claimed as struktur, a note for each product whose enactment is not seen."""
    for dossier in package.dossiers:
        kind, status = dossier.understanding.document_type, dossier.understanding.status
        if kind is None or status is None or kind.value not in LEGAL_PRODUCTS:
            continue
        owner = responsible(dossier, package, edition)
        if status.value == LegalStatus.DRAFT:
            severity = gravest(status, kind)
            if severity is not None:
                yield _draft(dossier, severity, owner)
        elif (blank := _open_places(dossier)) is not None and gravest(kind) is not None:
            yield _open(dossier, blank, owner)
        elif status.value == LegalStatus.UNKNOWN and _worth_a_note(dossier, package, edition):
            yield _unseen(dossier, owner)


def _draft(dossier: Dossier, severity: Severity, owner: Bilingual) -> Mismatch:
    what, signs = _what(dossier), _signs(dossier)
    return on_document(
        "not_enacted",
        dossier,
        severity=severity,
        quote=_quote(dossier),
        message=Bilingual(
            f"{what.id} ini tampaknya masih rancangan{signs.id}. Yang dinilai adalah produk hukum yang sudah "
            "ditetapkan dan diundangkan.",
            f"This {what.en} seems to be still a draft{signs.en}. Only legal products that are enacted and "
            "promulgated count.",
        ),
        advice=Bilingual(
            f"Unggah naskah yang sudah bernomor, bertanggal, dan ditandatangani (atau salinan resminya) dari {owner.id}; "
            "bila memang belum ditetapkan, jangan ajukan dahulu.",
            f"Upload the numbered, dated and signed text (or its certified copy) from {owner.en}; "
            "if it is not enacted yet, do not submit it.",
        ),
    )


def _open_places(dossier: Dossier) -> Quote | None:
    """The dots for the number, where typed text leaves both the number in the heading and a date in the closing open."""
    pages = dossier.text.pages
    if not pages or pages[0].source is not Source.TEXT_LAYER:
        return None  # on a scan a pen may have filled what recognition saw as dots
    heading = _OPEN_NUMBER.search(pages[0].text[:_HEADING])
    closed = any(_OPEN_DATE.search(page.text) for page in pages if page.source is Source.TEXT_LAYER)
    return pages[0].quote(*heading.span()) if heading is not None and closed else None


def _open(dossier: Dossier, blank: Quote, owner: Bilingual) -> Mismatch:
    what = _what(dossier)
    return on_document(
        "not_enacted",
        dossier,
        severity=Severity.WARNING,
        quote=blank,
        message=Bilingual(
            f"Nomor dan tanggal penetapan {what.id} ini masih kosong (titik-titik), sehingga tampaknya belum ditetapkan.",
            f"Number and date of this {what.en} are still open (dots), so it seems not to be enacted.",
        ),
        advice=Bilingual(
            f"Unggah naskah yang sudah bernomor dan bertanggal dari {owner.id}; bila belum ditetapkan, jangan ajukan dahulu.",
            f"Upload the numbered and dated text from {owner.en}; if it is not enacted yet, do not submit it.",
        ),
    )


def _unseen(dossier: Dossier, owner: Bilingual) -> Mismatch:
    what = _what(dossier)
    return on_document(
        "not_enacted",
        dossier,
        severity=Severity.INFO,
        quote=_quote(dossier),
        message=Bilingual(
            f"Tanda penetapan {what.id} ini (tanggal ditetapkan, tanda tangan, pengundangan) belum terlihat, "
            "sehingga belum pasti berlaku.",
            f"No sign that this {what.en} was enacted (date, signature, promulgation) was seen, "
            "so it is not certain that it is in force.",
        ),
        advice=Bilingual(
            f"Periksa apakah halaman penutup ikut terunggah; lengkapi dari {owner.id} bila belum.",
            f"Check whether the closing page was uploaded; complete it from {owner.en} if not.",
        ),
    )


def _worth_a_note(dossier: Dossier, package: Package, edition: Edition) -> bool:
    struktur = any(one.kind is IndicatorKind.STRUKTUR for one in claimed_for(dossier, package, edition))
    return struktur and not illegible_pages(dossier.text)


def _what(dossier: Dossier) -> Bilingual:
    kind = dossier.understanding.document_type
    return type_name(kind.value if kind is not None else "lainnya")


def _signs(dossier: Dossier) -> Bilingual:
    """What speaks for a draft: the words that say so, and the marks of enactment that are missing."""
    said = dossier.understanding
    quote = said.status.quote if said.status is not None else None
    names = [_MARKS[one] for one in said.markers_missing if one in _MARKS]
    parts_id = [f"tertulis “{_short(quote)}”"] if quote is not None else []
    parts_en = [f"it says “{_short(quote)}”"] if quote is not None else []
    if names:
        parts_id.append(f"belum terlihat {', '.join(one.id for one in names)}")
        parts_en.append(f"not seen: {', '.join(one.en for one in names)}")
    if not parts_id:
        return Bilingual("", "")
    return Bilingual(f" ({'; '.join(parts_id)})", f" ({'; '.join(parts_en)})")


def _short(quote: Quote) -> str:
    plain = " ".join(quote.text.split())
    return plain if len(plain) <= 60 else f"{plain[:57]}..."


def _quote(dossier: Dossier) -> Quote | None:
    said = dossier.understanding
    facts = (said.status, said.number, said.title, said.document_type)
    return next((one.quote for one in facts if one is not None and one.quote is not None), None)


def _dotted(number: str, day: str) -> Package:
    read = some.text(
        some.page(1, f"PERATURAN DAERAH\nNOMOR {number} TAHUN 2023\nTENTANG"),
        some.page(2, f"Ditetapkan di Arum\npada tanggal {day}\nBUPATI"),
    )
    return some.package(some.dossier(text_read=read))


def _perda(status: str, *claims: str, confidence: float = 0.97, grade: Grade = Grade.GOOD) -> Package:
    said = some.understanding(status=status, confidence=confidence)
    read = some.text(some.page(1), some.page(2, grade=grade))
    return some.package(
        some.dossier("perda.pdf", said, text_read=read), claims=tuple(some.claim(one, "ada") for one in claims)
    )


RULE = Rule(
    code="not_enacted",
    severity=Severity.ERROR,
    about=About.DOCUMENT,
    source="UU 12/2011 Pasal 87; Permendagri 80/2015 (penetapan, penomoran, pengundangan)",
    title=Bilingual("Belum ditetapkan", "Not enacted"),
    explanation=Bilingual(
        "Naskah bertanda rancangan atau masih kosong nomor dan tanggalnya. Halaman yang tidak terbaca bukan alasan: "
        "yang tidak terlihat hanya diminta diperiksa.",
        "The text is marked as a draft or has blanks for number and date. Unreadable pages are no reason: what was "
        "not seen is only asked to be checked.",
    ),
    check=find,
    fires=(
        Example("a draft Perda", lambda: _perda("draft")),
        Example("dots for number and date", lambda: _dotted("......", "..........")),
        Example("no sign of enactment under a struktur claim", lambda: _perda("unknown", "BH.S1")),
    ),
    silent=(
        Example("an enacted Perda", lambda: _perda("enacted", "BH.S1")),
        Example("dots for the number only", lambda: _dotted("......", "3 Mei 2023")),
        Example("no sign of enactment, nothing claimed", lambda: _perda("unknown")),
        Example("no sign, but a page cannot be read", lambda: _perda("unknown", "BH.S1", grade=Grade.UNREADABLE)),
        Example("a draft only guessed", lambda: _perda("draft", confidence=0.4)),
    ),
)
