"""Where a value stands on paper: Quote and Box, and the Fact that carries both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points, origin top-left of the page as displayed (rotation applied)."""

    x0: float
    y0: float
    x1: float
    y1: float

    def join(self, other: Box) -> Box:
        """The smallest box around both.

        >>> Box(0, 0, 1, 1).join(Box(2, 2, 3, 3))
        Box(x0=0, y0=0, x1=3, y1=3)
        """
        return Box(min(self.x0, other.x0), min(self.y0, other.y0), max(self.x1, other.x1), max(self.y1, other.y1))


@dataclass(frozen=True, slots=True)
class Quote:
    """Words as they stand on a page. `page` counts from 1; `box` is None for files without pages."""

    page: int
    text: str
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Fact(Generic[T_co]):
    """A value read from a document, how sure we are (0..1), and where it stands."""

    value: T_co
    confidence: float
    quote: Quote | None
