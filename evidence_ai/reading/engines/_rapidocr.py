"""PP-OCR on lines somebody else has found: it reads handwriting and stamped dates that Tesseract guesses at.

No member of the shelf: it finds no lines. Its model lies in rapidocr's wheel and runs in onnxruntime; nothing is
downloaded. The model knows 18 000 signs; only those of an Indonesian office are let through, and blanks among them,
which rapidocr itself drops.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

_HEIGHT = 48
_LEAST_WIDTH = 320
"""Pixels; the shape the model was trained on, shorter lines are filled up with grey."""
_LONGEST = 2_400
"""Pixels at that height; a longer strip is no line."""


@dataclass(frozen=True, slots=True)
class _Model:
    """`signs` at `columns` of what the session gives; the first is 'no sign'."""

    session: Any
    takes: str
    columns: NDArray[np.intp]
    signs: tuple[str, ...]


def available() -> bool:
    """Whether runtime and model are installed."""
    return find_spec("onnxruntime") is not None and _model_file() is not None


def read_line(image: Image.Image) -> tuple[str, float]:
    """The words of a picture that shows one line, and how sure the engine is (0..1); '' where it sees nothing."""
    try:
        return _decoded(_model(), image)
    except Exception:  # noqa: BLE001 - a second opinion that fails is none; the first reading stands
        return "", 0.0


def _decoded(model: _Model, image: Image.Image) -> tuple[str, float]:
    seen = model.session.run(None, {model.takes: _as_input(image)})[0][0][:, model.columns]
    best, sure = seen.argmax(axis=1), seen.max(axis=1)
    starts = np.concatenate(([True], best[1:] != best[:-1])) & (best != 0)
    text = "".join(model.signs[sign] for sign in best[starts]).strip()
    return text, float(sure[starts].mean()) if text else 0.0


def _as_input(image: Image.Image) -> NDArray[np.float32]:
    width = min(max(math.ceil(_HEIGHT * image.width / max(image.height, 1)), 1), _LONGEST)
    scaled = image.convert("RGB").resize((width, _HEIGHT), Image.Resampling.BILINEAR)
    light = np.asarray(scaled, dtype=np.float32).transpose(2, 0, 1) / np.float32(127.5) - np.float32(1)
    return np.pad(light, ((0, 0), (0, 0), (0, max(_LEAST_WIDTH - width, 0))))[np.newaxis]


@cache
def _model() -> _Model:
    """One for the whole process, on one thread: cores are shared out by documents."""
    runtime = import_module("onnxruntime")
    options = runtime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 4
    session = runtime.InferenceSession(str(_model_file()), options, providers=["CPUExecutionProvider"])
    listed = session.get_modelmeta().custom_metadata_map["character"].splitlines()
    signs = ["", *listed, " "]
    columns = np.array([at for at, sign in enumerate(signs) if not sign or _is_office(sign)], dtype=np.intp)
    return _Model(session, session.get_inputs()[0].name, columns, tuple(signs[at] for at in columns))


def _is_office(sign: str) -> bool:
    return len(sign) == 1 and " " <= sign <= "~"


@cache
def _model_file() -> Path | None:
    """The recognition model in rapidocr's wheel, found without importing what it brings along."""
    package = find_spec("rapidocr")
    if package is None or package.origin is None:
        return None
    return next(iter(sorted((Path(package.origin).parent / "models").glob("*rec*.onnx"))), None)
