"""The closed lists other programs rely on, against every answer written for this project."""

from __future__ import annotations

import json
from pathlib import Path

from evidence_ai.domain.vocabulary import DOCUMENT_TYPES, ISSUER_LEVELS, LEGAL_PRODUCTS, LegalStatus

ANSWERS = Path(__file__).resolve().parents[3] / "corpora" / "heldout_documents" / "documents.jsonl"


def answers(key: str) -> set[str]:
    rows = [json.loads(line) for line in ANSWERS.read_text("utf-8").splitlines() if line.strip()]
    return {row[key] for row in rows if row.get(key) is not None}


def test_every_type_of_the_list_has_an_answer_and_every_answer_is_in_the_list() -> None:
    assert answers("document_type") == set(DOCUMENT_TYPES)


def test_levels_and_statuses_of_the_answers_are_in_their_lists() -> None:
    assert answers("issuer_level") <= set(ISSUER_LEVELS)
    assert answers("status") <= {one.value for one in LegalStatus}


def test_no_word_stands_twice_in_a_list_and_every_legal_product_is_a_type() -> None:
    for words in (DOCUMENT_TYPES, ISSUER_LEVELS):
        assert len(set(words)) == len(words)
    assert set(DOCUMENT_TYPES) >= LEGAL_PRODUCTS
