"""Small files made on the spot: PDFs by reportlab, pictures by Pillow."""

from __future__ import annotations

import io
from collections.abc import Callable

from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

A4 = (595.0, 842.0)


def pdf(*pages: Callable[[Canvas], None], encrypt: object = None, size: tuple[float, float] = A4) -> bytes:
    """A PDF with one page for each drawing."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, encrypt=encrypt, pageCompression=0)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def lines(*texts: str, x: float = 72, top: float = 72, leading: float = 16) -> Callable[[Canvas], None]:
    """A drawing of lines of text, one below the other."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 11)
        for at, text in enumerate(texts):
            canvas.drawString(x, A4[1] - top - at * leading, text)

    return draw


def scan(image: Image.Image, stamp: str = "") -> Callable[[Canvas], None]:
    """A drawing of a page that is one picture, with a few typed words over it if asked."""

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(image), 0, 0, *A4)
        if stamp:
            canvas.drawString(400, 100, stamp)

    return draw


def picture(*texts: str, size: tuple[int, int] = (1240, 1754), letters: int = 34) -> Image.Image:
    """A white picture with lines of black print."""
    image = Image.new("L", size, 255)
    draw = ImageDraw.Draw(image)
    font = ImageFont.load_default(size=letters)
    for at, text in enumerate(texts):
        draw.text((120, 150 + at * 2 * letters), text, fill=0, font=font)
    return image


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    """The picture as a file of this kind."""
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


PROSE = (
    "PERATURAN BUPATI MUARA CONTOH",
    "NOMOR 12 TAHUN 2021",
    "TENTANG",
    "PELAYANAN KESEHATAN BAGI ANAK DAN PEREMPUAN",
    "DENGAN RAHMAT TUHAN YANG MAHA ESA",
    "bahwa untuk memenuhi hak atas kesehatan perlu ditetapkan peraturan daerah",
    "yang mengatur pelayanan bagi anak dan perempuan di seluruh kecamatan",
    "sebagaimana dimaksud dalam ketentuan peraturan perundang undangan yang berlaku",
)
