"""Tesseract as a program, through pytesseract: slower, and always there where Tesseract is."""

from __future__ import annotations

import shutil
from importlib import import_module
from typing import Any

from PIL import Image

from evidence_ai.reading.engine import OcrLine, OcrResult, OcrTimeoutError, OcrWord
from evidence_ai.reading.engines._tessdata import LANGUAGE, PAGE_LAYOUT, can_tell_orientation, tessdata


class _Pytesseract:
    name = "pytesseract"

    def available(self) -> bool:
        return shutil.which("tesseract") is not None and tessdata() is not None

    def recognise(self, image: Image.Image, *, dpi: int, timeout_s: float) -> OcrResult:
        pytesseract = import_module("pytesseract")
        plain = image.convert("L")
        plain.format = "BMP"  # pytesseract hands pictures over as files; packing a PNG costs a fifth of the page
        config = f'--tessdata-dir "{tessdata()}" --oem 1 --psm {PAGE_LAYOUT} --dpi {dpi}'
        try:
            data = pytesseract.image_to_data(plain, lang=LANGUAGE, config=config, output_type="dict", timeout=timeout_s)
        except RuntimeError as error:
            if "timeout" in str(error):
                raise OcrTimeoutError from error
            raise
        return OcrResult.of(_lines(data))

    def quarter_turns(self, image: Image.Image) -> int:
        folder = tessdata()
        if not can_tell_orientation(folder):
            return 0
        pytesseract = import_module("pytesseract")
        try:
            found = pytesseract.image_to_osd(image, config=f'--tessdata-dir "{folder}" --psm 0', output_type="dict")
        except (pytesseract.TesseractError, RuntimeError):  # too few characters to tell
            return 0
        return int(found["rotate"]) // 90 % 4 if found["orientation_conf"] >= 2 else 0


def _lines(data: dict[str, list[Any]]) -> tuple[OcrLine, ...]:
    lines: dict[tuple[int, int, int], list[OcrWord]] = {}
    for index, text in enumerate(data["text"]):
        confidence = float(data["conf"][index])
        if not str(text).strip() or confidence < 0:
            continue
        x, y = float(data["left"][index]), float(data["top"][index])
        x1, y1 = x + float(data["width"][index]), y + float(data["height"][index])
        place = (data["block_num"][index], data["par_num"][index], data["line_num"][index])
        lines.setdefault(place, []).append(OcrWord(str(text).strip(), x, y, x1, y1, confidence / 100))
    return tuple(OcrLine(tuple(words)) for words in lines.values())


ENGINE = _Pytesseract()
