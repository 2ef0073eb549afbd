"""PDFs signed with certificates made for the moment; no key outlives its test."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

from asn1crypto import keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko_certvalidator.registry import SimpleCertificateStore
from reportlab.pdfgen.canvas import Canvas


class Identity:
    """A signer with a certificate of its own issuer."""

    def __init__(self, name: str, organisation: str = "Pemerintah Kabupaten Muara Contoh") -> None:
        self.issuer_key = ec.generate_private_key(ec.SECP256R1())
        self.key = ec.generate_private_key(ec.SECP256R1())
        root = _name("Penerbit Contoh", "Penerbit Contoh")
        self.issuer = _certificate(root, root, self.issuer_key, self.issuer_key, is_issuer=True)
        self.certificate = _certificate(_name(name, organisation), root, self.key, self.issuer_key, is_issuer=False)

    @property
    def anchor(self) -> bytes:
        return self.issuer.public_bytes(serialization.Encoding.DER)

    def signer(self) -> signers.SimpleSigner:
        key = self.key.private_bytes(
            serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        store = SimpleCertificateStore()  # type: ignore[no-untyped-call]
        store.register(_loaded(asn1_x509.Certificate, self.anchor))
        return signers.SimpleSigner(
            signing_cert=_loaded(asn1_x509.Certificate, self.certificate.public_bytes(serialization.Encoding.DER)),
            signing_key=_loaded(keys.PrivateKeyInfo, key),
            cert_registry=store,
        )


def _loaded(kind: Any, der: bytes) -> Any:
    return kind.load(der)


def signed(content: bytes, who: Identity, *, field: str = "TTE", box: tuple[int, int, int, int] | None = None) -> bytes:
    """`content` with one more PAdES signature; with a box, a visible one on page 1."""
    writer = IncrementalPdfFileWriter(io.BytesIO(content))
    fields.append_signature_field(writer, fields.SigFieldSpec(field, on_page=0, box=box))
    meta = signers.PdfSignatureMetadata(field_name=field, subfilter=fields.SigSeedSubFilter.PADES)
    out = signers.sign_pdf(writer, meta, signer=who.signer())
    return bytes(out.getvalue())


def letter(*lines: str) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    for at, line in enumerate(lines):
        canvas.drawString(72, 760 - 16 * at, line)
    canvas.save()
    return out.getvalue()


def _name(common: str, organisation: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "ID"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation),
            x509.NameAttribute(NameOID.COMMON_NAME, common),
        ]
    )


def _certificate(
    subject: x509.Name,
    issuer: x509.Name,
    key: ec.EllipticCurvePrivateKey,
    issuer_key: ec.EllipticCurvePrivateKey,
    *,
    is_issuer: bool,
) -> x509.Certificate:
    now = dt.datetime.now(dt.UTC)
    usage = x509.KeyUsage(
        digital_signature=not is_issuer,
        content_commitment=not is_issuer,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=is_issuer,
        crl_sign=is_issuer,
        encipher_only=False,
        decipher_only=False,
    )
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=2))
        .not_valid_after(now + dt.timedelta(days=30))
        .add_extension(x509.BasicConstraints(ca=is_issuer, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False)
        .add_extension(usage, critical=True)
        .sign(issuer_key, hashes.SHA256())
    )
