"""Decision (a person's, append-only) and the decisions file that leads to an official score."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum

from evidence_ai.errors import ConflictError, InputError


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
    """A document named in a decisions file.

    `document_type` and `outcome` (how reading it ended) are None where the file does not say: then the person's
    confirmation of the document stands for both.
    """

    sha256: str
    name: str
    document_type: str | None = None
    outcome: str | None = None


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

    @property
    def in_force(self) -> tuple[Decision, ...]:
        """One decision per indicator, by indicator: decisions are append-only, so the latest `at` stands.

        Raises:
            ConflictError: two different decisions on one indicator carry the same time.
        """
        return in_force(self.decisions)


def in_force(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decision that stands for each indicator, sorted by indicator, whatever the order they came in.

    Raises:
        ConflictError: two different decisions on one indicator carry the same time.
        InputError: a time is not ISO 8601.
    """
    latest: dict[str, Decision] = {}
    for decision in sorted(decisions, key=lambda one: (one.indicator, moment(one.at))):
        before = latest.get(decision.indicator)
        if before is not None and before != decision and moment(before.at) == moment(decision.at):
            message = f"Dua keputusan berbeda atas {decision.indicator} berwaktu sama, {decision.at}."
            raise ConflictError(message, advice="Hanya yang terakhir yang berlaku: perbaiki waktu salah satunya.")
        latest[decision.indicator] = decision
    return tuple(latest.values())


def moment(at: str) -> datetime:
    """The moment an ISO 8601 text names; without a zone it is read as UTC, never as the machine's own zone.

    Raises:
        InputError: the text is not ISO 8601.
    """
    try:
        value = datetime.fromisoformat(at)
    except ValueError as error:
        message = f"Waktu {at!r} bukan ISO 8601, sehingga urutan keputusan tidak dapat diketahui."
        raise InputError(message, advice="Tulis seperti 2023-05-02T09:30:00+07:00.") from error
    return value if value.tzinfo is not None else value.replace(tzinfo=UTC)
