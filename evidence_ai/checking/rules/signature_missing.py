"""signature_missing: the closing was read clean and whole, and nobody signed there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from evidence_ai.checking import examples as some
from evidence_ai.checking.cases import responsible
from evidence_ai.checking.confidence import gravest
from evidence_ai.checking.rule import About, Example, Rule, on_document
from evidence_ai.checking.signature_block import bears_no_signature, closing_of
from evidence_ai.checking.words import type_name
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.document import Grade, Source
from evidence_ai.domain.dossier import Dossier, Package
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.mismatch import Mismatch, Severity
from evidence_ai.domain.signature import Signature, SignatureState
from evidence_ai.domain.vocabulary import LEGAL_PRODUCTS, LegalStatus

_SIGNED_TYPES = LEGAL_PRODUCTS | {"perjanjian", "berita_acara", "surat_keterangan", "surat_pernyataan", "sop"}
_STAND_FOR_IT = frozenset({"signature", "electronic_signature", "certified_copy"})
"""SALINAN alone on top does not: a copy carries the ttd of its original, or certifies that it is one."""


def find(package: Package, edition: Edition) -> Iterator[Mismatch]:
    """A warning for an unsigned closing, a note for a printed notice of a signature the file does not carry."""
    for dossier in package.dossiers:
        missing = _missing(dossier, responsible(dossier, package, edition))
        if missing is not None:
            yield missing
        for signature in dossier.text.signatures:
            if signature.state is SignatureState.PRINTED:
                yield _printed(dossier, signature)


def _missing(dossier: Dossier, owner: Bilingual) -> Mismatch | None:
    said = dossier.understanding
    kind, closing = said.document_type, closing_of(dossier.text)
    if kind is None or kind.value not in _SIGNED_TYPES or closing is None or not bears_no_signature(dossier, closing):
        return None
    drafted = said.status is not None and said.status.value == LegalStatus.DRAFT
    if drafted or any(one.value in _STAND_FOR_IT for one in said.markers_found):
        return None
    severity = gravest(kind, at_most=Severity.WARNING)
    if severity is None:
        return None
    what = type_name(kind.value)
    return on_document(
        "signature_missing",
        dossier,
        severity=severity,
        quote=closing.quote,
        message=Bilingual(
            f"Penutup {what.id} ini memuat jabatan dan nama penanda tangan, tetapi tidak ada tanda tangan, “ttd”, cap, tanda "
            "salinan, maupun tanda tangan elektronik; naskah tanpa pengesahan belum dapat menjadi bukti.",
            f"The closing of this {what.en} names who signs, but shows no signature, “ttd”, stamp, mark of a copy or "
            "electronic signature; a text nobody endorsed is no evidence yet.",
        ),
        advice=Bilingual(
            f"Unggah pindaian naskah yang sudah ditandatangani, atau salinan resminya, dari {owner.id}.",
            f"Upload a scan of the signed text, or its certified copy, from {owner.en}.",
        ),
    )


def _printed(dossier: Dossier, signature: Signature) -> Mismatch:
    return on_document(
        "signature_missing",
        dossier,
        severity=Severity.INFO,
        quote=signature.quote,
        page=signature.page,
        message=signature.words,
        advice=Bilingual(
            "Sertakan berkas PDF asli hasil tanda tangan elektronik bila ada; bila tidak, hasil cetak atau pindaian tetap diterima.",
            "Send the original PDF as signed electronically if there is one; if not, the print or scan is accepted as well.",
        ),
    )


_CLOSED = "Pasal 9\nDitetapkan di Arum\npada tanggal 4 Maret 2024\nBUPATI TANJUNG ARUM,\n{mark}\nRATNA PRAMESWARI"


def _ending(
    mark: str = "",
    *,
    kind: str = "perkada",
    source: Source = Source.TEXT_LAYER,
    grade: Grade = Grade.GOOD,
    drawn: tuple[int, ...] | None = (),
    signatures: tuple[Signature, ...] = (),
) -> Package:
    closing = replace(some.page(2, _CLOSED.format(mark=mark), grade=grade), source=source)
    read = replace(some.text(some.page(1), closing), drawn_pages=drawn, signatures=signatures)
    return some.package(some.dossier("perbup.pdf", some.understanding(kind), text_read=read))


def _electronic(state: SignatureState) -> tuple[Signature, ...]:
    return (Signature(state, Bilingual("Tanda tangan elektronik.", "An electronic signature."), page=2),)


RULE = Rule(
    code="signature_missing",
    severity=Severity.WARNING,
    about=About.DOCUMENT,
    source="UU 12/2011 Lampiran II angka 166-168 (penandatanganan dalam penutup); Permendagri 1/2023 (naskah dinas); "
    "Ditjen HAM 9 Juli 2020 (tanda tangan elektronik sah sebagai pengesahan)",
    title=Bilingual("Tanda tangan tidak ada", "Signature missing"),
    explanation=Bilingual(
        "Hanya untuk naskah ketikan yang penutupnya terbaca utuh. Pada pindaian tanda tangan adalah bagian gambar, pada "
        "halaman bergambar ia mungkin gambar itu, dan halaman yang tidak terbaca tidak pernah dianggap kosong: aturan ini diam. "
        "Keterangan BSrE tanpa tanda tangan di dalam berkas hanya diberitahukan.",
        "Only for typed texts whose closing was read whole. On a scan the signature is part of the picture, on a page with "
        "a drawing it may be that drawing, and a page that was not read is never taken as empty: the rule is silent. "
        "A BSrE notice without a signature in the file is only told.",
    ),
    check=find,
    fires=(
        Example("a typed closing with a name and no mark", _ending),
        Example("the same for an agreement's decree", lambda: _ending(kind="keputusan_kepala_daerah")),
        Example("a printed notice only", lambda: _ending("ttd", signatures=_electronic(SignatureState.PRINTED))),
    ),
    silent=(
        Example("a ttd", lambda: _ending("ttd")),
        Example("a ttd with dots", lambda: _ending("t.t.d.")),
        Example("a certified copy", lambda: _ending("Salinan sesuai dengan aslinya")),
        Example("a scan", lambda: _ending(source=Source.OCR)),
        Example("a drawing on the closing page", lambda: _ending(drawn=(2,))),
        Example("a file whose drawings were not looked at", lambda: _ending(drawn=None)),
        Example("a faint closing", lambda: _ending(grade=Grade.FAIR)),
        Example("an electronic signature in the file", lambda: _ending(signatures=_electronic(SignatureState.INTACT))),
        Example("a kind nobody signs there", lambda: _ending(kind="tabel_data")),
    ),
)
