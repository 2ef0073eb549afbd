"""The machine's clock."""

from __future__ import annotations

from datetime import UTC, datetime


class SystemClock:
    """The time this machine believes in."""

    def now(self) -> datetime:
        """This moment, in UTC."""
        return datetime.now(UTC)
