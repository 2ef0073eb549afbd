"""Edition: one version of the assessment rules, as data. Numbers are exact (Decimal, Fraction)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from evidence_ai.domain.bilingual import Bilingual


class IndicatorKind(StrEnum):
    """struktur = legal products exist, proses = programmes and budgets, hasil = results."""

    STRUKTUR = "struktur"
    PROSES = "proses"
    HASIL = "hasil"


class Measure(StrEnum):
    """How an answer becomes a share of the points."""

    ADA = "ada"
    ANGGARAN = "anggaran"
    JUMLAH = "jumlah"
    RASIO = "rasio"
    PITA = "pita"


class Direction(StrEnum):
    """Which way is better; `category` means the answer is a word, not a number."""

    HIGHER = "higher"
    LOWER = "lower"
    CATEGORY = "category"


class Status(StrEnum):
    """How well an entry is known. `missing`: declared, text not seen."""

    CONFIRMED = "confirmed"
    INFERRED = "inferred"
    DRAFTED = "drafted"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Bound:
    """One end of a band; `inclusive` says whether the value itself belongs."""

    value: Decimal
    inclusive: bool


@dataclass(frozen=True, slots=True)
class Band:
    """Values that earn `points` (0..10).

    Numeric bands have `lower` and/or `upper`; a category band has `category`; a band with none of
    the three is the rest ('else').
    """

    points: Decimal
    lower: Bound | None = None
    upper: Bound | None = None
    category: str | None = None
    printed: str = ""

    @property
    def is_rest(self) -> bool:
        """Whether this band takes every value no other band takes."""
        return self.lower is None and self.upper is None and self.category is None


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator with everything needed to recognise, check and score its evidence.

    `evidence_types` are accepted document types; `weak_types` are recognised but earn nothing (RKA).
    `owner` names the OPD that hold the data. `cues` are words that point at the indicator.
    `scope` says in words what counts and what does not. `status` and `source` belong to the entry,
    `bands_source` to its bands. `bands_complete` False: some or all of its bands were never seen, so a person
    must enter points (0..10, unit 'poin') where no known band says them.
    """

    id: str
    right: str
    kind: IndicatorKind
    title: str
    measure: Measure
    unit: str | None
    evidence_types: tuple[str, ...]
    weak_types: tuple[str, ...]
    owner: tuple[str, ...]
    cues: tuple[str, ...]
    legal_basis: str
    direction: Direction | None
    target: Decimal | None
    bands: tuple[Band, ...]
    bands_source: str
    scope: str
    status: Status
    source: str
    bands_complete: bool = True


@dataclass(frozen=True, slots=True)
class Right:
    """One of the rights (kriteria), with its indicators in printed order."""

    id: str
    number: str
    title: str
    group: str
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class Predikat:
    """A predikat and the exact total from which it is earned ('above' excludes the edge itself)."""

    name: str
    at_least: Decimal
    inclusive: bool = True


class Formula(StrEnum):
    """How points become a total.

    RIGHTS_MEAN: per right weight x mean share of each kind, total = mean of rights (34/2016, 22/2021).
    ITEMS: 100 x sum of points / (10 x items assessed) (25/2013).
    """

    RIGHTS_MEAN = "rights_mean"
    ITEMS = "items"


@dataclass(frozen=True, slots=True)
class Rules:
    """The arithmetic of an edition, with the status of each part it is built on.

    `weights`: points per kind, adding up to 100 (empty under ITEMS). `cap`: the highest total. `gap_policy`:
    'lower_points' (a value between two printed bands takes the lower points) or 'refuse'. `predikat`: highest
    first; a total below all of them is `predikat_below`. `statuses`: (part, status, source).
    """

    formula: Formula
    weights: tuple[tuple[IndicatorKind, Decimal], ...]
    cap: Decimal
    bonus_allowed: bool
    gap_policy: str
    predikat: tuple[Predikat, ...]
    predikat_below: str
    statuses: tuple[tuple[str, Status, str], ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """One version of the rules. `sha256` binds the exact data files; `status` is the weakest honest word.

    `notice` must accompany every result under this edition. `missing_indicators`: declared by the regulation, text
    not seen. `unplaced`: indicators known by name whose right is not, counted among the missing.
    """

    name: str
    title: str
    status: str
    notice: Bilingual
    source: str
    sha256: str
    declared_indicators: int
    missing_indicators: int
    rules: Rules
    rights: tuple[Right, ...]
    unplaced: tuple[str, ...] = ()

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """Every indicator in printed order."""
        return tuple(indicator for right in self.rights for indicator in right.indicators)

    def indicator(self, identifier: str) -> Indicator | None:
        """The indicator with this id, or None."""
        return next((one for one in self.indicators if one.id == identifier), None)
