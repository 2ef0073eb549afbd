"""Words for people, in both languages of the interface."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["id", "en"]


@dataclass(frozen=True, slots=True)
class Bilingual:
    """The same words in Bahasa Indonesia and in English.

    >>> Bilingual("Berkas rusak.", "The file is broken.").in_("en")
    'The file is broken.'
    """

    id: str
    en: str

    def in_(self, language: Language) -> str:
        """The words in `language`."""
        return self.en if language == "en" else self.id
