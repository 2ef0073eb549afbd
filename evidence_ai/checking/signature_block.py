"""Where a document closes, and whether anything there stands for a signature."""

from __future__ import annotations

import re
from dataclasses import dataclass

from evidence_ai.domain.document import DocumentText, Grade, Page, Source
from evidence_ai.domain.dossier import Dossier
from evidence_ai.domain.quote import Quote

CLOSING = re.compile(
    r"^\W*(?:D[il1](?:tetapkan|keluarkan|sahkan|buat)\s+d[il1]\b|DI(?:TETAPKAN|KELUARKAN|SAHKAN|BUAT)\s+DI\b)",
    re.MULTILINE,
)
"""'Ditetapkan di ...' at the start of a line; a signature follows it."""

_OFFICE = re.compile(
    r"^\W*(?:a\.?\s?n\.?|u\.?\s?b\.?|pj\.?|plt\.?|plh\.?|pjs\.?|penjabat)?\W*(?:BUPATI|WALI\s?KOTA|GUBERNUR|KEPALA|SEKRETARIS|"
    r"KETUA|PIMPINAN|CAMAT|LURAH|DIREKTUR|INSPEKTUR|MENTERI|PRESIDEN|PIHAK|KUASA)\b",
    re.IGNORECASE | re.MULTILINE,
)
_NAME = re.compile(r"^\W*(?:(?:Dr|Drs|Dra|H|Hj|Ir|Prof|KH)\W+)*[A-Z][A-Za-z.'` -]{4,50}(?:,.{2,40})?$", re.MULTILINE)
_SIGNED = re.compile(
    r"(?:^|[\W\d_])(?:t\s?[.]?\s?t\s?[.]?\s?d|d\s?[.]?\s?t\s?[.]?\s?o|tdt|dtt|sgd|cap)(?:[\W\d_]|$)|tertanda|tanda\s?tangan|"
    r"ditandatangan|salinan|autenti|sesuai\s+(?:dengan\s+)?(?:naskah\s+)?asli|elektronik|bsre|\btte\b|\bparaf\b|[/(]\s*s\s*[/)]",
    re.IGNORECASE,
)
"""Anything that stands for a signature or says that this is a copy."""
_OFFICE_REACH = 9
"""Lines between 'Ditetapkan di' and the office that signs: place, date, sometimes a Hijri date."""
_SHORTEST_NAME_LINES = 1


@dataclass(frozen=True, slots=True)
class Closing:
    """The closing of a document: `after` is the text from it to the end of the page and over the next one."""

    page: Page
    quote: Quote
    after: str


def closing_of(text: DocumentText) -> Closing | None:
    """The last closing with an office and a name below; None where none was read."""
    pages = {page.number: page for page in text.pages}
    for page in reversed(text.pages):
        for match in reversed(list(CLOSING.finditer(page.text))):
            after = page.text[match.end() :]
            office = _OFFICE.search("\n".join(after.splitlines()[:_OFFICE_REACH]))
            if office is None:
                continue
            below = "\n".join(after[office.end() :].splitlines()[_SHORTEST_NAME_LINES:8])
            if not _NAME.search(below):
                continue
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            line_end = page.text.find("\n", match.end())
            quote = page.quote(start, line_end if line_end >= 0 else len(page.text))
            following = pages.get(page.number + 1)
            return Closing(page, quote, f"{after}\n{following.text if following else ''}")
    return None


def bears_no_signature(dossier: Dossier, closing: Closing) -> bool:
    """Whether the closing was seen whole and clean, and nothing in it or in the file stands for a signature.

    On a scan the signature is part of the picture; where a page holds a drawing it may be one; where a page was not
    read nothing can be missing from it. In all these cases the answer is no.
    """
    text = dossier.text
    if text.drawn_pages is None or text.signatures or closing.page.source is not Source.TEXT_LAYER:
        return False
    near = (closing.page.number, closing.page.number + 1)
    if any(number in text.drawn_pages for number in near) or any(one.page in near for one in text.pages_failed):
        return False
    if closing.page.grade not in (Grade.EXCELLENT, Grade.GOOD) or closing.page.layer_text:
        return False
    return not _SIGNED.search(closing.after)
