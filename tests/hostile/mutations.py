"""Spoiled copies of good files: bytes turned, cut out, doubled, swapped, and whole ends missing."""

from __future__ import annotations

import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable

from tests.hostile.material import zipped

_NUMBER = re.compile(rb"\d+")
_NUMBERS = (b"0", b"-1", b"65536", b"2147483648", b"99999999999999999999", b"1e308", b"0.0000001", b"")
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)


def spoiled(content: bytes, chance: random.Random) -> bytes:
    """The content with one to six things wrong; the same for the same chance."""
    ways: tuple[Callable[[bytes, random.Random], bytes], ...] = (
        _turned, _turned, _cut, _without, _doubled, _overwritten, _renumbered, _inserted, _swapped,
    )  # fmt: skip
    inside = _inside(content)
    if inside is not None and chance.random() < 0.6:
        return inside(chance)
    for _ in range(chance.randint(1, 6)):
        content = chance.choice(ways)(content, chance) if content else content
    return content


def _inside(content: bytes) -> Callable[[random.Random], bytes] | None:
    """How to spoil what lies packed inside, where something does: an outer shell that is whole lets the vice through."""
    if content.startswith(b"PK\x03\x04"):
        return lambda chance: _entry_spoiled(content, chance)
    if b"/FlateDecode" in content:
        return lambda chance: _stream_spoiled(content, chance)
    return None


def _entry_spoiled(content: bytes, chance: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    at = chance.randrange(len(parts))
    name, data = parts[at]
    for _ in range(chance.randint(1, 4)):
        data = (
            chance.choice((_turned, _cut, _without, _doubled, _renumbered, _inserted))(data, chance) if data else data
        )
    parts[at] = (name, data)
    return zipped(parts)


def _stream_spoiled(content: bytes, chance: random.Random) -> bytes:
    streams = list(_STREAM.finditer(content))
    if not streams:
        return _turned(content, chance)
    found = chance.choice(streams)
    try:
        data = zlib.decompress(found.group(1))
    except zlib.error:
        return _turned(content, chance)
    for _ in range(chance.randint(1, 4)):
        data = (
            chance.choice((_turned, _cut, _without, _doubled, _renumbered, _inserted))(data, chance) if data else data
        )
    return content[: found.start(1)] + zlib.compress(data) + b"\n" + content[found.end(1) :]


def _span(content: bytes, chance: random.Random, longest: int = 4_000) -> tuple[int, int]:
    start = chance.randrange(len(content))
    return start, min(start + chance.randint(1, longest), len(content))


def _turned(content: bytes, chance: random.Random) -> bytes:
    out = bytearray(content)
    for _ in range(chance.choice((1, 4, 30, 300))):
        out[chance.randrange(len(out))] = chance.randrange(256)
    return bytes(out)


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def _without(content: bytes, chance: random.Random) -> bytes:
    start, end = _span(content, chance)
    return content[:start] + content[end:]


def _doubled(content: bytes, chance: random.Random) -> bytes:
    start, end = _span(content, chance)
    return content[:end] + content[start:end] * chance.choice((1, 2, 50)) + content[end:]


def _overwritten(content: bytes, chance: random.Random) -> bytes:
    start, end = _span(content, chance)
    filling = chance.choice((b"\0", b"\xff", b" ", b"A", b"<", b"("))
    return content[:start] + filling * (end - start) + content[end:]


def _renumbered(content: bytes, chance: random.Random) -> bytes:
    """A number become another one: sizes, counts, places and lengths that lie."""
    numbers = list(_NUMBER.finditer(content[:2_000_000]))
    if not numbers:
        return content
    found = chance.choice(numbers)
    return content[: found.start()] + chance.choice(_NUMBERS) + content[found.end() :]


def _inserted(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content))
    return content[:at] + chance.randbytes(chance.randint(1, 2_000)) + content[at:]


def _swapped(content: bytes, chance: random.Random) -> bytes:
    a, b = sorted((chance.randrange(len(content)), chance.randrange(len(content))))
    middle = (a + b) // 2
    return content[:a] + content[middle:b] + content[a:middle] + content[b:]
