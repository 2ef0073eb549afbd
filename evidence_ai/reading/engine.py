"""What an OCR engine is to this room: one call gives text, places and confidence, in pixels of the picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PIL import Image


@dataclass(frozen=True, slots=True)
class OcrWord:
    """One recognised word; pixels from the picture's top-left corner; `confidence` 0..1 as the engine feels it."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    confidence: float


@dataclass(frozen=True, slots=True)
class OcrLine:
    """One recognised line, never without words."""

    words: tuple[OcrWord, ...]


@dataclass(frozen=True, slots=True)
class OcrResult:
    """Everything recognised on one picture. `confidence` is the mean over words, by length; 0 for none."""

    lines: tuple[OcrLine, ...]
    confidence: float

    @classmethod
    def of(cls, lines: tuple[OcrLine, ...]) -> OcrResult:
        """The result of these lines with its mean confidence."""
        words = [word for line in lines for word in line.words]
        letters = sum(len(word.text) for word in words)
        total = sum(len(word.text) * word.confidence for word in words)
        return cls(lines, total / letters if letters else 0.0)


class OcrTimeoutError(Exception):
    """An engine did not finish a page within its time."""


@runtime_checkable
class Engine(Protocol):
    """A member of the shelf `engines`."""

    @property
    def name(self) -> str:
        """Name of its file."""
        ...

    def available(self) -> bool:
        """Whether program, library and Indonesian language data are here."""
        ...

    def recognise(self, image: Image.Image, *, dpi: int, timeout_s: float) -> OcrResult:
        """Read a grey picture.

        Raises:
            OcrTimeoutError: not finished within `timeout_s`.
        """
        ...

    def quarter_turns(self, image: Image.Image) -> int:
        """How many quarter turns clockwise set the picture upright: 0..3; 0 where it cannot tell."""
        ...
