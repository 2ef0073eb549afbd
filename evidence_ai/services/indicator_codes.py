"""Indicator codes as people type them, against those of an edition."""

from __future__ import annotations

from evidence_ai.domain.edition import Edition


def spelled_by(edition: Edition, typed: str) -> str:
    """The edition's spelling of a code typed in other case or with blanks; the code itself where it has none.

    Case and blanks carry no meaning in these codes, and forms add both (`bh.s1`, `BH. S1`).
    """
    folded = _folded(typed)
    return next((one.id for one in edition.indicators if _folded(one.id) == folded), typed)


def _folded(code: str) -> str:
    return "".join(code.split()).casefold()
