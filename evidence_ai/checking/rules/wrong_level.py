"""wrong_level: the document belongs to another level of government than the one assessed."""

from __future__ import annotations

from collections.abc import Iterator

from evidence_ai.checking import examples as some
from evidence_ai.checking.cases import claimed_for, responsible
from evidence_ai.checking.confidence import ISSUER_LIKELY, gravest
from evidence_ai.checking.places import is_above, is_below, place_name
from evidence_ai.checking.rule import About, Example, Rule, on_document
from evidence_ai.checking.words import type_name
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.dossier import Dossier, Package
from evidence_ai.domain.edition import Edition, IndicatorKind
from evidence_ai.domain.mismatch import Mismatch, Severity
from evidence_ai.domain.quote import Fact
from evidence_ai.domain.vocabulary import LEGAL_PRODUCTS

_LEVELS = {
    "provinsi": Bilingual("pemerintah provinsi", "the province"),
    "pusat": Bilingual("pemerintah pusat", "the national government"),
    "desa": Bilingual("pemerintah desa", "a village"),
    "kabupaten": Bilingual("pemerintah kabupaten", "a kabupaten"),
    "kota": Bilingual("pemerintah kota", "a kota"),
}


def find(package: Package, edition: Edition) -> Iterator[Mismatch]:
    """One finding for each document of the own province, a village or, where claimed as struktur, the nation."""
    for dossier in package.dossiers:
        struktur = any(one.kind is IndicatorKind.STRUKTUR for one in claimed_for(dossier, package, edition))
        severity = _severity(dossier, package.region_code, struktur=struktur)
        level, kind = dossier.understanding.issuer_level, dossier.understanding.document_type
        if severity is None or level is None or kind is None:
            continue
        issuer, what = _LEVELS.get(level.value, Bilingual(level.value, level.value)), type_name(kind.value)
        ours, owner = place_name(package.region_code), responsible(dossier, package, edition)
        yield on_document(
            "wrong_level",
            dossier,
            severity=severity,
            quote=level.quote or kind.quote,
            message=Bilingual(
                f"Dokumen ini ({what.id}) diterbitkan oleh {issuer.id}, sedangkan yang dinilai adalah "
                f"dokumen {ours} sendiri.",
                f"This document ({what.en}) was issued by {issuer.en}, while what is assessed is "
                f"the document of {ours} itself.",
            ),
            advice=Bilingual(
                f"Unggah produk atau data {ours} sendiri dari {owner.id}; dokumen ini cukup menjadi lampiran.",
                f"Upload the product or data of {ours} itself from {owner.en}; keep this one as an annex only.",
            ),
        )


def _severity(dossier: Dossier, region_code: str, *, struktur: bool) -> Severity | None:
    said = dossier.understanding
    level, kind, code = said.issuer_level, said.document_type, said.region_code
    if level is None or kind is None:
        return None
    if level.value == "pusat" and kind.value in LEGAL_PRODUCTS:
        return gravest(level, kind) if struktur else None
    if code is None or not _other_level(level, code.value, region_code):
        return None
    legal = kind.value in LEGAL_PRODUCTS and struktur
    return gravest(level, kind, code, at_most=Severity.ERROR if legal else Severity.WARNING, likely=ISSUER_LIKELY)


def _other_level(level: Fact[str], theirs: str, region_code: str) -> bool:
    """Above: the own province. Below: a kabupaten/kota of the province assessed, or a village of the region."""
    if level.value == "desa":
        return theirs == region_code or is_below(theirs, region_code)
    if level.value == "provinsi":
        return is_above(theirs, region_code)
    return level.value in {"kabupaten", "kota"} and is_below(theirs, region_code)


def _national(*claims: str) -> Package:
    said = some.understanding("peraturan_pusat", issuer_level="pusat", region=None, region_code=None)
    return some.package(some.dossier("uu.pdf", said), claims=tuple(some.claim(one, "ada", "uu.pdf") for one in claims))


def _provincial(region_code: str = some.REGION_CODE, *claims: str) -> Package:
    said = some.understanding("perda", issuer_level="provinsi", region=some.PROVINCE, region_code=some.PROVINCE_CODE)
    return some.package(
        some.dossier("perda.pdf", said),
        region_code=region_code,
        claims=tuple(some.claim(one, "ada") for one in claims),
    )


RULE = Rule(
    code="wrong_level",
    severity=Severity.ERROR,
    about=About.DOCUMENT,
    source="Permenkumham 22/2021 (struktur: produk hukum daerah); catatan Kanwil 2023-2024: data milik provinsi atau instansi lain",
    title=Bilingual("Tingkat pemerintahan tidak sesuai", "Another level of government"),
    explanation=Bilingual(
        "Penerbitnya provinsi, pusat, atau desa, bukan daerah yang dinilai. Peraturan pusat hanya dipersoalkan bila "
        "diajukan sebagai bukti struktur.",
        "The issuer is the province, the nation or a village, not the region assessed. A national regulation is "
        "questioned only where it was claimed as struktur.",
    ),
    check=find,
    fires=(
        Example("a Perda of the own province", _provincial),
        Example("the same, claimed as struktur", lambda: _provincial(some.REGION_CODE, "BH.S1")),
        Example("a national regulation claimed as struktur", lambda: _national("BH.S1")),
    ),
    silent=(
        Example("a national regulation nobody claimed", _national),
        Example("the province's own package", lambda: _provincial(some.PROVINCE_CODE)),
        Example("the region's own Perda", lambda: some.package(some.dossier())),
    ),
)
