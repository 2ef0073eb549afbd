"""population_differs: answers about one group of people rest on different totals of that group."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from evidence_ai.checking import examples as some
from evidence_ai.checking.cases import ClaimCase, claim_cases, owners
from evidence_ai.checking.fields import fields
from evidence_ai.checking.offices import office_of
from evidence_ai.checking.populations import Group, asked_for
from evidence_ai.checking.rule import About, Example, Rule, on_claim
from evidence_ai.checking.shares import part_and_whole
from evidence_ai.checking.units import unit
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.dossier import Dossier, Package
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.mismatch import Mismatch, Severity
from evidence_ai.domain.quote import Quote
from evidence_ai.domain.understanding import Figure, FigureRole

_COUNTED = frozenset({FigureRole.NILAI, FigureRole.REALISASI, FigureRole.PENYEBUT, FigureRole.LAIN, None})
_FEWEST = 100
"""Below it a 'group' is a village or a table's row."""


@dataclass(frozen=True, slots=True)
class _Answered:
    case: ClaimCase
    whole: Decimal
    readings: tuple[Decimal, ...]


@dataclass(frozen=True, slots=True)
class _Anchor:
    """The one number of a group, and where it stands: on a page, or in another answer."""

    value: Decimal
    where: Bilingual
    quote: Quote | None = None
    dossier: Dossier | None = None


def find(package: Package, edition: Edition) -> Iterator[Mismatch]:
    """One finding for each answer whose whole is not that of its group: Dukcapil's figure, else the commonest answer."""
    groups: dict[str, tuple[Group, list[_Answered]]] = {}
    for case in claim_cases(package, edition):
        group, pair = asked_for(case.indicator.title), part_and_whole(case.claim)
        if group is None or pair is None or pair.whole.value < _FEWEST:
            continue
        answered = _Answered(case, pair.whole.value, pair.whole.readings)
        groups.setdefault(group.name.id, (group, []))[1].append(answered)
    for group, answers in groups.values():
        anchor = _stated(group, package) or _commonest(answers)
        if anchor is not None:
            yield from (_mismatch(one, group, anchor) for one in answers if anchor.value not in one.readings)


def _stated(group: Group, package: Package) -> _Anchor | None:
    """The group's number as the registry office prints it; None where it prints none, or several."""
    found: dict[Decimal, _Anchor] = {}
    for dossier in package.dossiers:
        office = office_of(dossier)
        if office is None or "kependudukan" not in fields(office.value):
            continue
        for figure in dossier.understanding.figures:
            if _counts(figure, group, package.data_year):
                value = figure.value * unit(figure.unit)[1]
                name, page = dossier.document.name, figure.quote.page
                where = Bilingual(f"“{name}” halaman {page}", f"“{name}” page {page}")
                found.setdefault(value, _Anchor(value, where, figure.quote, dossier))
    return next(iter(found.values())) if len(found) == 1 else None


def _counts(figure: Figure, group: Group, data_year: int) -> bool:
    if figure.role not in _COUNTED or figure.year not in {None, data_year} or figure.value < _FEWEST:
        return False
    return unit(figure.unit)[0] in {None, "orang", "kk"} and group.printed.search(figure.label) is not None


def _commonest(answers: list[_Answered]) -> _Anchor | None:
    """The whole that most answers share; of equally common ones that of the first answer."""
    if len(answers) < 2:
        return None
    counts = [sum(one.whole in other.readings for other in answers) for one in answers]
    first = answers[counts.index(max(counts))]
    return _Anchor(
        first.whole, Bilingual(f"jawaban {first.case.indicator.id}", f"the answer to {first.case.indicator.id}")
    )


def _mismatch(answered: _Answered, group: Group, anchor: _Anchor) -> Mismatch:
    indicator, owner = answered.case.indicator, owners((answered.case.indicator,))
    ours, theirs = _number(answered.whole), _number(anchor.value)
    files = answered.case.claim.file_names
    found = on_claim(
        "population_differs",
        indicator.id,
        severity=Severity.WARNING,
        file_name=files[0] if files else None,
        message=Bilingual(
            f"Penyebut {indicator.id} ({group.name.id}) adalah {ours}, sedangkan {anchor.where.id} memakai {theirs}. "
            "Satu kelompok penduduk mempunyai satu angka, yaitu data Dukcapil.",
            f"The whole of {indicator.id} ({group.name.en}) is {ours}, while {anchor.where.en} uses {theirs}. One group "
            "of people has one number, that of the registry (Dukcapil).",
        ),
        advice=Bilingual(
            f"Cocokkan dengan data Dukcapil tahun data bersama {owner.id}, lalu pakai angka yang sama pada semua jawaban.",
            f"Compare with the registry's figure of the data year together with {owner.en}, and use one number in all answers.",
        ),
    )
    if anchor.dossier is None:
        return found
    document = anchor.dossier.document
    page = anchor.quote.page if anchor.quote is not None else None
    return replace(found, quote=anchor.quote, page=page, document=document.sha256, file_name=document.name)


def _number(value: Decimal) -> str:
    return f"{value:,f}".replace(",", "_").replace(".", ",").replace("_", ".")


def _wholes(
    *wholes: str, printed: str | None = None, office: str = "DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL"
) -> Package:
    figures = (some.figure("Jumlah wajib KTP", printed, unit="jiwa", role=FigureRole.NILAI),) if printed else ()
    said = replace(some.understanding("tabel_data", figures=figures), issuing_office=some.fact(office))
    claims = tuple(some.claim("KP.H1", None, "data.pdf", numerator="10.000", denominator=whole) for whole in wholes)
    return some.package(some.dossier("data.pdf", said), claims=claims)


RULE = Rule(
    code="population_differs",
    severity=Severity.WARNING,
    about=About.CLAIM,
    source="Klarifikasi Ditjen HAM 9 Juli 2020: angka penduduk dari satu sumber (Dukcapil); UU 24/2013 Pasal 58",
    title=Bilingual("Angka penduduk berbeda", "Another number of people"),
    explanation=Bilingual(
        "Jawaban tentang kelompok yang sama (wajib KTP, anak 0-17 tahun, rumah tangga, kelahiran hidup, penduduk) harus "
        "memakai penyebut yang sama. Bila dokumen Dukcapil dalam paket menyebut angkanya, angka itu yang berlaku.",
        "Answers about one group (card holders, children, households, live births, residents) must use one whole. Where "
        "a document of the registry office in the package states it, that figure counts.",
    ),
    check=find,
    fires=(
        Example("two answers with two numbers of card holders", lambda: _wholes("20.000", "21.500")),
        Example("the registry's table says otherwise", lambda: _wholes("21.500", printed="20.000")),
    ),
    silent=(
        Example("the same number twice", lambda: _wholes("20.000", "20.000")),
        Example("the registry's number", lambda: _wholes("20.000", printed="20.000")),
        Example("a single answer", lambda: _wholes("20.000")),
        Example(
            "another office prints a number", lambda: _wholes("21.500", printed="20.000", office="DINAS KESEHATAN")
        ),
    ),
)
