"""The quick lane: what a file seems to be within seconds. First words from the heading, then first and last pages."""

from __future__ import annotations

from collections.abc import Callable

from evidence_ai.domain.document import Document, DocumentText
from evidence_ai.domain.dossier import Dossier
from evidence_ai.domain.understanding import Understanding
from evidence_ai.domain.vocabulary import LEGAL_PRODUCTS
from evidence_ai.reading import is_part, read, read_heading
from evidence_ai.services.examining import Stage, Tools, judged

_FIRST, _LAST = 3, 2
_WITHOUT_REGION = frozenset({"pusat", "lembaga"})


def quick_pages(total: int) -> tuple[int, ...]:
    """The first three and last two pages, the telling ones first.

    >>> quick_pages(40)
    (1, 40, 2, 39, 3)
    """
    first, last = range(1, _FIRST + 1), range(total, total - _LAST, -1)
    order = [first[0], last[0], first[1], last[1], first[2]]
    return tuple(dict.fromkeys(number for number in order if 1 <= number <= total))


def first_words(
    document: Document, content: bytes, tools: Tools, *, page_one: Callable[[], DocumentText | None]
) -> Dossier:
    """What the heading says: type, region, number, year; all of page 1 where the heading alone does not say it.

    Args:
        document: which.
        content: its bytes.
        tools: to read and understand with.
        page_one: gives the text with page 1 when somebody else is reading it anyway; None to have it read here.

    Returns:
        A dossier "so far": the other pages of its text are waiting.
    """
    text = read_heading(content, document.media_type, engine=tools.engine, limits=tools.limits)
    dossier = judged(document, text, content, tools, through=Stage.UNDERSTAND)
    if not is_part(text) or is_complete(dossier.understanding):
        return dossier
    whole = page_one() or read(content, document.media_type, engine=tools.engine, limits=tools.limits, pages=(1,))
    return judged(document, whole, content, tools, through=Stage.UNDERSTAND) if whole.pages else dossier


def is_complete(known: Understanding) -> bool:
    """Whether first words need no more: what it is and whose; for a legal product its number and year too."""
    if known.document_type is None:
        return False
    national = known.issuer_level is not None and known.issuer_level.value in _WITHOUT_REGION
    if known.region is None and not national:
        return False
    return known.document_type.value not in LEGAL_PRODUCTS or (known.number is not None and known.year is not None)
