"""Examples in the API's description."""

from __future__ import annotations

from typing import Any

Answers = dict[int | str, dict[str, Any]]


def answers_like(value: Any) -> Answers:
    """What a route answers when all is well, for its `responses`."""
    return {200: {"content": {"application/json": {"example": value}}}}
