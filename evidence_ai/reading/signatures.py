"""Electronic signatures of a PDF, verified offline, and the printed notice of one.

pyHanko verifies; it never fetches anything here. Without anchors nothing can be said about who issued a certificate,
and that is what the words say. The file itself is only looked at.
"""

from __future__ import annotations

import datetime as dt
import io
import logging
import re
from collections.abc import Iterable, Iterator
from typing import Any

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.document import Page
from evidence_ai.domain.signature import Signature, SignatureState
from evidence_ai.reading.time_limits import at_most

_MAX_BYTES = 100_000_000
_MAX_SIGNATURES = 20
_EACH_S = 15.0
"""Comparing the revisions of a signed file takes a fraction of a second; a file made to be slow ends unchecked."""

_NOTICE = re.compile(
    r"(?:ditandatangani|ditanda\s?tangani|disahkan)\s+secara\s+elektronik|sertifikat\s+elektronik|"
    r"Balai\s+(?:Besar\s+)?Sertifikasi\s+Elektronik|\bBSrE\b",
    re.IGNORECASE,
)
_ABOUT_ITSELF = re.compile(r"dokumen|naskah|surat|salinan|telah|BSrE|BSSN|Sertifikasi", re.IGNORECASE)
_ELSEWHERE = re.compile(r"dapat|dilakukan|pasal|ayat|penyelenggara", re.IGNORECASE)
"""A regulation about electronic signatures speaks of them too; it does not say that it bears one."""


def signatures_in(content: bytes, fields: dict[str, int | None], *, anchors: Iterable[bytes]) -> tuple[Signature, ...]:
    """Every signature of a PDF in the order signed.

    Args:
        content: the file.
        fields: the signed fields by full name, with the page their mark stands on (None: invisible).
        anchors: certificates (DER) whose issuing is trusted.
    """
    if not fields:
        return ()
    if len(content) > _MAX_BYTES or len(fields) > _MAX_SIGNATURES:
        return tuple(_unchecked(page) for page in fields.values())
    try:
        with at_most(_EACH_S):
            embedded = _embedded(content)
    except Exception:  # noqa: BLE001 - a file pyHanko cannot follow still has its signatures
        return tuple(_unchecked(page) for page in fields.values())
    trusted = tuple(anchors)
    found = [_verified(one, fields.get(one.field_name), trusted) for one in embedded]
    missed = [_unchecked(page) for name, page in fields.items() if name not in {one.field_name for one in embedded}]
    return (*found, *missed)


def printed_notices(pages: Iterable[Page]) -> Iterator[Signature]:
    """The first page that says the document was signed electronically, with its words."""
    for page in pages:
        for match in _NOTICE.finditer(page.text):
            line = _line_around(page.text, match.start())
            if not _ABOUT_ITSELF.search(line) or _ELSEWHERE.search(line) or len(line) > 240:
                continue
            start = page.text.find(line)
            yield Signature(
                SignatureState.PRINTED, _PRINTED, page=page.number, quote=page.quote(start, start + len(line))
            )
            return


def _line_around(text: str, at: int) -> str:
    begin, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    return text[begin : end if end >= 0 else len(text)]


def _embedded(content: bytes) -> list[Any]:
    from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: PLC0415 - heavy, and most files are not signed

    # Its warnings would repeat words of the certificate in our log.
    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
    logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL)
    return list(PdfFileReader(io.BytesIO(content), strict=False).embedded_regular_signatures)


def _verified(one: Any, page: int | None, anchors: tuple[bytes, ...]) -> Signature:
    try:
        with at_most(_EACH_S):
            return _read(one, page, anchors)
    except Exception:  # noqa: BLE001 - unknown algorithms, odd structures: present, and not verified
        return _unchecked(page, _signer_of(one))


def _read(one: Any, page: int | None, anchors: tuple[bytes, ...]) -> Signature:
    from asn1crypto import x509  # noqa: PLC0415 - see _embedded
    from pyhanko.sign.diff_analysis import ModificationLevel  # noqa: PLC0415 - see _embedded
    from pyhanko.sign.validation import SignatureCoverageLevel, validate_pdf_signature  # noqa: PLC0415 - see _embedded
    from pyhanko_certvalidator import ValidationContext  # noqa: PLC0415 - see _embedded

    claimed = one.self_reported_timestamp
    certificate_of: Any = x509.Certificate.load  # asn1crypto ships no types
    roots = [certificate_of(anchor) for anchor in anchors]
    context = ValidationContext(trust_roots=roots, allow_fetching=False, moment=claimed)
    status = validate_pdf_signature(one, signer_validation_context=context)
    whole = status.coverage == SignatureCoverageLevel.ENTIRE_FILE
    state = SignatureState.INTACT
    if not status.intact or not status.valid:
        state = SignatureState.ALTERED
    elif not whole:
        level = status.modification_level
        if status.coverage != SignatureCoverageLevel.ENTIRE_REVISION or level == ModificationLevel.ANNOTATIONS:
            state = SignatureState.PARTIAL
        elif level is None or level == ModificationLevel.OTHER:
            state = SignatureState.ALTERED
    stamp = status.timestamp_validity
    stamped = stamp is not None and stamp.intact and stamp.valid
    certificate = status.signing_cert
    signer = _name(certificate.subject, "common_name")
    trusted = True if status.trusted and anchors else None
    return Signature(
        state=state,
        words=_words(state, signer, is_trusted=trusted is True),
        signer=signer,
        organisation=_name(certificate.subject, "organization_name"),
        issuer=_name(certificate.issuer, "common_name") or _name(certificate.issuer, "organization_name"),
        signed_at=_in_utc(stamp.timestamp if stamp is not None and stamped else status.signer_reported_dt),
        is_timestamped=stamped,
        covers_whole_file=whole,
        is_issuer_trusted=trusted,
        page=page,
    )


def _in_utc(moment: dt.datetime | None) -> dt.datetime | None:
    """The same moment in UTC; a time without a zone is taken as it stands."""
    if moment is None:
        return None
    return moment.replace(tzinfo=dt.UTC) if moment.tzinfo is None else moment.astimezone(dt.UTC)


def _name(of: Any, key: str) -> str | None:
    value = of.native.get(key)
    parts = value if isinstance(value, list) else [value]
    return ", ".join(" ".join(str(part).split()) for part in parts if part) or None


def _signer_of(one: Any) -> str | None:
    try:
        return _name(one.signer_cert.subject, "common_name")
    except Exception:  # noqa: BLE001 - a certificate that cannot be parsed has no name
        return None


def _words(state: SignatureState, signer: str | None, *, is_trusted: bool) -> Bilingual:
    who_id, who_en = (f" atas nama {signer}", f" of {signer}") if signer else ("", "")
    issuer = _TRUSTED if is_trusted else _UNKNOWN_ISSUER
    what = _STATES[state]
    return Bilingual(
        f"Tanda tangan elektronik{who_id} {what.id} {issuer.id}",
        f"The electronic signature{who_en} {what.en} {issuer.en}",
    )


def _unchecked(page: int | None, signer: str | None = None) -> Signature:
    words = _words(SignatureState.UNCHECKED, signer, is_trusted=False)
    return Signature(SignatureState.UNCHECKED, words, signer=signer, page=page)


_STATES = {
    SignatureState.INTACT: Bilingual(
        "utuh: isi berkas tidak berubah sejak ditandatangani.", "is intact: the file has not changed since."
    ),
    SignatureState.PARTIAL: Bilingual(
        "tidak mencakup seluruh berkas: ada bagian yang ditambahkan di luar tanda tangan.",
        "does not cover the whole file: something was added outside it.",
    ),
    SignatureState.ALTERED: Bilingual(
        "tidak cocok dengan isi berkas: berkas berubah sesudah ditandatangani.",
        "does not fit the content: the file changed after it was signed.",
    ),
    SignatureState.UNCHECKED: Bilingual(
        "ada di dalam berkas, tetapi tidak dapat diperiksa di sini.", "is in the file, but could not be verified here."
    ),
}
_TRUSTED = Bilingual("Penerbit sertifikatnya dikenal.", "The issuer of its certificate is known.")
_UNKNOWN_ISSUER = Bilingual(
    "Penerbit sertifikatnya tidak dapat dipastikan di sini.", "The issuer of its certificate cannot be determined here."
)
_PRINTED = Bilingual(
    "Halaman ini memuat keterangan tanda tangan elektronik, tetapi berkas ini tidak membawa tanda tangan elektroniknya "
    "(biasa pada hasil cetak, pindaian, atau salinan). Keasliannya diperiksa lewat kode QR atau layanan BSrE.",
    "The page says that the document was signed electronically, but this file does not carry that signature (usual for "
    "prints, scans and copies). Its origin is checked by the QR code or the BSrE service.",
)
