"""Evidence: what one channel says for or against one indicator."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """`log_odds` adds up over channels; `text` is for people, in Indonesian; `page` None where no page."""

    indicator: str
    channel: str
    log_odds: float
    text: str
    page: int | None


@dataclass(frozen=True, slots=True)
class Objection:
    """Another subject the document is about, as found in its title. `name` and `words` in Indonesian."""

    name: str
    words: str
    decisive: bool
    start: int
    end: int
