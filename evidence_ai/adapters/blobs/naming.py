"""Names of blobs: sha256 in hexadecimal and nothing else, so that no name ever leaves its place."""

from __future__ import annotations

import re

from evidence_ai.errors import InternalError, NotFoundError

_SHA256 = re.compile(r"[0-9a-f]{64}")


def valid(sha256: str) -> str:
    """The name itself.

    Raises:
        NotFoundError: it is not a sha256, so nothing was ever kept under it.
    """
    if not _SHA256.fullmatch(sha256):
        raise missing(sha256)
    return sha256


def missing(sha256: str) -> NotFoundError:
    """Nothing is kept under this name."""
    return NotFoundError(f"Berkas asli {sha256[:12]} tidak ada di penyimpanan.", advice="Unggah ulang berkas itu.")


def damaged(sha256: str) -> InternalError:
    """What is kept is not what was put."""
    return InternalError(f"Berkas asli {sha256[:12]} berubah di penyimpanan.", advice="Pulihkan dari cadangan.")
