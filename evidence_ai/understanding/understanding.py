"""The composition: text to zones, zones to facts."""

from __future__ import annotations

from evidence_ai.domain.document import DocumentText
from evidence_ai.domain.understanding import Understanding
from evidence_ai.understanding.zones import zones


def understand(text: DocumentText) -> Understanding:
    """Everything the document says of itself; what is not known stays None or empty."""
    if not text.pages:
        return Understanding()
    zones(text)
    return Understanding()
