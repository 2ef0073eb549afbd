"""Ids and secrets nobody can guess."""

from __future__ import annotations

import hashlib
import secrets
import uuid


def new_id() -> str:
    """A random id: 122 bits."""
    return str(uuid.uuid4())


def new_secret() -> str:
    """A secret of 256 bits, safe in headers and addresses."""
    return secrets.token_urlsafe(32)


def new_password() -> str:
    """A password to be typed once and changed: 100 bits without letters that look alike."""
    return "-".join("".join(secrets.choice("abcdefghjkmnpqrstuvwxyz23456789") for _ in range(5)) for _ in range(4))


def digest(text: str) -> str:
    """The sha256 of a text, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def same(one: str, other: str) -> bool:
    """Whether two secrets are equal, in a time that tells nothing."""
    return secrets.compare_digest(one.encode("utf-8"), other.encode("utf-8"))
