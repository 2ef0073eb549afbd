"""Pictures of pages for reports: a page, or the part of it around a quote."""

from __future__ import annotations

import io

from PIL import Image, ImageChops, ImageDraw, ImageOps

from evidence_ai.domain.quote import Box
from evidence_ai.errors import InputError
from evidence_ai.reading import heic
from evidence_ai.reading.media_types import BMP, GIF, HEIC, JPEG, PDF, PNG, TIFF, WEBP
from evidence_ai.reading.pdfium import PdfiumError, library
from evidence_ai.reading.picture_pages import picture_size_pt

_PICTURES = (PNG, JPEG, TIFF, WEBP, BMP, GIF, HEIC)
_MAX_SCALE = 6.0
"""432 dpi: a narrow quote is not blown up further."""
_MAX_PIXELS = 12_000_000
_MARKER = (255, 241, 118)


def crop(
    content: bytes,
    media_type: str,
    page: int,
    box: Box | None,
    *,
    mark: Box | None = None,
    margin_pt: float = 12.0,
    width_px: int = 800,
) -> bytes:
    """A JPEG of `page` (from 1) around `box` with a margin; of the whole page for None.

    Args:
        content: the file.
        media_type: PDF or a picture; other kinds have no pages to show.
        page: counts from 1.
        box: in points of the displayed page, as in a Quote.
        mark: a place inside to lay colour over, like a marker pen.
        margin_pt: paper shown around the box.
        width_px: width of the result; less where the page holds no more detail.

    Raises:
        InputError: no such page, or the page cannot be drawn.
    """
    try:
        if media_type == PDF:
            return _jpeg(_marked(*_of_pdf(content, page, box, margin_pt, width_px), mark))
        if media_type in _PICTURES:
            return _jpeg(_marked(*_of_picture(content, media_type, page, box, margin_pt, width_px), mark))
    except InputError:
        raise
    except (
        PdfiumError,
        OSError,
        ValueError,
        EOFError,
        SyntaxError,
        MemoryError,
        Image.DecompressionBombError,
    ) as error:
        raise InputError(f"Page {page} cannot be drawn.", advice="The report goes without this picture.") from error
    raise InputError(f"Files of type {media_type} have no pages to draw.", advice="Quote the words instead.")


def _of_pdf(content: bytes, page: int, box: Box | None, margin_pt: float, width_px: int) -> tuple[Image.Image, Box]:
    document = library.PdfDocument(content)
    try:
        if not 1 <= page <= len(document):
            raise _no_page(page)
        sheet = document[page - 1]
        width, height = sheet.get_size()
        part = _part(box, width, height, margin_pt)
        scale = min(width_px / (part.x1 - part.x0), _MAX_SCALE, (_MAX_PIXELS / (width * height)) ** 0.5)
        bitmap = sheet.render(scale=scale, crop=(part.x0, height - part.y1, width - part.x1, part.y0))
        try:
            image: Image.Image = bitmap.to_pil().convert("RGB").copy()
            return image, part
        finally:
            bitmap.close()
            sheet.close()
    finally:
        document.close()


def _of_picture(
    content: bytes, media_type: str, page: int, box: Box | None, margin_pt: float, width_px: int
) -> tuple[Image.Image, Box]:
    with heic.opened(content) if media_type == HEIC else Image.open(io.BytesIO(content)) as image:
        if not 1 <= page <= getattr(image, "n_frames", 1):
            raise _no_page(page)
        image.seek(page - 1)
        width, height = picture_size_pt(image)
        upright = ImageOps.exif_transpose(image).convert("RGB")
        part = _part(box, width, height, margin_pt)
        scale = upright.width / width
        cut = upright.crop(
            (round(part.x0 * scale), round(part.y0 * scale), round(part.x1 * scale), round(part.y1 * scale))
        )
        if cut.width > width_px:
            cut = cut.resize((width_px, max(round(cut.height * width_px / cut.width), 1)), Image.Resampling.LANCZOS)
        return cut, part


def _marked(image: Image.Image, part: Box, mark: Box | None) -> Image.Image:
    """The picture of `part` with marker colour over `mark`; print stays readable because colours multiply."""
    if mark is None:
        return image
    scale = image.width / (part.x1 - part.x0)
    place = tuple(
        round((side - start) * scale)
        for side, start in zip((mark.x0, mark.y0, mark.x1, mark.y1), (part.x0, part.y0) * 2, strict=True)
    )
    colour = Image.new("RGB", image.size, "white")
    ImageDraw.Draw(colour).rectangle((place[0] - 3, place[1] - 2, place[2] + 3, place[3] + 2), fill=_MARKER)
    return ImageChops.multiply(image, colour)


def _part(box: Box | None, width: float, height: float, margin_pt: float) -> Box:
    """The part to show, inside the page and never thinner than a line."""
    if box is None:
        return Box(0, 0, width, height)
    x0, y0 = max(min(box.x0, width - 20) - margin_pt, 0), max(min(box.y0, height - 20) - margin_pt, 0)
    x1, y1 = min(max(box.x1, x0 + 10) + margin_pt, width), min(max(box.y1, y0 + 10) + margin_pt, height)
    return Box(x0, y0, x1, y1)


def _jpeg(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=80, optimize=True)
    return out.getvalue()


def _no_page(page: int) -> InputError:
    return InputError(f"The file has no page {page}.", advice="Count pages from 1.")
