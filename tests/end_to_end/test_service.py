"""From an empty folder to a verified receipt, through the public API alone."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from evidence_ai.client import ProblemError
from evidence_ai.services.official_score import verify_receipt
from tests.end_to_end.deciding import decide_all, save
from tests.end_to_end.service import REGION, SAMPLE, Running, sample_zip, serving

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with serving(tmp_path_factory.mktemp("service") / "data") as found:
        yield found


@pytest.fixture(scope="module")
def package_id(running: Running) -> str:
    """The sample package, uploaded as one ZIP and done."""
    region = running.coordinator
    package = region.open_package(REGION, data_year=2024)
    documents = region.upload(package.id, [("paket.zip", sample_zip())])
    assert len(documents) == len(list(SAMPLE.iterdir())) - 4  # README, manifest, decisions, expected
    seen = []
    for event in region.events(package.id):
        seen.append(event.kind)
        if event.kind == "package_checked" and seen.count("document_examined") == len(documents):
            break
    region.wait(package.id)
    assert seen.count("document_received") == len(documents)
    return package.id


def test_every_planted_mistake_of_the_sample_is_a_finding(running: Running, package_id: str) -> None:
    expected = json.loads((SAMPLE / "expected.json").read_text("utf-8"))
    planted = {one["code"] for one in expected["planted"]}
    assert planted <= {one.code for one in running.coordinator.findings(package_id)}


def test_a_page_can_be_read_and_seen(running: Running, package_id: str) -> None:
    document = next(one for one in running.coordinator.documents(package_id) if one.name.startswith("Perda 5"))
    page = running.coordinator.call("GET", f"/v1/documents/{document.id}/pages/1").json()
    assert "BANTUAN HUKUM" in page["text"].upper()
    assert any(one["box"] for one in page["lines"])
    picture = running.coordinator.call("GET", f"/v1/documents/{document.id}/pages/1/image?width=400")
    assert picture.content[8:12] == b"WEBP"
    original = running.coordinator.call("GET", f"/v1/documents/{document.id}/original")
    assert original.content == (SAMPLE / document.name).read_bytes()
    assert original.headers["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize("form", ["json", "html", "xlsx", "docx"])
def test_a_report_can_be_taken_away(running: Running, package_id: str, form: str) -> None:
    assert len(running.coordinator.call("GET", f"/v1/packages/{package_id}/exports/{form}").content) > 5_000


def test_the_same_key_gives_the_same_answer_and_another_body_is_refused(running: Running) -> None:
    body = {"region_code": REGION, "data_year": 2031}
    send = running.coordinator.call
    first = send("POST", "/v1/packages", json=body, headers={"Idempotency-Key": "k1"})
    again = send("POST", "/v1/packages", json=body, headers={"Idempotency-Key": "k1"})
    assert again.json() == first.json()
    assert again.headers["Idempotency-Replayed"] == "true"
    with pytest.raises(ProblemError, match="idempotency_key_reused"):
        send("POST", "/v1/packages", json=body | {"data_year": 2032}, headers={"Idempotency-Key": "k1"})


def test_a_dry_run_keeps_nothing(running: Running) -> None:
    content = sample_zip("Perda 5 Tahun 2019 Bantuan Hukum.pdf")
    before = running.admin.call("GET", "/v1/packages").json()
    found = running.coordinator.call(
        "POST", "/v1/prechecks", files={"file": ("paket.zip", content)}, data={"region_code": REGION, "data_year": 2024}
    ).json()
    assert [one["file"] for one in found["documents"]] == ["Perda 5 Tahun 2019 Bantuan Hukum.pdf"]
    assert running.admin.call("GET", "/v1/packages").json() == before


def test_from_submission_to_a_receipt_that_verifies_offline(running: Running, package_id: str, tmp_path: Path) -> None:
    region, kanwil, central = running.coordinator, running.kanwil, running.central
    assert region.submit(package_id) == 1
    stale = kanwil.review(package_id)[0]
    decide_all(kanwil, package_id, "kanwil")
    with pytest.raises(ProblemError, match="412 stale"):
        kanwil.decide(package_id, stale, level="kanwil", verdict="rejected", reason="terlambat")
    with pytest.raises(ProblemError, match="not_allowed"):
        region.close_level(package_id, "kanwil")
    assert kanwil.close_level(package_id, "kanwil").state == "kanwil_reviewed"
    with pytest.raises(ProblemError, match="undecided"):
        central.close_level(package_id, "central")
    decide_all(central, package_id, "central")
    assert central.close_level(package_id, "central").state == "verified"
    score = central.award(package_id)
    files = save(central, score.id, tmp_path)
    command = [str(Path(sys.executable).with_name("evidence-ai")), "verify", *files, "--inputs", str(SAMPLE)]
    verified = subprocess.run(command, capture_output=True, text=True, check=False)
    assert verified.returncode == 0, verified.stdout
    assert json.loads(verified.stdout) == {
        "valid": True, "signed": True, "inputs_checked": True, "first_difference": None,
    }  # fmt: skip
    revoked = central.revoke(package_id, "Terbukti dari informasi publik yang diverifikasi.")
    assert (revoked.previous, revoked.predikat) == (score.body_sha256, "dicabut")
    assert verify_receipt(central.receipt(revoked.id), public_key=central.public_key()).valid
    totals = region.call("GET", f"/v1/packages/{package_id}/scores").json()
    assert [one["kind"] for one in totals["history"]] == ["final", "revocation"]
    assert totals["kanwil"] is not None
    assert totals["self_assessed"] is not None


def test_the_audit_log_holds_every_step_in_a_whole_chain(running: Running, package_id: str) -> None:
    auditor = running.person("pemeriksa", "auditor")
    assert auditor.call("GET", "/v1/audit/verification").json() == {"whole": True, "broken": []}
    found = auditor.call("GET", "/v1/audit", params={"chain": REGION, "limit": 200}).json()["items"]
    actions = {one["action"] for one in found if package_id in one["subject"] or one["action"] == "decided"}
    assert {"package_opened", "documents_received", "decided"} <= actions
