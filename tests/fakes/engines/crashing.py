"""An engine that breaks on every page."""

from __future__ import annotations

from PIL import Image

from evidence_ai.reading.engine import OcrResult


class CrashingEngine:
    name = "crashing"

    def available(self) -> bool:
        return True

    def recognise(self, image: Image.Image, *, dpi: int, timeout_s: float) -> OcrResult:
        del image, dpi, timeout_s
        raise RuntimeError("broken inside")

    def quarter_turns(self, image: Image.Image) -> int:
        del image
        raise RuntimeError("broken inside")


ENGINE = CrashingEngine()
