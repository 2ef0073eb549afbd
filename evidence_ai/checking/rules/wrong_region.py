"""wrong_region: the document was issued by another region."""

from __future__ import annotations

from collections.abc import Iterator

from evidence_ai.checking import examples as some
from evidence_ai.checking.cases import responsible
from evidence_ai.checking.confidence import ISSUER_LIKELY, gravest
from evidence_ai.checking.places import bears_name, is_above, is_below, is_same_place, place_name
from evidence_ai.checking.rule import About, Example, Rule, on_document
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.dossier import Dossier, Package
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.mismatch import Mismatch, Severity

_NOT_A_REGIONS_OWN = frozenset({"pusat", "lembaga"})
"""Issuers whose documents are of no region: whom they are about is another question."""

_SHARED = frozenset({"perjanjian", "surat", "undangan", "berita_acara", "sertifikat", "notulen", "daftar_hadir"})
"""Types that two parties share or that another party gives: the other region may rightly be the issuer."""


def find(package: Package, edition: Edition) -> Iterator[Mismatch]:
    """One finding for each document whose issuer is neither the region, nor above or below it."""
    for dossier in package.dossiers:
        severity = _severity(dossier, package.region_code)
        region = dossier.understanding.region
        if severity is None or region is None:
            continue
        ours = place_name(package.region_code)
        owner = responsible(dossier, package, edition)
        yield on_document(
            "wrong_region",
            dossier,
            severity=severity,
            quote=region.quote,
            message=Bilingual(
                f"Dokumen ini diterbitkan oleh {region.value}, bukan {ours}. "
                "Dokumen daerah lain tidak dapat menjadi bukti daerah ini.",
                f"This document was issued by {region.value}, not by {ours}. "
                "Another region's document cannot be evidence for this region.",
            ),
            advice=Bilingual(
                f"Ganti dengan dokumen {ours}; mintakan kepada {owner.id}.",
                f"Replace it with the document of {ours}; ask {owner.en} for it.",
            ),
        )


def _severity(dossier: Dossier, region_code: str) -> Severity | None:
    said = dossier.understanding
    if said.region_code is None or said.region is None:
        return None
    level, kind = said.issuer_level, said.document_type
    if (level is not None and level.value in _NOT_A_REGIONS_OWN) or (kind and kind.value == "peraturan_pusat"):
        return None
    theirs = said.region_code.value
    if is_same_place(theirs, region_code) or is_above(theirs, region_code) or is_below(theirs, region_code):
        return None
    if bears_name(said.region.value, region_code):  # an old name, read with the code of another region
        return None
    shared = kind is None or kind.value in _SHARED
    return gravest(
        said.region_code,
        said.region,
        at_most=Severity.WARNING if shared else Severity.ERROR,
        likely=ISSUER_LIKELY,
    )


def _other(confidence: float = 0.97, document_type: str = "perda", level: str = "kota") -> Package:
    said = some.understanding(
        document_type,
        issuer_level=level,
        region=some.OTHER_REGION,
        region_code=some.OTHER_REGION_CODE,
        confidence=confidence,
    )
    return some.package(some.dossier("perda.pdf", said))


RULE = Rule(
    code="wrong_region",
    severity=Severity.ERROR,
    about=About.DOCUMENT,
    source="Permenkumham 22/2021 menilai produk dan data kabupaten/kota itu sendiri; Permendagri 80/2015 (kepala naskah)",
    title=Bilingual("Dokumen daerah lain", "Another region's document"),
    explanation=Bilingual(
        "Penerbit pada kepala atau penutup naskah bukan daerah yang dinilai. Nama lama daerah yang sama, dokumen "
        "provinsi sendiri, dan peraturan pusat tidak termasuk; nama pada Mengingat tidak dihitung.",
        "The issuer in the heading or closing is not the region assessed. A former name of the same region, the own "
        "province and national regulations do not count; nor do names in Mengingat.",
    ),
    check=find,
    fires=(Example("the Perda of a neighbouring city", _other),),
    silent=(
        Example("the region's own Perda", lambda: some.package(some.dossier())),
        Example("a region read with much doubt", lambda: _other(0.4)),
        Example("a national regulation", lambda: _other(document_type="peraturan_pusat", level="pusat")),
        Example(
            "the own province, which is a question of level",
            lambda: some.package(
                some.dossier(
                    "pergub.pdf",
                    some.understanding(region=some.PROVINCE, region_code=some.PROVINCE_CODE, issuer_level="provinsi"),
                )
            ),
        ),
        Example(
            "an issuer that could not be read",
            lambda: some.package(some.dossier("perda.pdf", some.understanding(region=None, region_code=None))),
        ),
    ),
)
