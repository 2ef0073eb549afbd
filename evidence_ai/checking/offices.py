"""The office whose paper a document is: as it was understood, or as a form names it ('Organisasi : ...')."""

from __future__ import annotations

import re

from evidence_ai.domain.dossier import Dossier
from evidence_ai.domain.quote import Fact

SURELY = 0.75
"""From here the office stands in a letterhead, on a cover, in a heading or in a form; a signature may be anybody's."""

_FORM = re.compile(
    r"^\W*(?:Unit\s+)?(?:Organisasi|Perangkat\s+Daerah|SKPD|OPD|Unit\s+Kerja)\s*:\s*(?:[\d.\-]{3,}\s*)?"
    r"(?P<office>[A-Z][\w ,&/().\-]{3,90})$",
    re.IGNORECASE,
)
_FORM_LINES = 20
_OFTEN = 2
"""Once may be the addressee or a signature."""


def office_of(dossier: Dossier) -> Fact[str] | None:
    """The office with how sure it is, None where none was seen."""
    known = dossier.understanding.issuing_office
    if known is not None and known.confidence >= SURELY:
        return known
    return _in_form(dossier) or (known if known is None or not _recurs(known.value, dossier) else _surely(known))


def _recurs(name: str, dossier: Dossier) -> bool:
    """Whether the name stands again and again: an office speaks of itself in its own papers."""
    plain = r"\s+".join(re.escape(word) for word in name.split())
    counts = (len(re.findall(plain, page.text, re.IGNORECASE)) for page in dossier.text.pages)
    return sum(counts) >= _OFTEN


def _surely(known: Fact[str]) -> Fact[str]:
    return Fact(known.value, SURELY, known.quote)


def _in_form(dossier: Dossier) -> Fact[str] | None:
    """The office on a line of its own in the head of a budget form."""
    for page in dossier.text.pages[:1]:
        offset = 0
        for line in page.lines[:_FORM_LINES]:
            match = _FORM.match(line.text)
            if match is not None:
                quote = page.quote(offset + match.start("office"), offset + match.end("office"))
                return Fact(match["office"].strip(), 0.85, quote)
            offset += len(line.text) + 1
    return None
