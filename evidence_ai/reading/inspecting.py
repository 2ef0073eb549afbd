"""What a file is beside its pages: signatures, active content, pages that bear drawings. Looked at, never run."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import replace

from evidence_ai.domain.document import DocumentText, Outcome
from evidence_ai.reading.active_content import active_content
from evidence_ai.reading.media_types import CSV, DOCX, ODT, PDF, TEXT
from evidence_ai.reading.pdf_structure import structure_of
from evidence_ai.reading.signatures import printed_notices, signatures_in

_NOT_OPENED = frozenset({Outcome.TOO_BIG, Outcome.ENCRYPTED, Outcome.EMPTY, Outcome.MEMORY, Outcome.TIMEOUT})
_PICTURE_FOLDERS = ("word/media/", "word/ink/", "word/embeddings/", "Pictures/", "media/", "Object ")


def inspected(text: DocumentText, content: bytes, media_type: str, *, anchors: Iterable[bytes] = ()) -> DocumentText:
    """The text with what else the file holds; a file too broken to look into keeps its text as it is."""
    if text.outcome in _NOT_OPENED:
        return text
    try:
        return _inspected(text, content, media_type, anchors)
    except Exception:  # noqa: BLE001 - hostile structure; the pages that were read still stand
        return text


def _inspected(text: DocumentText, content: bytes, media_type: str, anchors: Iterable[bytes]) -> DocumentText:
    if media_type != PDF:
        return replace(
            text,
            active=active_content(content, media_type),
            signatures=tuple(printed_notices(text.pages)),
            drawn_pages=() if _cannot_be_drawn(content, media_type) else None,
        )
    structure = structure_of(content, text.pages)
    signed = signatures_in(content, structure.signed_fields, anchors=anchors)
    return replace(
        text,
        active=structure.active,
        signatures=signed or tuple(printed_notices(text.pages)),
        drawn_pages=structure.drawn_pages,
    )


def _cannot_be_drawn(content: bytes, media_type: str) -> bool:
    """Whether a file without pages holds nothing but text, so that no signature hides in a picture."""
    if media_type in (TEXT, CSV):
        return True
    if media_type not in (DOCX, ODT):
        return False
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return not any(name.startswith(_PICTURE_FOLDERS) for name in archive.namelist())
