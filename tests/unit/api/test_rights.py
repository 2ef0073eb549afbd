"""Every route, every role, own and foreign things: one table. A route that is not in it fails the first test."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.app import application
from evidence_ai.domain.people import Role
from evidence_ai.service_wiring import Service, build
from evidence_ai.settings import Settings
from tests.fakes.job_queue import FakeJobQueue
from tests.service_things import FOREIGN, OWN, fill
from tests.service_values import EDITION

EVERYBODY = frozenset(Role)
REGION = frozenset({Role.REGION_OPERATOR, Role.REGION_COORDINATOR, Role.PORTAL})
COORDINATOR = frozenset({Role.REGION_COORDINATOR, Role.PORTAL})
ADMIN = frozenset({Role.ADMIN})
AUDIT = frozenset({Role.AUDITOR, Role.ADMIN})
CENTRAL = frozenset({Role.CENTRAL_REVIEWER})
BOUNDED = frozenset({Role.REGION_OPERATOR, Role.REGION_COORDINATOR, Role.KANWIL_REVIEWER, Role.PORTAL})
"""Roles for whom some things are foreign."""
FILE: dict[str, Any] = {"files": {"file": ("manifest.csv", b"indikator;jawaban\nBH.S2;1\n")}}
CLAIM: dict[str, Any] = {"json": {"indicator": "BH.S1", "value": "1"}, "headers": {"If-Match": '"1"'}}
DECISION: dict[str, Any] = {
    "json": {"level": "kanwil", "indicator": "BH.S1", "verdict": "confirmed"},
    "headers": {"If-Match": '"x"'},
}


@dataclass(frozen=True)
class Row:
    """Who may use a route, and a request whose shape is right. `own`: the path names a thing of a region."""

    roles: frozenset[Role]
    own: bool
    request: dict[str, Any]


def row(roles: frozenset[Role] = EVERYBODY, *, own: bool = True, **request: Any) -> Row:
    """A row of the table."""
    return Row(roles, own, request)


pytestmark = pytest.mark.slow
PACKAGE, DOCUMENT = "/v1/packages/{package_id}", "/v1/documents/{document_id}"
TABLE: dict[tuple[str, str], Row] = {
    ("GET", "/v1/people"): row(ADMIN, own=False),
    ("POST", "/v1/people"): row(ADMIN, own=False, json={"login": "baru", "name": "Baru", "role": "auditor"}),
    ("POST", "/v1/people/{person_id}/password"): row(ADMIN, own=False),
    ("PATCH", "/v1/people/{person_id}"): row(ADMIN, own=False, json={"active": True}),
    ("GET", "/v1/keys"): row(ADMIN, own=False),
    ("POST", "/v1/keys"): row(ADMIN, own=False, json={"name": "portal", "scopes": ["read"]}),
    ("POST", "/v1/keys/{key_id}/rotation"): row(ADMIN, own=False),
    ("DELETE", "/v1/keys/{key_id}"): row(ADMIN, own=False),
    ("GET", "/v1/packages"): row(own=False),
    ("POST", "/v1/packages"): row(COORDINATOR, own=False, json={"region_code": OWN, "data_year": 2030}),
    ("GET", PACKAGE): row(),
    ("GET", PACKAGE + "/work"): row(),
    ("GET", PACKAGE + "/check"): row(),
    ("GET", PACKAGE + "/findings"): row(),
    ("GET", PACKAGE + "/claims"): row(),
    ("POST", PACKAGE + "/claims"): row(REGION, json={"indicator": "BH.S1", "value": "1"}),
    ("POST", PACKAGE + "/claims/import"): row(REGION, **FILE),
    ("GET", "/v1/claims/{claim_id}"): row(),
    ("PUT", "/v1/claims/{claim_id}"): row(REGION, **CLAIM),
    ("DELETE", "/v1/claims/{claim_id}"): row(REGION, headers={"If-Match": '"1"'}),
    ("GET", PACKAGE + "/documents"): row(),
    ("POST", PACKAGE + "/documents"): row(REGION, files={"files": ("a.txt", b"PERATURAN BUPATI")}),
    ("GET", DOCUMENT): row(),
    ("DELETE", DOCUMENT): row(REGION),
    ("GET", DOCUMENT + "/examination"): row(),
    ("GET", DOCUMENT + "/candidates"): row(),
    ("GET", DOCUMENT + "/pages"): row(),
    ("GET", DOCUMENT + "/pages/{number}"): row(),
    ("GET", DOCUMENT + "/pages/{number}/image"): row(),
    ("GET", DOCUMENT + "/original"): row(),
    ("GET", PACKAGE + "/events"): row(params={"follow": "false"}),
    ("POST", PACKAGE + "/submissions"): row(COORDINATOR),
    ("GET", PACKAGE + "/submissions"): row(),
    ("GET", PACKAGE + "/review"): row(),
    ("GET", PACKAGE + "/decisions"): row(),
    ("POST", PACKAGE + "/decisions"): row(frozenset({Role.KANWIL_REVIEWER}), **DECISION),
    ("POST", PACKAGE + "/closings"): row(frozenset({Role.KANWIL_REVIEWER}), json={"level": "kanwil"}),
    ("GET", PACKAGE + "/scores"): row(),
    ("POST", PACKAGE + "/scores"): row(CENTRAL, json={}),
    ("POST", PACKAGE + "/revocations"): row(CENTRAL, json={"reason": "Terbukti tidak benar."}),
    ("GET", "/v1/scores/{score_id}"): row(),
    ("GET", "/v1/scores/{score_id}/receipt"): row(),
    ("GET", "/v1/scores/{score_id}/decisions"): row(),
    ("GET", "/v1/scores/{score_id}/verification"): row(),
    ("GET", "/v1/editions"): row(own=False),
    ("GET", "/v1/editions/{name}"): row(own=False),
    ("GET", "/v1/editions/{name}/lint"): row(own=False),
    ("GET", "/v1/editions/{name}/diff"): row(own=False, params={"other": EDITION}),
    ("GET", PACKAGE + "/exports/{form}"): row(),
    ("POST", "/v1/prechecks"): row(
        EVERYBODY - {Role.AUDITOR}, own=False, files={"file": ("paket.zip", b"no zip")},
        data={"region_code": OWN, "data_year": "2024"},
    ),
    ("GET", "/v1/jobs"): row(ADMIN, own=False),
    ("GET", "/v1/jobs/{job_id}"): row(),
    ("POST", "/v1/jobs/{job_id}/runs"): row(ADMIN, own=False),
    ("GET", "/v1/audit"): row(AUDIT, own=False),
    ("GET", "/v1/audit/verification"): row(AUDIT, own=False),
    ("GET", "/v1/rule-cards"): row(own=False),
    ("GET", "/v1/rule-cards/{code}"): row(own=False),
    ("GET", "/v1/model-cards"): row(own=False),
    ("GET", "/v1/regions/{region_code}/history"): row(),
    ("GET", PACKAGE + "/proposals"): row(),
    ("GET", PACKAGE + "/gains"): row(),
    ("GET", PACKAGE + "/search"): row(params={"q": "bantuan hukum"}),
}  # fmt: skip
OPEN = {("GET", "/v1/receipts/public-key"), ("POST", "/v1/session")}
"""For everybody, signed in or not."""
OF_ONE_PERSON = {("GET", "/v1/session"), ("DELETE", "/v1/session"), ("POST", "/v1/session/password")}
"""About whoever is signed in; a key has no session."""


@pytest.fixture
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    folder = tmp_path_factory.mktemp("api")
    found = replace(build(Settings(data_dir=folder)), queue=FakeJobQueue())
    found.records.migrate()
    with found.records.changing() as work:
        fill(work, found)
        work.commit()
    yield found
    found.records.close()
    found.pictures.close()


@pytest.fixture
def app(service: Service) -> FastAPI:
    return application(service)


@pytest.fixture
def client(app: FastAPI) -> Iterator[TestClient]:
    with TestClient(app) as found:
        yield found


def ask(client: TestClient, method: str, path: str, role: Role | None, *, region: str = OWN) -> tuple[int, str]:
    """The status and problem code of a request by somebody of a role."""
    names = {"person_id": "auditor", "key_id": "spare", "number": "1", "name": EDITION, "form": "json", "code": "x"}
    ids = dict.fromkeys(("region_code", "package_id", "document_id", "claim_id", "score_id", "job_id"), region)
    request = dict(TABLE[method, path].request)
    headers = dict(request.pop("headers", {}))
    client.cookies.clear()
    if role is Role.PORTAL:
        headers["Authorization"] = "Bearer evk_portal_secret"
    elif role is not None:
        client.cookies.set("evidence_session", f"token-{role.value}")
        headers["X-CSRF-Token"] = "csrf"
    answer = client.request(method, path.format(**names, **ids), headers=headers, **request)
    is_problem = answer.headers["content-type"] == "application/problem+json"
    return answer.status_code, answer.json()["code"] if is_problem else ""


def routes(app: FastAPI) -> set[tuple[str, str]]:
    paths = app.openapi()["paths"]
    return {(method.upper(), path) for path, by_method in paths.items() for method in by_method if "/v1/" in path}


def test_every_route_is_in_the_table(app: FastAPI) -> None:
    assert routes(app) == set(TABLE) | OPEN | OF_ONE_PERSON


def test_nobody_gets_anywhere_without_saying_who(client: TestClient) -> None:
    wrong = {key: ask(client, *key, None) for key in TABLE}
    assert set(wrong.values()) == {(401, "sign_in_first")}


@pytest.mark.parametrize("role", list(Role))
def test_a_role_may_do_what_the_table_says_and_nothing_else(service: Service, client: TestClient, role: Role) -> None:
    wrong = []
    for (method, path), entry in TABLE.items():
        status, code = ask(client, method, path, role)
        refused = (status, code) == (403, "not_allowed")
        missing = status == 404 and entry.own and not path.endswith(("/check", "/image"))
        if refused is (role in entry.roles) or (role in entry.roles and missing) or status >= 500:
            wrong.append((method, path, status, code))
    assert wrong == []
    assert service.records.ready()


@pytest.mark.parametrize("role", sorted(BOUNDED))
def test_what_belongs_to_another_region_is_not_there(client: TestClient, role: Role) -> None:
    wrong = []
    for (method, path), entry in TABLE.items():
        if entry.own and role in entry.roles:
            status, code = ask(client, method, path, role, region=FOREIGN)
            if (status, code) != (404, "not_found"):
                wrong.append((method, path, status, code))
    assert wrong == []


def test_a_key_does_only_what_its_scopes_say(app: FastAPI) -> None:
    with TestClient(app, headers={"Authorization": "Bearer evk_narrow_secret"}) as client:
        assert client.get("/v1/packages").json()["code"] == "not_allowed"


@pytest.mark.parametrize("key", ["evk_portal_wrong", "evk_nobody_secret", "portal_secret", "evk_", "x"])
def test_a_wrong_key_is_nobody(app: FastAPI, key: str) -> None:
    with TestClient(app, headers={"Authorization": f"Bearer {key}"}) as client:
        assert client.get("/v1/packages").status_code == 401


def test_a_change_without_the_sessions_token_is_refused(app: FastAPI) -> None:
    with TestClient(app, cookies={"evidence_session": "token-region_coordinator"}) as client:
        answer = client.post("/v1/packages", json={"region_code": OWN, "data_year": 2030})
    assert (answer.status_code, answer.json()["code"]) == (403, "csrf")


def test_another_regions_package_cannot_be_opened(app: FastAPI) -> None:
    with TestClient(app, headers={"Authorization": "Bearer evk_portal_secret"}) as client:
        answer = client.post("/v1/packages", json={"region_code": FOREIGN, "data_year": 2030})
    assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed")
