"""The key that signs receipts: read from its file, made there once where it is missing."""

from __future__ import annotations

import os
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from evidence_ai.errors import ConfigurationError


class ReceiptKey:
    """An Ed25519 key in PEM; the private half is readable by its owner only."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def private(self) -> bytes:
        """The private half in PEM.

        Raises:
            ConfigurationError: the file cannot be read or made.
        """
        try:
            if not self._file.exists():
                _make(self._file)
            return self._file.read_bytes()
        except OSError as error:
            message = f"Kunci tanda terima {self._file} tidak dapat dibaca atau dibuat ({error.strerror})."
            raise ConfigurationError(message, advice="Periksa EVIDENCE_RECEIPT_KEY_FILE dan izinnya.") from error

    def public(self) -> bytes:
        """The public half in PEM: what everybody needs to check a signature."""
        key = load_pem_private_key(self.private(), password=None)
        return key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def _make(file: Path) -> None:
    """Write a new key; of two processes that try at once, the first one's key stays."""
    file.parent.mkdir(parents=True, exist_ok=True)
    pem = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    beside = file.with_name(f".{file.name}.{os.getpid()}")
    beside.touch(mode=0o600)
    beside.write_bytes(pem)
    try:
        os.link(beside, file)
    except FileExistsError:
        return
    finally:
        beside.unlink()
