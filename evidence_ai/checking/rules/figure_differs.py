"""figure_differs: the number answered is not the number in the document."""

from __future__ import annotations

from collections.abc import Iterator

from evidence_ai.checking import examples as some
from evidence_ai.checking.cases import ClaimCase, claim_cases, owners
from evidence_ai.checking.claims import ClaimFinding, compare
from evidence_ai.checking.confidence import LIKELY, SURE
from evidence_ai.checking.rule import About, Example, Rule
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.claim import ClaimResult
from evidence_ai.domain.dossier import Package
from evidence_ai.domain.edition import Edition, Measure
from evidence_ai.domain.mismatch import Mismatch, Severity
from evidence_ai.domain.understanding import FigureRole


def find(package: Package, edition: Edition) -> Iterator[Mismatch]:
    """One finding for each answer that a clear figure or line contradicts, or that none of the few fitting ones is."""
    for case in claim_cases(package, edition):
        if case.indicator.measure is Measure.ADA:
            continue
        found = compare(case.claim, case.indicator, case.dossiers, data_year=package.data_year)
        if found.result in {ClaimResult.CONTRADICTS, ClaimResult.UNCLEAR} and found.confidence >= LIKELY:
            yield _mismatch(case, found)


def _mismatch(case: ClaimCase, found: ClaimFinding) -> Mismatch:
    owner = owners((case.indicator,))
    return Mismatch(
        code="figure_differs",
        severity=_severity(found),
        message=Bilingual(
            f"Angka jawaban {case.indicator.id} tidak cocok dengan dokumennya. {found.because.id}",
            f"The answer to {case.indicator.id} does not fit its document. {found.because.en}",
        ),
        advice=Bilingual(
            f"Cocokkan dengan {owner.id}: betulkan jawabannya, atau unggah dokumen yang memuat angka itu.",
            f"Compare with {owner.en}: correct the answer, or upload the document that holds this figure.",
        ),
        page=found.quote.page if found.quote is not None else None,
        quote=found.quote,
        document=found.document,
        indicator=case.indicator.id,
        file_name=found.file_name,
    )


def _severity(found: ClaimFinding) -> Severity:
    sure = found.result is ClaimResult.CONTRADICTS and found.confidence >= SURE
    return Severity.ERROR if sure else Severity.WARNING


def _stunting(answer: str, printed: str = "21,6", role: FigureRole = FigureRole.REALISASI, year: int = 2023) -> Package:
    figures = (some.figure("Prevalensi stunting", printed, role=role, year=year),)
    said = some.understanding("profil", period="2023", figures=figures)
    return some.package(some.dossier("profil.pdf", said), claims=(some.claim("KS.H3", answer, "profil.pdf", unit="%"),))


def _budget(answer: str, *amounts: int) -> Package:
    lines = tuple(some.budget_line(f"Fasilitasi Bantuan Hukum {at}", amount) for at, amount in enumerate(amounts))
    said = some.understanding("dpa", period="2023", budget_lines=lines)
    return some.package(some.dossier("dpa.pdf", said), claims=(some.claim("BH.P1", answer, "dpa.pdf", unit="rupiah"),))


RULE = Rule(
    code="figure_differs",
    severity=Severity.ERROR,
    about=About.CLAIM,
    source="Kanwil Kepulauan Bangka Belitung: angka isian berbeda dari data dukung; Permenkumham 34/2016, pemeriksaan (d)",
    title=Bilingual("Angka berbeda", "Figures differ"),
    explanation=Bilingual(
        "Angka yang dijawab dibandingkan dengan angka dan baris anggaran dokumen yang dirujuk, dengan satuannya. "
        "Selisih sampai setengah digit terakhir yang tercetak dianggap pembulatan. Target bukan capaian.",
        "The answer is compared with the figures and budget lines of the named documents, with their units. A "
        "difference of up to half of the last printed digit is rounding. A target is no result.",
    ),
    check=find,
    fires=(
        Example("12 answered, 21,6 printed", lambda: _stunting("12,6")),
        Example("one budget line with another amount", lambda: _budget("Rp 150.000.000", 105_000_000)),
    ),
    silent=(
        Example("the same number", lambda: _stunting("21,6")),
        Example("the same number, rounded", lambda: _stunting("22")),
        Example("only a target is printed", lambda: _stunting("12,6", role=FigureRole.TARGET)),
        Example("the figure is of another year", lambda: _stunting("12,6", year=2021)),
        Example("the sum of two lines", lambda: _budget("150.000.000", 100_000_000, 50_000_000)),
        Example("no figure was read", lambda: _budget("150.000.000")),
    ),
)
