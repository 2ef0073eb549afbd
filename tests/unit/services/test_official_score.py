"""From a decisions file to a sealed score, and back."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from fractions import Fraction
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from evidence_ai.errors import ConflictError, InputError, NotFoundError
from evidence_ai.services.official_score import (
    OfficialScore,
    code_version,
    official_score,
    verification_object,
    verify_receipt,
)

PERDA = b"Peraturan Daerah Kabupaten Contoh"
LAPORAN = b"Laporan kegiatan dengan 80 % pemohon dilayani"


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def decision(indicator: str, **changes: Any) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "indicator": indicator, "verdict": "confirmed", "value": None, "unit": None, "numerator": None,
        "denominator": None, "documents": [], "by": "penilai-1", "at": "2023-05-02T09:00:00+07:00", "reason": None,
    }  # fmt: skip
    return plain | changes


def table(**changes: Any) -> dict[str, Any]:
    plain = {
        "schema": "evidence-ai/decisions/1",
        "edition": "permenkumham_22_2021",
        "region_code": "33.72",
        "data_year": 2022,
        "award_year": 2023,
        "aksi_ham_bonus": "1.5",
        "previous_receipt": None,
        "documents": [
            {"sha256": sha256(PERDA), "name": "perda.pdf"},
            {"sha256": sha256(LAPORAN), "name": "laporan.pdf"},
        ],
        "decisions": [
            decision("BH.S1", documents=[sha256(PERDA)]),
            decision("BH.H1", numerator="80", denominator=100, unit="%", documents=[sha256(LAPORAN)]),
            decision("BH.P1", value="150000000", unit="rupiah"),
            decision("PA.H5", value="Nindya"),
            decision("BH.P2", verdict="not_applicable", reason="tidak ada organisasi terakreditasi"),
        ],
    }
    return plain | changes


def content(**changes: Any) -> bytes:
    return json.dumps(table(**changes)).encode()


def scored(**changes: Any) -> OfficialScore:
    return official_score(content(**changes))


def receipt_bytes() -> bytes:
    return scored().to_json().encode()


def difference(answer: Any) -> dict[str, Any]:
    one = verification_object(answer)["first_difference"]
    assert isinstance(one, dict)
    return one


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "hukum").mkdir()
    (tmp_path / "hukum" / "perda.pdf").write_bytes(PERDA)
    (tmp_path / "nama lain.pdf").write_bytes(LAPORAN)
    return tmp_path


def test_a_decisions_file_gives_the_points_its_decisions_earn() -> None:
    result = scored().sealed.score

    # BH: 10 x 1/3 + 30 x 1/3 (one of four does not apply) + 12 x 0.8; PA: 12 x 0.8; ten rights; bonus 1.5
    rights = Fraction(10, 3) + 10 + 2 * Fraction(96, 10)
    assert result.total == rights / 10 + Fraction(3, 2)
    assert not result.provisional


def test_the_sealed_score_names_edition_status_and_inputs_decisions_first() -> None:
    receipt = scored().sealed.receipt

    assert receipt.edition_status == "working"
    assert [one.name for one in receipt.inputs] == ["decisions", "laporan.pdf", "perda.pdf"]
    assert receipt.code_version == code_version()
    assert "working list" in scored().notice.en


def test_order_and_white_space_of_the_file_never_matter() -> None:
    other = table()
    for turn in range(5):
        other["decisions"] = [*other["decisions"][turn:], *other["decisions"][:turn]]
        other["documents"].reverse()
        spaced = json.dumps(dict(reversed(other.items())), indent=3).encode()
        assert official_score(spaced).to_json() == scored().to_json()


def test_the_receipt_verifies_with_everything_at_hand(folder: Path) -> None:
    answer = verify_receipt(receipt_bytes(), decisions=content(), inputs=folder)

    assert verification_object(answer) == {
        "valid": True, "signed": False, "inputs_checked": True, "first_difference": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b'"80"', b'"81"'),
        (b"penilai-1", b"penilai-2"),
        (b"Nindya", b"Nindyx"),
        (b"33.72", b"33.73"),
        (b'"BH.S1"', b'"BH.S9"'),
        (b'"1.5"', b'"1.6"'),
        (b'"confirmed"', b'"cXnfirmed"'),
        (b'{"schema"', b'["schema"'),
    ],
)
def test_one_changed_byte_of_the_decisions_is_named(before: bytes, after: bytes) -> None:
    changed = content().replace(before, after, 1)
    assert changed != content()

    answer = verify_receipt(receipt_bytes(), decisions=changed)
    assert not answer.valid
    assert difference(answer)["path"] == "receipt.inputs[decisions].sha256"


def test_one_changed_byte_of_a_document_is_named(folder: Path) -> None:
    (folder / "hukum" / "perda.pdf").write_bytes(PERDA.replace(b"D", b"d", 1))
    answer = verify_receipt(receipt_bytes(), inputs=folder)

    assert not answer.valid
    assert difference(answer)["path"] == "receipt.inputs[perda.pdf].sha256"
    assert difference(answer)["found"] == sha256(PERDA.replace(b"D", b"d", 1))


def test_a_missing_document_is_named(folder: Path) -> None:
    (folder / "nama lain.pdf").unlink()

    assert difference(verify_receipt(receipt_bytes(), inputs=folder)) == {
        "path": "receipt.inputs[laporan.pdf].sha256", "expected": sha256(LAPORAN), "found": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after", "path"),
    [
        ("kawasan tanpa rokok", "kawasan tanpa Rokok", "receipt.edition_sha256"),
        ("target = 100", "target = 0", "receipt.edition_sha256"),
        ("[[indicator]]", "[[indicator]", "receipt.edition_sha256"),
    ],
)
def test_one_changed_byte_of_the_edition_is_named(tmp_path: Path, before: str, after: str, path: str) -> None:
    with resources.as_file(resources.files("evidence_ai.editions").joinpath("permenkumham_22_2021")) as shipped:
        shutil.copytree(shipped, tmp_path / "resmi")
    edition = tmp_path / "resmi" / "edition.toml"
    edition.write_text(edition.read_text("utf-8").replace('name = "permenkumham_22_2021"', 'name = "resmi"'), "utf-8")
    sealed = official_score(content(edition="resmi"), editions=tmp_path).to_json().encode()
    assert verify_receipt(sealed, editions=tmp_path).valid

    rights = tmp_path / "resmi" / "rights" / "06_kesehatan.toml"
    rights.write_text(rights.read_text("utf-8").replace(before, after, 1), "utf-8")
    answer = verify_receipt(sealed, decisions=content(edition="resmi"), editions=tmp_path)
    assert not answer.valid
    assert difference(answer)["path"] == path


def test_every_changed_byte_of_a_receipt_makes_it_invalid_or_changes_only_white_space() -> None:
    original = receipt_bytes()
    meaning = json.loads(original)
    for position in range(0, len(original), len(original) // 59):
        changed = original[:position] + bytes([original[position] ^ 1]) + original[position + 1 :]
        try:
            same = json.loads(changed) == meaning
        except ValueError:
            same = False
        assert verify_receipt(changed).valid is same, position


def test_a_receipt_of_an_unknown_edition_names_the_edition() -> None:
    changed = receipt_bytes().replace(b'"permenkumham_22_2021"', b'"permenkumham_22_2022"')

    assert difference(verify_receipt(changed))["path"] == "receipt.edition"


def test_a_signed_receipt_of_an_unknown_edition_is_still_called_signed() -> None:
    one = json.loads(receipt_bytes())
    one["receipt"] |= {"edition": "permenkumham_22_2022", "signature": "ed25519:" + "A" * 86 + "=="}

    answer = verify_receipt(json.dumps(one).encode())
    assert (answer.valid, answer.signed) == (False, True)
    assert "NOT valid" in answer.notice.en


@pytest.mark.parametrize("broken", [b"", b"{", b"[]", b"null", b"\xff", b"[" * 100_000, b'{"a":1,"a":2}'])
def test_a_broken_receipt_is_an_answer_not_a_crash(broken: bytes) -> None:
    assert not verify_receipt(broken).valid


def test_the_later_decision_stands_whatever_the_order_and_the_zone() -> None:
    early = decision("BH.S1", at="2023-05-02T09:00:00+07:00", documents=[sha256(PERDA)])
    late = decision("BH.S1", at="2023-05-02T03:00:00Z", verdict="rejected", reason="sudah dicabut")

    for decisions in ([early, late], [late, early]):
        assert scored(decisions=decisions, aksi_ham_bonus=0).sealed.score.total == 0


def test_two_different_decisions_at_one_time_are_refused() -> None:
    one, two = decision("BH.H1", value="1"), decision("BH.H1", value="2", at="2023-05-02T02:00:00Z")

    with pytest.raises(ConflictError, match=r"BH\.H1"):
        scored(decisions=[one, two])


def test_the_same_decision_twice_counts_once() -> None:
    one = decision("BH.H1", value="80")

    assert scored(decisions=[one, one]).sealed.score == scored(decisions=[one]).sealed.score


def test_document_type_and_outcome_in_the_file_weigh() -> None:
    documents = [{"sha256": sha256(PERDA), "name": "rka.pdf", "document_type": "rka", "outcome": "ok"}]
    weak = scored(documents=documents, decisions=[decision("BH.P1", value="5", documents=[sha256(PERDA)])])
    documents[0] |= {"document_type": "dpa", "outcome": "unreadable"}
    pending = scored(documents=documents, decisions=[decision("BH.P1", value="5", documents=[sha256(PERDA)])])

    assert weak.sealed.score.mean == 0
    assert not weak.sealed.score.provisional
    assert pending.sealed.score.provisional


def test_a_document_only_a_decision_names_is_bound_all_the_same() -> None:
    result = scored(documents=[], decisions=[decision("BH.S1", documents=[sha256(PERDA)])])

    assert [one.sha256 for one in result.sealed.receipt.inputs[1:]] == [sha256(PERDA)]


WRONG = [
    ({"decisions": [decision("BH.S9")]}, "BH.S9"),
    ({"decisions": [decision("BH.S1", verdict="maybe")]}, "bukan putusan"),
    ({"decisions": [decision("BH.S1", verdict="not_applicable")]}, "tanpa alasan"),
    ({"decisions": [decision("BH.S1", by="")]}, "tidak memuat by"),
    ({"decisions": [decision("BH.S1", by="9999990000000001")]}, "NIK"),
    ({"decisions": [decision("BH.S1", reason="milik NIK 9999990000000001")]}, "nomor pribadi"),
    ({"decisions": [decision("BH.S1", at="kemarin")]}, "ISO 8601"),
    ({"decisions": [decision("BH.H1", numerator="1,234", denominator="2000")]}, "dua cara"),
    ({"decisions": [decision("BH.H1", numerator=True)]}, "bukan angka"),
    ({"decisions": [decision("BH.H1", numerater=1)]}, "numerater"),
    ({"decisions": [decision("BH.S1", documents=["abc"])]}, "tidak sesuai"),
    ({"decisions": {}}, "seharusnya daftar"),
    ({"decisions": [1]}, "objek JSON"),
    ({"region_code": "Surakarta"}, "region_code"),
    ({"data_year": "2022"}, "data_year"),
    ({"aksi_ham_bonus": "-1"}, "Bonus"),
    ({"previous_receipt": "abc"}, "previous_receipt"),
    ({"documents": [{"sha256": "a" * 64, "name": "x"}, {"sha256": "a" * 64, "name": "y"}]}, "dua kali"),
    ({"documents": [{"name": "x"}]}, "tidak memuat sha256"),
    ({"documents": [{"sha256": "a" * 64, "name": "x", "document_type": "perdaa"}]}, "tidak ada di daftar"),
    ({"documents": [{"sha256": "a" * 64, "name": "x", "outcome": "good"}]}, "tidak ada di daftar"),
]


@pytest.mark.parametrize(("changes", "words"), WRONG)
def test_a_mistake_in_the_file_is_refused_and_named(changes: dict[str, Any], words: str) -> None:
    with pytest.raises(InputError, match=words.replace(".", r"\.")):
        scored(**changes)


@pytest.mark.parametrize("number", ["1e999999999", "1" * 40, "NaN", "1e-50"])
def test_a_number_no_answer_needs_is_refused(number: str) -> None:
    text = content().replace(b'"150000000"', number.encode())

    with pytest.raises(InputError):
        official_score(text)


def test_an_unknown_edition_is_refused_by_name() -> None:
    with pytest.raises(NotFoundError, match="permenkumham_1_1999"):
        scored(edition="permenkumham_1_1999")


@pytest.mark.slow
def test_the_same_decisions_give_the_same_bytes_in_every_process(tmp_path: Path) -> None:
    file = tmp_path / "keputusan.json"
    file.write_bytes(content())
    program = (
        "import pathlib, sys; from evidence_ai.services.official_score import official_score; "
        "sys.stdout.buffer.write(official_score(pathlib.Path(sys.argv[1]).read_bytes()).to_json().encode())"
    )
    surroundings = [
        {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "4242", "TZ": "Asia/Jayapura", "LC_ALL": "C.UTF-8", "LANG": "id_ID.UTF-8"},
        {"PYTHONHASHSEED": "random", "TZ": "America/New_York", "PYTHONUTF8": "0"},
    ]
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program, str(file)], env=os.environ | one, capture_output=True, check=True
        ).stdout
        for one in surroundings
    }

    assert outputs == {receipt_bytes()}
