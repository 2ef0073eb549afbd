"""An engine that does to each page what the page is tall for: reads it, hangs, spins, dies, or eats memory."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from evidence_ai.reading.engine import OcrResult
from tests.fakes.engines.dictating import DictatingEngine

LOWEST_PT, STEP_PT = 700, 20
MOODS = ("read", "hang", "die", "eat", "dawdle", "spin")


def height_of(mood: str) -> int:
    """How tall a page must be, in points, to be met with this mood."""
    return LOWEST_PT + STEP_PT * MOODS.index(mood)


@dataclass(frozen=True)
class MoodyEngine(DictatingEngine):
    """Notes every page it begins in `diary`: the mood, and the process as seen from outside."""

    diary: Path = Path(os.devnull)
    name: str = "moody"

    def recognise(self, image: Image.Image, *, dpi: int, timeout_s: float) -> OcrResult:
        mood = MOODS[round((image.height * 72 / dpi - LOWEST_PT) / STEP_PT)]
        with self.diary.open("a") as diary:
            diary.write(f"{mood} {Path('/proc/self').readlink()}\n")
        if mood == "hang":
            time.sleep(60)
        while mood == "spin":
            pass
        if mood == "die":
            os._exit(11)
        if mood == "eat":
            kept = [b"x" * 50_000_000 for _ in range(40)]
            time.sleep(len(kept))
        if mood == "dawdle":
            time.sleep(0.3)
        return super().recognise(image, dpi=dpi, timeout_s=timeout_s)


ENGINE = MoodyEngine(("PERATURAN DAERAH", "TENTANG KESEHATAN"))
