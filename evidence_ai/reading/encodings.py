"""Bytes to characters, and which sign parts the columns of a CSV."""

from __future__ import annotations

_DELIMITERS = (";", ",", "\t")
_MARKS = (
    (b"\xff\xfe\0\0", "utf-32-le"), (b"\0\0\xfe\xff", "utf-32-be"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"),
)  # fmt: skip
_ZEROS = (("utf-16-le", (1, 3)), ("utf-16-be", (0, 2)), ("utf-32-le", (1, 2, 3)), ("utf-32-be", (0, 1, 2)))
"""Which of four bytes are zero in Latin text."""
_MOST = 0.7
_TELLING_BYTES = 16


def decoded(content: bytes) -> str:
    """Text of a file in UTF-8, UTF-16, UTF-32 or, where it is none of them, the Windows code page of Indonesian offices.

    >>> decoded("Café".encode("cp1252")), decoded("Nomor 4 Tahun 2021".encode("utf-16-le"))
    ('Café', 'Nomor 4 Tahun 2021')
    """
    wide = wide_encoding(content)
    if wide is not None:
        return content.decode(wide, "replace").lstrip("\ufeff")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def wide_encoding(content: bytes) -> str | None:
    """UTF-16 or UTF-32 in one of their orders, told by a mark or, without one, by where the zeros stand; else None.

    >>> wide_encoding("Bupati".encode("utf-32-be")), wide_encoding(b"Bupati"), wide_encoding(bytes(40))
    ('utf-32-be', None, None)
    """
    marked = next((name for mark, name in _MARKS if content.startswith(mark)), None)
    if marked is not None:
        return marked
    sample = content[: 4 * (min(len(content), 4_096) // 4)]
    if len(sample) < _TELLING_BYTES:
        return None
    quarter = len(sample) // 4
    zeros = [sample[at::4].count(0) / quarter for at in range(4)]
    return next((name for name, empty in _ZEROS if all((zeros[at] > _MOST) is (at in empty) for at in range(4))), None)


def delimiter(text: str) -> str:
    r"""The sign that parts the first rows most evenly; outside quotation marks.

    >>> delimiter("indikator;jawaban\nBH.S1;1,5\n")
    ';'
    """
    rows = [_unquoted(line) for line in text.splitlines()[:20] if line.strip()]
    if not rows:
        return ","
    return max(
        _DELIMITERS,
        key=lambda sign: (rows[0].count(sign) > 0, sum(row.count(sign) > 0 for row in rows), rows[0].count(sign)),
    )


def _unquoted(line: str) -> str:
    return "".join(line.split('"')[::2])
