"""Which documents an answer leans on, and which answers lean on a document."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.claim import Claim
from evidence_ai.domain.dossier import Dossier, Package
from evidence_ai.domain.edition import Edition, Indicator


@dataclass(frozen=True, slots=True)
class ClaimCase:
    """One answer with its indicator and the documents it names that are in the package."""

    claim: Claim
    indicator: Indicator
    dossiers: tuple[Dossier, ...]


def claim_cases(package: Package, edition: Edition) -> Iterator[ClaimCase]:
    """Every answer whose indicator the edition knows."""
    for claim in package.claims:
        indicator = edition.indicator(claim.indicator)
        if indicator is not None:
            yield ClaimCase(claim, indicator, named(claim, package.dossiers))


def named(claim: Claim, dossiers: Iterable[Dossier]) -> tuple[Dossier, ...]:
    """The documents `claim` names, in the package's order."""
    return tuple(one for one in dossiers if any(same_file(name, one.document.name) for name in claim.file_names))


def claimed_for(dossier: Dossier, package: Package, edition: Edition) -> tuple[Indicator, ...]:
    """The indicators `dossier` is named for, empty where no claim names it."""
    cases = (one for one in package.claims if named(one, (dossier,)))
    found = (edition.indicator(claim.indicator) for claim in cases)
    return tuple(indicator for indicator in found if indicator is not None)


def same_file(left: str, right: str) -> bool:
    r"""Whether two names mean one file: letter case, folders and the kind of slash do not matter.

    >>> same_file("Perda 1.PDF", "struktur\\perda 1.pdf")
    True
    >>> same_file("a/perda.pdf", "b/perda.pdf")
    False
    """
    one, other = _parts(left), _parts(right)
    shorter = min(len(one), len(other))
    return shorter > 0 and one[-shorter:] == other[-shorter:]


@lru_cache(maxsize=8192)
def _parts(name: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFKC", name).replace("\\", "/").casefold()
    return tuple(" ".join(part.split()) for part in PurePosixPath(plain).parts if part not in {"/", "."})


def owners(indicators: Iterable[Indicator]) -> Bilingual:
    """Who must act: the OPD that own the indicators' data, in words; a neutral phrase where none is known."""
    names = tuple(dict.fromkeys(owner for one in indicators for owner in one.owner))
    if not names:
        return Bilingual("OPD pemilik dokumen", "the office that owns the document")
    return Bilingual(" dan ".join(names), " and ".join(names))


def responsible(dossier: Dossier, package: Package, edition: Edition) -> Bilingual:
    """Who must act on a document: by its claims, else by its suggested indicators."""
    claimed = claimed_for(dossier, package, edition)
    if claimed or dossier.classification is None:
        return owners(claimed)
    suggested = (one.indicator for one in dossier.classification.candidates if one.suggested)
    first = (edition.indicator(identifier) for identifier in list(suggested)[:1])
    return owners(one for one in first if one is not None)
