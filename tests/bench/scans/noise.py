"""Clean pages made to look scanned or photographed: one seeded recipe for every measurement and planted defect.

A page drawn from a born-digital file has a text that is known; spoiled by degrees it shows what reading loses. The same
page, level and seed give the same picture on every machine with the same numpy and Pillow.

    page = ...                                  # a picture of the page, RGB or grey, best at 300 dpi
    scanned(page, 300, level=3, seed=7)         # from the glass of a worn scanner
    photographed(page, 300, level=3, seed=7)    # from a phone, held over a desk
    as_pdf([...])                               # a PDF of such pictures, without any text layer
"""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter, ImageFont

LEVELS = range(6)
"""0 leaves print clean, 5 is beyond what an office should send."""
_PAPER = 252
_INK_BLUE = (58, 62, 150)
_DESK = 74


@dataclass(frozen=True, slots=True)
class Recipe:
    """What befalls a page on its way; lengths in points, angles in degrees, levels of light 0..255.

    `skew` is the largest turn either way, `blur` the radius of the lens' disc, `grain` the standard deviation of noise,
    `specks` dots per thousand pixels, `faded` the share of contrast lost, `stamp` and `fold` whether there is one,
    `quality` that of the JPEG.
    """

    dpi: int
    skew: float = 0.0
    blur: float = 0.0
    grain: float = 0.0
    specks: float = 0.0
    faded: float = 0.0
    stamp: bool = False
    fold: bool = False
    quality: int = 92


@dataclass(frozen=True, slots=True)
class Camera:
    """What a phone adds: how far corners are off (share of the page), and how much light a shadow takes (share)."""

    keystone: float = 0.0
    shadow: float = 0.0


SCANNER: tuple[Recipe, ...] = (
    Recipe(dpi=300),
    Recipe(dpi=300, skew=0.5, blur=0.12, grain=4),
    Recipe(dpi=200, skew=1.0, blur=0.2, grain=8, specks=0.05, stamp=True, quality=80),
    Recipe(dpi=150, skew=2.0, blur=0.35, grain=12, specks=0.2, faded=0.15, stamp=True, fold=True, quality=65),
    Recipe(dpi=110, skew=3.0, blur=0.5, grain=16, specks=0.5, faded=0.3, stamp=True, fold=True, quality=50),
    Recipe(dpi=85, skew=4.0, blur=0.7, grain=22, specks=1.0, faded=0.45, stamp=True, fold=True, quality=35),
)
PHONE: tuple[Camera, ...] = (
    Camera(),
    Camera(keystone=0.02, shadow=0.15),
    Camera(keystone=0.04, shadow=0.3),
    Camera(keystone=0.06, shadow=0.45),
    Camera(keystone=0.09, shadow=0.6),
    Camera(keystone=0.12, shadow=0.75),
)


def scanned(page: Image.Image, dpi: int, *, level: int, seed: int) -> Image.Image:
    """The page as a scanner of this level gives it: grey, its resolution in `info["dpi"]`."""
    return spoiled(page, dpi, SCANNER[level], seed=seed)


def photographed(page: Image.Image, dpi: int, *, level: int, seed: int) -> Image.Image:
    """The page on a desk as a phone of this level sees it: grey, not level, shadowed; no resolution is known."""
    chance = np.random.default_rng((seed, level, 1))
    spoilt = spoiled(page, dpi, SCANNER[level], seed=seed)
    camera = PHONE[level]
    grey = _shadowed(_on_a_desk(spoilt, camera.keystone, chance), camera.shadow, chance)
    return _compressed(grey, SCANNER[level].quality)


def spoiled(page: Image.Image, dpi: int, recipe: Recipe, *, seed: int) -> Image.Image:
    """The page after everything in `recipe`, for defects made one at a time.

    Args:
        page: a picture of a whole page.
        dpi: its resolution.
        recipe: what befalls it.
        seed: chooses angles, places and noise.
    """
    chance = np.random.default_rng((seed, recipe.dpi))
    image = _stamped(page.convert("RGB"), dpi, chance) if recipe.stamp else page
    image = _resized(image.convert("L"), recipe.dpi / dpi)
    if recipe.skew:
        angle = float(chance.uniform(0.5, 1.0) * recipe.skew * chance.choice((-1, 1)))
        image = image.rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=_PAPER)
    if recipe.blur:
        image = image.filter(ImageFilter.GaussianBlur(recipe.blur * recipe.dpi / 72))
    light = np.asarray(image, dtype=np.float32)
    light = light + (_PAPER - light) * recipe.faded
    if recipe.fold:
        light = _folded(light, chance)
    if recipe.grain:
        light = light + chance.normal(0.0, recipe.grain, light.shape).astype(np.float32)
    if recipe.specks:
        light[chance.random(light.shape) < recipe.specks / 1000] = 40
    spoilt = _compressed(_picture(light), recipe.quality)
    spoilt.info["dpi"] = (recipe.dpi, recipe.dpi)
    return spoilt


def as_pdf(pictures: Sequence[Image.Image], *, dpi: int | None = None) -> bytes:
    """A PDF whose pages are these pictures; `dpi` where the pictures do not know theirs (else A4's width)."""
    out = io.BytesIO()
    first, *rest = pictures
    known = first.info.get("dpi", (0, 0))[0] or dpi or first.width / 8.27
    first.save(out, "PDF", resolution=float(known), save_all=True, append_images=list(rest))
    return out.getvalue()


def _stamped(image: Image.Image, dpi: int, chance: np.random.Generator) -> Image.Image:
    """A round office stamp with words over the lower half, its ink mixed with the print below."""
    size = round(1.4 * dpi)
    seal = Image.new("RGB", (size, size), "white")
    draw = ImageDraw.Draw(seal)
    pen = max(dpi // 75, 1)
    draw.ellipse((pen, pen, size - pen, size - pen), outline=_INK_BLUE, width=2 * pen)
    draw.ellipse((0.18 * size, 0.18 * size, 0.82 * size, 0.82 * size), outline=_INK_BLUE, width=pen)
    font = ImageFont.load_default(size=size // 9)
    draw.text((0.5 * size, 0.5 * size), "PEMERINTAH\nDAERAH", fill=_INK_BLUE, font=font, anchor="mm", align="center")
    seal = seal.rotate(float(chance.uniform(-25, 25)), fillcolor="white", resample=Image.Resampling.BICUBIC)
    x = int(chance.uniform(0.35, 0.65) * image.width)
    y = int(chance.uniform(0.55, 0.8) * image.height)
    place = (x, y, min(x + size, image.width), min(y + size, image.height))
    below = np.asarray(image.crop(place), dtype=np.uint16)
    over = np.asarray(seal.crop((0, 0, place[2] - x, place[3] - y)), dtype=np.uint16)
    stamped = image.copy()
    stamped.paste(Image.fromarray((below * over // 255).astype(np.uint8)), place)
    return stamped


def _resized(image: Image.Image, scale: float) -> Image.Image:
    if abs(scale - 1) < 0.01:
        return image
    size = max(round(image.width * scale), 1), max(round(image.height * scale), 1)
    return image.resize(size, Image.Resampling.LANCZOS if scale > 1 else Image.Resampling.BOX)


def _folded(light: NDArray[np.float32], chance: np.random.Generator) -> NDArray[np.float32]:
    """A crease across the page: a dark line, and half a page that catches a little less light."""
    rows = np.arange(light.shape[0], dtype=np.float32)
    at = float(chance.uniform(0.35, 0.65)) * light.shape[0]
    crease = 90 * np.exp(-(((rows - at) / max(light.shape[0] / 900, 1.0)) ** 2))
    dimmed = np.where(rows > at, 14 * np.exp(-(rows - at) / (0.2 * light.shape[0])), 0.0)
    shade: NDArray[np.float32] = (crease + dimmed).astype(np.float32)[:, None]
    return light - shade


def _on_a_desk(image: Image.Image, keystone: float, chance: np.random.Generator) -> Image.Image:
    """The page seen at a slant, desk around it."""
    if not keystone:
        return image
    width, height = image.size
    margin = 0.08
    frame = round(width * (1 + 2 * margin)), round(height * (1 + 2 * margin))
    corners = [(margin * width + x * width, margin * height + y * height) for x, y in ((0, 0), (1, 0), (1, 1), (0, 1))]
    moved = [
        (x + float(chance.uniform(-1, 1)) * keystone * width, y + float(chance.uniform(-1, 1)) * keystone * height)
        for x, y in corners
    ]
    page = [(0.0, 0.0), (float(width), 0.0), (float(width), float(height)), (0.0, float(height))]
    return image.transform(
        frame,
        Image.Transform.PERSPECTIVE,
        _perspective(moved, page),
        resample=Image.Resampling.BICUBIC,
        fillcolor=_DESK,
    )


def _perspective(seen: Sequence[tuple[float, float]], page: Sequence[tuple[float, float]]) -> tuple[float, ...]:
    """Eight coefficients that take a point as seen to its point on the page."""
    rows: list[list[float]] = []
    for (x, y), (u, v) in zip(seen, page, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y])
    solved = np.linalg.solve(np.array(rows), np.array([side for point in page for side in point]))
    return tuple(float(value) for value in solved)


def _shadowed(image: Image.Image, depth: float, chance: np.random.Generator) -> Image.Image:
    """The shadow of a hand: one side gets less light, with a soft edge at a slant."""
    if not depth:
        return image
    angle = float(chance.uniform(0, 2 * math.pi))
    across, down = np.meshgrid(np.linspace(-1, 1, image.width), np.linspace(-1, 1, image.height))
    side = across * math.cos(angle) + down * math.sin(angle)
    dark = 1 / (1 + np.exp(-8 * (side - float(chance.uniform(-0.2, 0.3)))))
    return _picture(np.asarray(image, dtype=np.float32) * (1 - depth * dark).astype(np.float32))


def _picture(light: NDArray[np.float32]) -> Image.Image:
    return Image.fromarray(np.clip(light, 0, 255).astype(np.uint8))


def _compressed(image: Image.Image, quality: int) -> Image.Image:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality)
    with Image.open(io.BytesIO(out.getvalue())) as again:
        return again.convert("L")
