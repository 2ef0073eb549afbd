"""One picture as one page: a scan, a phone photo, a frame of a TIFF."""

from __future__ import annotations

import math

from PIL import Image, ImageOps

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.document import Grade, Page, PageFailure, Source
from evidence_ai.reading import outcomes
from evidence_ai.reading.engine import Engine, OcrTimeoutError
from evidence_ai.reading.limits import Limits
from evidence_ai.reading.page_notes import NO_LAYER, NO_WRITING, advice
from evidence_ai.reading.recognition import recognise
from evidence_ai.reading.straightening import is_blank

_A4_PT = (595.0, 842.0)
_ENOUGH_PIXELS = 3_500
"""A4's longer side at 300 dpi; a draft never gets smaller than asked."""
_TRUE_DPI = (72, 1200)
"""Resolutions a scanner writes; cameras write 72, which no page has, so 72 itself is not believed."""


def picture_page(image: Image.Image, number: int, *, engine: Engine, limits: Limits) -> Page | PageFailure:
    """Recognise a picture; EXIF rotation is applied first, transparent parts are paper."""
    if image.width * image.height > 4 * limits.max_pixels:
        return PageFailure(number, outcomes.PAGE_TOO_BIG)
    try:
        size_pt = picture_size_pt(image)
        if image.format in ("JPEG", "MPO"):  # phones give 50 megapixels and more; JPEG can be unpacked at half the size
            image.draft("L", (_ENOUGH_PIXELS, _ENOUGH_PIXELS))
        upright = _grey(image)
    except MemoryError:
        return PageFailure(number, outcomes.OUT_OF_MEMORY)
    except Exception:  # noqa: BLE001 - decoders of broken pictures raise whatever they like
        return PageFailure(number, outcomes.PAGE_BROKEN)
    if is_blank(upright):
        return _page(number, size_pt, Source.NONE, Grade.GOOD, note=outcomes.BLANK_PAGE)
    if not engine.available():
        return PageFailure(number, outcomes.OCR_MISSING)
    try:
        found = recognise(
            lambda dpi: _at(upright, size_pt, dpi),
            size_pt,
            engine=engine,
            timeout_s=limits.page_s,
            scanned_dpi=upright.width * 72 / size_pt[0],
        )
    except OcrTimeoutError:
        return PageFailure(number, outcomes.PAGE_TIMEOUT)
    except MemoryError:
        return PageFailure(number, outcomes.OUT_OF_MEMORY)
    except Exception:  # noqa: BLE001 - an engine that breaks costs this page only
        return PageFailure(number, outcomes.OCR_FAILED)
    if not found.lines:
        return _page(number, size_pt, Source.NONE, Grade.UNREADABLE, note=NO_WRITING)
    note = NO_LAYER
    if found.grade in (Grade.POOR, Grade.UNREADABLE):
        note = Bilingual(f"{note.id} {advice(found).id}", f"{note.en} {advice(found).en}")
    width, height = size_pt
    return Page(
        number, width, height, Source.OCR, found.grade, found.lines, note=note, flaws=found.flaws, dpi=found.dpi
    )


def picture_size_pt(image: Image.Image) -> tuple[float, float]:
    """The page's size: by the scanner's resolution where believable, else A4 laid over the picture's longer side."""
    width, height = image.size
    if image.getexif().get(0x0112) in (5, 6, 7, 8):  # the camera was held sideways
        width, height = height, width
    dpi = image.info.get("dpi", (0, 0))
    across = float(dpi[0] or 0)
    if _TRUE_DPI[0] < across <= _TRUE_DPI[1] and 200 < width * 72 / across < 3_400:
        return round(width * 72 / across, 2), round(height * 72 / across, 2)
    points_per_pixel = _A4_PT[1] / max(width, height)
    return round(width * points_per_pixel, 2), round(height * points_per_pixel, 2)


def _grey(image: Image.Image) -> Image.Image:
    turned = ImageOps.exif_transpose(image)
    if turned.mode in ("RGBA", "LA", "PA") or "transparency" in turned.info:
        rgba = turned.convert("RGBA")
        paper = Image.new("RGBA", rgba.size, "white")
        turned = Image.alpha_composite(paper, rgba)
    if turned.mode.startswith("I;16"):
        turned = turned.point(lambda value: value / 256)
    return turned.convert("L")


def _at(image: Image.Image, size_pt: tuple[float, float], dpi: int) -> Image.Image:
    """The picture at about `dpi`: never enlarged by more than half again, which would only invent pixels."""
    scale = dpi * size_pt[0] / 72 / image.width
    scale = min(scale, 1.5, math.sqrt(40_000_000 / (image.width * image.height)))
    if abs(scale - 1) < 0.1:
        return image
    size = (max(round(image.width * scale), 1), max(round(image.height * scale), 1))
    return image.resize(size, Image.Resampling.LANCZOS)


def _page(number: int, size_pt: tuple[float, float], source: Source, grade: Grade, *, note: Bilingual) -> Page:
    return Page(number, size_pt[0], size_pt[1], source, grade, (), note=note)
