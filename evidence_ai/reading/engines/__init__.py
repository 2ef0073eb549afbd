"""The shelf of OCR engines; each file declares `ENGINE`."""

from __future__ import annotations

import sys

from evidence_ai import shelf
from evidence_ai.reading.engine import Engine

PREFERENCE = ("tesserocr", "pytesseract")
"""Fastest first at equal error (the same Tesseract, in process and as a program)."""


def engine_named(name: str) -> Engine:
    """The engine of this name, loaded alone.

    Raises:
        ConfigurationError: there is no such engine.
    """
    return shelf.member(sys.modules[__name__], name, "ENGINE", Engine)  # type: ignore[type-abstract]


def all_engines() -> dict[str, Engine]:
    """Every engine on the shelf, available or not."""
    return shelf.members(sys.modules[__name__], "ENGINE", Engine)  # type: ignore[type-abstract]


def first_available() -> Engine:
    """The preferred engine that works here; the first of all where none does (its pages then fail by name)."""
    engines = [engine_named(name) for name in PREFERENCE]
    return next((engine for engine in engines if engine.available()), engines[0])
