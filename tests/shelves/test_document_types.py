"""Common checks over every member of the shelf of document types."""

from __future__ import annotations

import pytest

from evidence_ai.domain.document import DocumentText, Grade, Line, Outcome, Page, Source
from evidence_ai.domain.vocabulary import DOCUMENT_TYPES
from evidence_ai.understanding.cues import DocumentType
from evidence_ai.understanding.document_types import decide, types
from evidence_ai.understanding.zones import zones

MEMBERS = tuple(types().values())
EXAMPLES = [
    pytest.param(kind, text, id=f"{kind.name}-{number}")
    for kind in MEMBERS
    for number, text in enumerate(kind.examples, start=1)
]
COUNTER_EXAMPLES = [
    pytest.param(kind, text, id=f"{kind.name}-{number}")
    for kind in MEMBERS
    for number, text in enumerate(kind.counter_examples, start=1)
]


def decided(text: str) -> str | None:
    page = Page(
        number=1,
        width_pt=595,
        height_pt=842,
        source=Source.TEXT_LAYER,
        grade=Grade.EXCELLENT,
        lines=tuple(Line(line) for line in text.split("\n")),
    )
    fact = decide(zones(DocumentText(Outcome.OK, None, 1, (page,))))
    return fact.value if fact else None


def test_every_type_of_the_vocabulary_has_a_file_and_no_file_is_left_over() -> None:
    assert set(types()) == set(DOCUMENT_TYPES)


@pytest.mark.parametrize("kind", MEMBERS, ids=lambda kind: kind.name)
def test_every_type_says_what_it_is_and_which_law_or_practice_shapes_it(kind: DocumentType) -> None:
    assert types()[kind.name] is kind
    words = (kind.title.id, kind.title.en, kind.description.id, kind.description.en, kind.source)
    assert all(text.strip() for text in words)


@pytest.mark.parametrize("kind", MEMBERS, ids=lambda kind: kind.name)
def test_every_type_has_enough_examples_and_cues_that_speak_for_it(kind: DocumentType) -> None:
    assert len(kind.examples) >= 3
    assert len(kind.counter_examples) >= 2
    assert any(cue.weight >= 5 for cue in kind.cues)


@pytest.mark.parametrize(("kind", "text"), EXAMPLES)
def test_every_example_is_recognised(kind: DocumentType, text: str) -> None:
    assert decided(text) == kind.name


@pytest.mark.parametrize(("kind", "text"), COUNTER_EXAMPLES)
def test_no_counter_example_is_taken_for_the_type(kind: DocumentType, text: str) -> None:
    assert decided(text) != kind.name


@pytest.mark.parametrize("kind", MEMBERS, ids=lambda kind: kind.name)
def test_every_cue_is_a_valid_pattern(kind: DocumentType) -> None:
    for cue in kind.cues:
        assert cue.search("") is None
