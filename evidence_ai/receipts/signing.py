"""Ed25519 signatures over canonical bytes. Keys come and go as PEM; none is ever kept."""

from __future__ import annotations

import base64
import binascii

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key, load_pem_public_key

from evidence_ai.errors import InputError

_PREFIX = "ed25519:"
_SIGNATURE_BYTES = 64  # RFC 8032, section 5.1.6


def sign(body: bytes, private_key: bytes) -> str:
    """The signature of `body`: 'ed25519:' and base64.

    Raises:
        InputError: the key is not an unencrypted Ed25519 private key in PEM.
    """
    try:
        key = load_pem_private_key(private_key, password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise _wrong_key("privat") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise _wrong_key("privat")
    return _PREFIX + base64.b64encode(key.sign(body)).decode("ascii")


def is_signed_by(body: bytes, signature: str, public_key: bytes) -> bool:
    """Whether `signature` over `body` was made with the private half of `public_key`.

    Raises:
        InputError: the key is not an Ed25519 public key in PEM.
    """
    try:
        key = load_pem_public_key(public_key)
    except (ValueError, UnsupportedAlgorithm) as error:
        raise _wrong_key("publik") from error
    if not isinstance(key, Ed25519PublicKey):
        raise _wrong_key("publik")
    raw = _raw(signature)
    if raw is None:
        return False
    try:
        key.verify(raw, body)
    except InvalidSignature:
        return False
    return True


def has_form_of_signature(signature: str) -> bool:
    """Whether a text can be a signature at all: 'ed25519:' and 64 bytes in base64. Says nothing of who made it."""
    raw = _raw(signature)
    return raw is not None and len(raw) == _SIGNATURE_BYTES


def _raw(signature: str) -> bytes | None:
    if not signature.startswith(_PREFIX):
        return None
    try:
        return base64.b64decode(signature.removeprefix(_PREFIX), validate=True)
    except (binascii.Error, ValueError):
        return None


def _wrong_key(which: str) -> InputError:
    return InputError(
        f"Kunci {which} ini bukan kunci {which} Ed25519 dalam PEM, sehingga tanda tangan tidak dapat dibuat atau diperiksa.",
        advice="Buat kunci privat dengan `openssl genpkey -algorithm ed25519`, kunci publiknya dengan `openssl pkey -pubout`.",
    )
