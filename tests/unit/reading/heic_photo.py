"""A HEIC photo written by hand: no free library encodes HEVC, and a still of one grey needs few bits."""

from __future__ import annotations

import struct


class _Bits:
    """Bits written one after the other, with the variable-length codes of video headers."""

    def __init__(self) -> None:
        self._bits = ""

    def u(self, width: int, value: int) -> _Bits:
        self._bits += format(value, f"0{width}b")
        return self

    def ue(self, *values: int) -> _Bits:
        for value in values:
            code = format(value + 1, "b")
            self._bits += "0" * (len(code) - 1) + code
        return self

    def flags(self, bits: str) -> _Bits:
        self._bits += bits
        return self

    def ended(self) -> bytes:
        whole = self._bits + "1"
        whole += "0" * (-len(whole) % 8)
        return bytes(int(whole[at : at + 8], 2) for at in range(0, len(whole), 8))


def heic(width: int = 640, height: int = 832) -> bytes:
    """A photo of nothing: `width` and `height` are multiples of 16."""
    sets = [(32, _video_set()), (33, _sequence_set(width, height)), (34, _picture_set())]
    slice_head = _Bits().flags("10").ue(0, 2).ue(0).ended()
    picture = _unit(19, slice_head + b"\x00" * 400 + b"\x80")
    return _file(width, height, sets, struct.pack(">I", len(picture)) + picture)


def _profile(bits: _Bits) -> _Bits:
    return bits.u(8, 1).u(32, 0x60000000).flags("1001").u(44, 0).u(8, 93)


def _video_set() -> bytes:
    bits = _Bits().u(4, 0).flags("11").u(6, 0).u(3, 0).flags("1").u(16, 0xFFFF)
    return _profile(bits).flags("1").ue(0, 0, 0).u(6, 0).ue(0).flags("00").ended()


def _sequence_set(width: int, height: int) -> bytes:
    bits = _profile(_Bits().u(4, 0).u(3, 0).flags("1")).ue(0, 1, width, height).flags("0").ue(0, 0, 0).flags("1")
    return bits.ue(0, 0, 0).ue(0, 1, 0, 2, 0, 0).flags("0000").ue(0).flags("00000").ended()


def _picture_set() -> bytes:
    bits = _Bits().ue(0, 0).flags("00").u(3, 0).flags("00").ue(0, 0, 0).flags("000").ue(0, 0)
    return bits.flags("0000").flags("00").flags("0").flags("0").flags("0").flags("0").ue(0).flags("00").ended()


def _unit(kind: int, payload: bytes) -> bytes:
    """A NAL unit; three zero bytes in a row would look like a start code and are broken up."""
    out = bytearray()
    for byte in payload:
        if len(out) >= 2 and out[-1] == 0 and out[-2] == 0 and byte <= 3:
            out.append(3)
        out.append(byte)
    return bytes([kind << 1, 1]) + bytes(out)


def _file(width: int, height: int, sets: list[tuple[int, bytes]], picture: bytes) -> bytes:
    kind = _box(b"ftyp", b"heic" + bytes(4) + b"mif1heic")
    arrays = b"".join(
        struct.pack(">BHH", 0x80 | number, 1, len(_unit(number, body))) + _unit(number, body) for number, body in sets
    )
    record = (
        bytes([1, 1])
        + struct.pack(">I", 0x60000000)
        + bytes([0x90, 0, 0, 0, 0, 0, 93, 0xF0, 0, 0xFC, 0xFD, 0xF8, 0xF8])
    )
    record += bytes([0, 0, 0x0F, len(sets)]) + arrays
    shape = _full(b"ispe", struct.pack(">II", width, height))
    properties = _box(
        b"iprp", _box(b"ipco", _box(b"hvcC", record) + shape) + _full(b"ipma", bytes([0, 0, 0, 1, 0, 1, 2, 0x81, 2]))
    )
    handler = _full(b"hdlr", bytes(4) + b"pict" + bytes(13))
    entry = _box(b"infe", b"\x02\0\0\0" + struct.pack(">HH", 1, 0) + b"hvc1\0")
    items = _full(b"iinf", struct.pack(">H", 1) + entry)

    def meta(offset: int) -> bytes:
        place = _full(b"iloc", bytes([0x44, 0]) + struct.pack(">HHHHII", 1, 1, 0, 1, offset, len(picture)))
        return _full(b"meta", handler + _full(b"pitm", struct.pack(">H", 1)) + place + items + properties)

    offset = len(kind) + len(meta(0)) + 8
    return kind + meta(offset) + _box(b"mdat", picture)


def _box(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body) + 8) + name + body


def _full(name: bytes, body: bytes) -> bytes:
    return _box(name, bytes(4) + body)
