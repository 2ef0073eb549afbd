"""Understanding: text to facts. One door, `understand`."""

from evidence_ai.understanding.understanding import understand

__all__ = ["understand"]
