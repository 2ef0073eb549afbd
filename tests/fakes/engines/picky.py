"""An engine that reads well only the pictures it likes, and guesses on all others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image

from evidence_ai.reading.engine import OcrResult
from tests.fakes.engines.dictating import DictatingEngine


@dataclass(frozen=True)
class PickyEngine:
    """`likes` says which pictures are read surely; `turns` is what it says of a page's orientation."""

    lines: tuple[str, ...]
    likes: Callable[[Image.Image], bool]
    turns: int = 0
    name: str = "picky"

    def available(self) -> bool:
        return True

    def recognise(self, image: Image.Image, *, dpi: int, timeout_s: float) -> OcrResult:
        reader = (
            DictatingEngine(self.lines, 0.95)
            if self.likes(image)
            else DictatingEngine(("ganbaq tldak jelas",) * 5, 0.3)
        )
        return reader.recognise(image, dpi=dpi, timeout_s=timeout_s)

    def quarter_turns(self, image: Image.Image) -> int:
        del image
        return self.turns


ENGINE = PickyEngine(("PERATURAN DAERAH",), likes=lambda image: image.width > image.height)
