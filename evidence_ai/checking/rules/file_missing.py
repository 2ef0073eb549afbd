"""file_missing: an answer names a file that is not in the package."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from evidence_ai.checking import examples as some
from evidence_ai.checking.cases import owners, same_file
from evidence_ai.checking.rule import About, Example, Rule, on_claim
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.dossier import Package
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.mismatch import Mismatch, Severity


def find(package: Package, edition: Edition) -> Iterator[Mismatch]:
    """One finding for each named file that did not come, with the nearest name that did."""
    present = [one.document.name for one in package.dossiers]
    for claim in package.claims:
        indicator = edition.indicator(claim.indicator)
        owner = owners((indicator,) if indicator is not None else ())
        for name in claim.file_names:
            if any(same_file(name, one) for one in present):
                continue
            near = get_close_matches(name, present, n=1, cutoff=0.75)
            hint = (
                Bilingual(f" Mungkin maksudnya “{near[0]}”.", f" Perhaps “{near[0]}” is meant.")
                if near
                else Bilingual("", "")
            )
            yield on_claim(
                "file_missing",
                claim.indicator,
                severity=Severity.ERROR,
                file_name=name,
                message=Bilingual(
                    f"Jawaban {claim.indicator} merujuk berkas “{name}”, tetapi berkas itu tidak ada dalam paket, "
                    f"sehingga jawabannya tanpa bukti.{hint.id}",
                    f"The answer to {claim.indicator} names the file “{name}”, but it is not in the package, "
                    f"so the answer has no evidence.{hint.en}",
                ),
                advice=Bilingual(
                    f"Tambahkan berkasnya dari {owner.id} atau betulkan namanya pada manifes.",
                    f"Add the file from {owner.en} or correct its name in the manifest.",
                ),
            )


RULE = Rule(
    code="file_missing",
    severity=Severity.ERROR,
    about=About.PACKAGE,
    source="Permenkumham 34/2016, pemeriksaan (d): data yang diminta sesuai dengan data dukung",
    title=Bilingual("Berkas tidak ada", "File missing"),
    explanation=Bilingual(
        "Manifes menyebut berkas yang tidak ikut terkirim.", "The manifest names a file that did not come along."
    ),
    check=find,
    fires=(
        Example(
            "an answer that names a file nobody sent",
            lambda: some.package(some.dossier("lain.pdf"), claims=(some.claim("BH.S1", "ada", "perda.pdf"),)),
        ),
    ),
    silent=(
        Example(
            "the file came, in a folder and in capitals",
            lambda: some.package(some.dossier("Struktur/PERDA.PDF"), claims=(some.claim("BH.S1", "ada", "perda.pdf"),)),
        ),
        Example("no answers at all", lambda: some.package(some.dossier())),
    ),
)
