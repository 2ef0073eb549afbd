"""Where originals lie: a folder, or an S3-compatible store. One door: `blob_store`."""

from __future__ import annotations

from pathlib import Path

from evidence_ai.adapters.blobs.folder import FolderBlobs
from evidence_ai.adapters.blobs.s3 import S3Blobs
from evidence_ai.errors import ConfigurationError
from evidence_ai.services.ports import BlobStore

__all__ = ["FolderBlobs", "S3Blobs", "blob_store"]


def blob_store(place: str) -> BlobStore:
    """The store behind `file:///FOLDER` or `s3://KEY:SECRET@HOST:PORT/BUCKET` (`s3+http://` without TLS).

    Raises:
        ConfigurationError: the address names neither.
    """
    if place.startswith("file://"):
        return FolderBlobs(Path(place.removeprefix("file://")))
    if place.startswith(("s3://", "s3+http://")):
        return S3Blobs.at(place)
    message = "Alamat penyimpanan berkas asli tidak dikenal."
    raise ConfigurationError(message, advice="Tulis file:///FOLDER atau s3://KUNCI:RAHASIA@MESIN/BUCKET.")
