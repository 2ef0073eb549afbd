"""What can be looked at besides packages: cards, years of a region, proposals, and words in documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import application
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.document import DocumentText, Outcome, Reason
from evidence_ai.service_wiring import Service, build
from evidence_ai.services.rule_cards import rule_cards
from evidence_ai.settings import Settings
from tests.builders import scanned_page
from tests.fakes.job_queue import FakeJobQueue
from tests.service_things import FOREIGN, OWN, fill
from tests.service_values import NOW, stored_document, stored_package

KEY = {"Authorization": "Bearer evk_portal_secret"}
NIK = "9901010101010001"
WORDS = f"PERATURAN DAERAH\nTENTANG BANTUAN\nHUKUM. NIK {NIK}. Bantuan hukum diberikan."
LOCKED = DocumentText(Outcome.ENCRYPTED, Reason("encrypted", Bilingual("Terkunci.", "Locked.")), pages_total=0)


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    found = replace(build(Settings(data_dir=tmp_path)), queue=FakeJobQueue())
    found.records.migrate()
    with found.records.changing() as work:
        fill(work, found)
        work.commit()
    yield found
    found.records.close()


@pytest.fixture
def client(service: Service) -> Iterator[TestClient]:
    with TestClient(application(service), headers=KEY) as found:
        yield found


def keep(service: Service, name: str, text: DocumentText, *, package: str = OWN) -> None:
    sha256 = name.encode().hex().ljust(64, "0")
    document = replace(stored_document(name, package, package), sha256=sha256)
    with service.records.changing() as work:
        work.packages.add_document(document)
        work.results.keep_text(sha256, document.version, text, media_type="application/pdf", at=NOW)
        work.commit()


def written(words: str) -> DocumentText:
    return DocumentText(Outcome.OK, None, pages_total=1, pages=(scanned_page(1, words),))


def look(client: TestClient, words: str, **more: Any) -> dict[str, Any]:
    answer = client.get(f"/v1/packages/{OWN}/search", params={"q": words} | more)
    assert answer.status_code == 200
    found: dict[str, Any] = answer.json()
    return found


def test_words_are_found_whatever_their_case_and_across_lines(service: Service, client: TestClient) -> None:
    keep(service, "perda", written(WORDS))
    found = look(client, "bantuan  hukum")
    assert [(one["document_id"], one["page"], one["match"]) for one in found["items"]] == [
        ("perda", 1, "BANTUAN HUKUM"),
        ("perda", 1, "Bantuan hukum"),
    ]
    assert (found["total"], found["next"]) == (2, None)


def test_places_come_page_by_page(service: Service, client: TestClient) -> None:
    keep(service, "perda", written(WORDS))
    first = look(client, "bantuan hukum", limit=1)
    second = look(client, "bantuan hukum", limit=1, cursor=first["next"])
    assert [first["items"][0]["match"], second["items"][0]["match"]] == ["BANTUAN HUKUM", "Bantuan hukum"]
    assert second["next"] is None


def test_a_search_neither_shows_nor_confirms_a_personal_number(service: Service, client: TestClient) -> None:
    keep(service, "perda", written(WORDS))
    assert NIK not in str(look(client, "bantuan hukum"))
    assert [look(client, guess)["total"] for guess in (NIK, NIK[:6], NIK[-6:], f"NIK {NIK}")] == [0, 0, 0, 0]


def test_what_could_not_be_read_is_named_and_not_called_absent(service: Service, client: TestClient) -> None:
    keep(service, "terkunci", LOCKED)
    found = look(client, "bantuan hukum")
    assert found["items"] == []
    assert {"document_id": "terkunci", "document_name": "terkunci.pdf", "pages": None} in found["not_searched"]


def test_words_of_another_region_are_not_found(service: Service, client: TestClient) -> None:
    keep(service, "lain", written(WORDS), package=FOREIGN)
    assert look(client, "bantuan hukum")["total"] == 0
    assert client.get(f"/v1/packages/{FOREIGN}/search", params={"q": "bantuan"}).status_code == 404


def test_special_signs_are_looked_for_as_they_are(service: Service, client: TestClient) -> None:
    keep(service, "perda", written("Pasal 5 (1) *.* [a-z]+"))
    assert [look(client, words)["total"] for words in ("(1) *.*", "[a-z]+", "...", "\x1c\x1c\x1c")] == [1, 1, 0, 0]


def test_every_year_of_a_region_is_there_with_the_score_that_stands(service: Service, client: TestClient) -> None:
    with service.records.changing() as work:
        work.packages.add(replace(stored_package("later", OWN), data_year=2025))
        work.commit()
    found = client.get(f"/v1/regions/{OWN}/history").json()
    assert [(one["data_year"], one["total"], one["predikat"]) for one in found["years"]] == [
        (2024, "1", "-"),
        (2025, None, None),
    ]
    assert found["region_name"]


def test_a_region_that_does_not_exist_has_no_history(client: TestClient) -> None:
    assert client.get("/v1/regions/00.00/history").json()["code"] == "not_found"


def test_every_rule_has_a_card_in_both_languages(client: TestClient) -> None:
    cards = client.get("/v1/rule-cards").json()["items"]
    assert len(cards) == len(rule_cards())
    one = cards[0]["code"]
    in_both = [client.get(f"/v1/rule-cards/{one}", params={"lang": lang}).json()["title"] for lang in ("id", "en")]
    assert in_both[0] != in_both[1]
    assert client.get("/v1/rule-cards/no_such_rule").status_code == 404


def test_every_model_in_force_has_a_card_that_says_where_it_is_weak(client: TestClient) -> None:
    cards = {one["name"]: one for one in client.get("/v1/model-cards").json()["items"]}
    assert {"matcher", "document_type"} <= cards.keys()
    assert cards["matcher"]["weaknesses"]
    assert cards["matcher"]["sha256"].keys() == {"model.bin", "model.json"}


def test_what_would_raise_the_score_comes_with_points_and_steps(client: TestClient) -> None:
    gains = client.get(f"/v1/packages/{OWN}/gains").json()["items"]
    assert {one["state"] for one in gains} >= {"missing"}
    assert all(one["steps"] and one["owner"] for one in gains)
    assert client.get(f"/v1/packages/{OWN}/proposals").json() == {"items": [], "next": None}


def test_every_new_resource_has_an_example(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    for path in ("/v1/rule-cards", "/v1/model-cards", "/v1/regions/{region_code}/history",
                 "/v1/packages/{package_id}/proposals", "/v1/packages/{package_id}/gains",
                 "/v1/packages/{package_id}/search"):  # fmt: skip
        assert paths[path]["get"]["responses"]["200"]["content"]["application/json"]["example"]
