from __future__ import annotations

import json
from datetime import date

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.document import DocumentText, Outcome, Reason
from evidence_ai.domain.quote import Fact
from evidence_ai.domain.understanding import Understanding
from evidence_ai.services.contract import check_object, read_object, understand_object
from tests.builders import classification, dossier, figure, page, text

FACTS = {
    "document_type", "issuer_level", "region", "region_code", "number", "year", "title", "enacted_on",
    "promulgated_on", "status", "period",
}  # fmt: skip
FILE = {"file", "sha256", "media_type", "outcome", "reason", "pages_total", "pages_read", "pages_failed"}


def test_read_carries_every_key_and_the_whole_text() -> None:
    long = "kata " * 50_000
    found = read_object(dossier(text_read=text(page(1, long))), language="id")
    assert set(found) == FILE | {"pages"}
    assert found["pages"][0]["text"] == long
    assert set(found["pages"][0]) == {"number", "width_pt", "height_pt", "source", "grade", "text"}


def test_understand_says_null_for_what_is_not_known() -> None:
    found = understand_object(dossier(said=Understanding()), language="id")
    assert set(found) == FILE | FACTS | {"figures", "budget_lines"}
    assert {found[name] for name in FACTS} == {None}
    assert found["figures"] == found["budget_lines"] == []


def test_an_empty_value_becomes_null_and_a_year_stays_a_number() -> None:
    said = Understanding(
        title=Fact("", 0.9, None), year=Fact(2021, 0.9, None), enacted_on=Fact(date(2021, 3, 5), 1, None)
    )
    found = understand_object(dossier(said=said), language="id")
    assert found["title"] is None
    assert found["year"]["value"] == 2021
    assert found["enacted_on"]["value"] == "2021-03-05"


def test_figures_are_decimal_strings() -> None:
    said = Understanding(figures=(figure("angka kematian ibu", "264,78", unit="per 100.000"),))
    found = understand_object(dossier(said=said), language="id")
    assert found["figures"][0]["value"] == "264.78"
    assert found["figures"][0]["raw"] == "264,78"


def test_check_carries_candidates_and_abstains_exactly_when_none_is_suggested() -> None:
    suggested = check_object(dossier(classified=classification(("BH.S1", 0.9))), language="id")
    silent = check_object(dossier(classified=classification(("BH.S1", 0.2))), language="id")
    assert suggested["abstained"] is False
    assert silent["abstained"] is True
    assert silent["abstained_because"]
    assert {"candidates", "abstained", "abstained_because", "scope", "mismatches"} <= set(suggested)


def test_a_file_that_cannot_be_read_has_all_keys_and_a_reason_in_the_language_asked_for() -> None:
    broken = DocumentText(Outcome.ENCRYPTED, Reason("encrypted", Bilingual("Terkunci.", "Locked.")), pages_total=0)
    found = check_object(dossier(said=Understanding(), text_read=broken), language="en")
    assert found["outcome"] == "encrypted"
    assert found["reason"] == {"code": "encrypted", "message": "Locked."}
    assert json.loads(json.dumps(found)) == found
