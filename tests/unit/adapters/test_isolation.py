from __future__ import annotations

import pytest

from evidence_ai.adapters.isolation import protections

pytestmark = pytest.mark.slow


def test_every_protection_is_tried_and_explained() -> None:
    found = {one.name: one for one in protections()}
    assert found.keys() == {"limits", "processes", "network_namespace", "system_calls"}
    assert found["limits"].active
    assert all(one.words.id and one.words.en for one in found.values())


def test_the_network_is_closed_one_way_or_the_other() -> None:
    found = {one.name: one.active for one in protections()}
    assert found["network_namespace"] or found["system_calls"]
