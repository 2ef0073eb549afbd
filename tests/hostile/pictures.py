"""Hostile pictures: sizes that lie, bombs, ends that are missing."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator

from PIL import Image

from tests.hostile.material import HostileFile


def hostile_pictures() -> Iterator[HostileFile]:
    """Every hand-made vice once."""
    yield HostileFile("png_50000_megapixels.png", _png(250_000, 200_000, b""), "picture_giant")
    yield HostileFile(
        "png_bomb.png", _png(30_000, 30_000, zlib.compress(bytes(30_001 * 30_000 // 8), 9), bits=1), "picture_bomb"
    )
    yield HostileFile(
        "png_bomb_grey.png", _png(15_000, 15_000, zlib.compress(bytes(15_001 * 15_000), 9)), "picture_bomb"
    )
    yield HostileFile("png_no_data.png", _png(800, 600, b""), "picture_empty")
    yield HostileFile("png_zero.png", _png(0, 0, b""), "picture_empty")
    yield HostileFile(
        "png_text_bomb.png",
        _png(8, 8, zlib.compress(bytes(72)), text=zlib.compress(bytes(100_000_000), 9)),
        "picture_bomb",
    )
    yield HostileFile(
        "png_chunk_lies.png", _png(8, 8, b"")[:33] + struct.pack(">I", 0xFFFFFFFF) + b"IDAT", "picture_broken"
    )
    yield HostileFile("thin.png", _encoded(Image.new("L", (60_000, 1), 255)), "picture_odd")
    yield HostileFile("tall.png", _encoded(Image.new("L", (1, 60_000), 0)), "picture_odd")
    yield HostileFile("dot.png", _encoded(Image.new("1", (1, 1), 0)), "picture_odd")
    for mode in ("1", "L", "LA", "P", "RGB", "RGBA", "I;16"):
        yield HostileFile(f"mode_{mode.replace(';', '')}.png", _encoded(Image.new(mode, (300, 200))), "picture_odd")
    yield HostileFile("cmyk.jpg", _encoded(Image.new("CMYK", (300, 200)), "JPEG"), "picture_odd")
    yield HostileFile("jpeg_giant.jpg", _resized_jpeg(65_500, 65_500), "picture_giant")
    yield HostileFile("jpeg_start_only.jpg", b"\xff\xd8\xff\xe0" + bytes(20), "picture_broken")
    yield HostileFile("jpeg_ends_early.jpg", _encoded(_noise(900, 700), "JPEG")[:9_000], "picture_broken")
    yield HostileFile(
        "gif_giant.gif", b"GIF89a" + struct.pack("<HH", 65_535, 65_535) + b"\x80\0\0" + bytes(6) + b",", "picture_giant"
    )
    yield HostileFile(
        "bmp_giant.bmp",
        b"BM"
        + struct.pack("<IHHI", 54, 0, 0, 54)
        + struct.pack("<IiiHHIIiiII", 40, 200_000, 200_000, 1, 24, 0, 0, 0, 0, 0, 0),
        "picture_giant",
    )
    yield HostileFile(
        "bmp_minus.bmp",
        b"BM" + struct.pack("<IHHI", 54, 0, 0, 54) + struct.pack("<IiiHHIIiiII", 40, -5, -5, 1, 24, 0, 0, 0, 0, 0, 0),
        "picture_broken",
    )
    yield HostileFile("tiff_ring.tif", _tiff_ring(), "picture_ring")
    yield HostileFile("tiff_five_thousand_frames.tif", _tiff(5_000), "picture_many")
    yield HostileFile("tiff_many_frames.tif", _tiff(60), "picture_many")
    yield HostileFile("tiff_cut.tif", _tiff(5)[:-40], "picture_broken")
    yield HostileFile("tiff_bomb.tif", _tiff_bomb(), "picture_bomb")
    yield HostileFile("webp_broken.webp", b"RIFF\xff\xff\xff\xffWEBPVP8 " + bytes(60), "picture_broken")
    yield HostileFile("heic_broken.heic", b"\0\0\0\x18ftypheic" + bytes(200), "picture_broken")
    yield HostileFile("heic_empty.heic", b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", "picture_broken")
    yield HostileFile("png_named_pdf.pdf", _encoded(Image.new("L", (300, 200), 255)), "wrong_extension")
    yield HostileFile("noise_page.png", _encoded(_noise(1_000, 1_400)), "picture_noise")


def _png(wide: int, tall: int, data: bytes, *, bits: int = 8, text: bytes = b"") -> bytes:
    parts = [(b"IHDR", struct.pack(">IIBBBBB", wide, tall, bits, 0, 0, 0, 0))]
    if text:
        parts.append((b"zTXt", b"Comment\0\0" + text))
    parts += [(b"IDAT", data), (b"IEND", b"")]
    chunks = (
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _encoded(image: Image.Image, kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    image.save(out, kind)
    return out.getvalue()


def _noise(wide: int, tall: int) -> Image.Image:
    return Image.effect_noise((wide, tall), 120)


def _resized_jpeg(wide: int, tall: int) -> bytes:
    """A small picture whose header claims a giant."""
    content = bytearray(_encoded(Image.new("L", (64, 64), 200), "JPEG"))
    at = content.index(b"\xff\xc0")
    content[at + 5 : at + 9] = struct.pack(">HH", tall, wide)
    return bytes(content)


def _tiff(frames: int) -> bytes:
    out = io.BytesIO()
    sheets = [Image.new("1", (40, 40), at % 2) for at in range(frames)]
    sheets[0].save(out, "TIFF", save_all=True, append_images=sheets[1:], compression="group4")
    return out.getvalue()


def _tiff_ring() -> bytes:
    """A directory of one frame that names itself as the next."""
    entries = [
        (256, 3, 1, 8),
        (257, 3, 1, 8),
        (258, 3, 1, 8),
        (259, 3, 1, 1),
        (262, 3, 1, 1),
        (273, 4, 1, 122),
        (278, 3, 1, 8),
        (279, 4, 1, 64),
    ]
    table = b"".join(struct.pack("<HHII", *entry) for entry in entries)
    return b"II*\0" + struct.pack("<I", 8) + struct.pack("<H", len(entries)) + table + struct.pack("<I", 8) + bytes(80)


def _tiff_bomb() -> bytes:
    data = zlib.compress(bytes(400_000_000), 9)
    entries = [
        (256, 4, 1, 20_000),
        (257, 4, 1, 20_000),
        (258, 3, 1, 8),
        (259, 3, 1, 8),
        (262, 3, 1, 1),
        (273, 4, 1, 122),
        (278, 4, 1, 20_000),
        (279, 4, 1, len(data)),
    ]
    table = b"".join(struct.pack("<HHII", *entry) for entry in entries)
    return (
        b"II*\0"
        + struct.pack("<I", 8)
        + struct.pack("<H", len(entries))
        + table
        + struct.pack("<I", 0)
        + bytes(122 - 8 - 2 - 96 - 4)
        + data
    )
