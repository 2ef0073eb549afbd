"""Mismatch: a finding, with severity, quote and advice."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.quote import Quote


class Severity(StrEnum):
    """error: a reviewer would reject; warning: look at it; info: good to know."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Mismatch:
    """One finding. `code` is the rule's file name; `page` None when it concerns the file or package as a whole.

    `document` is the sha256 it is about (None: the package), `indicator` the claim it is about (None: no claim).
    """

    code: str
    severity: Severity
    message: Bilingual
    advice: Bilingual
    page: int | None = None
    quote: Quote | None = None
    document: str | None = None
    indicator: str | None = None
    file_name: str | None = None
