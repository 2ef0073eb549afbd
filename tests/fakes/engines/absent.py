"""An engine whose program is not installed."""

from __future__ import annotations

from PIL import Image

from evidence_ai.reading.engine import OcrResult


class AbsentEngine:
    name = "absent"

    def available(self) -> bool:
        return False

    def recognise(self, image: Image.Image, *, dpi: int, timeout_s: float) -> OcrResult:
        raise AssertionError(f"an absent engine must not be asked ({image.size}, {dpi} dpi, {timeout_s} s)")

    def quarter_turns(self, image: Image.Image) -> int:
        raise AssertionError(f"an absent engine must not be asked ({image.size})")


ENGINE = AbsentEngine()
