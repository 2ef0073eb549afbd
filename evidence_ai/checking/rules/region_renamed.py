"""region_renamed: the document bears a former name of the same region."""

from __future__ import annotations

from collections.abc import Iterator

from evidence_ai.checking import examples as some
from evidence_ai.checking.places import bears_name, former_name_in, is_same_place, place_name
from evidence_ai.checking.rule import About, Example, Rule, on_document
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.dossier import Dossier, Package
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.mismatch import Mismatch, Severity


def find(package: Package, _edition: Edition) -> Iterator[Mismatch]:
    """A note for each document issued under the region's former name."""
    for dossier in package.dossiers:
        region = dossier.understanding.region
        if region is None:
            continue
        if not _is_ours(dossier, package.region_code):
            continue
        printed = [region.value, *(region.quote.text.splitlines() if region.quote is not None else ())]
        names = (former_name_in(one, package.region_code) for one in printed)
        former = next((one for one in names if one is not None), None)
        if former is None:
            continue
        ours = place_name(package.region_code)
        yield on_document(
            "region_renamed",
            dossier,
            severity=Severity.INFO,
            quote=region.quote,
            message=Bilingual(
                f"Dokumen ini memakai nama lama ({former}) dari {ours}; daerahnya sama.",
                f"This document bears a former name ({former}) of {ours}; it is the same region.",
            ),
            advice=Bilingual(
                "Periksa apakah sudah ada pengganti dengan nama baru; bila belum, dokumen ini tetap dapat diajukan.",
                "Check whether a successor under the new name exists; if not, this document may still be submitted.",
            ),
        )


def _is_ours(dossier: Dossier, region_code: str) -> bool:
    """By its code, or by a name that this region bore at this level: the old name of one may be the new one of another."""
    said = dossier.understanding
    if said.region_code is not None and is_same_place(said.region_code.value, region_code):
        return True
    return said.region is not None and bears_name(said.region.value, region_code)


def _named(region: str, region_code: str = "12.12") -> Package:
    said = some.understanding(region=region, region_code=region_code)
    return some.package(some.dossier("perda.pdf", said), region_code="12.12")


RULE = Rule(
    code="region_renamed",
    severity=Severity.INFO,
    about=About.DOCUMENT,
    source="Peraturan perubahan nama daerah, misalnya PP 14/2020 (Toba Samosir menjadi Toba)",
    title=Bilingual("Nama lama daerah", "A former name of the region"),
    explanation=Bilingual(
        "Nama pada kepala naskah adalah nama lama daerah yang sama; ini keterangan, bukan kesalahan.",
        "The name in the heading is a former name of the same region; this is information, not a mistake.",
    ),
    check=find,
    fires=(Example("Toba under its former name", lambda: _named("Kabupaten Toba Samosir")),),
    silent=(
        Example("the present name", lambda: _named("Kabupaten Toba")),
        Example("another region", lambda: _named("Kabupaten Samosir", "12.17")),
        Example("a region that never changed its name", lambda: some.package(some.dossier())),
    ),
)
