"""What a rule declares, and how it words a finding."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.dossier import Dossier, Package
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.mismatch import Mismatch, Severity
from evidence_ai.domain.quote import Quote


class About(StrEnum):
    """What a rule looks at: one document, one answer with its documents, or the package as a whole."""

    DOCUMENT = "document"
    CLAIM = "claim"
    PACKAGE = "package"


@dataclass(frozen=True, slots=True)
class Example:
    """A small package and, in words, why the rule fires on it or stays silent."""

    words: str
    package: Callable[[], Package]


@dataclass(frozen=True, slots=True)
class Rule:
    """One mismatch. `code` is the file name; `severity` the gravest it can be (doubt lowers it case by case).

    `source` names the law, published duty or measurement the rule rests on; `fires` and `silent` are examples
    that the shelf test runs.
    """

    code: str
    severity: Severity
    about: About
    source: str
    title: Bilingual
    explanation: Bilingual
    check: Callable[[Package, Edition], Iterable[Mismatch]]
    fires: tuple[Example, ...]
    silent: tuple[Example, ...]


def on_document(
    code: str,
    dossier: Dossier,
    *,
    severity: Severity,
    message: Bilingual,
    advice: Bilingual,
    quote: Quote | None = None,
    page: int | None = None,
    indicator: str | None = None,
) -> Mismatch:
    """A finding about one file; the page is the quote's unless given."""
    return Mismatch(
        code=code,
        severity=severity,
        message=message,
        advice=advice,
        page=quote.page if quote is not None else page,
        quote=quote,
        document=dossier.document.sha256,
        indicator=indicator,
        file_name=dossier.document.name,
    )


def on_claim(
    code: str,
    indicator: str,
    *,
    severity: Severity,
    message: Bilingual,
    advice: Bilingual,
    file_name: str | None = None,
) -> Mismatch:
    """A finding about an answer itself, whatever its documents say."""
    return Mismatch(
        code=code, severity=severity, message=message, advice=advice, indicator=indicator, file_name=file_name
    )
