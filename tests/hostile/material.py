"""What hostile files are made of: a file with its name, and the few ways they are packed."""

from __future__ import annotations

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HostileFile:
    """One file as somebody might send it. `vice` says in a word what is wrong with it; `name` is unique in its set."""

    name: str
    content: bytes
    vice: str

    @property
    def is_package(self) -> bool:
        """Whether it goes through `precheck`, as a whole package."""
        return self.name.endswith(".paket.zip")


def pdf(objects: Iterable[bytes], *, root: int = 1, trailer: bytes = b"", tail: bytes = b"") -> bytes:
    """A PDF of numbered objects (from 1) with a table of places that is right, whatever the objects say."""
    out = io.BytesIO()
    out.write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1))
    for place in places:
        out.write(b"%010d 00000 n \n" % place)
    out.write(
        b"trailer\n<< /Size %d /Root %d 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, root, trailer, start)
    )
    out.write(tail)
    return out.getvalue()


def stream(data: bytes, extra: bytes = b"", *, squeeze: int = 0) -> bytes:
    """A stream object; `squeeze` times deflated, each named as a filter."""
    for _ in range(squeeze):
        data = zlib.compress(data, 9)
    filters = b"/Filter [%s]" % (b"/FlateDecode " * squeeze) if squeeze else b""
    return b"<< /Length %d %s %s >>\nstream\n%s\nendstream" % (len(data), filters, extra, data)


def one_page(
    content: bytes, *, box: bytes = b"0 0 595 842", resources: bytes = b"", more: Iterable[bytes] = ()
) -> bytes:
    """A PDF of one page: catalogue 1, pages 2, page 3, content 4, font 5, then `more` from 6."""
    return pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [%s] /Contents 4 0 R"
            b" /Resources << /Font << /F1 5 0 R >> %s >> >>" % (box, resources),
            content,
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            *more,
        ]
    )


HEADING = b"BT /F1 12 Tf 72 770 Td (PERATURAN BUPATI TANJUNG ARUM NOMOR 4 TAHUN 2021) Tj ET"


def zipped(parts: Iterable[tuple[str, bytes]], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP with these entries, in this order; a name may stand twice."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of names that stand twice: that is the point
        for name, data in parts:
            entry = zipfile.ZipInfo(name, (2025, 1, 15, 8, 0, 0))
            entry.compress_type = method
            archive.writestr(entry, data)
    return out.getvalue()


def repacked(content: bytes, changed: dict[str, bytes]) -> bytes:
    """A ZIP with some entries changed or added."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = [(name, changed.get(name, archive.read(name))) for name in archive.namelist()]
    known = {name for name, _ in parts}
    return zipped([*parts, *((name, data) for name, data in changed.items() if name not in known)])
