"""Verifying: does a receipt hold together, and does it agree with what it says it rests on. Needs no network."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.receipt import Difference, Verification
from evidence_ai.errors import InputError
from evidence_ai.receipts.canon import canonical_bytes
from evidence_ai.receipts.objects import body_of
from evidence_ai.receipts.sealing import DECISIONS, SCHEMA
from evidence_ai.receipts.signing import has_form_of_signature, is_signed_by

# The cause before its effects: a changed decision also changes points, but it is the decision that must be named.
_RECEIPT_ORDER = ("schema", "edition", "edition_sha256", "edition_status", "inputs", "previous")


def verify(
    sealed: Any,
    *,
    edition_sha256: str | None = None,
    recomputed: Mapping[str, Any] | None = None,
    documents: Mapping[str, str | None] | None = None,
    public_key: bytes | None = None,
) -> Verification:
    """Check a sealed score, cheapest cause first, and name the first difference.

    Args:
        sealed: the parsed `{score, receipt}`; anything else is not valid.
        edition_sha256: of the installed edition of that name.
        recomputed: the whole object computed again from decisions, unsigned.
        documents: per sha256 the receipt names, the sha256 found in its place (None: no such file).
        public_key: Ed25519 in PEM; then an unsigned or differently signed receipt is not valid.

    Raises:
        InputError: the key is not one.
    """
    difference = next(_differences(sealed, edition_sha256, recomputed, documents, public_key), None)
    signature = _at(sealed, "receipt", "signature")
    return Verification(
        valid=difference is None,
        signed=isinstance(signature, str),
        inputs_checked=documents is not None,
        first_difference=difference,
        notice=_notice(difference, signed=isinstance(signature, str), checked=public_key is not None),
    )


def first_difference(expected: Any, found: Any, path: str) -> Difference | None:
    """The first place, in the order things are printed, where two JSON values differ."""
    if isinstance(expected, dict) and isinstance(found, dict):
        keys = [*found, *(key for key in expected if key not in found)]
        parts = (first_difference(expected.get(key), found.get(key), f"{path}.{key}") for key in keys)
        return next((one for one in parts if one is not None), None)
    if isinstance(expected, list) and isinstance(found, list):
        for number in range(max(len(expected), len(found))):
            old, new = (side[number] if number < len(side) else None for side in (expected, found))
            different = first_difference(old, new, f"{path}{_index(number, old, new)}")
            if different is not None:
                return different
        return None
    # 1 and true are equal in Python and different in JSON.
    if type(expected) is type(found) and expected == found:
        return None
    return Difference(path, _text(expected), _text(found))


def _differences(
    sealed: Any,
    edition_sha256: str | None,
    recomputed: Mapping[str, Any] | None,
    documents: Mapping[str, str | None] | None,
    public_key: bytes | None,
) -> Iterator[Difference]:
    yield from _shape(sealed)
    receipt = sealed["receipt"]
    if edition_sha256 is not None and receipt["edition_sha256"] != edition_sha256:
        yield Difference("receipt.edition_sha256", _text(receipt["edition_sha256"]), edition_sha256)
    if recomputed is not None:
        for key in _RECEIPT_ORDER:
            yield from _found(first_difference(receipt[key], recomputed["receipt"][key], f"receipt.{key}"))
        yield from _found(first_difference(sealed["score"], recomputed["score"], "score"))
    yield from _documents(receipt["inputs"], documents)
    yield from _body(sealed, public_key)
    if recomputed is not None:
        path = "receipt.code_version"
        yield from _found(first_difference(receipt["code_version"], recomputed["receipt"]["code_version"], path))


def _shape(sealed: Any) -> Iterator[Difference]:
    for path in (("score",), ("receipt",)):
        if not isinstance(_at(sealed, *path), dict):
            yield Difference(path[0], "object", _text(_at(sealed, *path)))
            return
    receipt = sealed["receipt"]
    for key in (*_RECEIPT_ORDER, "code_version", "body_sha256", "signature"):
        if key not in receipt:
            yield Difference(f"receipt.{key}", "present", None)
            return
    for key in ("edition", "edition_sha256", "edition_status", "code_version", "body_sha256"):
        if not isinstance(receipt[key], str):
            yield Difference(f"receipt.{key}", "text", _text(receipt[key]))
    if receipt["schema"] != SCHEMA:
        yield Difference("receipt.schema", SCHEMA, _text(receipt["schema"]))
    yield from _inputs(receipt["inputs"])


def _inputs(inputs: Any) -> Iterator[Difference]:
    """Without its decisions a receipt rests on nothing, however well its hash fits."""
    if not isinstance(inputs, list) or not inputs or _at(inputs[0], "name") != DECISIONS:
        yield Difference("receipt.inputs", DECISIONS, _text(inputs))
        return
    for number, one in enumerate(inputs):
        if not isinstance(_at(one, "name"), str) or not isinstance(_at(one, "sha256"), str):
            yield Difference(f"receipt.inputs{_index(number, one)}", "name and sha256", _text(one))


def _documents(inputs: list[dict[str, str]], documents: Mapping[str, str | None] | None) -> Iterator[Difference]:
    """Every input after the first, which is the decisions."""
    if documents is None:
        return
    for number, one in enumerate(inputs[1:], start=1):
        found = documents.get(one["sha256"])
        if found != one["sha256"]:
            yield Difference(f"receipt.inputs{_index(number, one)}.sha256", one["sha256"], found)


def _body(sealed: Any, public_key: bytes | None) -> Iterator[Difference]:
    receipt = sealed["receipt"]
    try:
        body = canonical_bytes(body_of(sealed))
    except InputError as error:
        yield Difference("receipt.body_sha256", _text(receipt["body_sha256"]), error.what)
        return
    digest = hashlib.sha256(body).hexdigest()
    if receipt["body_sha256"] != digest:
        yield Difference("receipt.body_sha256", _text(receipt["body_sha256"]), digest)
    signature = receipt["signature"]
    if signature is not None and not (isinstance(signature, str) and has_form_of_signature(signature)):
        yield Difference("receipt.signature", "ed25519: and base64", _text(signature))
    elif public_key is not None and (signature is None or not is_signed_by(body, signature, public_key)):
        yield Difference("receipt.signature", "signed by the given key", signature)


def _found(difference: Difference | None) -> Iterator[Difference]:
    if difference is not None:
        yield difference


def _at(value: Any, *keys: str) -> Any:
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _index(number: int, *sides: Any) -> str:
    """'[3]', or with the name or id of what stands there: an auditor looks for 'perda.pdf', not for number 3."""
    for side in sides:
        label = _at(side, "id") or _at(side, "kind") or _at(side, "name")
        if isinstance(label, str):
            return f"[{label}]"
    return f"[{number}]"


def _text(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return canonical_bytes(value).decode("utf-8") if isinstance(value, bool | int | list | dict) else str(value)


def not_proved(difference: Difference) -> Bilingual:
    """What to tell people of a receipt that is not valid, and what to do about it."""
    return Bilingual(
        id=f"Tanda terima TIDAK SAH: {difference.path} berbeda. Jangan dipakai sebelum asal perbedaan itu diketahui; "
        "minta tanda terima, keputusan, atau dokumen aslinya.",
        en=f"The receipt is NOT valid: {difference.path} differs. Do not rely on it before the cause is known; "
        "ask for the original receipt, decisions or document.",
    )


def _notice(difference: Difference | None, *, signed: bool, checked: bool) -> Bilingual:
    if difference is not None:
        return not_proved(difference)
    if not signed:
        return Bilingual(
            id="Tanda terima ini tidak ditandatangani: ia membuktikan keutuhan isi, bukan siapa pembuatnya.",
            en="This receipt is not signed: it proves that its content is consistent, not who made it.",
        )
    if not checked:
        return Bilingual(
            id="Tanda terima ini bertanda tangan, tetapi tanda tangannya belum diperiksa; berikan kunci publiknya.",
            en="This receipt is signed, but the signature was not checked; give the public key.",
        )
    return Bilingual(
        id="Tanda tangan diperiksa dengan kunci publik yang diberikan.",
        en="The signature was checked with the given public key.",
    )
