"""Receipt: what a score was computed from, so that anybody can compute it again; and the answer to checking one."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.score import Score


@dataclass(frozen=True, slots=True)
class ReceiptInput:
    """One thing the score rests on. `name` 'decisions' (canonical form) comes first, then each document (its bytes)."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """Binds a score to edition, inputs and code. `previous`: the `body_sha256` of the receipt it follows, or None.

    `body_sha256` covers the score and everything here except itself and `signature`
    ('ed25519:' and base64 over the same bytes, or None).
    """

    schema: str
    edition: str
    edition_status: str
    edition_sha256: str
    code_version: str
    inputs: tuple[ReceiptInput, ...]
    previous: str | None
    body_sha256: str
    signature: str | None


@dataclass(frozen=True, slots=True)
class SealedScore:
    """A score with its receipt: what is printed, kept, and checked again."""

    score: Score
    receipt: Receipt


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a receipt and the world part. `expected`: what the receipt says; `found`: what is there (None: nothing)."""

    path: str
    expected: str | None
    found: str | None


@dataclass(frozen=True, slots=True)
class Verification:
    """The answer to checking a receipt. `notice` says what was proved and what was not."""

    valid: bool
    signed: bool
    inputs_checked: bool
    first_difference: Difference | None
    notice: Bilingual
