from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import application
from evidence_ai.service_wiring import build
from evidence_ai.settings import Settings
from tests.fakes.job_queue import FakeJobQueue
from tests.service_things import OWN, fill

KEY = {"Authorization": "Bearer evk_portal_secret"}


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    service = replace(build(Settings(data_dir=tmp_path, max_upload_mb=1)), queue=FakeJobQueue())
    service.records.migrate()
    with service.records.changing() as work:
        fill(work, service)
        work.commit()
    with TestClient(application(service), headers=KEY) as found:
        yield found
    service.records.close()


def test_an_upload_beyond_the_limit_is_refused_with_a_reason_in_both_languages(client: TestClient) -> None:
    answer = client.post(f"/v1/packages/{OWN}/documents", files={"files": ("besar.pdf", b"x" * 1_100_000)})
    assert answer.status_code == 413
    problem = answer.json()
    assert problem["code"] == "too_big"
    assert problem["messages"]["id"] != problem["messages"]["en"]


def test_an_upload_that_does_not_say_its_size_is_refused_while_it_arrives(client: TestClient) -> None:
    def parts() -> Iterator[bytes]:
        yield b'--x\r\nContent-Disposition: form-data; name="files"; filename="a.pdf"\r\n\r\n'
        for _ in range(20):
            yield b"x" * 100_000

    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    answer = client.post(f"/v1/packages/{OWN}/documents", content=parts(), headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (413, "too_big")


def test_a_zip_that_is_none_keeps_nothing(client: TestClient) -> None:
    before = client.get(f"/v1/packages/{OWN}/documents").json()
    answer = client.post(f"/v1/packages/{OWN}/documents", files={"files": ("paket.zip", b"no zip")})
    assert (answer.status_code, answer.json()["code"]) == (422, "upload_unreadable")
    assert client.get(f"/v1/packages/{OWN}/documents").json() == before


def test_every_answer_keeps_browsers_from_guessing_and_keeping(client: TestClient) -> None:
    for path in ("/health/live", "/v1/packages", "/v1/nothing"):
        headers = client.get(path).headers
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cache-Control"] == "no-store"


def test_an_unknown_field_is_an_error_and_named(client: TestClient) -> None:
    answer = client.post("/v1/packages", json={"region_code": OWN, "data_year": 2030, "tahun": 1})
    assert answer.status_code == 422
    assert [one["place"] for one in answer.json()["wrong"]] == ["body.tahun"]


def test_a_list_is_read_on_by_its_cursor_and_a_foreign_cursor_is_refused(client: TestClient) -> None:
    for year in (2031, 2032, 2033):
        client.post("/v1/packages", json={"region_code": OWN, "data_year": year})
    seen, cursor = [], None
    while True:
        page = client.get("/v1/packages", params={"limit": 2} | ({"cursor": cursor} if cursor else {})).json()
        seen += [one["data_year"] for one in page["items"]]
        cursor = page["next"]
        if cursor is None:
            break
    assert seen == [2024, 2031, 2032, 2033]
    assert client.get("/v1/packages", params={"cursor": "WyJ4Il0"}).json()["code"] == "cursor_wrong"
