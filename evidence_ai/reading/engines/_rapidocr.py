"""PP-OCR through rapidocr, one line at a time: it reads handwriting and stamped dates that Tesseract guesses at.

No member of the shelf: it reads lines somebody else has found. Its models lie in its wheel; nothing is downloaded.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import numpy as np
from PIL import Image


def available() -> bool:
    """Whether the library and its runtime are installed."""
    return find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None


def read_line(image: Image.Image) -> tuple[str, float]:
    """The words of a picture that shows one line, and how sure the engine is (0..1); '' where it sees nothing."""
    try:
        result = _engine()(np.asarray(image.convert("RGB")), use_det=False, use_cls=False, use_rec=True)
    except Exception:  # noqa: BLE001 - a second opinion that fails is none; the first reading stands
        return "", 0.0
    texts, scores = list(result.txts or []), list(result.scores or [])
    return (str(texts[0]).strip(), float(scores[0])) if texts else ("", 0.0)


@cache
def _engine() -> Any:
    """One engine for the whole process, on one thread: cores are shared out by documents."""
    return import_module("rapidocr").RapidOCR(
        params={
            "Global.log_level": "critical",
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )
