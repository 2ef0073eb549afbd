"""Units of figures: what stands behind a number, in a heading, in a label."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from evidence_ai.understanding.amounts import Number, Separators, numbers, whole

PERCENT = "persen"
RUPIAH = "rupiah"

_NO_UNIT = frozenset(
    [
        "dan",
        "atau",
        "dari",
        "yang",
        "di",
        "ke",
        "pada",
        "dengan",
        "untuk",
        "dalam",
        "adalah",
        "yaitu",
        "yakni",
        "sebesar",
        "sebanyak",
        "sebagai",
        "serta",
        "juga",
        "telah",
        "akan",
        "tidak",
        "ini",
        "itu",
        "oleh",
        "per",
        "hingga",
        "sampai",
        "sd",
        "s.d.",
        "s/d",
        "sedangkan",
        "namun",
        "karena",
        "sehingga",
        "bila",
        "jika",
        "maka",
        "antara",
        "kepada",
        "terhadap",
        "atas",
        "bagi",
        "menjadi",
        "mencapai",
        "dapat",
        "tersebut",
        "maupun",
        "secara",
        "tentang",
        "seperti",
        "lebih",
        "kurang",
        "hanya",
        "saja",
        "tahun",
        "bulan",
        "nomor",
        "pasal",
        "ayat",
        "januari",
        "februari",
        "maret",
        "april",
        "mei",
        "juni",
        "juli",
        "agustus",
        "september",
        "oktober",
        "november",
        "desember",
        "terdiri",
        "berasal",
        "dimana",
        "dengan",
        "total",
        "jumlah",
        "meningkat",
        "menurun",
        "naik",
        "turun",
        "bahwa",
        "guna",
        "agar",
        "kali",
        "pukul",
        "wib",
        "ada",
        "masih",
        "sudah",
        "target",
        "realisasi",
        "capaian",
        "poin-poin",
        "merupakan",
        "mengalami",
        "dibandingkan",
        "dibanding",
        "berdasarkan",
        "tercapai",
        "terealisasi",
        "selama",
        "setelah",
        "sebelum",
        "sesuai",
        "tanggal",
        "baru",
        "besar",
        "berkurang",
        "bertambah",
        "defisit",
        "revisi",
        "semula",
        "lanjutan",
        "page",
        "satu",
        "dua",
        "tiga",
        "empat",
        "lima",
        "enam",
        "tujuh",
        "delapan",
        "sembilan",
        "sepuluh",
        "belas",
        "puluh",
        "ratus",
        "seratus",
        "seribu",
    ]
)
"""Words that follow a number without being its unit."""
_SPELLED = {
    "%": PERCENT,
    "persen": PERCENT,
    "prosen": PERCENT,
    "persentase": PERCENT,
    "prosentase": PERCENT,
    "yo": PERCENT,  # how OCR reads %
    "rp": RUPIAH,
    "rp.": RUPIAH,
    "rupiah": RUPIAH,
    "org": "orang",
    "bln": "bulan",
    "keg": "kegiatan",
    "dok": "dokumen",
    "kk": "KK",
}
_NO_NOUN = re.compile(r"\w+nya|me(?:ng|ny|n|m)(?!it$|tor$|ter$)\w{3,}|ter\w+(?:nya|kan)")
"""Verbs and nouns of process that begin the next column or clause: 'meningkatnya', 'menyusun'."""
_WORD = re.compile(r"[ ]*(?P<word>[A-Za-z][A-Za-z/\u00b2\u00b3\d'-]{0,24}[.]?)")
_PER = re.compile(
    r"[ ]*(?P<per>per[ ](?:\d[\d.]*[ ])?[a-z]+(?:[ ](?:hidup|penduduk|orang|tahun|hari|bulan))?)", re.IGNORECASE
)
_BRACKETED = re.compile(r"\(\s*(?:dalam |satuan )?(?P<unit>%|rp\.?|[a-z][a-z/ .\d]{0,20})\s*\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Measure:
    """A number with the unit printed at it, None where there is none."""

    number: Number
    unit: str | None


@lru_cache(maxsize=4096)
def measures(text: str, marks: Separators) -> tuple[Measure, ...]:
    """What a table cell measures: '136 (34%)', '7.201 Koleksi dan 28 Naskah', 'Rp 1.500.000,-', '12 bln'.

    Empty for a cell that does not begin with a number, or holds more words than units.

    >>> [(str(m.number.value), m.unit) for m in measures("7.201 Koleksi dan 28 Naskah", Separators.INDONESIAN)]
    [('7201', 'koleksi'), ('28', 'naskah')]
    >>> measures("Jumlah 3 desa", Separators.INDONESIAN)
    ()
    """
    flat = " ".join(text.split())
    alone = whole(flat, marks)
    if alone is not None and (not any(map(str.isdigit, alone.raw)) or re.fullmatch(r"\(\d{1,2}\)", flat)):
        return ()  # a dash, a column's number
    if alone is not None:
        return (Measure(alone, _own_unit(alone)),)
    if not re.match(r"[<>\u2264\u2265\u00b1~]?\s*[(-]?\s*(?:Rp\.?\s*)?\d", flat, re.IGNORECASE) or len(flat) > 70:
        return ()
    found = []
    for number in numbers(flat, marks):
        if re.fullmatch(r"\(\d{1,2}\)", number.raw):
            continue
        unit = _own_unit(number) or unit_behind(flat, number.end)
        found.append(Measure(number, unit))
    if not found or flat.count(" ") > 5 * len(found) + 3:
        return ()
    return tuple(found)


def _own_unit(number: Number) -> str | None:
    if number.percent:
        return PERCENT
    if number.rupiah:
        return f"{number.scale} {RUPIAH}" if number.scale else RUPIAH
    return None


def unit_behind(text: str, at: int) -> str | None:
    """The unit that follows position `at`: the next word when it can be one, 'per 100.000 kelahiran hidup'.

    >>> unit_behind("264,78 per 100.000 kelahiran hidup", 6), unit_behind("12 dari 40", 2), unit_behind("5 orang", 1)
    ('per 100.000 kelahiran hidup', None, 'orang')
    """
    per = _PER.match(text, at)
    if per is not None:
        return per["per"]
    found = _WORD.match(text, at)
    if found is None:
        return None
    return unit_of(found["word"])


def unit_of(word: str) -> str | None:
    """A printed unit in one spelling, or None where the words are no unit.

    >>> unit_of("Org"), unit_of("%"), unit_of("yang"), unit_of("Ton")
    ('orang', 'persen', None, 'ton')
    """
    plain = " ".join(word.strip(" .,;:()").split())
    low = plain.lower()
    if not low or low in _NO_UNIT or len(low) > 40:
        return None
    if low.startswith("rp"):
        return RUPIAH
    if low in _SPELLED:
        return _SPELLED[low]
    if _NO_NOUN.fullmatch(low):
        return None
    if plain.isupper():
        return plain if len(plain) <= 5 else low
    return plain if plain[-1:].isupper() and len(plain) < 4 else low


def unit_in_heading(heading: str) -> str | None:
    """A unit declared in a column heading or a label: '(%)', '(Rp)', '(ton)'.

    >>> unit_in_heading("produksi (ton)"), unit_in_heading("anggaran (rp)"), unit_in_heading("target (2)")
    ('ton', 'rupiah', None)
    """
    for found in _BRACKETED.finditer(heading):
        unit = unit_of(found["unit"])
        if unit is not None and len(unit.split()) <= 3 and not re.search(r"\d{4}|\bn\b|\bsd\b|s/d", unit):
            return unit
    if "%" in heading:
        return PERCENT
    return None


def with_scale(measure: Measure) -> Measure:
    """The measure with its printed scale in the unit: 'juta rupiah', 'ribu orang'."""
    scale = measure.number.scale
    if scale is None or (measure.unit or "").startswith(scale):
        return measure
    return replace(measure, unit=f"{scale} {measure.unit}" if measure.unit else scale)
