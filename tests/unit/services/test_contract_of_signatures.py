from __future__ import annotations

import datetime as dt
from dataclasses import replace

from evidence_ai.checking import examples as some
from evidence_ai.domain.active_content import ActiveContent, ActiveKind
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.signature import Signature, SignatureState
from evidence_ai.services.contract import check_object, read_object

WORDS = Bilingual("utuh", "intact")


def test_check_tells_signatures_and_active_content_and_empty_lists_where_there_are_none() -> None:
    found = check_object(some.dossier(), language="id")
    assert (found["signatures"], found["active_content"]) == ([], [])
    assert "signatures" not in read_object(some.dossier(), language="id")


def test_a_signature_is_told_with_signer_time_and_cover() -> None:
    signed_at = dt.datetime(2024, 3, 5, 9, 30, tzinfo=dt.UTC)
    signature = Signature(
        SignatureState.INTACT, WORDS, signer="SITI", signed_at=signed_at, covers_whole_file=True, page=2
    )
    active = ActiveContent(ActiveKind.MACRO, "word/vbaProject.bin", WORDS)
    text = replace(some.text(some.page()), signatures=(signature,), active=(active,))
    found = check_object(some.dossier(text_read=text), language="en")
    assert found["signatures"] == [
        {
            "state": "intact",
            "signer": "SITI",
            "organisation": None,
            "issuer": None,
            "issuer_trusted": None,
            "signed_at": "2024-03-05T09:30:00+00:00",
            "timestamped": False,
            "covers_whole_file": True,
            "page": 2,
            "quote": None,
            "message": "intact",
        }
    ]
    assert found["active_content"] == [
        {"kind": "macro", "place": "word/vbaProject.bin", "page": None, "count": 1, "message": "intact"}
    ]
