from __future__ import annotations

import json
import random
import shutil
from pathlib import Path

import pytest

from tests.end_to_end.command import SAMPLE, result, run

pytestmark = pytest.mark.slow
DECISIONS = SAMPLE / "decisions.json"


@pytest.fixture(scope="module")
def receipt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("receipt") / "receipt.json"
    path.write_text(run("score", DECISIONS).stdout)
    return path


def test_the_sample_decisions_give_a_receipt_that_verifies(receipt: Path) -> None:
    found = result("verify", receipt, "--decisions", DECISIONS, "--inputs", SAMPLE)
    assert found == {"valid": True, "signed": False, "inputs_checked": True, "first_difference": None}


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "77"},
        {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
        {"TZ": "Asia/Jayapura"},
    ],
    ids=str,
)
def test_the_same_decisions_give_the_same_bytes_everywhere(receipt: Path, environment: dict[str, str]) -> None:
    assert run("score", DECISIONS, **environment).stdout == receipt.read_text()


def test_the_order_of_decisions_and_documents_never_matters(receipt: Path, tmp_path: Path) -> None:
    decisions = json.loads(DECISIONS.read_text())
    shuffle = random.Random(3).shuffle
    shuffle(decisions["decisions"])
    shuffle(decisions["documents"])
    (tmp_path / "shuffled.json").write_text(json.dumps(decisions))
    assert run("score", tmp_path / "shuffled.json").stdout == receipt.read_text()


def test_a_changed_decision_is_named(receipt: Path, tmp_path: Path) -> None:
    changed = tmp_path / "changed.json"
    changed.write_text(DECISIONS.read_text().replace('"confirmed"', '"rejected"', 1))
    done = run("verify", receipt, "--decisions", changed)
    assert done.returncode == 1
    assert "decisions" in json.loads(done.stdout)["first_difference"]["path"]


def test_a_changed_document_is_named(receipt: Path, tmp_path: Path) -> None:
    inputs = tmp_path / "inputs"
    shutil.copytree(SAMPLE, inputs)
    named = next(one["name"] for one in json.loads(DECISIONS.read_text())["documents"])
    with (inputs / named).open("ab") as file:
        file.write(b" ")
    done = run("verify", receipt, "--inputs", inputs)
    assert done.returncode == 1
    assert named in json.dumps(json.loads(done.stdout)["first_difference"], ensure_ascii=False)


def test_a_changed_score_is_named(receipt: Path, tmp_path: Path) -> None:
    content = json.loads(receipt.read_text())
    content["score"]["total"] = "99.99"
    (tmp_path / "forged.json").write_text(json.dumps(content))
    done = run("verify", tmp_path / "forged.json")
    assert done.returncode == 1
    assert json.loads(done.stdout)["valid"] is False
