"""pdfium's calls made for every line, word and drawn thing, bound without the conversions that cost more than the call.

Handles are plain addresses (`address`), answers come as plain floats. pdfium is not made for threads, so one buffer serves.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

from evidence_ai.reading.pdfium import Raw, raw

Bounds = tuple[float, float, float, float]
"""left, bottom, right, top in points of the file, not of the displayed page."""

_DOUBLES = (ctypes.c_double * 4)()
_FLOATS = (ctypes.c_float * 4)()
_D = tuple(ctypes.addressof(_DOUBLES) + 8 * at for at in range(4))
_F = tuple(ctypes.addressof(_FLOATS) + 4 * at for at in range(4))


def _bound(name: str, result: Any, *arguments: Any) -> Callable[..., Any]:
    place = ctypes.cast(getattr(raw, name), ctypes.c_void_p).value
    assert place is not None  # noqa: S101 - for mypy: a library that is loaded has its functions
    return ctypes.PYFUNCTYPE(result, ctypes.c_void_p, *arguments)(place)


_POINTERS = (ctypes.c_void_p,) * 4
count_rects: Callable[[int, int, int], int] = _bound("FPDFText_CountRects", ctypes.c_int, ctypes.c_int, ctypes.c_int)
code_point: Callable[[int, int], int] = _bound("FPDFText_GetUnicode", ctypes.c_uint, ctypes.c_int)
count_objects: Callable[[int], int] = _bound("FPDFPage_CountObjects", ctypes.c_int)
object_at: Callable[[int, int], int] = _bound("FPDFPage_GetObject", ctypes.c_void_p, ctypes.c_int)
kind_of: Callable[[int], int] = _bound("FPDFPageObj_GetType", ctypes.c_int)
count_inner: Callable[[int], int] = _bound("FPDFFormObj_CountObjects", ctypes.c_int)
inner_at: Callable[[int, int], int] = _bound("FPDFFormObj_GetObject", ctypes.c_void_p, ctypes.c_ulong)
count_segments: Callable[[int], int] = _bound("FPDFPath_CountSegments", ctypes.c_int)
segment_at: Callable[[int, int], int] = _bound("FPDFPath_GetPathSegment", ctypes.c_void_p, ctypes.c_int)
segment_kind: Callable[[int], int] = _bound("FPDFPathSegment_GetType", ctypes.c_int)
segment_closes: Callable[[int], int] = _bound("FPDFPathSegment_GetClose", ctypes.c_int)
_get_rect = _bound("FPDFText_GetRect", ctypes.c_int, ctypes.c_int, *_POINTERS)
_get_char_box = _bound("FPDFText_GetCharBox", ctypes.c_int, ctypes.c_int, *_POINTERS)
_get_bounds = _bound("FPDFPageObj_GetBounds", ctypes.c_int, *_POINTERS)
_get_point = _bound("FPDFPathSegment_GetPoint", ctypes.c_int, *_POINTERS[:2])


def address(thing: Raw) -> int:
    """The address behind a page, text page or object of pypdfium2."""
    handle: Raw = getattr(thing, "raw", thing)
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def rect(
    textpage: int, index: int, _left: int = _D[0], _bottom: int = _D[1], _right: int = _D[2], _top: int = _D[3]
) -> list[float]:
    """The rectangle `index` of those last counted: left, bottom, right, top."""
    _get_rect(textpage, index, _left, _top, _right, _bottom)
    return _DOUBLES[:]


def char_box(
    textpage: int, index: int, _left: int = _D[0], _bottom: int = _D[1], _right: int = _D[2], _top: int = _D[3]
) -> list[float] | None:
    """Left, bottom, right, top of a character; None where it takes no room."""
    if not _get_char_box(textpage, index, _left, _right, _bottom, _top):
        return None
    box = _DOUBLES[:]
    return None if box[2] <= box[0] and box[3] <= box[1] else box


def bounds(thing: int) -> list[float] | None:
    """Left, bottom, right, top of a drawn thing."""
    return _FLOATS[:] if _get_bounds(thing, *_F) else None


def segment_point(segment: int) -> tuple[float, float]:
    """Where a segment of a path ends, in the path's own space."""
    _get_point(segment, _F[0], _F[1])
    return _FLOATS[0], _FLOATS[1]
