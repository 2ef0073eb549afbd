"""Signature: an electronic signature a file carries, or says in print that it once carried."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.quote import Quote


class SignatureState(StrEnum):
    """What the bytes say, whoever signed.

    intact: nothing but further signatures came after; partial: it leaves parts of the file out; altered: the file
    changed after signing; unchecked: there is one, but it could not be verified; printed: only a notice on the page, as
    on every print or scan of an electronically signed document.
    """

    INTACT = "intact"
    PARTIAL = "partial"
    ALTERED = "altered"
    UNCHECKED = "unchecked"
    PRINTED = "printed"


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature, verified offline.

    `signer`, `organisation` and `issuer` are the names in the certificates; `signed_at` is what the signer's machine said
    unless `is_timestamped`. `covers_whole_file` None where not known. `is_issuer_trusted`: True where the certificate leads
    to one of the operator's anchors, None where that cannot be determined. `quote`: the printed notice.
    """

    state: SignatureState
    words: Bilingual
    signer: str | None = None
    organisation: str | None = None
    issuer: str | None = None
    signed_at: datetime | None = None
    is_timestamped: bool = False
    covers_whole_file: bool | None = None
    is_issuer_trusted: bool | None = None
    page: int | None = None
    quote: Quote | None = None
