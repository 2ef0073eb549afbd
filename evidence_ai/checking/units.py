"""Units as people write them, brought to one form and one scale."""

from __future__ import annotations

import re
from decimal import Decimal

_SAME = {
    "persen": "%", "prosen": "%", "percent": "%", "%": "%",
    "yo": "%", "o/o": "%", "0/0": "%", "°/o": "%",
    "rp": "rupiah", "rp.": "rupiah", "rupiah": "rupiah", "idr": "rupiah",
    "jiwa": "orang", "orang": "orang", "penduduk": "orang", "org": "orang", "peserta": "orang", "siswa": "orang",
    "keluarga": "kk", "kk": "kk", "kepala keluarga": "kk",
    "kegiatan": "kegiatan", "kali": "kegiatan", "keg": "kegiatan", "giat": "kegiatan",
    "km2": "km2", "km²": "km2", "ha": "ha", "hektar": "ha", "hektare": "ha",
    "indeks": "nilai", "nilai": "nilai", "poin": "nilai", "skor": "nilai",
}  # fmt: skip
"""One form for each way of writing; the second row is what OCR makes of a percent sign."""

_SCALE = {
    "ribu": Decimal(1000),
    "juta": Decimal(10) ** 6,
    "miliar": Decimal(10) ** 9,
    "milyar": Decimal(10) ** 9,
    "triliun": Decimal(10) ** 12,
}
_PER = re.compile(r"(?:/|\bper)\s*([\d.]+)")


def unit(text: str | None) -> tuple[str | None, Decimal]:
    """The unit in its one form, and by what a number of it is multiplied.

    >>> unit("juta rupiah"), unit("Jiwa"), unit("per 100.000 KH")
    (('rupiah', Decimal('1000000')), ('orang', Decimal('1')), ('per 100000', Decimal('1')))
    """
    plain = " ".join((text or "").casefold().split()).strip(" ().")
    if not plain:
        return None, Decimal(1)
    per = _PER.search(plain)
    if per is not None:
        return f"per {per[1].replace('.', '')}", Decimal(1)
    scale = Decimal(1)
    words = plain.split()
    for word in [one for one in words if one in _SCALE]:
        scale *= _SCALE[word]
        words.remove(word)
    rest = " ".join(words)
    return (_SAME.get(rest, rest) or None), scale


def fit(one: str | None, other: str | None) -> bool:
    """Whether two units, in their one form, can mean the same; an unknown unit fits any except % and rupiah.

    >>> fit("%", None), fit("orang", None), fit("orang", "kk")
    (False, True, False)
    """
    if one == other:
        return True
    known = one or other
    return (one is None or other is None) and known not in {"%", "rupiah"} and not (known or "").startswith("per ")


def is_known(canonical: str | None) -> bool:
    """Whether a unit in its one form is one we know, so that it can be told from others."""
    return canonical is not None and (canonical in _SAME.values() or canonical.startswith("per "))
