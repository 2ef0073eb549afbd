"""Decision (a person's, append-only) and the decisions file that leads to an official score."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Verdict(StrEnum):
    """What the person decided."""

    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision. `by` is a pseudonymous id; `at` an ISO time from the file; `documents` are sha256.

    `value`, `numerator`, `denominator` are what the person confirmed, as raw decision text (numbers or a category).
    """

    indicator: str
    verdict: Verdict
    value: str | None
    unit: str | None
    numerator: Decimal | None
    denominator: Decimal | None
    documents: tuple[str, ...]
    by: str
    at: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class DocumentName:
    """A document named in a decisions file."""

    sha256: str
    name: str


@dataclass(frozen=True, slots=True)
class Decisions:
    """A decisions file: one region, one data year, one edition; order never matters."""

    schema: str
    edition: str
    region_code: str
    data_year: int
    award_year: int | None
    aksi_ham_bonus: Decimal
    previous_receipt: str | None
    documents: tuple[DocumentName, ...]
    decisions: tuple[Decision, ...]
