"""Characters that office formats can hold: XML knows no control characters, halves of pairs or non-characters."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def writable(text: str) -> str:
    r"""The text with every character that XML forbids as a blank.

    >>> writable("nama\x00berkas\ufffe.pdf")
    'nama berkas .pdf'
    """
    return _FORBIDDEN.sub(" ", text)
