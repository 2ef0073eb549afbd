"""The card of every rule: what it checks, on what ground, how grave it may be, and how well it was measured to work."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from evidence_ai.checking.checking import rules
from evidence_ai.checking.rule import Rule
from evidence_ai.domain.bilingual import Language
from evidence_ai.domain.mismatch import Severity
from evidence_ai.services.evaluating.rates import Rate

PRECISE_ENOUGH = Decimal("0.95")
"""A rule may call something an error where at least so many of its findings in the measurement were right."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What the planted-defect suite found: `found` of `planted` defects; `alarms` on `twins` documents without one."""

    planted: int
    found: int
    twins: int
    alarms: int
    levels: tuple[str, ...]

    @property
    def recall(self) -> Rate:
        """Defects found of those planted."""
        return Rate(self.found, self.planted)

    @property
    def precision(self) -> Rate:
        """Right findings of all."""
        return Rate(self.found, self.found + self.alarms)

    @property
    def false_alarms(self) -> Rate:
        """Clean documents the rule spoke of."""
        return Rate(self.alarms, self.twins)


@dataclass(frozen=True, slots=True)
class RuleCard:
    """One rule with its figures; `measured` None where no defect of its kind was planted yet."""

    rule: Rule
    measured: Measured | None

    @property
    def may_be_error(self) -> bool:
        """Whether the measured precision allows the gravest word."""
        value = self.measured.precision.value if self.measured is not None else None
        return value is not None and Decimal(str(value)) >= PRECISE_ENOUGH


@cache
def rule_cards() -> tuple[RuleCard, ...]:
    """Every rule by its code."""
    table = tomllib.loads((files("evidence_ai.checking") / "cards.toml").read_text("utf-8"))
    return tuple(RuleCard(rule, _measured(table.get(code))) for code, rule in sorted(rules().items()))


def card_object(card: RuleCard, *, language: Language) -> dict[str, Any]:
    """A card for programs and screens; rates are null where nothing was measured."""
    rule, measured = card.rule, card.measured
    return {
        "code": rule.code,
        "about": rule.about.value,
        "severity": rule.severity.value,
        "title": rule.title.in_(language),
        "explanation": rule.explanation.in_(language),
        "source": rule.source,
        "measured": None if measured is None else _figures(measured),
        "may_be_error": card.may_be_error,
    }


def unproven_errors() -> tuple[str, ...]:
    """Rules that may say 'error' although a measurement was made and does not allow it."""
    cards = (one for one in rule_cards() if one.rule.severity is Severity.ERROR and one.measured is not None)
    return tuple(one.rule.code for one in cards if not one.may_be_error)


def _measured(row: dict[str, Any] | None) -> Measured | None:
    if row is None:
        return None
    return Measured(row["planted"], row["found"], row["twins"], row["alarms"], tuple(row["levels"]))


def _figures(measured: Measured) -> dict[str, Any]:
    return {
        "planted": measured.planted,
        "levels": list(measured.levels),
        "recall": _rate(measured.recall),
        "precision": _rate(measured.precision),
        "false_alarms": _rate(measured.false_alarms),
    }


def _rate(rate: Rate) -> dict[str, Any]:
    interval = rate.interval
    return {
        "right": rate.right,
        "n": rate.n,
        "value": None if rate.value is None else round(rate.value, 4),
        "interval": None if interval is None else [round(end, 4) for end in interval],
    }
