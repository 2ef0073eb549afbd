"""Tesseract in this process, through tesserocr: no start-up per page."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from PIL import Image

from evidence_ai.reading.engine import OcrLine, OcrResult, OcrTimeoutError, OcrWord
from evidence_ai.reading.engines._tessdata import LANGUAGE, PAGE_LAYOUT, can_tell_orientation, tessdata

_MIN_ORIENTATION_CONFIDENCE = 2.0
"""Below this Tesseract's own tool distrusts its orientation too."""


class _Tesserocr:
    name = "tesserocr"

    def available(self) -> bool:
        return find_spec("tesserocr") is not None and tessdata() is not None

    def recognise(self, image: Image.Image, *, dpi: int, timeout_s: float) -> OcrResult:
        api = _api(LANGUAGE)
        try:
            api.SetImage(image)
            api.SetSourceResolution(dpi)
            if not api.Recognize(int(timeout_s * 1000)):
                raise OcrTimeoutError
            return OcrResult.of(_lines(api))
        finally:
            api.Clear()

    def quarter_turns(self, image: Image.Image) -> int:
        if not can_tell_orientation(tessdata()):
            return 0
        api = _orientation_api()
        try:
            api.SetImage(image)
            found = api.DetectOrientationScript()
        finally:
            api.Clear()
        if not found or found["orient_conf"] < _MIN_ORIENTATION_CONFIDENCE:
            return 0
        return (4 - int(found["orient_deg"]) // 90) % 4


@cache
def _library() -> Any:
    tesserocr = import_module("tesserocr")
    # Leptonica writes its doubts about odd pictures to stderr, which belongs to the entrances.
    tesserocr.set_leptonica_log_level(tesserocr.LeptLogLevel.NONE)
    return tesserocr


@cache
def _api(language: str) -> Any:
    """One engine for the whole process: loading it costs more than a page."""
    tesserocr = _library()
    return tesserocr.PyTessBaseAPI(path=str(tessdata()), lang=language, psm=PAGE_LAYOUT, oem=tesserocr.OEM.LSTM_ONLY)


@cache
def _orientation_api() -> Any:
    tesserocr = _library()
    return tesserocr.PyTessBaseAPI(path=str(tessdata()), lang="osd", psm=tesserocr.PSM.OSD_ONLY)


def _lines(api: Any) -> tuple[OcrLine, ...]:
    tesserocr = _library()
    word, line = tesserocr.RIL.WORD, tesserocr.RIL.TEXTLINE
    lines: list[OcrLine] = []
    words: list[OcrWord] = []
    iterator = api.GetIterator()
    if iterator is None:
        return ()
    for item in tesserocr.iterate_level(iterator, word):
        found = None if item.Empty(word) else item.BoundingBox(word)
        text = item.GetUTF8Text(word).strip() if found else ""
        if found and text:
            words.append(OcrWord(text, found[0], found[1], found[2], found[3], item.Confidence(word) / 100))
        if words and item.IsAtFinalElement(line, word):
            lines.append(OcrLine(tuple(words)))
            words = []
    return (*lines, OcrLine(tuple(words))) if words else tuple(lines)


ENGINE = _Tesserocr()
