"""One error family; a class picks a kind and every message says what, where, why it matters and what to do.

Entrances translate kinds (exit codes, HTTP status, job states); nobody else looks at them.
"""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """Who can mend it, which is all an entrance needs to know."""

    INPUT = "input"
    NOT_FOUND = "not_found"
    CONFLICT = "conflict"
    DENIED = "denied"
    DEPENDENCY = "dependency"
    CONFIGURATION = "configuration"
    INTERNAL = "internal"


class EvidenceError(Exception):
    """Root of every failure this project names itself.

    Args:
        what: one sentence in the reader's language: what happened, where, why it matters.
        advice: what to do about it.
    """

    kind: Kind = Kind.INTERNAL

    def __init__(self, what: str, *, advice: str = "") -> None:
        super().__init__(what if not advice else f"{what} {advice}")
        self.what = what
        self.advice = advice


class InputError(EvidenceError):
    """The given material cannot be used as it is."""

    kind = Kind.INPUT


class NotFoundError(EvidenceError):
    """Something named does not exist."""

    kind = Kind.NOT_FOUND


class ConflictError(EvidenceError):
    """The change meets a newer state."""

    kind = Kind.CONFLICT


class DeniedError(EvidenceError):
    """The person or key may not do this."""

    kind = Kind.DENIED


class DependencyError(EvidenceError):
    """A program or library this step needs is not installed or not answering."""

    kind = Kind.DEPENDENCY


class ConfigurationError(EvidenceError):
    """A setting, edition or model is wrong before any document was looked at."""

    kind = Kind.CONFIGURATION


class InternalError(EvidenceError):
    """A promise of our own code was broken; always a bug."""

    kind = Kind.INTERNAL
