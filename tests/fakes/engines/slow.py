"""An engine that never finishes in its time."""

from __future__ import annotations

from PIL import Image

from evidence_ai.reading.engine import OcrResult, OcrTimeoutError


class SlowEngine:
    name = "slow"

    def available(self) -> bool:
        return True

    def recognise(self, image: Image.Image, *, dpi: int, timeout_s: float) -> OcrResult:
        del image, dpi, timeout_s
        raise OcrTimeoutError

    def quarter_turns(self, image: Image.Image) -> int:
        del image
        return 0


ENGINE = SlowEngine()
