"""What learned words may and may not do to a document's type."""

from __future__ import annotations

import pytest

from evidence_ai.adapters.model_files import SHIPPED_MODELS, current
from evidence_ai.domain.document import DocumentText
from evidence_ai.training.texts import as_text
from evidence_ai.understanding import document_types, understand
from evidence_ai.understanding.type_words import TypeModel, type_model
from evidence_ai.understanding.zones import zones


@pytest.fixture(scope="module")
def model() -> TypeModel:
    found = current(SHIPPED_MODELS, "document_type")
    assert found is not None
    return type_model(found)


def _kind(text: DocumentText, model: TypeModel | None) -> str | None:
    fact = understand(text, type_model=model).document_type
    return fact.value if fact is not None else None


@pytest.mark.parametrize("kind", sorted(document_types.types()))
def test_every_type_s_own_examples_keep_their_type(model: TypeModel, kind: str) -> None:
    for example in document_types.types()[kind].examples:
        assert document_types.decide(zones(as_text([example])), model).value == kind  # type: ignore[union-attr]


def test_minutes_without_their_name_are_settled_by_their_words(model: TypeModel) -> None:
    words = (
        "RAPAT KOORDINASI PENYUSUNAN RENCANA AKSI\nHari/Tanggal : Selasa, 12 Maret 2024\nTempat : Ruang Rapat Bappeda\n"
        "Pimpinan rapat membuka rapat pukul 09.00\nPeserta menyampaikan pendapat, Dinas Sosial menanggapi\n"
        "Rapat ditutup pukul 12.00\nKesimpulan rapat: data dilengkapi\nPemimpin Rapat Notulis"
    )
    with_words = document_types.decide(zones(as_text([words])), model)
    assert with_words is not None
    assert with_words.value == "notulen"


def test_pages_without_words_have_no_type(model: TypeModel) -> None:
    assert _kind(as_text(["- - -\n. . ."]), model) is None


def test_words_that_speak_for_nothing_are_never_called_surely(model: TypeModel) -> None:
    fact = understand(as_text(["angin sepoi gunung biru burung terbang"]), type_model=model).document_type
    assert fact is None or fact.confidence < 0.6


def test_the_same_pages_give_the_same_answer_every_time(model: TypeModel) -> None:
    pages = as_text(["LAPORAN\nDINAS SOSIAL\nTAHUN 2023"])
    assert {understand(pages, type_model=model).document_type for _ in range(3)} == {
        understand(pages, type_model=model).document_type
    }
