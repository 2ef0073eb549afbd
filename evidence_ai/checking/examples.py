"""Small valid values from which rules build their examples. The places are the invented ones of the region table.

Each function makes a whole, valid value; an example changes the one thing it is about.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TypeVar

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.candidate import Candidate, Classification, Scope
from evidence_ai.domain.claim import Claim
from evidence_ai.domain.decision import Decisions
from evidence_ai.domain.document import Document, DocumentText, Grade, Line, Outcome, Page, PageFailure, Reason, Source
from evidence_ai.domain.dossier import Dossier, Package
from evidence_ai.domain.edition import (
    Band,
    Direction,
    Indicator,
    IndicatorKind,
    Measure,
    Status,
)
from evidence_ai.domain.quote import Box, Fact, Quote
from evidence_ai.domain.understanding import (
    BudgetLevel,
    BudgetLine,
    Figure,
    FigureRole,
    Relation,
    Understanding,
)

T = TypeVar("T")

REGION, REGION_CODE = "Kabupaten Tanjung Arum", "99.01"
OTHER_REGION, OTHER_REGION_CODE = "Kota Arum Baru", "99.71"
PROVINCE, PROVINCE_CODE = "Provinsi Nusa Kencana", "99"
DATA_YEAR = 2023


def fact(value: T, confidence: float = 0.97, *, page: int = 1) -> Fact[T]:
    """A value as a sure fact with a quote in the upper part of a page."""
    return Fact(value, confidence, Quote(page, str(value), Box(72, 72, 520, 90)))


def document(name: str = "perda.pdf", *, content: str | None = None) -> Document:
    """A file; two files with the same `content` have the same bytes, whatever their names."""
    data = (content if content is not None else name).encode()
    return Document(hashlib.sha256(data).hexdigest(), name, "application/pdf", len(data))


def page(number: int = 1, text: str = "PERATURAN DAERAH", *, grade: Grade = Grade.EXCELLENT) -> Page:
    """An A4 page with one line per line of `text`."""
    lines = tuple(
        Line(words, Box(72, 72 + 14 * at, 72 + 6 * max(len(words), 1), 84 + 14 * at))
        for at, words in enumerate(text.splitlines())
    )
    return Page(number, 595, 842, Source.TEXT_LAYER, grade, lines)


def text(*pages: Page, failed: tuple[int, ...] = (), outcome: Outcome | None = None) -> DocumentText:
    """A document's text: its pages, and the numbers of pages that could not be read."""
    read = pages or (() if outcome is not None else (page(),))
    reason = Reason("broken", Bilingual("Berkas tidak dapat dibuka.", "The file cannot be opened."))
    failures = tuple(PageFailure(number, reason) for number in failed)
    ending = outcome or (Outcome.PARTIAL if failed else Outcome.OK)
    ok = ending in {Outcome.OK, Outcome.PARTIAL}
    return DocumentText(ending, None if ok else reason, len(read) + len(failures), read, failures)


def understanding(
    document_type: str | None = "perda",
    *,
    confidence: float = 0.97,
    issuer_level: str | None = "kabupaten",
    region: str | None = REGION,
    region_code: str | None = REGION_CODE,
    number: str | None = "3",
    year: int | None = 2019,
    title: str | None = "Penyelenggaraan Bantuan Hukum bagi Masyarakat Miskin",
    enacted_on: date | None = None,
    promulgated_on: date | None = None,
    status: str | None = None,
    period: str | None = None,
    relations: tuple[Relation, ...] = (),
    figures: tuple[Figure, ...] = (),
    budget_lines: tuple[BudgetLine, ...] = (),
) -> Understanding:
    """What a document says of itself; every given value becomes a fact of the same confidence."""
    legal = document_type in {"perda", "perkada", "keputusan_kepala_daerah", "peraturan_pusat", "apbd"}
    known = status or ("enacted" if legal else "not_applicable")
    return Understanding(
        document_type=_known(document_type, confidence),
        issuer_level=_known(issuer_level, confidence),
        region=_known(region, confidence),
        region_code=_known(region_code, confidence),
        number=_known(number, confidence),
        year=_known(year, confidence),
        title=_known(title, confidence),
        enacted_on=_known(enacted_on, confidence),
        promulgated_on=_known(promulgated_on, confidence),
        status=_known(known, confidence),
        period=_known(period, confidence),
        subject=title,
        relations=relations,
        figures=figures,
        budget_lines=budget_lines,
    )


def classification(
    *indicators: tuple[str, float], scope: Scope = Scope.SPECIFIC, because: str = "judul di luar 120 indikator"
) -> Classification:
    """Candidates as (indicator, probability), best first; from one half a candidate is suggested."""
    candidates = tuple(Candidate(name, probability, probability >= 0.5, ()) for name, probability in indicators)
    abstained = not any(one.suggested for one in candidates)
    return Classification(candidates, abstained, Bilingual(because, because) if abstained else None, scope)


def dossier(
    name: str = "perda.pdf",
    said: Understanding | None = None,
    *,
    content: str | None = None,
    text_read: DocumentText | None = None,
    classified: Classification | None = None,
) -> Dossier:
    """Everything known of one file: an enacted Perda of the region unless told otherwise."""
    return Dossier(document(name, content=content), text_read or text(), said or understanding(), classified)


def claim(
    indicator: str = "BH.S1",
    value: str | None = None,
    *file_names: str,
    unit: str | None = None,
    numerator: str | None = None,
    denominator: str | None = None,
) -> Claim:
    """One answer; without file names it leans on 'perda.pdf'."""
    return Claim(indicator, value, unit, numerator, denominator, file_names or ("perda.pdf",), None, 2)


def package(
    *dossiers: Dossier,
    claims: tuple[Claim, ...] = (),
    region_code: str = REGION_CODE,
    data_year: int = DATA_YEAR,
) -> Package:
    """What the example region sent."""
    return Package("contoh", region_code, data_year, claims, dossiers)


def followed(of: Package, previous: Decisions) -> Package:
    """The same package with what was decided for an earlier data year."""
    return replace(of, previous=previous)


def figure(
    label: str,
    printed: str,
    *,
    value: str | None = None,
    unit: str | None = "%",
    year: int | None = DATA_YEAR,
    role: FigureRole | None = FigureRole.REALISASI,
    numerator: int | None = None,
    denominator: int | None = None,
    confidence: float = 0.95,
    on_page: int = 1,
) -> Figure:
    """A printed number with its meaning; `value` in plain digits where the print needs reading."""
    return Figure(
        label=label,
        value=Decimal(value or printed.replace(".", "").replace(",", ".")),
        raw=printed,
        unit=unit,
        year=year,
        numerator=None if numerator is None else Decimal(numerator),
        denominator=None if denominator is None else Decimal(denominator),
        role=role,
        quote=Quote(on_page, f"{label} {printed}", Box(72, 300, 520, 312)),
        confidence=confidence,
    )


def budget_line(
    name: str,
    budget_rupiah: int | None,
    *,
    code: str | None = None,
    level: BudgetLevel = BudgetLevel.SUB_KEGIATAN,
    realised_rupiah: int | None = None,
    year: int | None = DATA_YEAR,
    on_page: int = 1,
    percent: str | None = None,
) -> BudgetLine:
    """One line of a budget document."""
    return BudgetLine(
        code=code,
        name=name,
        level=level,
        budget_rupiah=budget_rupiah,
        realised_rupiah=realised_rupiah,
        prior_rupiah=None,
        percent=None if percent is None else Decimal(percent),
        year=year,
        quote=Quote(on_page, f"{name} {budget_rupiah}", Box(72, 400, 520, 412)),
    )


def indicator(
    identifier: str = "BH.S1",
    *,
    kind: IndicatorKind = IndicatorKind.STRUKTUR,
    title: str = "Peraturan daerah tentang bantuan hukum bagi masyarakat miskin",
    measure: Measure = Measure.ADA,
    unit: str | None = None,
    evidence_types: tuple[str, ...] = ("perda",),
    weak_types: tuple[str, ...] = (),
    owner: tuple[str, ...] = ("Bagian Hukum",),
    cues: tuple[str, ...] = ("bantuan hukum",),
    direction: Direction | None = None,
    target: Decimal | None = None,
    bands: tuple[Band, ...] = (),
) -> Indicator:
    """One indicator of an invented edition."""
    return Indicator(
        id=identifier,
        right=identifier.split(".", maxsplit=1)[0],
        kind=kind,
        title=title,
        measure=measure,
        unit=unit,
        evidence_types=evidence_types,
        weak_types=weak_types,
        owner=owner,
        cues=cues,
        legal_basis="UU 16/2011",
        direction=direction,
        target=target,
        bands=bands,
        bands_source="",
        scope="",
        status=Status.DRAFTED,
        source="contoh",
    )


def _known(value: T | None, confidence: float) -> Fact[T] | None:
    return None if value is None else fact(value, confidence)
