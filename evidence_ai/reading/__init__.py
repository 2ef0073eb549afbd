"""Reading: files to text. One door, `read`."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from evidence_ai import shelf
from evidence_ai.domain.document import DocumentText, Outcome
from evidence_ai.reading import outcomes
from evidence_ai.reading.advice import unsupported
from evidence_ai.reading.engine import Engine
from evidence_ai.reading.formats import Reader, Task
from evidence_ai.reading.limits import Limits
from evidence_ai.reading.media_types import FORMATS, OFFICE_ENCRYPTED

__all__ = ["Limits", "read"]


def read(
    content: bytes,
    media_type: str,
    *,
    engine: Engine,
    limits: Limits = Limits(),  # noqa: B008 - frozen
    progress: Callable[[int, int], None] | None = None,
) -> DocumentText:
    """Read one file. Bad content never raises; it ends in a named outcome.

    Args:
        content: the whole file.
        media_type: what the content is, as `media_types.detect` says.
        engine: recognises pages that are pictures; see `engines.first_available`.
        limits: what this file may cost.
        progress: hears (pages done, pages in all) after each page.
    """
    if not content:
        return outcomes.ended(Outcome.EMPTY, outcomes.NO_CONTENT)
    if len(content) > limits.max_bytes:
        return outcomes.ended(Outcome.TOO_BIG, outcomes.too_big(len(content), limits.max_bytes))
    if media_type == OFFICE_ENCRYPTED:
        return outcomes.ended(Outcome.ENCRYPTED, outcomes.ENCRYPTED)
    name = FORMATS.get(media_type)
    if name is None:
        return outcomes.ended(Outcome.UNSUPPORTED, unsupported(media_type))
    formats = import_module("evidence_ai.reading.formats")
    reader = shelf.member(formats, name, "READER", Reader)
    try:
        return reader.read(Task(content, media_type, engine, limits, progress or _silent))
    except MemoryError:
        return outcomes.ended(Outcome.MEMORY, outcomes.OUT_OF_MEMORY)
    except Exception:  # noqa: BLE001 - the promise of this door: hostile content ends in a name
        return outcomes.ended(Outcome.UNREADABLE, outcomes.CORRUPT)


def _silent(_done: int, _total: int) -> None: ...
