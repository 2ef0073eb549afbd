"""'Ditetapkan di', 'Diundangkan di': where a document closes."""

from __future__ import annotations

import re

from rapidfuzz import fuzz, process

from evidence_ai.understanding.normal import as_letters, compact
from evidence_ai.understanding.zone_lines import ZoneLine

_CLOSING = re.compile(
    r"(?<!TANGGAL )\bD[iIl1]\s?(?P<verb>tetapkan|undangkan|keluarkan|sahkan|tandatangani|buat|TETAPKAN|UNDANGKAN|KELUARKAN|SAHKAN|"
    r"TANDATANGANI|BUAT)\s*(?::\s*)?(?P<place>(?:d[iIl1]|D[IL1]|dalam|DALAM)\b)?"
)
_ALREADY = re.compile(r"^\W*(?:TELAH|Telah)\s+[dD](?:iundangkan|IUNDANGKAN)\s+(?:dalam|di|DALAM|DI)\b")
"""'Telah diundangkan dalam Lembaran Daerah ...', the older closing, in small letters."""
_CLOSING_VERBS = {"tetapkan": "enacted", "keluarkan": "enacted", "sahkan": "enacted", "undangkan": "promulgated"}


def closing_anchors(line: ZoneLine) -> tuple[str, ...]:
    """'enacted', 'promulgated' or 'signed' for each 'Ditetapkan di', 'Diundangkan di', 'Dibuat di' a line holds, in order.

    The capital letter tells them from 'mulai berlaku pada tanggal diundangkan'. In two columns a line may hold two.
    """
    if len(line.text) > 160:
        return ()
    found = [
        _CLOSING_VERBS.get(match["verb"].lower(), "signed")
        for match in _CLOSING.finditer(line.text)
        if match["place"]
        or (match["verb"].lower() in _CLOSING_VERBS and re.match(r"\W*(?:pada\b|PADA\b|$)", line.text[match.end() :]))
    ]
    if not found and _ALREADY.match(line.text):
        return ("promulgated",)
    return tuple(found) or _misread_anchor(line.text)


def _misread_anchor(text: str) -> tuple[str, ...]:
    """An anchor with a letter or two misread: '0itetapkan di', 'Diundangkem di', 'Ditetapkan ji'."""
    words = text.split()[:2]
    if len(words) < 2 or not words[0][0].isupper() or not _is_nearly_di(words[1]):
        return ()
    choice = process.extractOne(
        compact(words[0]), ("DITETAPKAN", "DIUNDANGKAN", "DIKELUARKAN"), scorer=fuzz.ratio, score_cutoff=78
    )
    return () if choice is None else ("promulgated" if choice[0] == "DIUNDANGKAN" else "enacted",)


def _is_nearly_di(word: str) -> bool:
    """Whether a word of two letters is 'di' but for one of them."""
    plain = as_letters(word).lower().replace("l", "i")
    return len(plain) == 2 and (plain[0] == "d" or plain[1] == "i")
