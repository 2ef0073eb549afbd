"""pdfium by its two faces; it ships no types we could check against, so all of it is Any, here and nowhere else."""

from __future__ import annotations

from importlib import import_module
from typing import Any, TypeAlias

PdfDocument: TypeAlias = Any
PdfPage: TypeAlias = Any
PdfTextPage: TypeAlias = Any
Raw: TypeAlias = Any

library: Any = import_module("pypdfium2")
raw: Any = import_module("pypdfium2.raw")
PdfiumError: type[Exception] = library.PdfiumError
