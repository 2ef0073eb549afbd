"""What a document says of itself: facts with quotes, figures, budget lines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from evidence_ai.domain.quote import Fact, Quote


class FigureRole(StrEnum):
    """What a number is in its row or sentence."""

    TARGET = "target"
    REALISASI = "realisasi"
    CAPAIAN = "capaian"
    NILAI = "nilai"
    PEMBILANG = "pembilang"
    PENYEBUT = "penyebut"
    ANGGARAN = "anggaran"
    LAIN = "lain"


@dataclass(frozen=True, slots=True)
class Figure:
    """One printed number with its meaning.

    `value` keeps the printed scale; the scale stands in `unit` ("juta rupiah", "%", "per 100.000").
    `raw` is the number alone as printed. `numerator` and `denominator` are set where the text gives both.
    """

    label: str
    value: Decimal
    raw: str
    unit: str | None
    year: int | None
    numerator: Decimal | None
    denominator: Decimal | None
    role: FigureRole | None
    quote: Quote
    confidence: float


class BudgetLevel(StrEnum):
    """The level of a budget line in the nomenclature of Permendagri 90/2019 (and 13/2006 before it)."""

    URUSAN = "urusan"
    BIDANG = "bidang"
    PROGRAM = "program"
    KEGIATAN = "kegiatan"
    SUB_KEGIATAN = "sub_kegiatan"
    REKENING = "rekening"
    JUMLAH = "jumlah"
    LAIN = "lain"


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """One line of a budget document; amounts in whole rupiah (juta and miliar expanded).

    `budget_rupiah`: the current budget (setelah perubahan, pagu, anggaran, jumlah);
    `prior_rupiah`: sebelum perubahan; `realised_rupiah`: realisasi. None where the cell is empty.
    """

    code: str | None
    name: str
    level: BudgetLevel
    budget_rupiah: int | None
    realised_rupiah: int | None
    prior_rupiah: int | None
    percent: Decimal | None
    year: int | None
    quote: Quote


class RelationKind(StrEnum):
    """How a legal product relates to another."""

    AMENDS = "amends"
    REVOKES = "revokes"


@dataclass(frozen=True, slots=True)
class Relation:
    """A legal product amends or revokes another: 'Perubahan atas Peraturan Daerah Nomor 3 Tahun 2015'."""

    kind: RelationKind
    target: str
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class Understanding:
    """Everything a document says of itself. None means: not known, never 'absent'.

    `region` is the issuer ('Kabupaten X', 'Kota Y', 'Provinsi Z'), `region_code` Kemendagri 'NN' or 'NN.NN'.
    `number` as printed without spaces; `year` of the number line; `title` one line after TENTANG;
    `period` 'YYYY' or 'YYYY-YYYY': the time a plan, budget or report is about.
    `subject` is the title without 'perubahan atas ...' wrapping: what the document is about.
    `markers_found` / `markers_missing` are the enactment markers behind `status`.
    `characters_unseen`: of a file longer than any honest one, what facts were not sought in; its text is kept all the same.
    """

    document_type: Fact[str] | None = None
    issuer_level: Fact[str] | None = None
    region: Fact[str] | None = None
    region_code: Fact[str] | None = None
    number: Fact[str] | None = None
    year: Fact[int] | None = None
    title: Fact[str] | None = None
    enacted_on: Fact[date] | None = None
    promulgated_on: Fact[date] | None = None
    status: Fact[str] | None = None
    period: Fact[str] | None = None
    subject: str | None = None
    issuing_office: Fact[str] | None = None
    relations: tuple[Relation, ...] = ()
    markers_found: tuple[Fact[str], ...] = ()
    markers_missing: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    budget_lines: tuple[BudgetLine, ...] = ()
    characters_unseen: int = 0
