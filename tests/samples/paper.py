"""Paper: sets text, columns, tables and signatures on pages, the way a regional office's word processor does."""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

sys.path.insert(0, str(Path(__file__).parents[2]))
from tests.samples import drawings

F4 = (612.0, 936.0)
"""Folio, the paper of Indonesian legal products, in points."""

SIZES = {"F4": F4, "A4": A4, "A4L": (A4[1], A4[0])}
BOLD = {"Times-Roman": "Times-Bold", "Helvetica": "Helvetica-Bold", "Courier": "Courier-Bold"}


@dataclass(frozen=True)
class Style:
    """How a document is set; sizes in points."""

    paper: str = "F4"
    font: str = "Times-Roman"
    size: float = 11.5
    left: float = 76
    right: float = 64
    top: float = 56
    bottom: float = 64
    running_number: bool = True


class Paper:
    """A growing PDF with a cursor that goes down the page. Uncompressed, so that bytes depend on no zlib."""

    def __init__(self, style: Style, title: str) -> None:
        self.style = style
        self.width, self.height = SIZES[style.paper]
        self._bytes = io.BytesIO()
        self.canvas = Canvas(self._bytes, pagesize=(self.width, self.height), invariant=1, pageCompression=0)
        self.canvas.setTitle(title)
        self.page = 1
        self.y = self.height - style.top

    @property
    def leading(self) -> float:
        """The distance of two lines, in points."""
        return self.style.size * 1.28

    def finish(self) -> bytes:
        """The whole PDF."""
        self.canvas.showPage()
        self.canvas.save()
        return self._bytes.getvalue()

    def turn(self) -> None:
        """Begin a new page."""
        self.canvas.showPage()
        self.page += 1
        self.y = self.height - self.style.top
        if self.style.running_number:
            self._words(self.width / 2, self.y, f"- {self.page} -", align="c")
            self.y -= 2 * self.leading

    def room(self, points: float) -> None:
        """Turn the page unless this much room is left."""
        if self.y - points < self.style.bottom:
            self.turn()

    def space(self, points: float) -> None:
        """Leave a gap."""
        self.y -= points

    def centred(self, text: str, *, bold: bool = False, size: float | None = None) -> None:
        """One or more centred lines."""
        wide = self.width - self.style.left - self.style.right
        font, at = self._font(bold=bold), size or self.style.size
        for line in simpleSplit(text, font, at, wide):
            self.room(self.leading)
            self._words(self.style.left + wide / 2, self.y, line, align="c", bold=bold, size=at)
            self.y -= at * 1.28

    def paragraph(self, text: str, *, left: float = 0, label: str = "", hang: float = 22, bold: bool = False) -> None:
        """A justified paragraph; with a `label` ('a.', '(1)') it hangs behind it. `left` in points from the margin."""
        start = self.style.left + left + (hang if label else 0)
        wide = self.width - self.style.right - start
        lines = simpleSplit(text, self._font(bold=bold), self.style.size, wide)
        for at, line in enumerate(lines):
            self.room(self.leading)
            if at == 0 and label:
                self._words(self.style.left + left, self.y, label, bold=bold)
            self._words(start, self.y, line, wide=None if at == len(lines) - 1 else wide, bold=bold)
            self.y -= self.leading
        self.y -= self.leading * 0.18

    def beside(self, label: str, *, width: float = 84) -> None:
        """A label in the left column ('Menimbang :'); what follows is set with `left=width + 10`."""
        self.room(2 * self.leading)
        self._words(self.style.left, self.y, label)
        self._words(self.style.left + width, self.y, ":")

    def corner(self, text: str) -> None:
        """A word at the top right (SALINAN, a form number)."""
        self._words(self.width - self.style.right, self.y, text, align="r", bold=True)
        self.y -= self.leading * 1.3

    def emblem(self, size: float = 58) -> None:
        """The region's emblem, centred."""
        drawings.emblem(self.canvas, self.width / 2, self.y - size + self.leading, size)
        self.y -= size + 4

    def letterhead(self, lines: list[str], address: str) -> None:
        """Emblem at the left, the office's names centred, a double rule below."""
        top = self.y
        drawings.emblem(self.canvas, self.style.left + 26, top - 46, 54)
        middle = self.style.left + 30 + (self.width - self.style.left - self.style.right) / 2
        for at, line in enumerate(lines):
            self._words(middle, self.y, line, align="c", bold=True, size=13 if at < len(lines) - 1 else 15)
            self.y -= 17
        self._words(middle, self.y, address, align="c", size=8.5)
        self.y = min(self.y - 8, top - 54)
        for thick, down in ((2.2, 0), (0.7, 3)):
            self.canvas.setLineWidth(thick)
            self.canvas.line(self.style.left, self.y - down, self.width - self.style.right, self.y - down)
        self.y -= 24

    def table(self, columns: list[tuple[float, str]], rows: list[tuple[str, list[str]]]) -> None:
        """A ruled table. `columns`: width in points and alignment l, c or r; rows: kind ('head', 'sum', '') and cells."""
        size = self.style.size * 0.84
        for kind, cells in rows:
            bold = kind != ""
            cut = [
                simpleSplit(cell, self._font(bold=bold), size, wide - 7)
                for cell, (wide, _) in zip(cells, columns, strict=True)
            ]
            tall = max(len(one) for one in cut) * size * 1.2 + 5
            self.room(tall)
            self._row(cut, columns, tall, size=size, head=kind == "head", bold=bold)
            self.y -= tall
        self.y -= self.leading

    def signature(self, lines: list[str], *, left: bool, ink: str, stamp: str, seed: int) -> None:
        """A closing block. `ink`: 'ttd', 'tangan' (a scribble), 'tte', or 'kosong'; a line '...' keeps room for it."""
        self.room((len(lines) + 3.5) * self.leading)
        middle = self.style.left + 110 if left else self.width - self.style.right - 120
        for line in lines:
            if line == "...":
                self._sign(middle, ink=ink, stamp=stamp, seed=seed)
                continue
            self._words(middle, self.y, line, align="c", bold=line.isupper() and len(line) > 40)
            self.y -= self.leading
        self.y -= self.leading * 0.6

    def _sign(self, middle: float, *, ink: str, stamp: str, seed: int) -> None:
        self.y -= self.leading * 1.9
        if ink == "ttd":
            self._words(middle, self.y, "ttd", align="c")
        if ink == "tangan":
            drawings.scribble(self.canvas, middle, self.y + 2, seed=seed)
        if ink == "tte":
            drawings.electronic(self.canvas, middle, self.y - 10, seed=seed)
            self.y -= 10
        if stamp:
            drawings.stamp(self.canvas, middle - 74, self.y + 2, stamp, radius=33)
        self.y -= self.leading * 1.8

    def _row(
        self,
        cut: list[list[str]],
        columns: list[tuple[float, str]],
        tall: float,
        *,
        size: float,
        head: bool,
        bold: bool,
    ) -> None:
        x = self.style.left
        self.canvas.setLineWidth(0.5)
        for lines, (wide, align) in zip(cut, columns, strict=True):
            if head:
                self.canvas.setFillGray(0.88)
                self.canvas.rect(x, self.y - tall + size, wide, tall, stroke=0, fill=1)
                self.canvas.setFillGray(0)
            self.canvas.rect(x, self.y - tall + size, wide, tall)
            where = "c" if head else align
            at = {"l": x + 3.5, "c": x + wide / 2, "r": x + wide - 3.5}[where]
            if lines and lines[0].startswith("~"):
                drawings.scribble(self.canvas, x + wide / 2, self.y - 2, seed=int(lines[0][1:]), scale=0.55)
                lines = []  # noqa: PLW2901 - a signed cell holds no words
            for down, line in enumerate(lines):
                self._words(at, self.y - 2 - down * size * 1.2, line, align=where, bold=bold, size=size)
            x += wide

    def _font(self, *, bold: bool) -> str:
        return BOLD[self.style.font] if bold else self.style.font

    def _words(
        self,
        x: float,
        y: float,
        text: str,
        *,
        align: str = "l",
        bold: bool = False,
        size: float | None = None,
        wide: float | None = None,
    ) -> None:
        font, at = self._font(bold=bold), size or self.style.size
        self.canvas.setFont(font, at)
        long = stringWidth(text, font, at)
        gaps = text.count(" ")
        stretch = (wide - long) / gaps if wide and gaps else 0
        start = x - {"l": 0, "c": long / 2, "r": long}[align]
        self.canvas.drawString(start, y, text, wordSpace=stretch)
