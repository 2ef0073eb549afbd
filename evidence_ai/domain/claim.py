"""Claim: what a region answered for one indicator."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Claim:
    """One answer of the questionnaire, raw as typed (`value` may be 'nihil'), with the file names it leans on.

    `row` is the manifest's row (from 2, the first below the header), None where not from a manifest.
    """

    indicator: str
    value: str | None
    unit: str | None
    numerator: str | None
    denominator: str | None
    file_names: tuple[str, ...]
    note: str | None = None
    row: int | None = None


class ClaimResult(StrEnum):
    """How a claim fares against its documents."""

    AGREES = "agrees"
    CONTRADICTS = "contradicts"
    NOT_FOUND = "not_found"
    UNCLEAR = "unclear"
