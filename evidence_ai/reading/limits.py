"""How much one file may cost before reading stops and says so."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Limits:
    """Budgets of one `read`; a caller with stricter needs passes its own.

    `page_s` bounds recognition of one page, `document_s` the whole file (pages not reached are
    named failures). Pixels are counted before anything is rendered: A3 at 300 dpi has 17 million.
    `word_boxes` False saves the places of single words in text layers, and with them the ruled tables, for callers
    that only want the text, which is the same with and without.
    """

    max_bytes: int = 300_000_000
    max_pages: int = 3_000
    max_pixels: int = 40_000_000
    max_characters: int = 30_000_000
    page_s: float = 60.0
    document_s: float = 1_800.0
    max_pictures: int = 60
    word_boxes: bool = True

    def for_page(self, left_s: float) -> Limits:
        """The limits of one page of a document that has `left_s` seconds left.

        >>> Limits(page_s=60.0).for_page(5.0).page_s
        5.0
        """
        return replace(self, page_s=left_s) if left_s < self.page_s else self
