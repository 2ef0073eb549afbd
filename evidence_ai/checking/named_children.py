"""Lists of children by name beside what was done to them or what they suffer from: the most harmful data of all."""

from __future__ import annotations

import re

from evidence_ai.domain.document import Page

_SENSITIVE = re.compile(
    r"\b(?:HIV|AIDS|ODGJ|gangguan\s+jiwa|gizi\s+buruk|stunting|wasting|TBC|tuberkulosis|kusta|epilepsi|diagnos\w+|"
    r"penyandang\s+disabilitas|korban|kekerasan|pelecehan|pencabulan|persetubuhan|pelaku|tersangka|narkoba|NAPZA|"
    r"berhadapan\s+dengan\s+hukum|ABH|perdagangan\s+orang)\b",
    re.IGNORECASE,
)
_NAME_COLUMN = re.compile(r"\bnama\b", re.IGNORECASE)
_AGE = r"(?:(?:[1-9]|1[0-7])\s*(?:th|thn|tahun)|\d{1,2}\s*(?:bl|bln|bulan))"
_ROW = re.compile(
    rf"^\W*\d{{1,3}}[.)]?\s+(?:An\.?\s+)?(?:[A-Z][a-z'’]+(?:\s+[A-Z][a-z'’]+){{0,3}}|[A-Z'’]{{3,}}(?:\s+[A-Z'’]{{2,}}){{0,3}})"
    rf"\b.{{0,60}}?(?<!\d)\b{_AGE}\b",
)
_FEWEST = 3
"""One named child may be a story in a report, told with consent; three rows are a register."""


def named_children(page: Page) -> int:
    """How many rows name a child (with an age below 18) on a page that speaks of illness, violence or crime; else 0."""
    if not _NAME_COLUMN.search(page.text) or not _SENSITIVE.search(page.text):
        return 0
    rows = sum(_ROW.match(line.text) is not None for line in page.lines)
    return rows if rows >= _FEWEST else 0
