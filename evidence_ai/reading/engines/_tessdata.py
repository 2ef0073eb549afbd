"""Where Tesseract's language data lies."""

from __future__ import annotations

import os
from pathlib import Path

LANGUAGE = "ind"
PAGE_LAYOUT = 4
"""Tesseract's "single column of text of variable sizes": its automatic layout drops list marks ("a.", "1.") and short
headings that stand apart from their text, and these carry meaning in legal drafting; order is set by our own rows."""
_PLACES = (
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
)

# Two threads on one page slow each other down; cores are shared out by pages instead.
os.environ.setdefault("OMP_THREAD_LIMIT", "1")


def tessdata() -> Path | None:
    """The first folder holding Indonesian data; TESSDATA_PREFIX is asked first."""
    prefix = os.environ.get("TESSDATA_PREFIX")
    named = [prefix, f"{prefix}/tessdata"] if prefix else []
    for place in (*named, *_PLACES):
        if (Path(place) / f"{LANGUAGE}.traineddata").is_file():
            return Path(place)
    return None


def can_tell_orientation(folder: Path | None) -> bool:
    """Whether the orientation data (`osd`) lies there too."""
    return folder is not None and (folder / "osd.traineddata").is_file()
