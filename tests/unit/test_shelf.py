from __future__ import annotations

import pytest

from evidence_ai import shelf
from evidence_ai.checking import rules
from evidence_ai.checking.rule import Rule
from evidence_ai.errors import ConfigurationError


def test_members_come_in_order_of_their_names() -> None:
    found = list(shelf.members(rules, "RULE", Rule))
    assert found == sorted(found)
    assert len(found) > 10


def test_a_name_that_is_not_on_the_shelf_is_a_configuration_error() -> None:
    with pytest.raises(ConfigurationError, match="no member 'no_such_rule'"):
        shelf.member(rules, "no_such_rule", "RULE", Rule)


def test_a_member_of_another_type_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="declares no RULE of type str"):
        shelf.member(rules, "wrong_region", "RULE", str)
