"""Every rule has its card, and says 'error' only where its measured precision allows."""

from __future__ import annotations

import tomllib
from importlib.resources import files

from evidence_ai.checking.checking import rules
from evidence_ai.services.rule_cards import Measured, RuleCard, card_object, rule_cards, unproven_errors


def test_every_rule_has_a_card_and_no_card_is_without_its_rule() -> None:
    assert {one.rule.code for one in rule_cards()} == set(rules())
    table = tomllib.loads((files("evidence_ai.checking") / "cards.toml").read_text("utf-8"))
    assert set(table) <= set(rules())


def test_no_rule_says_error_that_its_measurement_does_not_allow() -> None:
    assert unproven_errors() == ()


def test_a_card_tells_recall_precision_and_false_alarms_with_their_intervals() -> None:
    card = RuleCard(rules()["wrong_region"], Measured(planted=100, found=95, twins=200, alarms=2, levels=("text",)))
    found = card_object(card, language="en")
    assert found["measured"]["recall"]["value"] == 0.95
    assert found["measured"]["precision"]["n"] == 97
    assert found["measured"]["false_alarms"] == {"right": 2, "n": 200, "value": 0.01, "interval": [0.0027, 0.0357]}
    assert found["may_be_error"]


def test_a_rule_nobody_measured_has_no_figures_and_proves_no_error() -> None:
    found = card_object(RuleCard(rules()["wrong_region"], None), language="id")
    assert found["measured"] is None
    assert not found["may_be_error"]


def test_a_rule_that_is_often_wrong_may_not_say_error() -> None:
    assert not RuleCard(rules()["wrong_region"], Measured(10, 9, 100, 3, ())).may_be_error
