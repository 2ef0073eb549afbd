"""dates_inconsistent: the dates of a legal product do not fit together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from evidence_ai.checking import examples as some
from evidence_ai.checking.cases import responsible
from evidence_ai.checking.confidence import LIKELY, SURE
from evidence_ai.checking.rule import About, Example, Rule, on_document
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.dossier import Dossier, Package
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.mismatch import Mismatch, Severity
from evidence_ai.domain.quote import Quote
from evidence_ai.domain.understanding import Understanding
from evidence_ai.domain.vocabulary import LEGAL_PRODUCTS


def find(package: Package, edition: Edition) -> Iterator[Mismatch]:
    """One finding for each legal product whose dates are in the wrong order, far from its number's year, or to come."""
    for dossier in package.dossiers:
        said = dossier.understanding
        if said.document_type is None or said.document_type.value not in LEGAL_PRODUCTS:
            continue
        wrong = _promulgated_first(said) or _other_year(said) or _to_come(said, package.data_year)
        if wrong is not None and wrong.confidence >= LIKELY:
            yield _mismatch(dossier, wrong, owner=responsible(dossier, package, edition))


@dataclass(frozen=True, slots=True)
class _Odd:
    """What does not fit, in words, where, and how sure the dates are that say so."""

    words: Bilingual
    quote: Quote | None
    confidence: float


def _promulgated_first(said: Understanding) -> _Odd | None:
    enacted, promulgated = said.enacted_on, said.promulgated_on
    if enacted is None or promulgated is None or promulgated.value >= enacted.value:
        return None
    words = Bilingual(
        f"Tanggal pengundangan ({promulgated.value}) lebih dahulu daripada tanggal penetapan ({enacted.value}).",
        f"The date of promulgation ({promulgated.value}) is before the date of enactment ({enacted.value}).",
    )
    sureness = min(enacted.confidence, promulgated.confidence)
    if sureness < SURE and promulgated.value.year == enacted.value.year:
        return None  # a day or month misread on a scan is likelier than a wrong order
    return _Odd(words, promulgated.quote, sureness)


def _other_year(said: Understanding) -> _Odd | None:
    """A product numbered in one year may be signed early in the next, never long after or before."""
    dated, year = said.enacted_on or said.promulgated_on, said.year
    if dated is None or year is None:
        return None
    if dated.value.year == year.value or (dated.value.year == year.value + 1 and dated.value.month <= 2):
        return None
    words = Bilingual(
        f"Tahun pada nomor ({year.value}) berbeda dari tahun penetapan ({dated.value}).",
        f"The year of the number ({year.value}) differs from that of the enactment ({dated.value}).",
    )
    return _Odd(words, dated.quote, min(dated.confidence, year.confidence))


def _to_come(said: Understanding, data_year: int) -> _Odd | None:
    """A package is sent in the year after its data year: a later date is a slip of the pen, or of another round."""
    dated = (one for one in (said.promulgated_on, said.enacted_on) if one is not None and one.confidence >= SURE)
    late = next((one for one in dated if one.value.year > data_year + 1), None)
    if late is None:
        return None
    words = Bilingual(
        f"Tanggal {late.value} jatuh setelah masa penilaian tahun data {data_year}.",
        f"The date {late.value} lies after the assessment of data year {data_year}.",
    )
    return _Odd(words, late.quote, late.confidence)


def _mismatch(dossier: Dossier, wrong: _Odd, *, owner: Bilingual) -> Mismatch:
    return on_document(
        "dates_inconsistent",
        dossier,
        severity=Severity.WARNING if wrong.confidence >= SURE else Severity.INFO,
        quote=wrong.quote,
        message=Bilingual(
            f"{wrong.words.id} Salah satunya mungkin salah ketik, atau halaman dari dokumen lain ikut terpindai.",
            f"{wrong.words.en} One may be a typing mistake, or a page of another document was scanned along.",
        ),
        advice=Bilingual(
            f"Periksa pada naskah aslinya bersama {owner.id}; unggah naskah yang benar bila keliru.",
            f"Check the original with {owner.en}; upload the correct text if it is wrong.",
        ),
    )


def _dated(enacted: date, promulgated: date | None, *, confidence: float = 0.97, year: int = 2019) -> Package:
    said = some.understanding(enacted_on=enacted, promulgated_on=promulgated, year=year, confidence=confidence)
    return some.package(some.dossier("perda.pdf", said))


RULE = Rule(
    code="dates_inconsistent",
    severity=Severity.WARNING,
    about=About.DOCUMENT,
    source="UU 12/2011 Pasal 81-87: penetapan mendahului pengundangan; nomor diberikan pada tahun penetapan",
    title=Bilingual("Tanggal tidak selaras", "Dates do not fit"),
    explanation=Bilingual(
        "Pengundangan sebelum penetapan, tahun nomor yang jauh dari tahun penetapan, atau tanggal sesudah masa penilaian.",
        "Promulgation before enactment, a number whose year is far from the enactment, or a date after the assessment.",
    ),
    check=find,
    fires=(
        Example("promulgated before enacted", lambda: _dated(date(2019, 5, 7), date(2019, 5, 2))),
        Example("numbered 2019, enacted 2021", lambda: _dated(date(2021, 5, 7), None)),
        Example("another year, read with doubt", lambda: _dated(date(2019, 5, 7), date(2018, 5, 9), confidence=0.7)),
        Example("a date of years to come", lambda: _dated(date(2091, 5, 7), None, year=2091)),
    ),
    silent=(
        Example("enacted and promulgated on one day", lambda: _dated(date(2019, 5, 7), date(2019, 5, 7))),
        Example("signed in the first days of the next year", lambda: _dated(date(2020, 1, 6), None)),
        Example("days read with doubt", lambda: _dated(date(2019, 5, 7), date(2019, 5, 2), confidence=0.7)),
        Example("years read with much doubt", lambda: _dated(date(2019, 5, 7), date(2018, 5, 2), confidence=0.5)),
    ),
)
