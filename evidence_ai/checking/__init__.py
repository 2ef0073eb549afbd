"""Checking: every mismatch a reviewer looks for. One door, `check`."""
