"""The door of the room: one document's understanding and text to candidate indicators."""

from __future__ import annotations

from evidence_ai.classifying.abstaining import abstained_because
from evidence_ai.classifying.explaining import Beside, candidate
from evidence_ai.classifying.judging import judge
from evidence_ai.classifying.matcher import Matcher
from evidence_ai.domain.candidate import Candidate, Classification, Scope
from evidence_ai.domain.document import DocumentText
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.understanding import Understanding
from evidence_ai.errors import ConfigurationError


def classify(understanding: Understanding, text: DocumentText, edition: Edition, matcher: Matcher) -> Classification:
    """Which indicators of `edition` this document may prove, best first, each with its reasons.

    Args:
        understanding: what the document says of itself; a title alone is enough.
        text: its pages, for phrases in the body; may hold no page at all.
        edition: the rules asked about.
        matcher: made from the same edition by `build_matcher`.

    Raises:
        ConfigurationError: `matcher` was made from another edition.
    """
    if matcher.edition_name != edition.name:
        message = f"The matcher was made from {matcher.edition_name}, not from {edition.name}."
        raise ConfigurationError(message, advice="Build one matcher per edition with build_matcher(edition).")
    judged = judge(understanding, text, matcher)
    seen = judged.seen
    beside = Beside(seen.objections, understanding.relations)
    candidates = tuple(
        candidate(case, chance, asked=seen.asked, weighing=judged.weighing, beside=beside)
        for case, chance in judged.found
    )
    scope = seen.wide or _narrow_scope(candidates)
    if any(candidate.suggested for candidate in candidates):
        return Classification(candidates, abstained=False, abstained_because=None, scope=scope)
    because = abstained_because(
        candidates,
        scope,
        subject=seen.subject,
        objections=seen.objections,
        document_type=seen.asked.document_type,
        matcher=matcher,
    )
    return Classification(candidates, abstained=True, abstained_because=because, scope=scope)


def _narrow_scope(candidates: tuple[Candidate, ...]) -> Scope:
    """SPECIFIC where the document is about a subject of the list, suggested or nearly; NONE otherwise."""
    return Scope.SPECIFIC if candidates and candidates[0].probability >= _ABOUT_SOMETHING else Scope.NONE


_ABOUT_SOMETHING = 0.4
