"""Common checks over every member of the shelf of document types."""

from __future__ import annotations

import pytest

from evidence_ai.domain.vocabulary import DOCUMENT_TYPES
from evidence_ai.understanding.cues import DocumentType
from evidence_ai.understanding.document_types import decide, types
from evidence_ai.understanding.zones import zones
from tests.builders import page, text

MEMBERS = tuple(types().values())
EXAMPLES = [
    pytest.param(kind, words, id=f"{kind.name}-{number}")
    for kind in MEMBERS
    for number, words in enumerate(kind.examples, start=1)
]
COUNTER_EXAMPLES = [
    pytest.param(kind, words, id=f"{kind.name}-{number}")
    for kind in MEMBERS
    for number, words in enumerate(kind.counter_examples, start=1)
]


def decided(words: str) -> str | None:
    fact = decide(zones(text(page(1, words))))
    return fact.value if fact else None


def test_every_type_of_the_vocabulary_has_a_file_and_no_file_is_left_over() -> None:
    assert set(types()) == set(DOCUMENT_TYPES)


@pytest.mark.parametrize("kind", MEMBERS, ids=lambda kind: kind.name)
def test_every_type_says_what_it_is_and_which_law_or_practice_shapes_it(kind: DocumentType) -> None:
    assert types()[kind.name] is kind
    said = (kind.title.id, kind.title.en, kind.description.id, kind.description.en, kind.source)
    assert all(words.strip() for words in said)


@pytest.mark.parametrize("kind", MEMBERS, ids=lambda kind: kind.name)
def test_every_type_has_enough_examples_and_cues_that_speak_for_it(kind: DocumentType) -> None:
    assert len(kind.examples) >= 3
    assert len(kind.counter_examples) >= 2
    assert any(cue.weight >= 5 for cue in kind.cues)


@pytest.mark.parametrize(("kind", "words"), EXAMPLES)
def test_every_example_is_recognised(kind: DocumentType, words: str) -> None:
    assert decided(words) == kind.name


@pytest.mark.parametrize(("kind", "words"), COUNTER_EXAMPLES)
def test_no_counter_example_is_taken_for_the_type(kind: DocumentType, words: str) -> None:
    assert decided(words) != kind.name


@pytest.mark.parametrize("kind", MEMBERS, ids=lambda kind: kind.name)
def test_every_cue_is_a_valid_pattern(kind: DocumentType) -> None:
    for cue in kind.cues:
        assert cue.search("") is None
