"""Which pages of a document nobody could read."""

from __future__ import annotations

from evidence_ai.domain.document import DocumentText, Grade, Outcome


def illegible_pages(text: DocumentText) -> tuple[int, ...]:
    """The pages that failed or were graded unreadable, in order."""
    failed = [failure.page for failure in text.pages_failed]
    return tuple(sorted([*failed, *(page.number for page in text.pages if page.grade is Grade.UNREADABLE)]))


def is_readable(text: DocumentText) -> bool:
    """Whether at least one page was read."""
    opened = text.outcome in {Outcome.OK, Outcome.PARTIAL} and text.pages_total > 0
    return opened and len(illegible_pages(text)) < text.pages_total
