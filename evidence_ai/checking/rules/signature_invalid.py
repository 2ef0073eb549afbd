"""signature_invalid: an electronic signature that the file itself contradicts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from evidence_ai.checking import examples as some
from evidence_ai.checking.cases import responsible
from evidence_ai.checking.rule import About, Example, Rule, on_document
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.dossier import Package
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.mismatch import Mismatch, Severity
from evidence_ai.domain.signature import Signature, SignatureState

_SEVERITY = {SignatureState.ALTERED: Severity.ERROR, SignatureState.PARTIAL: Severity.WARNING}


def find(package: Package, edition: Edition) -> Iterator[Mismatch]:
    """One finding for each signature that does not fit the file, or leaves parts of it out."""
    for dossier in package.dossiers:
        owner = responsible(dossier, package, edition)
        for signature in dossier.text.signatures:
            severity = _SEVERITY.get(signature.state)
            if severity is None:
                continue
            yield on_document(
                "signature_invalid",
                dossier,
                severity=severity,
                page=signature.page,
                message=_message(signature),
                advice=Bilingual(
                    f"Unggah berkas asli yang ditandatangani {owner.id}, tanpa disunting, digabung, atau disimpan ulang.",
                    f"Upload the original file as signed at {owner.en}, not edited, merged or saved anew.",
                ),
            )


def _message(signature: Signature) -> Bilingual:
    who = Bilingual(f" {signature.signer}", f" of {signature.signer}") if signature.signer else Bilingual("", "")
    if signature.state is SignatureState.ALTERED:
        return Bilingual(
            f"Berkas ini berubah sesudah ditandatangani secara elektronik oleh{who.id or ' penandatangannya'}, sehingga "
            "tanda tangan itu tidak lagi menjamin isinya.",
            f"The file was changed after the electronic signature{who.en}, which therefore no longer vouches for its content.",
        )
    return Bilingual(
        f"Tanda tangan elektronik{who.id} tidak mencakup seluruh berkas; bagian yang ditambahkan kemudian tidak dijaminnya.",
        f"The electronic signature{who.en} does not cover the whole file; it does not vouch for what was added later.",
    )


def _signed(state: SignatureState) -> Package:
    signature = Signature(state, Bilingual("tanda tangan", "signature"), signer="SITI CONTOH", page=1)
    return some.package(some.dossier(text_read=replace(some.text(some.page()), signatures=(signature,))))


RULE = Rule(
    code="signature_invalid",
    severity=Severity.ERROR,
    about=About.DOCUMENT,
    source="UU 11/2008 Pasal 11 ayat (1) huruf c dan d (perubahan sesudah penandatanganan dapat diketahui); PP 71/2019 Pasal 59",
    title=Bilingual("Tanda tangan elektronik tidak cocok", "Electronic signature does not fit"),
    explanation=Bilingual(
        "Tanda tangan di dalam berkas diperiksa tanpa jaringan: apakah isi masih sama dengan yang ditandatangani dan apakah "
        "seluruh berkas tercakup. Tanda tangan lain yang menyusul, dan penerbit yang tidak dikenal, bukan temuan.",
        "Signatures in the file are verified offline: whether the content is still what was signed, and all of it. Further "
        "signatures that came later, and an issuer that is not known, are no finding.",
    ),
    check=find,
    fires=(
        Example("changed after signing", lambda: _signed(SignatureState.ALTERED)),
        Example("something was added outside the signature", lambda: _signed(SignatureState.PARTIAL)),
    ),
    silent=(
        Example("an intact signature", lambda: _signed(SignatureState.INTACT)),
        Example("one that could not be verified here", lambda: _signed(SignatureState.UNCHECKED)),
        Example("a printed notice only", lambda: _signed(SignatureState.PRINTED)),
        Example("no electronic signature", lambda: some.package(some.dossier())),
    ),
)
