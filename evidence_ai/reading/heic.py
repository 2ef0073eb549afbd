"""Photos as iPhones keep them (HEIC): opened by pi-heif, which only decodes."""

from __future__ import annotations

import io
from importlib import import_module

from PIL import Image

MAX_PIXELS = 160_000_000
"""Refused before unpacking: phones take a third of that."""


def opened(content: bytes) -> Image.Image:
    """The main picture, set upright by what the file says of its own turn.

    Raises:
        ValueError: no HEIC photo, or a broken one.
        Image.DecompressionBombError: more pixels than any phone takes.
    """
    library = import_module("pi_heif")
    photo = library.open_heif(io.BytesIO(content), convert_hdr_to_8bit=True)
    width, height = photo.size
    if width * height > MAX_PIXELS:
        raise Image.DecompressionBombError
    picture: Image.Image = photo.to_pillow()
    picture.info.pop("exif", None)  # its turn is applied already; read again it would turn the picture back
    return picture
