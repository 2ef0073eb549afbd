"""What a document type declares: cues by place, each with a weight, and examples that prove them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import islice

from evidence_ai.domain.bilingual import Bilingual


class Place(StrEnum):
    """Where a cue must stand to count; a citation elsewhere says nothing.

    `kind`: the heading's kind lines ('PERATURAN DAERAH KABUPATEN X', 'NOTA KESEPAHAMAN ANTARA ...'), on the first two
    pages: a decree bound into a book is not the book's heading.
    `subject`: the heading's title, freed from 'perubahan atas ... tentang' wrapping.
    `top`: the first lines of the first page with text, without Menimbang and the like.
    `capitals`: lines in capitals on the first two pages: covers, chapter titles.
    `opening`: the first lines of the first two pages, in any case.
    `edge`: heads and feet of the pages, page numbers left out: where reports print their own name.
    `body`: the first pages and the last ones, everything.
    `ending`: the last lines.
    """

    KIND = "kind"
    SUBJECT = "subject"
    TOP = "top"
    CAPITALS = "capitals"
    OPENING = "opening"
    EDGE = "edge"
    BODY = "body"
    ENDING = "ending"


@dataclass(frozen=True, slots=True)
class Cue:
    r"""A pattern over comparable text (capitals, single blanks, one line per line) at one place.

    A blank in `pattern` also matches a line break, `" ?"` is an optional one; `^` and `$` are ends of lines. `weight` is in points: about 10 names
    the type in its heading, 5 in a title, 2 in a typical phrase, negative speaks against it. A cue counts once, when the
    pattern occurs at least `times` times.

    >>> Cue(Place.TOP, r"^DAFTAR HADIR", 8).search("KOP DINAS\nDAFTAR  HADIR").start()
    10
    """

    place: Place
    pattern: str
    weight: float
    times: int = 1

    def search(self, text: str) -> re.Match[str] | None:
        """The first place in `text` where the cue stands; None when it occurs less than `times` times."""
        first = _compiled(self.pattern).search(text)
        if first is None or self.times == 1:
            return first
        enough = islice(_compiled(self.pattern).finditer(text), self.times - 1, None)
        return first if next(enough, None) else None


@dataclass(frozen=True, slots=True)
class DocumentType:
    """One member of the shelf of document types.

    `source` names the law or practice that shapes such documents. Counter-cues are cues with a negative weight.
    Every example must be recognised as this type, no counter-example may be.
    """

    name: str
    title: Bilingual
    description: Bilingual
    source: str
    cues: tuple[Cue, ...]
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]


@lru_cache(maxsize=2048)
def _compiled(pattern: str) -> re.Pattern[str]:
    # Bounded, because "anything but words, twice" over a page of leader dots costs the cube of its length.
    bounded = pattern.replace(r"\W*", r"\W{0,30}").replace(r"\W+", r"\W{1,30}")
    return re.compile(bounded.replace(" ?", r"\s*").replace(" ", r"\s+"), re.MULTILINE)
