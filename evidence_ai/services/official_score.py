"""The official score: a person's decisions in, points and a receipt out; and the same way back to check one."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

import evidence_ai
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.decision import Decisions
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.receipt import Difference, SealedScore, Verification
from evidence_ai.domain.score import Score
from evidence_ai.editions import load
from evidence_ai.errors import ConfigurationError, EvidenceError, InputError, NotFoundError
from evidence_ai.receipts import JsonObject, decisions_sha256, not_proved, seal, sealed_object, verify
from evidence_ai.scoring import ReviewedEvidence, score
from evidence_ai.services.decisions_file import parse_decisions, parse_json

# What turns decisions into printed points: a change in any of these files is another code version.
_COUNTING_CODE = {
    "evidence_ai.scoring": None,
    "evidence_ai.editions": None,
    "evidence_ai.domain": ("decision.py", "edition.py", "score.py"),
    "evidence_ai.receipts": ("objects.py",),
    "evidence_ai.services": ("decisions_file.py",),
}


@dataclass(frozen=True, slots=True)
class OfficialScore:
    """A sealed score with the edition's notice, which people must see beside it."""

    sealed: SealedScore
    notice: Bilingual

    def to_object(self) -> JsonObject:
        """`{score, receipt}` of the contract."""
        return sealed_object(self.sealed)

    def to_json(self) -> str:
        """The same as text; the same decisions give the same characters."""
        return json.dumps(self.to_object(), ensure_ascii=False, indent=2)


def official_score(content: bytes, *, editions: Path | None = None, private_key: bytes | None = None) -> OfficialScore:
    """Score a decisions file and seal the result.

    Args:
        content: bytes of the decisions file.
        editions: folder with imported editions, besides those that ship.
        private_key: Ed25519 in PEM to sign with.

    Raises:
        InputError: the file or the key is wrong; names the place.
        NotFoundError: the edition is unknown.
        ConflictError: two decisions on one indicator carry the same time.
    """
    decisions = parse_decisions(content)
    edition = load(decisions.edition, extra=editions)
    counted = score_decisions(edition, decisions)
    receipt = seal(
        counted,
        edition=edition,
        decisions=decisions,
        code_version=code_version(),
        previous=decisions.previous_receipt,
        private_key=private_key,
    )
    return OfficialScore(sealed=SealedScore(counted, receipt), notice=edition.notice)


def score_decisions(edition: Edition, decisions: Decisions) -> Score:
    """The score of decisions already read: per indicator the latest decision stands."""
    documents = {one.sha256: one for one in decisions.documents}
    evidence = [
        ReviewedEvidence(one, tuple(documents[sha256] for sha256 in one.documents)) for one in decisions.in_force
    ]
    return score(edition, evidence, bonus=decisions.aksi_ham_bonus)


def verify_receipt(
    content: bytes,
    *,
    decisions: bytes | None = None,
    inputs: Path | None = None,
    public_key: bytes | None = None,
    editions: Path | None = None,
) -> Verification:
    """Check a receipt file offline: its own hash and edition, and whatever else is given.

    Args:
        content: bytes of what `score` printed. Broken content is an answer (not valid), not an error.
        decisions: bytes of the decisions file; then the whole score is computed again.
        inputs: folder with the documents; then their bytes are compared.
        public_key: Ed25519 in PEM; then the signature is checked.
        editions: folder with imported editions.

    Raises:
        InputError: the key is not one, or the folder is not there.
    """
    if inputs is not None and not inputs.is_dir():
        raise InputError(
            f"Folder {inputs} tidak ada, sehingga dokumen tidak dapat dicocokkan.", advice="Tunjuk folder dokumennya."
        )
    try:
        sealed = parse_json(content)
    except ValueError as error:
        return _not_valid(None, Difference("receipt", "JSON", str(error)))
    edition = _edition_of(sealed, editions)
    if isinstance(edition, Difference):
        return _not_valid(sealed, edition)
    recomputed = None if decisions is None else _recomputed(sealed, decisions, editions)
    if isinstance(recomputed, Difference):
        return _not_valid(sealed, recomputed)
    return verify(
        sealed,
        edition_sha256=None if edition is None else edition.sha256,
        recomputed=recomputed,
        documents=None if inputs is None else _found_documents(sealed, inputs),
        public_key=public_key,
    )


def verification_object(verification: Verification) -> JsonObject:
    """`{valid, signed, inputs_checked, first_difference}` of the contract."""
    one = verification.first_difference
    return {
        "valid": verification.valid,
        "signed": verification.signed,
        "inputs_checked": verification.inputs_checked,
        "first_difference": None if one is None else {"path": one.path, "expected": one.expected, "found": one.found},
    }


def code_version() -> str:
    """Package version and digest of the code that counts: the same on every machine with the same sources."""
    digest = hashlib.sha256()
    for package, only in _COUNTING_CODE.items():
        files = [one for one in resources.files(package).iterdir() if one.name.endswith(".py")]
        for file in sorted(files, key=lambda one: one.name):
            if only is None or file.name in only:
                source = file.read_bytes().replace(b"\r\n", b"\n")
                digest.update(f"{package}/{file.name}\n{len(source)}\n".encode())
                digest.update(source)
    return f"{evidence_ai.__version__}+sha256.{digest.hexdigest()}"


def _edition_of(sealed: Any, editions: Path | None) -> Edition | Difference | None:
    """The installed edition the receipt names; None where it names none (the shape check will say so)."""
    receipt = sealed.get("receipt") if isinstance(sealed, dict) else None
    name = receipt.get("edition") if isinstance(receipt, dict) else None
    if not isinstance(name, str):
        return None
    try:
        return load(name, extra=editions)
    except NotFoundError as error:
        return Difference("receipt.edition", name, error.what)
    except ConfigurationError as error:
        stated = receipt.get("edition_sha256") if isinstance(receipt, dict) else None
        return Difference("receipt.edition_sha256", stated if isinstance(stated, str) else None, error.what)


def _recomputed(sealed: Any, decisions: bytes, editions: Path | None) -> JsonObject | Difference:
    """The object these decisions give now; decisions other than the receipt's are named before their effects."""
    path = "receipt.inputs[decisions].sha256"
    stated = _decisions_input(sealed)
    try:
        digest = decisions_sha256(parse_decisions(decisions))
        if digest != stated:
            return Difference(path, stated, digest)
        return official_score(decisions, editions=editions).to_object()
    except EvidenceError as error:
        return Difference(path, stated, error.what)


def _decisions_input(sealed: Any) -> str | None:
    receipt = sealed.get("receipt") if isinstance(sealed, dict) else None
    inputs = receipt.get("inputs") if isinstance(receipt, dict) else None
    first = inputs[0] if isinstance(inputs, list) and inputs else None
    sha256 = first.get("sha256") if isinstance(first, dict) else None
    return sha256 if isinstance(sha256, str) else None


def _found_documents(sealed: Any, inputs: Path) -> dict[str, str | None]:
    """Per document of the receipt: its own sha256 if a file has it, else that of the file of its name, else None."""
    files = [file for file in sorted(inputs.rglob("*")) if file.is_file()]
    digests = {file: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
    there = set(digests.values())
    by_name = {file.name: digest for file, digest in digests.items()}
    by_name |= {file.relative_to(inputs).as_posix(): digest for file, digest in digests.items()}
    receipt = sealed.get("receipt") if isinstance(sealed, dict) else None
    stated = receipt.get("inputs") if isinstance(receipt, dict) else None
    found: dict[str, str | None] = {}
    for one in stated if isinstance(stated, list) else []:
        sha256, name = (one.get("sha256"), one.get("name")) if isinstance(one, dict) else (None, None)
        if isinstance(sha256, str):
            found[sha256] = sha256 if sha256 in there else by_name.get(str(name))
    return found


def _not_valid(sealed: Any, difference: Difference) -> Verification:
    receipt = sealed.get("receipt") if isinstance(sealed, dict) else None
    signature = receipt.get("signature") if isinstance(receipt, dict) else None
    return Verification(
        valid=False,
        signed=isinstance(signature, str),
        inputs_checked=False,
        first_difference=difference,
        notice=not_proved(difference),
    )
