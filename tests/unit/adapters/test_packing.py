from __future__ import annotations

import datetime as dt
import pickle

import pytest

from evidence_ai.adapters.packing import packed, unpacked
from evidence_ai.domain.active_content import ActiveContent, ActiveKind
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.document import DocumentText, Outcome
from evidence_ai.domain.signature import Signature, SignatureState

WORDS = Bilingual("utuh", "intact")


def test_a_text_with_a_signature_and_its_time_comes_back_as_it_was() -> None:
    signed = Signature(SignatureState.INTACT, WORDS, signed_at=dt.datetime(2024, 3, 5, 9, 30, tzinfo=dt.UTC))
    active = ActiveContent(ActiveKind.MACRO, "word/vbaProject.bin", WORDS)
    text = DocumentText(Outcome.OK, None, 0, active=(active,), signatures=(signed,), drawn_pages=(1,))
    assert unpacked(packed(text)) == text


@pytest.mark.parametrize("thing", [print, dt.datetime.now, pytest.MonkeyPatch()])
def test_what_is_no_value_of_the_domain_does_not_come_out(thing: object) -> None:
    with pytest.raises(ValueError, match="cannot be unpacked"):
        unpacked(pickle.dumps(thing))
