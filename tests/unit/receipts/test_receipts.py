"""Receipts: one sequence of bytes, bound to everything, and honest about what they prove."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1
from cryptography.hazmat.primitives.asymmetric.ec import generate_private_key as other_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from evidence_ai.domain.decision import Decision, Decisions, DocumentName, Verdict
from evidence_ai.domain.receipt import Receipt, SealedScore
from evidence_ai.editions import load
from evidence_ai.errors import DeniedError, InputError
from evidence_ai.receipts import canonical_bytes, decisions_sha256, seal, sealed_object, verify
from evidence_ai.scoring import AssumedEvidence, ReviewedEvidence, score

EDITION = load("permenkumham_22_2021")
BESIDE_THE_BODY = ("body_sha256", "signature")
PERDA = DocumentName("a" * 64, "perda.pdf")
DECISION = Decision(
    indicator="BH.S1",
    verdict=Verdict.CONFIRMED,
    value=None,
    unit=None,
    numerator=None,
    denominator=None,
    documents=(PERDA.sha256,),
    by="penilai-1",
    at="2023-05-02T09:00:00+07:00",
    reason=None,
)
DECISIONS = Decisions(
    schema="evidence-ai/decisions/1",
    edition=EDITION.name,
    region_code="33.72",
    data_year=2022,
    award_year=2023,
    aksi_ham_bonus=Decimal("1.5"),
    previous_receipt=None,
    documents=(PERDA, DocumentName("b" * 64, "laporan.pdf")),
    decisions=(DECISION, replace(DECISION, indicator="BH.H1", value="80", documents=())),
)
SCORE = score(EDITION, [ReviewedEvidence(DECISION, (PERDA,))])


def sealed(private_key: bytes | None = None, previous: str | None = None) -> dict[str, Any]:
    return json_of(receipt(private_key, previous))


def receipt(private_key: bytes | None = None, previous: str | None = None) -> Receipt:
    return seal(
        SCORE, edition=EDITION, decisions=DECISIONS, code_version="0+x", previous=previous, private_key=private_key
    )


def json_of(one: Receipt) -> dict[str, Any]:
    """As it comes back from a file."""
    return json.loads(json.dumps(sealed_object(SealedScore(SCORE, one))))  # type: ignore[no-any-return]


def keys() -> tuple[bytes, bytes]:
    private = Ed25519PrivateKey.generate()
    return (
        private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()),
        private.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo),
    )


def test_the_canon_sorts_keys_and_keeps_letters() -> None:
    value = {"b": 1, "a": ["é", None, True], "\u20ac": "\n"}

    assert canonical_bytes(value) == '{"a":["é",null,true],"b":1,"€":"\\n"}'.encode()


@pytest.mark.parametrize("value", [1.5, Decimal("1.5"), [{"a": 0.1}], "\ud800"])
def test_the_canon_refuses_what_has_no_single_spelling(value: object) -> None:
    with pytest.raises(InputError):
        canonical_bytes(value)


def test_a_receipt_has_exactly_the_keys_of_the_contract_and_no_number_that_is_not_text() -> None:
    found = sealed()

    assert list(found["receipt"]) == [
        "schema", "edition", "edition_status", "edition_sha256", "code_version", "inputs", "previous",
        "body_sha256", "signature",
    ]  # fmt: skip
    assert list(found["score"]) == ["total", "total_exact", "predikat", "provisional", "rights"]
    assert found["receipt"]["edition_status"] == "working"
    assert "." not in canonical_bytes(found["score"]["total_exact"]).decode()
    assert found["score"]["total"] == "0.33"
    assert found["score"]["total_exact"] == "1/3"


def test_a_fresh_receipt_is_valid_unsigned_and_says_what_it_does_not_prove() -> None:
    answer = verify(sealed())

    assert (answer.valid, answer.signed, answer.inputs_checked, answer.first_difference) == (True, False, False, None)
    assert "not who made it" in answer.notice.en


def test_sealing_the_same_again_gives_the_same_receipt() -> None:
    assert receipt() == receipt()


def test_the_order_of_decisions_and_documents_is_no_content() -> None:
    other = replace(
        DECISIONS, documents=tuple(reversed(DECISIONS.documents)), decisions=tuple(reversed(DECISIONS.decisions))
    )
    again = seal(SCORE, edition=EDITION, decisions=other, code_version="0+x", previous=None)

    assert again == receipt()


@pytest.mark.parametrize(
    "changed",
    [
        replace(DECISIONS, data_year=2021),
        replace(DECISIONS, region_code="33.73"),
        replace(DECISIONS, aksi_ham_bonus=Decimal("1.6")),
        replace(DECISIONS, documents=(PERDA,)),
        replace(DECISIONS, decisions=(DECISION,)),
        replace(DECISIONS, decisions=(replace(DECISION, reason="."), DECISIONS.decisions[1])),
        replace(DECISIONS, decisions=(replace(DECISION, by="penilai-2"), DECISIONS.decisions[1])),
        replace(DECISIONS, decisions=(DECISION, replace(DECISIONS.decisions[1], value="81"))),
    ],
)
def test_every_word_of_the_decisions_counts(changed: Decisions) -> None:
    assert decisions_sha256(changed) != decisions_sha256(DECISIONS)


CHANGES: list[Callable[[dict[str, Any]], object]] = [
    lambda one: one["score"].update(total="99.00"),
    lambda one: one["score"]["rights"][0]["kinds"][0]["indicators"][0].update(because="lain"),
    lambda one: one["receipt"].update(code_version="0+y"),
    lambda one: one["receipt"]["inputs"].pop(),
    lambda one: one["receipt"].update(previous="c" * 64),
    lambda one: one.update(more=1),
    lambda one: one["score"].update(total=1.5),
]


@pytest.mark.parametrize("change", CHANGES)
def test_any_change_inside_breaks_the_hash(change: Callable[[dict[str, Any]], object]) -> None:
    one = sealed()
    change(one)
    answer = verify(one)

    assert not answer.valid
    assert answer.first_difference is not None
    assert answer.first_difference.path == "receipt.body_sha256"


@pytest.mark.parametrize("broken", [None, [], "x", {}, {"score": {}}, {"score": {}, "receipt": {}}, 3])
def test_anything_else_than_a_sealed_score_is_an_answer_not_a_crash(broken: object) -> None:
    assert not verify(broken).valid


SHAPES: list[tuple[Callable[[dict[str, Any]], object], str]] = [
    (lambda one: one.update(edition=5), "receipt.edition"),
    (lambda one: one.update(code_version=None), "receipt.code_version"),
    (lambda one: one.update(inputs=[]), "receipt.inputs"),
    (lambda one: one.update(inputs=one["inputs"][1:]), "receipt.inputs"),
    (lambda one: one["inputs"][1].update(sha256=7), "receipt.inputs[laporan.pdf]"),
    (lambda one: one.update(signature="ed25519:AAAA"), "receipt.signature"),
    (lambda one: one.update(signature="signed by hand"), "receipt.signature"),
]


@pytest.mark.parametrize(("change", "path"), SHAPES)
def test_a_receipt_of_another_shape_is_not_valid_though_its_hash_fits(
    change: Callable[[dict[str, Any]], object], path: str
) -> None:
    one = sealed()
    change(one["receipt"])
    body = canonical_bytes(
        one | {"receipt": {key: value for key, value in one["receipt"].items() if key not in BESIDE_THE_BODY}}
    )
    one["receipt"]["body_sha256"] = hashlib.sha256(body).hexdigest()

    answer = verify(one, documents={PERDA.sha256: PERDA.sha256, "b" * 64: "b" * 64})
    assert not answer.valid
    assert answer.first_difference is not None
    assert answer.first_difference.path == path


def test_people_are_never_told_that_a_broken_receipt_is_consistent() -> None:
    one = sealed(keys()[0])
    one["score"]["total"] = "99.00"
    notice = verify(one, public_key=keys()[1]).notice

    assert "NOT valid: receipt.body_sha256 differs" in notice.en
    assert "TIDAK SAH" in notice.id


def test_a_change_with_a_hash_made_to_fit_is_named_when_computed_again() -> None:
    better = replace(SCORE, total=SCORE.total + 50)
    receipt_of_it = seal(better, edition=EDITION, decisions=DECISIONS, code_version="0+x", previous=None)
    forged = json.loads(json.dumps(sealed_object(SealedScore(better, receipt_of_it))))

    assert verify(forged).valid
    answer = verify(forged, recomputed=sealed())
    assert answer.first_difference is not None
    assert answer.first_difference.path == "score.total"
    assert (answer.first_difference.expected, answer.first_difference.found) == ("50.33", "0.33")


def test_a_changed_edition_is_named_before_its_effects() -> None:
    answer = verify(sealed(), edition_sha256="0" * 64)

    assert answer.first_difference is not None
    assert answer.first_difference.path == "receipt.edition_sha256"


def test_other_code_is_named_last() -> None:
    other = sealed()
    other["receipt"]["code_version"] = "0+other"
    answer = verify(sealed(), recomputed=other)

    assert answer.first_difference is not None
    assert answer.first_difference.path == "receipt.code_version"


def test_a_missing_and_a_changed_document_are_named() -> None:
    complete = {PERDA.sha256: PERDA.sha256, "b" * 64: "b" * 64}

    assert verify(sealed(), documents=complete).valid
    missing = verify(sealed(), documents=complete | {"b" * 64: None}).first_difference
    changed = verify(sealed(), documents=complete | {PERDA.sha256: "d" * 64}).first_difference
    assert missing is not None
    assert (missing.path, missing.found) == ("receipt.inputs[laporan.pdf].sha256", None)
    assert changed is not None
    assert (changed.path, changed.found) == ("receipt.inputs[perda.pdf].sha256", "d" * 64)


def test_a_signature_proves_origin_and_only_with_its_own_key() -> None:
    private, public = keys()
    signed = sealed(private)

    assert verify(signed, public_key=public).valid
    assert verify(signed, public_key=public).signed
    assert not verify(signed, public_key=keys()[1]).valid
    assert not verify(sealed(), public_key=public).valid
    assert "not checked" in verify(signed).notice.en


def test_the_signature_is_not_part_of_the_body_and_is_the_same_each_time() -> None:
    private, _ = keys()

    assert sealed(private)["receipt"]["body_sha256"] == sealed()["receipt"]["body_sha256"]
    assert sealed(private) == sealed(private)


@pytest.mark.parametrize("signature", ["", "ed25519:", "ed25519:AAAA", "x", "ed25519:é", 5])
def test_a_broken_signature_is_not_valid(signature: object) -> None:
    private, public = keys()
    one = sealed(private)
    one["receipt"]["signature"] = signature

    assert not verify(one, public_key=public).valid


def test_a_key_of_another_kind_is_refused() -> None:
    wrong = other_key(SECP256R1())
    private = wrong.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    public = wrong.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)

    for key in (private, b"no key"):
        with pytest.raises(InputError, match="Ed25519"):
            sealed(key)
    for key in (public, b"no key"):
        with pytest.raises(InputError, match="Ed25519"):
            verify(sealed(keys()[0]), public_key=key)


def test_receipts_form_a_chain() -> None:
    first = receipt()
    second = receipt(previous=first.body_sha256)

    assert second.previous == first.body_sha256
    assert second.body_sha256 != first.body_sha256


def test_assumed_evidence_is_never_sealed() -> None:
    assumed = score(EDITION, [AssumedEvidence("BH.H1", value="80")])

    with pytest.raises(DeniedError):
        seal(assumed, edition=EDITION, decisions=DECISIONS, code_version="0+x", previous=None)
