"""The story of a file checked by itself, with or without the indicator it was uploaded for."""

from __future__ import annotations

from dataclasses import replace

from evidence_ai.checking import check
from evidence_ai.domain.claim import Claim
from evidence_ai.domain.dossier import Dossier, Package
from evidence_ai.domain.edition import Edition
from evidence_ai.errors import InputError


def check_dossier(
    dossier: Dossier, edition: Edition, *, region_code: str, data_year: int, indicator: str | None
) -> Dossier:
    """The dossier with its findings.

    Raises:
        InputError: the edition has no indicator of this name.
    """
    if indicator is not None and edition.indicator(indicator) is None:
        message = f"Edisi {edition.name} tidak mempunyai indikator {indicator}."
        raise InputError(message, advice=f"Lihat daftarnya dengan `evidence-ai editions show {edition.name}`.")
    name = dossier.document.name
    claims = () if indicator is None else (Claim(indicator, None, None, None, None, file_names=(name,)),)
    package = Package(name, region_code, data_year, claims, (dossier,))
    return replace(dossier, mismatches=check(package, edition))
