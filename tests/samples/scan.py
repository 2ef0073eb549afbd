"""Scan: what copiers and telephones do to paper. Every page is rendered, aged by a seeded chance and packed again."""

from __future__ import annotations

import io
import time
from dataclasses import dataclass

import numpy as np
import pypdfium2
from PIL import Image, ImageDraw, ImageFilter

_DAY = time.gmtime(1736899200)
"""Every scan claims the same day (15 January 2025), so that the same pages give the same bytes."""


@dataclass(frozen=True)
class Copier:
    """A scanner's habits. `skew` in degrees; `noise` in grey levels; `fax`: black and white only."""

    seed: int
    dpi: int = 150
    skew: float = 0.6
    noise: int = 10
    fax: bool = False
    quality: int = 38


def scanned(pdf: bytes, copier: Copier, *, spoiled_page: int | None = None) -> bytes:
    """The same pages as pictures in a PDF without text; `spoiled_page` comes out illegible."""
    pages = []
    for number, sheet in enumerate(rendered(pdf, copier.dpi), start=1):
        aged = _aged(sheet, copier, number)
        pages.append(_spoiled(aged, copier.seed) if number == spoiled_page else aged)
    if copier.fax:
        pages = [page.point(lambda grey: 255 if grey > 150 else 0).convert("1") for page in pages]
    return _packed(pages, copier)


def photographed(pdf: bytes, page: int, *, seed: int) -> bytes:
    """One page as a telephone sees it on a table: perspective, a shadow, soft focus. JPEG bytes."""
    sheet = rendered(pdf, 150)[page - 1]
    chance = np.random.default_rng(seed)
    wide, tall = sheet.width + 120, sheet.height + 140
    lean = [int(one) for one in chance.integers(-34, 34, 8)]
    corners = [(60 + lean[0], 70 + lean[1]), (60 + sheet.width + lean[2], 70 + lean[3])]
    corners += [(60 + sheet.width + lean[4], 70 + sheet.height + lean[5]), (60 + lean[6], 70 + sheet.height + lean[7])]
    source = [(0, 0), (sheet.width, 0), (sheet.width, sheet.height), (0, sheet.height)]
    seen = sheet.transform((wide, tall), Image.Transform.PERSPECTIVE, _perspective(corners, source), 3, fillcolor=118)
    lit = np.asarray(seen, dtype=np.int32) * _shadow(wide, tall) // 256
    lit += chance.integers(-7, 8, lit.shape, dtype=np.int32)
    grey = Image.fromarray(np.clip(lit, 0, 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(0.5))
    warm = Image.merge("RGB", (grey, grey.point(lambda one: int(one * 0.97)), grey.point(lambda one: int(one * 0.89))))
    out = io.BytesIO()
    warm.save(out, "JPEG", quality=52, dpi=(150, 150))
    return out.getvalue()


def rendered(pdf: bytes, dpi: int) -> list[Image.Image]:
    """Every page as a grey picture."""
    document = pypdfium2.PdfDocument(pdf)  # type: ignore[no-untyped-call]
    try:
        return [page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L") for page in document]
    finally:
        document.close()  # type: ignore[no-untyped-call]


def _aged(sheet: Image.Image, copier: Copier, number: int) -> Image.Image:
    chance = np.random.default_rng((copier.seed, number))
    turn = copier.skew * int(chance.integers(-100, 101)) / 100 + copier.skew * 0.4
    bent = sheet.rotate(turn, Image.Resampling.BICUBIC, fillcolor=250)
    grey = np.asarray(bent, dtype=np.int32)
    grey = 28 + grey * 218 // 255 + chance.integers(-copier.noise, copier.noise + 1, grey.shape, dtype=np.int32)
    page = Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8))
    pen = ImageDraw.Draw(page)
    for _ in range(26):
        x, y = int(chance.integers(0, page.width)), int(chance.integers(0, page.height))
        pen.ellipse((x, y, x + 2, y + 2), fill=int(chance.integers(40, 150)))
    return page.filter(ImageFilter.GaussianBlur(0.35))


def _spoiled(page: Image.Image, seed: int) -> Image.Image:
    """A page pulled through the scanner while it moved: smeared, washed out, with a dark bar."""
    chance = np.random.default_rng((seed, 999))
    small = page.resize((page.width // 14, page.height // 9), Image.Resampling.BILINEAR)
    smeared = small.resize(page.size, Image.Resampling.BILINEAR).filter(ImageFilter.GaussianBlur(5))
    grey = 120 + np.asarray(smeared, dtype=np.int32) * 110 // 255
    grey += chance.integers(-26, 27, grey.shape, dtype=np.int32)
    spoiled = Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(1.4))
    ImageDraw.Draw(spoiled).rectangle((0, page.height // 3, page.width, page.height // 3 + 40), fill=70)
    return spoiled


def _packed(pages: list[Image.Image], copier: Copier) -> bytes:
    out = io.BytesIO()
    how = {} if copier.fax else {"quality": copier.quality}
    pages[0].save(
        out,
        "PDF",
        save_all=True,
        append_images=pages[1:],
        resolution=copier.dpi,
        producer="Pemindai",
        creationDate=_DAY,
        modDate=_DAY,
        **how,
    )
    return out.getvalue()


def _shadow(wide: int, tall: int) -> np.typing.NDArray[np.int32]:
    """Light per pixel in 256ths: darker to the lower right, as under a hand."""
    across = np.arange(wide, dtype=np.int32) * 46 // wide
    down = np.arange(tall, dtype=np.int32) * 52 // tall
    return 258 - across[None, :] - down[:, None]


def _perspective(corners: list[tuple[int, int]], source: list[tuple[int, int]]) -> list[float]:
    """The eight numbers that take a point of the photo back to the sheet."""
    rows = []
    for (x, y), (u, v) in zip(corners, source, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y])
    found = np.linalg.solve(np.array(rows, dtype=np.float64), np.array(source, dtype=np.float64).reshape(8))
    return [round(float(one), 9) for one in found]
