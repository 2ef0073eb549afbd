"""Checking: every mismatch a reviewer looks for. One door, `check`; beside it `claims.compare` for one answer."""

from evidence_ai.checking.checking import check

__all__ = ["check"]
