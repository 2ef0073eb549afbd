"""Bytes to characters, and which sign parts the columns of a CSV."""

from __future__ import annotations

_DELIMITERS = (";", ",", "\t")


def decoded(content: bytes) -> str:
    """Text of a file in UTF-8, UTF-16 or, where it is neither, the Windows code page of Indonesian offices.

    >>> decoded("Café".encode("cp1252"))
    'Café'
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


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
