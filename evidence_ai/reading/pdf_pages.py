"""One page of a PDF: its text layer where that is good, a fresh recognition where it is not."""

from __future__ import annotations

import math
from dataclasses import replace

from PIL import Image

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.document import Grade, Line, Page, PageFailure, Reason, Source
from evidence_ai.reading import outcomes
from evidence_ai.reading.copied_lines import checked_copy
from evidence_ai.reading.engine import Engine, OcrTimeoutError
from evidence_ai.reading.limits import Limits
from evidence_ai.reading.page_content import PageContent, page_content
from evidence_ai.reading.page_notes import COPIER, FEW_WORDS, GARBLED, LAYER_KEPT, NO_LAYER, NO_WRITING, advice
from evidence_ai.reading.pdfium import PdfPage
from evidence_ai.reading.quality import Signals, layer_grade, measure
from evidence_ai.reading.recognition import FIRST_DPI, Recognised, recognise
from evidence_ai.reading.straightening import is_blank
from evidence_ai.reading.tables import ruled_tables
from evidence_ai.reading.text_layer import TextLayer, text_layer

_FULL_PICTURE = 0.6
"""Share of the page above which a picture is the page, not an illustration."""
_FEW_WORDS = 40
"""A stamp, a date and a page number written over a scan stay below; a printed page is above."""
_SOUND_COPY = 0.985
"""Share of plausible words from which a copier's recognition is as good as ours would be (looked at on 130 pages)."""
_HEADING_ZONE = 0.22
"""A coat of arms ends above this share of the page; the first line of text stands below it."""
HEADING_SHARE = 0.5
"""Coat of arms, kind, number and title of a regulation end above this share of its first page."""
_TABLE_STROKES = 6
"""Two rows of two cells need three lines each way."""
_MIN_DPI = 60
"""Letters below about 8 pixels cannot be read; so huge pages are refused, not shrunk to nothing."""
_ENLARGED = 2.0
"""Measured on a budget table scanned at 150 dpi: mean confidence 0.66 at 200, 0.76 at 300, 0.71 at 400."""
_MAX_PICTURE_PIXELS = 250_000_000
"""An embedded picture is unpacked whole before it is drawn: A0 at 300 dpi has 139 million pixels."""


def read_page(page: PdfPage, number: int, *, engine: Engine, limits: Limits) -> Page | PageFailure:
    """Read one page; whatever cannot be read is a failure with its reason."""
    layer = text_layer(page, word_boxes=limits.word_boxes)
    content = page_content(page)
    signals = measure(layer.raw)
    doubt = _doubt(layer, content, signals, page.get_height())
    if doubt is None:
        tables = ruled_tables(page, layer.lines) if content.strokes >= _TABLE_STROKES else ()
        kept = replace(_as_layer(page, number, layer, layer_grade(signals)), tables=tables)
        return replace(kept, lines=_checked(page, layer)) if _is_copy(layer, content) else kept
    if not layer.lines and not content.picture_share and not content.strokes:
        return replace(_as_layer(page, number, layer, Grade.GOOD), source=Source.NONE, note=outcomes.BLANK_PAGE)
    found = _recognised(page, content, engine=engine, limits=limits)
    if isinstance(found, Reason):
        return _without_ocr(page, number, layer, signals, found)
    return _chosen(page, number, layer, signals, doubt, found)


def read_heading(page: PdfPage, number: int, *, engine: Engine, limits: Limits) -> Page | PageFailure:
    """The upper part of a page that is a picture; a page with a good text layer whole, for that costs nothing."""
    layer = text_layer(page)
    content = page_content(page)
    signals = measure(layer.raw)
    doubt = _doubt(layer, content, signals, page.get_height())
    if doubt is None:
        return read_page(page, number, engine=engine, limits=limits)
    found = _recognised(page, content, engine=engine, limits=limits, share=HEADING_SHARE)
    if isinstance(found, Reason):
        return _without_ocr(page, number, layer, signals, found)
    anew = replace(
        _as_layer(page, number, layer, found.grade), source=Source.OCR, lines=found.lines, note=outcomes.TOP_ONLY
    )
    return anew if found.lines else replace(anew, source=Source.NONE, grade=Grade.UNREADABLE)


def _doubt(layer: TextLayer, content: PageContent, signals: Signals, height_pt: float) -> Bilingual | None:
    """Why a text layer is not taken as it is; None when it is good."""
    if signals.tokens == 0:
        return NO_LAYER
    grade = layer_grade(signals)
    if grade in (Grade.POOR, Grade.UNREADABLE):
        return GARBLED
    pictured = content.picture_share >= _FULL_PICTURE
    if _is_copy(layer, content):
        # Somebody's recognition under a scan is kept only when it reads like good text.
        sound = signals.plausible_rate >= _SOUND_COPY and signals.known_rate >= 0.35
        return None if sound and _has_heading(layer, height_pt) else COPIER
    if signals.words < _FEW_WORDS and (pictured or (content.picture_share > 0.25 and signals.words < 25)):
        return FEW_WORDS
    return None


def _is_copy(layer: TextLayer, content: PageContent) -> bool:
    """Whether the layer is somebody's recognition of the picture over it."""
    return content.picture_share >= _FULL_PICTURE and (layer.invisible or content.text_below)


def _checked(page: PdfPage, layer: TextLayer) -> tuple[Line, ...]:
    width, height = page.get_size()
    return checked_copy(layer.lines, lambda dpi: rendered(page, dpi), (width, height))


def _has_heading(layer: TextLayer, height_pt: float) -> bool:
    """Whether text begins where pages begin: copiers often miss a letterhead, and with it issuer and number."""
    return min((line.box.y0 for line in layer.lines if line.box), default=height_pt) < _HEADING_ZONE * height_pt


def _as_layer(page: PdfPage, number: int, layer: TextLayer, grade: Grade) -> Page:
    width, height = page.get_size()
    return Page(number, round(width, 2), round(height, 2), Source.TEXT_LAYER, grade, layer.lines)


def _recognised(
    page: PdfPage, content: PageContent, *, engine: Engine, limits: Limits, share: float = 1.0
) -> Recognised | Reason:
    """The page as recognised, or its upper share only."""
    size_pt = page.get_size()
    largest_dpi = 72 * math.sqrt(limits.max_pixels / max(size_pt[0] * size_pt[1], 1))
    if largest_dpi < _MIN_DPI or content.picture_pixels > _MAX_PICTURE_PIXELS:
        return outcomes.PAGE_TOO_BIG
    if not engine.available():
        return outcomes.OCR_MISSING
    useful_dpi = min(largest_dpi, _useful_dpi(content, size_pt))

    def picture(dpi: int) -> Image.Image:
        drawn = rendered(page, min(float(dpi), useful_dpi))
        return drawn if share == 1.0 else drawn.crop((0, 0, drawn.width, round(share * drawn.height)))

    try:
        return recognise(
            picture,
            (size_pt[0], share * size_pt[1]),
            engine=engine,
            timeout_s=limits.page_s,
            scanned_dpi=_scanned_dpi(content, size_pt),
        )
    except OcrTimeoutError:
        return outcomes.PAGE_TIMEOUT
    except MemoryError:
        return outcomes.OUT_OF_MEMORY
    except Exception:  # noqa: BLE001 - an engine that breaks costs this page only
        return outcomes.OCR_FAILED


def _useful_dpi(content: PageContent, size_pt: tuple[float, float]) -> float:
    """A scan of small print reads better enlarged to twice its pixels, and no further; a drawing has no such bound."""
    scanned_dpi = _scanned_dpi(content, size_pt)
    return math.inf if scanned_dpi is None else max(_ENLARGED * scanned_dpi, FIRST_DPI)


def _scanned_dpi(content: PageContent, size_pt: tuple[float, float]) -> float | None:
    """The resolution of a page that is one picture; None for pages of other kinds."""
    if content.picture_share < _FULL_PICTURE or not content.picture_pixels:
        return None
    return 72 * math.sqrt(content.picture_pixels / (size_pt[0] * size_pt[1]))


def rendered(page: PdfPage, dpi: float) -> Image.Image:
    """The page as a grey picture of its own memory."""
    bitmap = page.render(scale=dpi / 72, grayscale=True)
    try:
        picture: Image.Image = bitmap.to_pil().convert("L").copy()
        return picture
    finally:
        bitmap.close()


def _without_ocr(page: PdfPage, number: int, layer: TextLayer, signals: Signals, why: Reason) -> Page | PageFailure:
    """A doubtful layer is better than nothing, but says so; without any the page has failed."""
    if signals.words < _FEW_WORDS:
        return PageFailure(number, why)
    grade = layer_grade(signals)
    return replace(_as_layer(page, number, layer, min(grade, Grade.POOR, key=_badness)), note=why.message)


def _badness(grade: Grade) -> int:
    return -list(Grade).index(grade)


def _chosen(
    page: PdfPage, number: int, layer: TextLayer, signals: Signals, doubt: Bilingual, found: Recognised
) -> Page:
    """Recognition, unless the layer it was to replace holds more real words."""
    kept = _as_layer(page, number, layer, layer_grade(signals))
    text = "\n".join(line.text for line in found.lines)
    anew = measure(text)
    if signals.tokens and _real_words(signals) > _real_words(anew) * 1.1:
        return replace(kept, note=LAYER_KEPT)
    if not found.lines:
        blank = is_blank(rendered(page, 100))
        grade = Grade.GOOD if blank else Grade.UNREADABLE
        note = outcomes.BLANK_PAGE if blank else NO_WRITING
        return replace(kept, source=Source.NONE, grade=grade, lines=(), note=note)
    return replace(
        kept, source=Source.OCR, grade=found.grade, lines=found.lines, layer_text=layer.raw.strip(),
        note=_note(doubt, found), flaws=found.flaws, dpi=found.dpi,
    )  # fmt: skip


def _real_words(signals: Signals) -> float:
    return signals.tokens * signals.plausible_rate * (0.5 + signals.known_rate)


def _note(doubt: Bilingual, found: Recognised) -> Bilingual:
    note = doubt
    if found.turned:
        note = Bilingual(
            f"{note.id} Halaman diputar {found.turned * 90}° sebelum dibaca.",
            f"{note.en} The page was turned by {found.turned * 90}° before reading.",
        )
    if found.grade in (Grade.POOR, Grade.UNREADABLE):
        note = Bilingual(f"{note.id} {advice(found).id}", f"{note.en} {advice(found).en}")
    return note
