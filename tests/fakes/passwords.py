"""Passwords hashed at once: for tests of what is done with the answer."""

from __future__ import annotations

from evidence_ai.services.identifiers import digest


class FakePasswords:
    """Passwords over a plain hash."""

    def hashed(self, password: str) -> str:
        """A hash."""
        return digest(password)

    def fits(self, password: str, kept: str) -> bool:
        """Whether they fit."""
        return digest(password) == kept
