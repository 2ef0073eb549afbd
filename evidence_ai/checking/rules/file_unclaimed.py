"""file_unclaimed: a file of the package is named by no answer."""

from __future__ import annotations

from collections.abc import Iterator

from evidence_ai.checking import examples as some
from evidence_ai.checking.cases import same_file
from evidence_ai.checking.rule import About, Example, Rule, on_document
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.dossier import Dossier, Package
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.mismatch import Mismatch, Severity


def find(package: Package, edition: Edition) -> Iterator[Mismatch]:
    """One finding for each file nobody names, with the indicator it may serve; silent without any answers."""
    names = [name for claim in package.claims for name in claim.file_names]
    if not package.claims:
        return
    for dossier in package.dossiers:
        if any(same_file(name, dossier.document.name) for name in names):
            continue
        hint = _hint(dossier, edition)
        yield on_document(
            "file_unclaimed",
            dossier,
            severity=Severity.WARNING,
            message=Bilingual(
                f"Berkas ini tidak dirujuk oleh jawaban mana pun, sehingga tidak akan dinilai.{hint.id}",
                f"No answer names this file, so it will not count.{hint.en}",
            ),
            advice=Bilingual(
                "Tambahkan nama berkas ini pada baris indikator yang dimaksud di manifes, atau keluarkan dari paket.",
                "Add its name to the row of the indicator it serves in the manifest, or take it out of the package.",
            ),
        )


def _hint(dossier: Dossier, edition: Edition) -> Bilingual:
    candidates = dossier.classification.candidates if dossier.classification is not None else ()
    first = next((edition.indicator(one.indicator) for one in candidates if one.suggested), None)
    if first is None:
        return Bilingual("", "")
    return Bilingual(
        f" Isinya mungkin bukti untuk {first.id} ({first.title}).",
        f" It may be evidence for {first.id} ({first.title}).",
    )


RULE = Rule(
    code="file_unclaimed",
    severity=Severity.WARNING,
    about=About.PACKAGE,
    source="Alur KKP HAM: data dukung diperiksa per indikator yang dijawab",
    title=Bilingual("Berkas tidak dirujuk", "File not claimed"),
    explanation=Bilingual(
        "Berkas ikut terkirim, tetapi tidak disebut oleh jawaban mana pun.", "A file came along that no answer names."
    ),
    check=find,
    fires=(
        Example(
            "a second file that no row names",
            lambda: some.package(
                some.dossier("perda.pdf"), some.dossier("lain.pdf"), claims=(some.claim("BH.S1", "ada", "perda.pdf"),)
            ),
        ),
    ),
    silent=(
        Example(
            "every file is named",
            lambda: some.package(some.dossier("perda.pdf"), claims=(some.claim("BH.S1", "ada", "perda.pdf"),)),
        ),
        Example("a package without answers", lambda: some.package(some.dossier())),
    ),
)
