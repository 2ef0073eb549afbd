"""only_amendment: an amendment was sent without the regulation it amends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_ai.checking import examples as some
from evidence_ai.checking.cases import claimed_for, responsible
from evidence_ai.checking.rule import About, Example, Rule, on_document
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.dossier import Dossier, Package
from evidence_ai.domain.edition import Edition, IndicatorKind
from evidence_ai.domain.mismatch import Mismatch, Severity
from evidence_ai.domain.quote import Quote
from evidence_ai.domain.understanding import Relation, RelationKind

_NUMBER_YEAR = re.compile(r"nomor\s*:?\s*(?P<number>\S+)\s+tahun\s+(?P<year>\d{4})", re.IGNORECASE)


def find(package: Package, edition: Edition) -> Iterator[Mismatch]:
    """A note for each amendment claimed as struktur whose amended regulation is not in the package."""
    for dossier in package.dossiers:
        amended = next((one for one in dossier.understanding.relations if one.kind is RelationKind.AMENDS), None)
        if amended is None or not _is_struktur(dossier, package, edition) or _present(amended, package):
            continue
        owner = responsible(dossier, package, edition)
        yield on_document(
            "only_amendment",
            dossier,
            severity=Severity.INFO,
            quote=amended.quote,
            message=Bilingual(
                f"Dokumen ini mengubah {amended.target}, tetapi peraturan yang diubah tidak ada dalam paket; "
                "isi pokoknya ada di sana.",
                f"This document amends {amended.target}, but the amended regulation is not in the package; "
                "its substance stands there.",
            ),
            advice=Bilingual(
                f"Sertakan {amended.target} dari {owner.id} pada indikator yang sama.",
                f"Add {amended.target} from {owner.en} to the same indicator.",
            ),
        )


def _is_struktur(dossier: Dossier, package: Package, edition: Edition) -> bool:
    return any(one.kind is IndicatorKind.STRUKTUR for one in claimed_for(dossier, package, edition))


def _present(amended: Relation, package: Package) -> bool:
    """Whether some document bears the amended number and year; a target without them cannot be looked for."""
    wanted = _NUMBER_YEAR.search(amended.target)
    if wanted is None:
        return True
    return any(
        said.number is not None
        and said.year is not None
        and said.number.value.lstrip("0").casefold() == wanted["number"].lstrip("0").casefold()
        and said.year.value == int(wanted["year"])
        for said in (one.understanding for one in package.dossiers)
    )


def _amending(*further: Dossier, claimed: bool = True) -> Package:
    target = Relation(RelationKind.AMENDS, "Peraturan Daerah Nomor 3 Tahun 2015", Quote(1, "Perubahan atas"))
    said = some.understanding(number="7", year=2021, relations=(target,))
    claims = (some.claim("BH.S1", "ada", "perubahan.pdf"),) if claimed else ()
    return some.package(some.dossier("perubahan.pdf", said), *further, claims=claims)


RULE = Rule(
    code="only_amendment",
    severity=Severity.INFO,
    about=About.DOCUMENT,
    source="UU 12/2011, Lampiran II angka 230-236: peraturan perubahan dibaca bersama peraturan yang diubah",
    title=Bilingual("Hanya peraturan perubahan", "Only the amendment"),
    explanation=Bilingual(
        "Peraturan perubahan hanya memuat pasal yang diubah; peraturan pokoknya perlu disertakan.",
        "An amendment holds only the changed articles; the amended regulation should come along.",
    ),
    check=find,
    fires=(Example("an amendment alone", _amending),),
    silent=(
        Example(
            "the amended Perda is there",
            lambda: _amending(some.dossier("pokok.pdf", some.understanding(number="3", year=2015))),
        ),
        Example("nothing claimed", lambda: _amending(claimed=False)),
    ),
)
