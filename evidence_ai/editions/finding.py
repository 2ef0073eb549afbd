"""What linting an edition finds."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.mismatch import Severity


@dataclass(frozen=True, slots=True)
class LintFinding:
    """One finding. `place`: the file, or the indicator inside it ('rights/06_kesehatan.toml KS.H1')."""

    severity: Severity
    code: str
    place: str
    message: Bilingual


def error(code: str, place: str, indonesian: str, english: str) -> LintFinding:
    """The edition cannot be used like this."""
    return LintFinding(Severity.ERROR, code, place, Bilingual(id=indonesian, en=english))


def warning(code: str, place: str, indonesian: str, english: str) -> LintFinding:
    """The edition can be used; somebody should know this."""
    return LintFinding(Severity.WARNING, code, place, Bilingual(id=indonesian, en=english))
