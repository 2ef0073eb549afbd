"""The shelf of formats; each file declares `READER`, a function from bytes to DocumentText."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from evidence_ai.domain.document import DocumentText
from evidence_ai.reading.engine import Engine
from evidence_ai.reading.limits import Limits

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Task:
    """One file to read, with what reading it may use. `progress` hears (pages done, pages in all)."""

    content: bytes
    media_type: str
    engine: Engine
    limits: Limits
    progress: Progress


@dataclass(frozen=True, slots=True)
class Reader:
    """One format: the media types it takes and how it reads them."""

    media_types: tuple[str, ...]
    read: Callable[[Task], DocumentText]
