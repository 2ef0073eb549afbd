"""indicator_mismatch: the document speaks of another indicator than the one it is claimed for."""

from __future__ import annotations

from collections.abc import Iterator

from evidence_ai.checking import examples as some
from evidence_ai.checking.cases import ClaimCase, claim_cases, owners
from evidence_ai.checking.claims import compare
from evidence_ai.checking.labels import names_phrase
from evidence_ai.checking.rule import About, Example, Rule, on_document
from evidence_ai.checking.topics import heading, probability, speaks_of_one_subject
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.candidate import Candidate, Scope
from evidence_ai.domain.claim import ClaimResult
from evidence_ai.domain.dossier import Dossier, Package
from evidence_ai.domain.edition import Edition, Indicator, IndicatorKind, Measure
from evidence_ai.domain.mismatch import Mismatch, Severity

_FAR_DOWN = 0.15
"""Below this the claimed indicator is no serious candidate; above, a person may well accept both."""


def find(package: Package, edition: Edition) -> Iterator[Mismatch]:
    """One finding for each named document about one other subject, unless its figure proves the answer."""
    for case in claim_cases(package, edition):
        for dossier in case.dossiers:
            other = _other(dossier, case, edition)
            if other is None or _proves(case, dossier, package.data_year):
                continue
            yield _mismatch(dossier, case, other, edition)


def _other(dossier: Dossier, case: ClaimCase, edition: Edition) -> Candidate | None:
    """The suggested indicator the document is about instead of the claimed one."""
    if not speaks_of_one_subject(dossier) or probability(dossier, case.indicator.id) >= _FAR_DOWN:
        return None
    assert dossier.classification is not None, "a document without candidates has no subject"  # noqa: S101
    suggested = [one for one in dossier.classification.candidates if one.suggested]
    if any(one.indicator == case.indicator.id for one in suggested):
        return None
    other = edition.indicator(suggested[0].indicator) if suggested else None
    return None if other is None or _related(dossier, case.indicator, other) else suggested[0]


def _related(dossier: Dossier, claimed: Indicator, other: Indicator) -> bool:
    """Data of one right stand together in one report or letter; legal products are of one subject each.

    A title that names the claimed subject is a question for the classifier, not for the region.
    """
    kind, title = dossier.understanding.document_type, dossier.understanding.title
    if title is not None and names_phrase(claimed, title.value):
        return True
    accepted = kind is not None and kind.value in claimed.evidence_types
    return accepted and claimed.kind is not IndicatorKind.STRUKTUR and claimed.right == other.right


def _proves(case: ClaimCase, dossier: Dossier, data_year: int) -> bool:
    if case.indicator.measure is Measure.ADA:
        return False
    return compare(case.claim, case.indicator, (dossier,), data_year=data_year).result is ClaimResult.AGREES


def _mismatch(dossier: Dossier, case: ClaimCase, other: Candidate, edition: Edition) -> Mismatch:
    indicator, owner, rather = case.indicator, owners((case.indicator,)), edition.indicator(other.indicator)
    title = f" ({rather.title})" if rather is not None else ""
    return on_document(
        "indicator_mismatch",
        dossier,
        severity=Severity.WARNING,
        quote=heading(dossier),
        indicator=indicator.id,
        message=Bilingual(
            f"Dokumen ini diajukan untuk {indicator.id} ({indicator.title}), tetapi isinya tampak tentang "
            f"{other.indicator}{title}.",
            f"This document was claimed for {indicator.id} ({indicator.title}), but it seems to be about "
            f"{other.indicator}{title}.",
        ),
        advice=Bilingual(
            f"Pindahkan ke {other.indicator} bila memang demikian, dan mintakan bukti {indicator.id} kepada {owner.id}.",
            f"Move it to {other.indicator} if so, and ask {owner.en} for evidence of {indicator.id}.",
        ),
    )


def _smoke_free(claimed: str, scope: Scope = Scope.SPECIFIC, *further: tuple[str, float]) -> Package:
    said = some.understanding(title="Kawasan Tanpa Rokok")
    classified = some.classification(("KS.S3", 0.96), *further, scope=scope)
    return some.package(some.dossier("perda.pdf", said, classified=classified), claims=(some.claim(claimed, "ada"),))


def _same_right() -> Package:
    said = some.understanding("laporan_kinerja", title="Laporan layanan kependudukan", period="2023")
    report = some.dossier("laporan.pdf", said, classified=some.classification(("KS.H3", 0.9)))
    return some.package(report, claims=(some.claim("KS.H5", "90", "laporan.pdf", unit="%"),))


RULE = Rule(
    code="indicator_mismatch",
    severity=Severity.WARNING,
    about=About.CLAIM,
    source="Permenkumham 34/2016, pemeriksaan (d): data dukung sesuai dengan data yang diminta",
    title=Bilingual("Bukti untuk indikator lain", "Evidence for another indicator"),
    explanation=Bilingual(
        "Isi dokumen menunjuk indikator lain, dan indikator yang dijawab jauh di bawahnya. Laporan dan anggaran "
        "yang memuat banyak urusan tidak dipersoalkan.",
        "The content points at another indicator and the claimed one is far below. Reports and budgets that cover "
        "many subjects are not questioned.",
    ),
    check=find,
    fires=(Example("a smoke-free Perda claimed as legal aid", lambda: _smoke_free("BH.S1")),),
    silent=(
        Example("claimed for what it is about", lambda: _smoke_free("KS.S3")),
        Example("a serious second candidate", lambda: _smoke_free("BH.S1", Scope.SPECIFIC, ("BH.S1", 0.3))),
        Example("an office's report of many subjects", lambda: _smoke_free("BH.S1", Scope.OPD_REPORT)),
        Example("a report on another figure of the same right", _same_right),
        Example("no claim", lambda: some.package(some.dossier(classified=some.classification(("KS.S3", 0.96))))),
    ),
)
