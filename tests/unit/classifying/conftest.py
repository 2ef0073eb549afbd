"""One matcher of the shipped edition for all tests of this room."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from evidence_ai.classifying import Matcher, build_matcher, classify
from evidence_ai.domain.candidate import Classification
from evidence_ai.domain.document import DocumentText, Outcome
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.understanding import Understanding
from evidence_ai.editions import load

NOTHING_READ = DocumentText(Outcome.OK, None, 0)


@pytest.fixture(scope="session")
def shipped() -> Edition:
    return load("permenkumham_22_2021")


@pytest.fixture(scope="session")
def matcher(shipped: Edition) -> Matcher:
    return build_matcher(shipped)


Classify = Callable[..., Classification]


@pytest.fixture(scope="session")
def classified(shipped: Edition, matcher: Matcher) -> Classify:
    def run(known: Understanding, text: DocumentText = NOTHING_READ) -> Classification:
        return classify(known, text, shipped, matcher)

    return run
