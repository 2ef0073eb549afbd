"""An examiner that knows every file by heart, or does what its vice says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from evidence_ai.domain.document import Document
from evidence_ai.domain.dossier import Dossier
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.stored import Beat
from evidence_ai.editions import load
from evidence_ai.services.examining import Upload
from evidence_ai.services.identifiers import digest
from tests import builders


class FakeExaminer:
    """Examiner without files: every upload is the same Perda. `vice` runs before each examination."""

    def __init__(self, vice: Callable[[], None] = lambda: None) -> None:
        self.vice = vice
        self.examined: list[str] = []
        self.between: Callable[[], None] = lambda: None

    def examine(self, upload: Upload, *, edition: str, hear: Callable[[Beat, Dossier], None]) -> Dossier:
        """The Perda of the builders under this upload's name; both beats are told on the way."""
        del edition
        self.vice()
        self.examined.append(upload.name)
        whole = builders.dossier(upload.name)
        document = Document(digest(upload.name), upload.name, "application/pdf", upload.size_bytes)
        known = replace(whole, document=document, classification=builders.classification(("BH.S1", 0.9)))
        for beat in Beat:
            hear(beat, known)
            self.between()
        return known

    def edition(self, name: str) -> Edition:
        """The shipped edition of this name."""
        return _edition(name)

    def version(self) -> str:
        """Always the same."""
        return "1"


@cache
def _edition(name: str) -> Edition:
    return load(name)
