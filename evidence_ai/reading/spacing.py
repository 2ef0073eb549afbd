"""Letter-spaced headings ("T E N T A N G") become words, conservatively."""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median

# Four letters at least: "a b c" may be a list, and "R I" a short form.
# It begins with a letter, not by looking back: so the search skips from capital to capital.
_RUN = re.compile(r"[A-Z](?<!\S[A-Z])(?: +[A-Z]){3,}(?!\S)")
_HEADING_WORDS = (
    "PERATURAN", "KEPUTUSAN", "INSTRUKSI", "RANCANGAN", "SALINAN", "LAMPIRAN", "DAERAH", "PROVINSI",
    "PROPINSI", "KABUPATEN", "KOTA", "BUPATI", "WALIKOTA", "WALI", "GUBERNUR", "MENTERI", "PRESIDEN",
    "REPUBLIK", "INDONESIA", "SEKRETARIS", "SEKRETARIAT", "DEWAN", "PERWAKILAN", "RAKYAT", "KEPALA", "DINAS",
    "BADAN", "NOMOR", "TAHUN", "TENTANG", "MEMUTUSKAN", "MENETAPKAN", "PEMERINTAH", "UNDANGAN", "SURAT",
    "EDARAN", "BERITA", "ACARA", "LEMBARAN", "LAPORAN", "NOTULEN", "DENGAN", "RAHMAT", "TUHAN", "YANG",
    "MAHA", "ESA", "DAN", "PERJANJIAN", "KINERJA", "KERJA", "BERSAMA", "DAFTAR", "HADIR", "ISI", "KATA",
    "PENGANTAR", "BAB",
)  # fmt: skip


def is_spaced(text: str) -> bool:
    """Whether `text` holds a run of single capitals."""
    return _RUN.search(text) is not None


def join_spaced(text: str, *, gaps: tuple[float, ...] | None = None) -> str:
    """Join runs of spaced capitals; words part at wider spaces, at wide `gaps`, or by known heading words.

    Args:
        text: one line, its runs of spaces kept.
        gaps: points between each letter of the line and the next, spaces left out, where known.

    >>> join_spaced("P E R A T U R A N  D A E R A H")
    'PERATURAN DAERAH'
    >>> join_spaced("T E N T A N G")
    'TENTANG'
    >>> join_spaced("pilihan A B C")
    'pilihan A B C'
    """
    return _RUN.sub(lambda run: _joined(run, gaps), text)


def _joined(run: re.Match[str], gaps: tuple[float, ...] | None) -> str:
    letters = run.group().replace(" ", "")
    spaces = [len(piece) for piece in re.findall(r" +", run.group())]
    if max(spaces) > min(spaces):
        return _split(letters, [width > min(spaces) for width in spaces])
    before = len(run.string[: run.start()].replace(" ", ""))
    inside = gaps[before : before + len(letters) - 1] if gaps else ()
    if len(inside) == len(letters) - 1:
        usual = median(inside)
        # A word gap is a letter gap plus a space; 1.6 keeps kerning pairs together.
        return _split(letters, [gap > max(1.6 * usual, usual + 1.5) for gap in inside])
    return " ".join(_known_words(letters))


def _split(letters: str, breaks: list[bool]) -> str:
    text = letters[0]
    for (_, letter), broken in zip(pairwise(letters), breaks, strict=True):
        text += f" {letter}" if broken else letter
    return text


def _known_words(letters: str) -> list[str]:
    """Greedy longest known words; what lies between stays together."""
    words: list[str] = []
    unknown = ""
    while letters:
        found = max((word for word in _HEADING_WORDS if letters.startswith(word)), key=len, default="")
        if found and (len(found) > 3 or not unknown):
            words += [unknown] * bool(unknown) + [found]
            unknown, letters = "", letters[len(found) :]
        else:
            unknown, letters = unknown + letters[0], letters[1:]
    return words + [unknown] * bool(unknown)
