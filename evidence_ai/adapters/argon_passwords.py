"""Passwords hashed by argon2id with the library's own parameters (RFC 9106, second recommended option)."""

from __future__ import annotations

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError


class ArgonPasswords:
    """Passwords as argon2id hashes."""

    def __init__(self) -> None:
        self._hasher = PasswordHasher()

    def hashed(self, password: str) -> str:
        """A hash to keep, with its own salt and parameters."""
        return self._hasher.hash(password)

    def fits(self, password: str, kept: str) -> bool:
        """Whether `password` is the one behind `kept`."""
        try:
            return self._hasher.verify(kept, password)
        except (VerificationError, InvalidHashError):
            return False
