"""What a ZIP may unpack to, checked in its directory before anything is unpacked."""

from __future__ import annotations

import io
import zipfile

from evidence_ai.domain.document import DocumentText, Outcome, Reason
from evidence_ai.reading import outcomes

MAX_ENTRIES = 20_000
MAX_RATIO = 500
"""Office XML shrinks to a twentieth, sheets of formatted empty rows to a two-hundredth; a bomb to a thousandth."""
MAX_TOTAL = 1_500_000_000
_SMALL = 20_000_000
"""Below this size a high ratio harms nobody."""


def zip_danger(content: bytes) -> DocumentText | None:
    """The outcome of an office file that is a bomb, locked or broken; None when it may be opened."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError):
        return outcomes.ended(Outcome.UNREADABLE, outcomes.CORRUPT)
    if any(entry.flag_bits & 1 for entry in entries):
        return outcomes.ended(Outcome.ENCRYPTED, outcomes.ENCRYPTED)
    if is_bomb(entries):
        return outcomes.ended(Outcome.TOO_BIG, BOMB)
    return None


def is_bomb(entries: list[zipfile.ZipInfo]) -> bool:
    """Whether the entries would unpack to more than any honest file does."""
    total = sum(entry.file_size for entry in entries)
    swollen = any(
        entry.file_size > _SMALL and entry.file_size > MAX_RATIO * max(entry.compress_size, 1) for entry in entries
    )
    return len(entries) > MAX_ENTRIES or total > MAX_TOTAL or swollen


BOMB: Reason = outcomes.reason(
    "unpacks_too_big",
    "Isi berkas ini membengkak jauh melebihi batas saat dibuka, jadi tidak dibuka. Simpan ulang dari aplikasi aslinya atau kirim sebagai PDF.",
    "The file would swell far beyond the limit when unpacked, so it was not. Save it anew from its application or send it as PDF.",
)
