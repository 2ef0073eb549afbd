"""The whole OpenAPI document against the application: no 5xx, no answer that breaks its schema or is not announced."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from api.app import application
from evidence_ai.domain.people import Role, Session
from evidence_ai.service_wiring import Service, build
from evidence_ai.services.identifiers import digest
from evidence_ai.settings import Settings
from tests.fakes.job_queue import FakeJobQueue
from tests.service_things import OWN, fill
from tests.service_values import NOW

pytestmark = pytest.mark.slow
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
OWN_IDS = {"package_id", "document_id", "claim_id", "score_id", "job_id"}


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    found = replace(build(Settings(data_dir=tmp_path_factory.mktemp("openapi"))), queue=FakeJobQueue())
    found.records.migrate()
    with found.records.changing() as work:
        fill(work, found)
        work.commit()
    yield found
    found.records.close()
    found.pictures.close()


@pytest.mark.parametrize("role", [Role.REGION_COORDINATOR, Role.CENTRAL_REVIEWER, Role.ADMIN])
def test_whatever_is_sent_the_answer_is_one_the_document_announces(service: Service, role: Role) -> None:
    schema = schemathesis.openapi.from_asgi("/openapi.json", application(service))
    operations = [one.ok() for one in schema.get_all_operations() if isinstance(one, Ok)]
    assert len(operations) > 55
    for operation in operations:
        drive(service, operation, role)


def drive(service: Service, operation: Any, role: Role) -> None:
    """Send many requests to one operation, half of them about things that exist."""
    headers = {"Cookie": f"evidence_session={signed_in(service, role)}", "X-CSRF-Token": "csrf"}

    @settings(
        max_examples=4, deadline=None, database=None, derandomize=True, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(case=operation.as_strategy())
    def send(case: Any) -> None:
        for name in OWN_IDS & set(case.path_parameters or {}):
            if len(case.path_parameters[name]) % 2:
                case.path_parameters[name] = OWN
        if operation.path.endswith("/events"):
            case.query["follow"] = "false"
        case.call_and_validate(headers=headers, checks=CHECKS)

    send()


def signed_in(service: Service, role: Role) -> str:
    """A new session: the operation before may have ended the last one."""
    token = f"{role.value}-{id(object())}"
    ends = service.clock.now() + timedelta(hours=1)
    with service.records.changing() as work:
        work.people.close_session(digest(token))
        work.people.open_session(Session(digest(token), role.value, "csrf", NOW, ends))
        work.commit()
    return token
