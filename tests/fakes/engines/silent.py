"""An engine that sees nothing."""

from __future__ import annotations

from PIL import Image

from evidence_ai.reading.engine import OcrResult


class SilentEngine:
    name = "silent"

    def available(self) -> bool:
        return True

    def recognise(self, image: Image.Image, *, dpi: int, timeout_s: float) -> OcrResult:
        del image, dpi, timeout_s
        return OcrResult.of(())

    def quarter_turns(self, image: Image.Image) -> int:
        del image
        return 0


ENGINE = SilentEngine()
