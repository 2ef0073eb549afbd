"""The shipped knowledge fits the shipped edition and tolerates others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evidence_ai.classifying import Matcher, build_matcher, classify
from evidence_ai.classifying.field_knowledge import load_knowledge
from evidence_ai.domain.edition import Edition, IndicatorKind
from evidence_ai.errors import ConfigurationError
from tests.builders import edition, text, understanding


def test_every_indicator_named_in_the_knowledge_exists(shipped: Edition) -> None:
    known = load_knowledge()
    named = {one for topic in known.topics for one in topic.indicators} | {one.indicator for one in known.functions}
    assert named <= {indicator.id for indicator in shipped.indicators}


def test_every_indicator_of_the_edition_has_words_or_a_budget_function(shipped: Edition) -> None:
    known = load_knowledge()
    named = {one for topic in known.topics for one in topic.indicators} | {one.indicator for one in known.functions}
    assert {indicator.id for indicator in shipped.indicators} - named == set()


def test_every_proses_indicator_about_money_has_a_budget_function(shipped: Edition) -> None:
    functions = {function.indicator for function in load_knowledge().functions}
    money = {one.id for one in shipped.indicators if one.kind is IndicatorKind.PROSES and one.id.endswith(".P1")}
    assert money == functions


def test_knowledge_about_other_ids_is_ignored() -> None:
    other = replace(edition(), name="lain", rights=())
    result = classify(understanding(), text(), other, build_matcher(other))
    assert result.abstained
    assert result.candidates == ()


def test_a_matcher_of_another_edition_is_refused(matcher: Matcher) -> None:
    with pytest.raises(ConfigurationError, match="was made from permenkumham_22_2021"):
        classify(understanding(), text(), replace(edition(), name="lain"), matcher)


def test_two_matchers_of_one_edition_answer_alike(shipped: Edition, matcher: Matcher) -> None:
    known = understanding("perda", title="Perlindungan Perempuan dan Anak dari Kekerasan")
    assert classify(known, text(), shipped, build_matcher(shipped)) == classify(known, text(), shipped, matcher)
