"""Which group of people or households an answer counts, so that two answers about one group can be compared."""

from __future__ import annotations

import re
from dataclasses import dataclass

from evidence_ai.domain.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class Group:
    """A group that has one number a year. `asked` finds it in an indicator's title, `printed` in a label."""

    name: Bilingual
    asked: re.Pattern[str]
    printed: re.Pattern[str]


def _group(indonesian: str, english: str, asked: str, printed: str) -> Group:
    return Group(Bilingual(indonesian, english), re.compile(asked, re.IGNORECASE), re.compile(printed, re.IGNORECASE))


_COUNT = r"^\W*(?:jumlah|total|banyaknya)?\s*(?:seluruh\s+)?"
_END = (
    r"(?:\s*(?:kabupaten|kota|provinsi)\b.*|\s*(?:semester|tahun)\b.*|\s*\(.*\)|\s*laki.laki (?:dan|\+) perempuan)?\W*$"
)

GROUPS: tuple[Group, ...] = (
    _group("penduduk wajib KTP", "residents who must hold an identity card", r"wajib KTP|KTP[ -]?(?:elektronik|el)\b",
           rf"{_COUNT}(?:penduduk\s+)?(?:yang\s+)?wajib\s+(?:memiliki\s+)?(?:e-?)?KTP(?:[ -]?el\w*)?{_END}"),
    _group("anak usia 0-17 tahun", "children aged 0-17", r"anak\s+(?:usia\s+)?0\s*[-–]\s*1[78]|kartu identitas anak",
           rf"{_COUNT}(?:penduduk\s+)?anak\s+(?:usia\s+)?0\s*[-–]\s*1[78](?:\s+tahun)?{_END}"),
    _group("kelahiran hidup", "live births", r"\bkelahiran hidup\b", rf"{_COUNT}kelahiran\s+hidup{_END}"),
    _group("rumah tangga", "households", r"\brumah tangga\b", rf"{_COUNT}rumah\s+tangga{_END}"),
    _group("penduduk", "residents", r"persentase\s+penduduk\b|terhadap jumlah penduduk", rf"{_COUNT}penduduk{_END}"),
)  # fmt: skip
"""More special groups first: whoever must hold a card is a resident too."""


def asked_for(title: str) -> Group | None:
    """The group that an indicator of this title takes as its whole.

    >>> asked_for("Persentase rumah tangga dengan akses sanitasi layak").name.en
    'households'
    >>> asked_for("Persentase guru bersertifikat") is None
    True
    """
    return next((one for one in GROUPS if one.asked.search(title)), None)
