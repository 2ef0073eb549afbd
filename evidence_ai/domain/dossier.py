"""Dossier (everything known of one document) and Package (one region, one data year)."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_ai.domain.candidate import Classification
from evidence_ai.domain.claim import Claim
from evidence_ai.domain.decision import Decisions
from evidence_ai.domain.document import Document, DocumentText
from evidence_ai.domain.mismatch import Mismatch
from evidence_ai.domain.understanding import Understanding


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything known of one document. Later steps are None until they ran."""

    document: Document
    text: DocumentText
    understanding: Understanding
    classification: Classification | None = None
    mismatches: tuple[Mismatch, ...] = ()


@dataclass(frozen=True, slots=True)
class Package:
    """What one region sent for one data year: answers and documents.

    `region_code` Kemendagri 'NN.NN' (or 'NN' for a province); `data_year` the year assessed.
    `previous`: what people decided for an earlier data year of this region, None where nobody said.
    """

    name: str
    region_code: str
    data_year: int
    claims: tuple[Claim, ...]
    dossiers: tuple[Dossier, ...]
    previous: Decisions | None = None
