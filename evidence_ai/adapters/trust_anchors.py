"""Certificates an operator trusts to issue electronic signatures, from a folder."""

from __future__ import annotations

from pathlib import Path

from evidence_ai.errors import ConfigurationError

_ENDINGS = frozenset({".pem", ".crt", ".cer", ".der"})


def anchors_in(folder: Path | None) -> tuple[bytes, ...]:
    """The certificates of a folder as DER, in the order of their files; none where no folder is named.

    Raises:
        ConfigurationError: the folder does not exist, or a file in it is no certificate.
    """
    if folder is None:
        return ()
    if not folder.is_dir():
        message = f"Folder sertifikat {folder} tidak ada."
        raise ConfigurationError(message, advice="Perbaiki EVIDENCE_TRUST_DIR.")
    files = sorted(path for path in folder.iterdir() if path.suffix.lower() in _ENDINGS)
    return tuple(der for path in files for der in _certificates(path))


def _certificates(path: Path) -> list[bytes]:
    from cryptography import x509  # noqa: PLC0415 - most installations keep no anchors
    from cryptography.hazmat.primitives.serialization import Encoding  # noqa: PLC0415 - see above

    content = path.read_bytes()
    try:
        found = (
            x509.load_pem_x509_certificates(content)
            if b"-----BEGIN" in content
            else [x509.load_der_x509_certificate(content)]
        )
    except ValueError as error:
        message = f"Berkas {path.name} bukan sertifikat (PEM atau DER)."
        raise ConfigurationError(message, advice="Keluarkan dari EVIDENCE_TRUST_DIR atau ganti.") from error
    return [one.public_bytes(Encoding.DER) for one in found]
