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
