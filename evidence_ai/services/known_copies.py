"""Whether a document was seen before: by any region, in any package and year."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from evidence_ai.checking.copies import Comparison, compared
from evidence_ai.domain.dossier import Dossier
from evidence_ai.domain.fingerprint import Fingerprint, Likeness, Resemblance


class CopyIndex(Protocol):
    """All fingerprints known, found again by likeness without comparing all pairs."""

    def add(self, one: Fingerprint) -> None:
        """Know a document from now on; one that is known already is not added twice."""
        ...

    def similar(self, one: Fingerprint, *, at_least: float = ..., most: int = ...) -> tuple[Resemblance, ...]:
        """The `most` known documents that are most like this one, the likest first; itself as CONTENT if known."""
        ...


@dataclass(frozen=True, slots=True)
class KnownCopy:
    """A document seen before; `comparison` word by word where both texts are at hand, else None."""

    resemblance: Resemblance
    comparison: Comparison | None


def known_copies(
    dossier: Dossier, one: Fingerprint, index: CopyIndex, *, dossier_of: Callable[[str], Dossier | None]
) -> tuple[KnownCopy, ...]:
    """What is like this document, the likest first; itself is left out, so it may be known already.

    Args:
        dossier: the document asked about.
        one: its fingerprint.
        index: the documents known.
        dossier_of: gives what is kept under a sha256, None where the caller may not see it or it is gone.
    """
    found = []
    for resemblance in index.similar(one):
        if resemblance.sha256 == one.sha256:
            continue
        other = dossier_of(resemblance.sha256) if resemblance.likeness is Likeness.TEXT else None
        found.append(KnownCopy(resemblance, compared(other, dossier) if other is not None else None))
    return tuple(found)
