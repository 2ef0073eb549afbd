"""Characters as printed: ligatures opened, breaks of words visible, control characters gone."""

from __future__ import annotations

import re
from collections.abc import Iterator

LINE_END_HYPHEN = "\x02"
"""What pdfium writes for the hyphen of a word broken over two lines (and then no line break)."""

_LIGATURES = {
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st",
}  # fmt: skip
_ODD_SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
# Symbol fonts keep their bullets and ticks in the private use area.
_BULLETS = "\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8\uf0b2\uf02d"
_GONE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufffe\uffff"
_TABLE = str.maketrans(
    {
        **{chr(code): None for code in (*range(32), *range(127, 160)) if chr(code) != "\t"},
        **_LIGATURES,
        **dict.fromkeys(_ODD_SPACES, " "),
        **dict.fromkeys(_BULLETS, "•"),
        **dict.fromkeys(_GONE),
        LINE_END_HYPHEN: "-",
    }
)
_LEADERS = re.compile(r" ?(\.{5,}) ?")
_SPACES = re.compile(r"  +")
_ENDLESS = 4_000
_LONGEST_WORD = 200
"""No printed line or word is this long; searching one may cost the square of its length."""
_HALF = re.compile(r"[\ud800-\udfff]")


_SYMBOL_ASCII = {0xF000 + code: code for code in range(0x20, 0x7F)}


_SYMBOL = re.compile(r"[\uf020-\uf07e]")


def opened_symbols(text: str) -> str:
    """Text of a font marked as symbols, whose letters pdfium leaves in the private use area, as letters.

    Only where such characters prevail: single ones are true symbols (bullets, ticks).

    >>> opened_symbols("\uf050\uf065\uf072\uf064\uf061")
    'Perda'
    """
    if not _SYMBOL.search(text):
        return text
    symbols = sum(0xF020 <= ord(character) <= 0xF07E for character in text)
    printed = sum(not character.isspace() for character in text)
    return text.translate(_SYMBOL_ASCII) if symbols > 0.5 * printed else text


def clean(text: str) -> str:
    """One line without control characters and ligatures, spaces single.

    >>> clean("e\ufb01sien\u00a0dan   per\u00adlindungan ")
    'efisien dan perlindungan'
    """
    return single_spaced(clean_keeping_gaps(text))


def single_spaced(text: str) -> str:
    """A cleaned line with each run of spaces as one."""
    return _SPACES.sub(" ", text) if "  " in text else text


def clean_keeping_gaps(text: str) -> str:
    """As `clean`, but runs of spaces stay: they part the words of a letter-spaced heading."""
    if text.isascii() and text.isprintable():  # most lines: nothing in them to change
        return text.strip()
    return _paired(text).translate(_TABLE).strip()


def _paired(text: str) -> str:
    r"""Halves of characters beyond 16 bits (pdfium hands them out one by one) joined; a lone half cannot be written.

    >>> _paired("\ud835\udc65 = 1") == "\U0001d465 = 1"
    True
    """
    if not _HALF.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def folded_lines(text: str) -> Iterator[str]:
    """The lines of a text, endless ones folded at a blank where there is one; nothing is lost.

    >>> [len(part) for part in folded_lines("kata " * 1_000 + chr(10) + "b")]
    [3999, 1001, 1]
    """
    for line in text.splitlines():
        start = 0
        while len(line) - start > _ENDLESS:
            blank = line.rfind(" ", start + 1, start + _ENDLESS)
            end = blank if blank > 0 else start + _LONGEST_WORD
            yield line[start:end]
            start = end
        yield line[start:]


def padded_leaders(text: str) -> str:
    """Dots that lead from a title to its page number, set apart from both.

    >>> padded_leaders("DAFTAR ISI........iii")
    'DAFTAR ISI ........ iii'
    """
    return _LEADERS.sub(r" \1 ", text).strip() if "....." in text else text
