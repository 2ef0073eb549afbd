"""budget_line_missing: the budget document named for an answer holds no line about it."""

from __future__ import annotations

from collections.abc import Iterator

from evidence_ai.checking import examples as some
from evidence_ai.checking.cases import ClaimCase, claim_cases, owners
from evidence_ai.checking.claims import compare
from evidence_ai.checking.labels import mentions, relevance
from evidence_ai.checking.legibility import illegible_pages
from evidence_ai.checking.rule import About, Example, Rule, on_claim
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.claim import ClaimResult
from evidence_ai.domain.document import Grade
from evidence_ai.domain.dossier import Dossier, Package
from evidence_ai.domain.edition import Edition, Indicator, Measure
from evidence_ai.domain.mismatch import Mismatch, Severity
from evidence_ai.domain.understanding import BudgetLevel

_BUDGETS = frozenset({"dpa", "rka", "apbd", "lra"})
_FEWEST_LINES = 5
"""A budget of which fewer lines were read may hold the line where it was not read."""
_DISTANT = 0.25
"""Share of words a line may have in common with the indicator and still be about something else."""


def find(package: Package, edition: Edition) -> Iterator[Mismatch]:
    """One finding for each budget answer whose documents are budgets read whole, without amount, line or cue of it."""
    for case in claim_cases(package, edition):
        if case.indicator.measure is not Measure.ANGGARAN or not case.dossiers:
            continue
        if any(not _is_whole_budget(one) or _speaks_of(one, case.indicator) for one in case.dossiers):
            continue
        found = compare(case.claim, case.indicator, package.dossiers, data_year=package.data_year)
        if found.result is ClaimResult.NOT_FOUND:
            yield _mismatch(case)


def _is_whole_budget(dossier: Dossier) -> bool:
    said, text = dossier.understanding, dossier.text
    if said.document_type is None or said.document_type.value not in _BUDGETS:
        return False
    faint = any(page.grade is Grade.POOR for page in text.pages)
    return len(said.budget_lines) >= _FEWEST_LINES and not faint and not illegible_pages(text)


def _speaks_of(dossier: Dossier, indicator: Indicator) -> bool:
    """Whether a line comes near the indicator, or one of its cues stands in one line of print."""
    if any(relevance(line.name, indicator) > _DISTANT for line in dossier.understanding.budget_lines):
        return True
    printed = (line.text for page in dossier.text.pages for line in page.lines)
    return any(mentions(cue, line) or cue.casefold() in line.casefold() for line in printed for cue in indicator.cues)


def _mismatch(case: ClaimCase) -> Mismatch:
    name, identifier = case.dossiers[0].document.name, case.indicator.id
    lines = len(case.dossiers[0].understanding.budget_lines)
    owner = owners((case.indicator,))
    return on_claim(
        "budget_line_missing",
        identifier,
        severity=Severity.WARNING,
        file_name=name,
        message=Bilingual(
            f"Dalam “{name}” terbaca {lines} baris anggaran, tetapi tidak satu pun tentang {identifier} "
            f"({case.indicator.title}), dan jumlah yang dijawab tidak tercantum.",
            f"In “{name}” {lines} budget lines were read, but none is about {identifier} "
            f"({case.indicator.title}), and the amount answered does not stand there.",
        ),
        advice=Bilingual(
            f"Ganti dengan DPA atau APBD yang memuat barisnya; tanyakan kepada {owner.id} pada OPD dan subkegiatan mana dianggarkan.",
            f"Replace it with the DPA or APBD that holds the line; ask {owner.en} which office and subkegiatan has the budget.",
        ),
    )


def _answered(*names: str, kind: str = "dpa", value: str = "265.000.000", text: str = "DPA") -> Package:
    lines = tuple(some.budget_line(name, 1_000_000 * at, level=BudgetLevel.SUB_KEGIATAN)
                  for at, name in enumerate(names, start=1))  # fmt: skip
    said = some.understanding(kind, budget_lines=lines, period=str(some.DATA_YEAR))
    budget = some.dossier("dpa.pdf", said, text_read=some.text(some.page(1, text)))
    return some.package(budget, claims=(some.claim("BH.P1", value, "dpa.pdf", unit="rupiah"),))


_ROADS = (
    "Pemeliharaan jalan",
    "Rehabilitasi jembatan",
    "Survei lalu lintas",
    "Pengadaan aspal",
    "Penerangan jalan umum",
)

RULE = Rule(
    code="budget_line_missing",
    severity=Severity.WARNING,
    about=About.CLAIM,
    source="Permenkumham 22/2021 (indikator proses: anggaran); Permendagri 90/2019 (nomenklatur subkegiatan)",
    title=Bilingual("Baris anggaran tidak ada", "No budget line"),
    explanation=Bilingual(
        "Dokumen anggaran terbaca seluruhnya, namun tidak memuat baris, kata kunci, maupun jumlah dari jawaban. Bila ada "
        "halaman yang kabur atau hanya sedikit baris terbaca, aturan ini diam.",
        "The budget was read whole, yet holds neither line, cue nor amount of the answer. Where a page is faint or few "
        "lines were read, this rule is silent.",
    ),
    check=find,
    fires=(Example("the DPA of another office", lambda: _answered(*_ROADS)),),
    silent=(
        Example("the line is there", lambda: _answered(*_ROADS, "Fasilitasi bantuan hukum")),
        Example("the cue stands in the text", lambda: _answered(*_ROADS, text="Fasilitasi Bantuan Hukum 265")),
        Example("the amount is there", lambda: _answered(*_ROADS, value="3.000.000")),
        Example("few lines were read", lambda: _answered(*_ROADS[:3])),
        Example("a report, which is another question", lambda: _answered(*_ROADS, kind="laporan_kinerja")),
    ),
)
