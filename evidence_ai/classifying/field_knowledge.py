"""What people of the field know and the edition does not say: read from the TOML files in knowledge/.

Keyed by indicator ids; an edition that lacks an id simply does not use the entry.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import Any

from evidence_ai.domain.bilingual import Bilingual

_HOME = resources.files("evidence_ai.classifying.knowledge")


@dataclass(frozen=True, slots=True)
class Topic:
    """Words that point at indicators (best fit first), words that only hint, and words that look alike but are not."""

    indicators: tuple[str, ...]
    strong: tuple[str, ...]
    weak: tuple[str, ...]
    against: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OutsideSubject:
    """A subject no indicator is about; `name` for people."""

    name: Bilingual
    decisive: tuple[str, ...]
    rival: tuple[str, ...]
    unless: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BudgetFunction:
    """The codes (dotted prefixes) and words of budget lines that show money for an indicator."""

    indicator: str
    codes: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All of it."""

    topics: tuple[Topic, ...]
    outside: tuple[OutsideSubject, ...]
    functions: tuple[BudgetFunction, ...]


def load_knowledge() -> Knowledge:
    """The knowledge that ships with this version."""
    files = sorted((_HOME / "topics").iterdir(), key=lambda file: file.name)
    topics = [
        entry for file in files if file.name.endswith(".toml") for entry in _entries(file.read_text("utf-8"), "topic")
    ]
    return Knowledge(
        topics=tuple(
            Topic(_words(entry, "indicators"), _words(entry, "strong"), _words(entry, "weak"), _words(entry, "against"))
            for entry in topics
        ),
        outside=tuple(
            OutsideSubject(
                Bilingual(entry["name"], entry["english"]),
                _words(entry, "decisive"),
                _words(entry, "rival"),
                _words(entry, "unless"),
            )
            for entry in _entries((_HOME / "outside.toml").read_text("utf-8"), "subject")
        ),
        functions=tuple(
            BudgetFunction(entry["indicator"], _words(entry, "codes"), _words(entry, "words"))
            for entry in _entries((_HOME / "budget_functions.toml").read_text("utf-8"), "function")
        ),
    )


def _entries(text: str, name: str) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = tomllib.loads(text)[name]
    return entries


def _words(entry: dict[str, Any], key: str) -> tuple[str, ...]:
    return tuple(entry.get(key, ()))
