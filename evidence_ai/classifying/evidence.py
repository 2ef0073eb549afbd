"""Evidence: what one channel says for or against one indicator."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_ai.domain.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class Evidence:
    """`log_odds` adds up over channels; `text` is for people; `page` None where no page.

    `words`: the printed words it rests on, '' where it rests on none.
    """

    indicator: str
    channel: str
    log_odds: float
    text: Bilingual
    page: int | None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Objection:
    """Another subject the document is about, as found in its title. `words` as printed."""

    name: Bilingual
    words: str
    decisive: bool
    start: int
    end: int
