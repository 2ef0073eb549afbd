"""The story of a file checked by itself, with or without the indicator it was uploaded for."""

from __future__ import annotations

from dataclasses import replace

from evidence_ai.checking import check
from evidence_ai.domain.claim import Claim
from evidence_ai.domain.dossier import Dossier, Package
from evidence_ai.domain.edition import Edition
from evidence_ai.errors import InputError
from evidence_ai.services.indicator_codes import spelled_by


def asked_indicator(typed: str | None, edition: Edition) -> str | None:
    """The edition's own spelling of an indicator's code as a person typed it; None where none was typed.

    Raises:
        InputError: the edition has no indicator of this name.
    """
    if typed is None:
        return None
    code = spelled_by(edition, typed)
    if edition.indicator(code) is None:
        message = f"Edisi {edition.name} tidak mempunyai indikator {typed}."
        raise InputError(message, advice=f"Lihat daftarnya dengan `evidence-ai editions show {edition.name}`.")
    return code


def check_dossier(
    dossier: Dossier, edition: Edition, *, region_code: str, data_year: int, indicator: str | None
) -> Dossier:
    """The dossier with its findings; `indicator` as `asked_indicator` gave it."""
    name = dossier.document.name
    claims = () if indicator is None else (Claim(indicator, None, None, None, None, file_names=(name,)),)
    package = Package(name, region_code, data_year, claims, (dossier,))
    return replace(dossier, mismatches=check(package, edition))
