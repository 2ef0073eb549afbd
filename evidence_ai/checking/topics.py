"""What the classification says of a document's subject."""

from __future__ import annotations

from evidence_ai.domain.candidate import Scope
from evidence_ai.domain.dossier import Dossier
from evidence_ai.domain.quote import Quote

_MANY_SUBJECTS = frozenset({Scope.WHOLE_BUDGET, Scope.WHOLE_GOVERNMENT_REPORT, Scope.OPD_REPORT})


def speaks_of_one_subject(dossier: Dossier) -> bool:
    """Whether it was classified and is not a budget or report over many subjects."""
    return dossier.classification is not None and dossier.classification.scope not in _MANY_SUBJECTS


def probability(dossier: Dossier, indicator: str) -> float:
    """How probable the document proves `indicator`; 0 where it is no candidate."""
    candidates = dossier.classification.candidates if dossier.classification is not None else ()
    return max((one.probability for one in candidates if one.indicator == indicator), default=0.0)


def heading(dossier: Dossier) -> Quote | None:
    """Where the document says what it is about."""
    said = dossier.understanding
    facts = (said.title, said.document_type, said.number)
    return next((one.quote for one in facts if one is not None and one.quote is not None), None)
