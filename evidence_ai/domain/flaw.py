"""What makes a page hard to read, seen in its picture, and what the uploader should do about it."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from evidence_ai.domain.bilingual import Bilingual


class Flaw(StrEnum):
    """One cause, worst first where several meet."""

    UPSIDE_DOWN = "upside_down"
    SIDEWAYS = "sideways"
    COARSE = "coarse"
    BLURRED = "blurred"
    FAINT = "faint"
    SHADOWED = "shadowed"
    CROOKED = "crooked"
    CUT_OFF = "cut_off"
    TWO_PAGES = "two_pages"


LOW_DPI = 150
"""Print of 11 points has letters of 12 pixels there: below, Tesseract's error doubles at every step."""
ENOUGH_DPI = 300

_WORDS = {
    Flaw.UPSIDE_DOWN: Bilingual("terbalik", "upside down"),
    Flaw.SIDEWAYS: Bilingual("rebah", "on its side"),
    Flaw.COARSE: Bilingual("terlalu kasar", "too coarse"),
    Flaw.BLURRED: Bilingual("buram", "blurred"),
    Flaw.FAINT: Bilingual("pudar", "faint"),
    Flaw.SHADOWED: Bilingual("gelap sebagian", "in shadow"),
    Flaw.CROOKED: Bilingual("miring", "crooked"),
    Flaw.CUT_OFF: Bilingual("terpotong di tepinya", "cut off at its edge"),
    Flaw.TWO_PAGES: Bilingual("memuat dua lembar dalam satu gambar", "two sheets in one picture"),
}
_CURES = {
    Flaw.UPSIDE_DOWN: Bilingual("tegak", "upright"),
    Flaw.SIDEWAYS: Bilingual("tegak", "upright"),
    Flaw.CROOKED: Bilingual("lurus", "straight"),
    Flaw.FAINT: Bilingual("dengan kontras lebih kuat", "with more contrast"),
    Flaw.SHADOWED: Bilingual("dengan cahaya merata tanpa bayangan", "in even light without shadows"),
    Flaw.CUT_OFF: Bilingual("sampai seluruh tepi kertas terlihat", "with all edges of the paper in view"),
    Flaw.TWO_PAGES: Bilingual("satu lembar per halaman", "one sheet a page"),
}


def described(flaws: Collection[Flaw], dpi: int | None = None) -> Bilingual:
    """The flaws in words that follow 'the page is'; the resolution stands where it is one of them.

    >>> described([Flaw.CROOKED, Flaw.BLURRED]).id
    'buram dan miring'
    >>> described([Flaw.COARSE], 96).id
    'terlalu kasar (96 dpi)'
    """
    words = [_word(flaw, dpi) for flaw in Flaw if flaw in flaws]
    return Bilingual(_listed([one.id for one in words], "dan"), _listed([one.en for one in words], "and"))


def rescan_advice(flaws: Collection[Flaw], dpi: int | None = None) -> Bilingual:
    """What to do about a page with these flaws.

    >>> rescan_advice([Flaw.CROOKED, Flaw.BLURRED]).id
    'Halaman buram dan miring; pindai ulang 300 dpi, lurus.'
    >>> rescan_advice([]).id
    'Halaman sulit dibaca; pindai ulang 300 dpi, tegak dan bersih.'
    """
    found = described(flaws, dpi)
    cures = list(dict.fromkeys(_CURES[flaw] for flaw in Flaw if flaw in flaws and flaw in _CURES))
    plain = Bilingual("tegak dan bersih", "upright and clean")
    if not found.id:
        cures = [plain]
    how_id = "".join(f", {cure.id}" for cure in cures)
    how_en = "".join(f", {cure.en}" for cure in cures)
    return Bilingual(
        f"Halaman {found.id or 'sulit dibaca'}; pindai ulang {ENOUGH_DPI} dpi{how_id}.",
        f"The page is {found.en or 'hard to read'}; scan it again at {ENOUGH_DPI} dpi{how_en}.",
    )


def _word(flaw: Flaw, dpi: int | None) -> Bilingual:
    word = _WORDS[flaw]
    if flaw is Flaw.COARSE and dpi is not None:
        return Bilingual(f"{word.id} ({dpi} dpi)", f"{word.en} ({dpi} dpi)")
    return word


def _listed(words: list[str], conjunction: str) -> str:
    return f" {conjunction} ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
