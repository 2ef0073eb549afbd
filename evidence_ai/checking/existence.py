"""An answer 'ada' against its documents: is one of them an accepted, enacted document about the indicator?"""

from __future__ import annotations

from evidence_ai.checking.confidence import SURE
from evidence_ai.checking.finding import ClaimFinding, at
from evidence_ai.checking.numbers import is_no, is_yes
from evidence_ai.checking.words import type_name, type_names
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.claim import Claim, ClaimResult
from evidence_ai.domain.dossier import Dossier
from evidence_ai.domain.edition import Indicator
from evidence_ai.domain.quote import Quote
from evidence_ai.domain.vocabulary import LegalStatus

_FITS = 0.5
"""A candidate of at least even odds fits; so does any that is suggested."""


def compare(claim: Claim, indicator: Indicator, dossiers: tuple[Dossier, ...]) -> ClaimFinding:
    """Agrees when an accepted, enacted document about the indicator is named; contradicts when all surely fail."""
    fitting = [one for one in dossiers if _accepted(one, indicator) and not _draft(one) and _about(one, indicator)]
    if claim.value is not None and is_no(claim.value):
        return _denied(dossiers, fitting)
    if fitting:
        return _agrees(fitting[0])
    if all(_surely_fails(one, indicator) for one in dossiers):
        return _fails(dossiers[0], indicator)
    return _doubtful(dossiers[0], indicator, claim)


def _accepted(dossier: Dossier, indicator: Indicator) -> bool:
    kind = dossier.understanding.document_type
    return kind is not None and kind.value in indicator.evidence_types


def _draft(dossier: Dossier) -> bool:
    status = dossier.understanding.status
    return status is not None and status.value == LegalStatus.DRAFT


def _about(dossier: Dossier, indicator: Indicator) -> bool:
    candidates = dossier.classification.candidates if dossier.classification is not None else ()
    return any(one.indicator == indicator.id and (one.suggested or one.probability >= _FITS) for one in candidates)


def _surely_fails(dossier: Dossier, indicator: Indicator) -> bool:
    """A sure draft, or surely of a kind the indicator does not accept."""
    kind, status = dossier.understanding.document_type, dossier.understanding.status
    if status is not None and _draft(dossier) and status.confidence >= SURE:
        return True
    return kind is not None and kind.confidence >= SURE and not _accepted(dossier, indicator)


def _denied(dossiers: tuple[Dossier, ...], fitting: list[Dossier]) -> ClaimFinding:
    if not fitting:
        because = Bilingual(
            "Jawaban “tidak ada”; dokumennya pun tidak membuktikan lain.",
            "The answer is 'none' and no document says otherwise.",
        )
        return at(ClaimResult.UNCLEAR, because, dossiers[0], None, confidence=0.0)
    because = Bilingual(
        "Jawaban “tidak ada”, padahal dokumen yang dirujuk tampak sesuai.",
        "The answer is 'none', yet the named document seems to fit.",
    )
    return at(ClaimResult.CONTRADICTS, because, fitting[0], _heading(fitting[0]), confidence=_sureness(fitting[0]))


def _agrees(dossier: Dossier) -> ClaimFinding:
    kind = dossier.understanding.document_type
    what = type_name(kind.value if kind is not None else "lainnya")
    because = Bilingual(
        f"Berkas ini {what.id} yang isinya sesuai dengan indikator.",
        f"This file is a {what.en} that fits the indicator.",
    )
    return at(ClaimResult.AGREES, because, dossier, _heading(dossier), confidence=_sureness(dossier))


def _fails(dossier: Dossier, indicator: Indicator) -> ClaimFinding:
    kind = dossier.understanding.document_type
    what, wanted = type_name(kind.value if kind is not None else "lainnya"), type_names(indicator.evidence_types)
    because = (
        Bilingual(f"Berkas ini {what.id} yang masih rancangan.", f"This file is a {what.en} that is still a draft.")
        if _draft(dossier)
        else Bilingual(
            f"Berkas ini {what.id}; yang diminta {wanted.id}.", f"This file is a {what.en}; asked is a {wanted.en}."
        )
    )
    return at(ClaimResult.CONTRADICTS, because, dossier, _heading(dossier), confidence=_sureness(dossier))


def _doubtful(dossier: Dossier, indicator: Indicator, claim: Claim) -> ClaimFinding:
    if claim.value is not None and not is_yes(claim.value) and not _about(dossier, indicator):
        because = Bilingual(
            f"Jawaban “{claim.value}” tidak menyatakan ada atau tidak ada.",
            f"The answer “{claim.value}” says neither that it exists nor that it does not.",
        )
    else:
        because = Bilingual(
            "Belum pasti dokumen ini membuktikan indikator; perlu dilihat orang.",
            "It is not certain that this document proves the indicator; a person should look.",
        )
    return at(ClaimResult.UNCLEAR, because, dossier, _heading(dossier), confidence=0.0)


def _heading(dossier: Dossier) -> Quote | None:
    said = dossier.understanding
    facts = (said.title, said.number, said.document_type)
    return next((one.quote for one in facts if one is not None and one.quote is not None), None)


def _sureness(dossier: Dossier) -> float:
    kind = dossier.understanding.document_type
    return kind.confidence if kind is not None else 0.0
