"""How far a printed label speaks of what an indicator asks."""

from __future__ import annotations

import re
from functools import lru_cache

from evidence_ai.domain.edition import Indicator

CLEAR = 0.6
"""From here a label is about the indicator: a whole cue stands in it, or it and the title share most words."""

_IDLE = frozenset(
    [
        "dan",
        "atau",
        "yang",
        "di",
        "ke",
        "dari",
        "dengan",
        "untuk",
        "bagi",
        "pada",
        "oleh",
        "dalam",
        "tentang",
        "serta",
        "atas",
        "per",
        "para",
        "adalah",
        "sebagai",
        "terhadap",
        "persentase",
        "persen",
        "jumlah",
        "angka",
        "nilai",
        "tingkat",
        "cakupan",
        "rasio",
        "indeks",
        "total",
        "tahun",
        "kabupaten",
        "kota",
        "daerah",
        "provinsi",
        "realisasi",
        "target",
        "capaian",
        "kegiatan",
        "program",
        "alokasi",
        "anggaran",
        "belanja",
        "sub",
        "penyelenggaraan",
        "pelaksanaan",
    ]
)
"""Words that stand in nearly every label and so tell nothing."""


def relevance(label: str, indicator: Indicator) -> float:
    """0..1: 1 where a whole cue of several words stands in the label; else the share of words in common."""
    words = _words(label)
    if not words:
        return 0.0
    cue = max((_cue(one, words, label) for one in indicator.cues), default=0.0)
    return max(cue, _overlap(words, _words(indicator.title)))


def mentions(cue: str, text: str) -> bool:
    """Whether `text` has the cue: all words of a cue of several, or an acronym as it is; a single word says nothing.

    >>> mentions("prevalensi stunting", "Prevalensi balita stunting"), mentions("LAPOR", "laporan")
    (True, False)
    """
    if cue.isupper() and len(cue) >= 3:
        return re.search(rf"\b{re.escape(cue)}\b", text) is not None
    words = cue.split()
    return len(words) > 1 and all(re.search(rf"\b{re.escape(one)}", text, re.IGNORECASE) for one in words)


def names_phrase(indicator: Indicator, text: str) -> bool:
    """Whether a cue of several words, or an acronym, stands in `text` word by word in its order."""
    plain = " ".join(text.split())
    for cue in indicator.cues:
        acronym = cue.isupper() and len(cue) >= 3
        if acronym or len(cue.split()) > 1:
            flags = re.NOFLAG if acronym else re.IGNORECASE
            if re.search(rf"\b{re.escape(cue)}\b", plain, flags):
                return True
    return False


def _cue(cue: str, words: frozenset[str], label: str) -> float:
    wanted = _words(cue)
    if cue.isupper() and len(cue) >= 3:
        return 0.9 if re.search(rf"\b{re.escape(cue)}\b", label) else 0.0
    if not wanted or not wanted <= words:
        return 0.0
    return 1.0 if len(wanted) > 1 else 0.5


def _overlap(label: frozenset[str], title: frozenset[str]) -> float:
    """Words in common against the words of both (Dice)."""
    return 2 * len(label & title) / (len(label) + len(title)) if title else 0.0


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    found = re.findall(r"[a-z0-9]+", text.casefold().replace("-", ""))
    return frozenset(word for word in found if word not in _IDLE and len(word) > 1)
