"""budget_total_differs: a printed total is not the sum of its lines."""

from __future__ import annotations

from collections.abc import Iterator

from evidence_ai.checking import examples as some
from evidence_ai.checking.cases import responsible
from evidence_ai.checking.rule import About, Example, Rule, on_document
from evidence_ai.checking.sums import WrongTotal, wrong_totals
from evidence_ai.checking.words import rupiah
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.document import Grade
from evidence_ai.domain.dossier import Dossier, Package
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.mismatch import Mismatch, Severity
from evidence_ai.domain.understanding import BudgetLevel


def find(package: Package, edition: Edition) -> Iterator[Mismatch]:
    """One finding for each total that can be checked and does not add up."""
    for dossier in package.dossiers:
        owner = responsible(dossier, package, edition)
        for wrong in wrong_totals(dossier):
            yield _mismatch(dossier, wrong, owner)


def _mismatch(dossier: Dossier, wrong: WrongTotal, owner: Bilingual) -> Mismatch:
    printed, added, page = rupiah(wrong.printed), rupiah(wrong.added), wrong.total.quote.page
    gap = rupiah(abs(wrong.printed - wrong.added))
    return on_document(
        "budget_total_differs",
        dossier,
        severity=_severity(wrong),
        quote=wrong.total.quote,
        message=Bilingual(
            f"Jumlah yang tercetak di halaman {page} adalah {printed}, sedangkan {wrong.lines} baris di atasnya "
            f"berjumlah {added} (selisih {gap}).",
            f"The total printed on page {page} is {printed}, while the {wrong.lines} lines above it "
            f"add up to {added} (a difference of {gap}).",
        ),
        advice=Bilingual(
            f"Periksa penjumlahan pada dokumen aslinya bersama {owner.id}, lalu unggah naskah yang sudah benar.",
            f"Check the sum on the original with {owner.en} and upload the correct text.",
        ),
    )


def _severity(wrong: WrongTotal) -> Severity:
    """A misread digit is likelier on a scan than a wrong sum, and possible under a copier's text layer."""
    if wrong.certain:
        return Severity.WARNING if wrong.one_digit else Severity.ERROR
    return Severity.INFO if wrong.one_digit else Severity.WARNING


def _page(
    total: int,
    *amounts: int,
    extra: str = "",
    grade: Grade = Grade.EXCELLENT,
    level: BudgetLevel = BudgetLevel.SUB_KEGIATAN,
) -> Package:
    lines = [some.budget_line(f"Kegiatan {at}", amount, level=level) for at, amount in enumerate(amounts)]
    said = some.understanding(
        "dpa", period="2023", budget_lines=(*lines, some.budget_line("Jumlah", total, level=BudgetLevel.JUMLAH))
    )
    printed = "\n".join(f"Kegiatan {one:,}".replace(",", ".") for one in (*amounts, total)) + extra
    return some.package(some.dossier("dpa.pdf", said, text_read=some.text(some.page(1, printed, grade=grade))))


def _levels(total: int) -> Package:
    lines = (
        some.budget_line("Program", 100_000, level=BudgetLevel.PROGRAM),
        some.budget_line("Satu", 60_000),
        some.budget_line("Dua", 40_000),
        some.budget_line("Jumlah", total, level=BudgetLevel.JUMLAH),
    )
    printed = "\n".join(f"{line.name} {line.budget_rupiah:,}".replace(",", ".") for line in lines)
    said = some.understanding("dpa", period="2023", budget_lines=lines)
    return some.package(some.dossier("dpa.pdf", said, text_read=some.text(some.page(1, printed))))


RULE = Rule(
    code="budget_total_differs",
    severity=Severity.ERROR,
    about=About.DOCUMENT,
    source="Permenkumham 34/2016, pemeriksaan (e): perhitungan (jumlah baris sama dengan jumlah keseluruhan)",
    title=Bilingual("Jumlah anggaran tidak cocok", "The total does not add up"),
    explanation=Bilingual(
        "Jumlah tercetak dibandingkan dengan jumlah barisnya, hanya bila seluruh baris pada halaman itu terbaca "
        "lengkap. Bila ada angka yang tidak terjelaskan, aturan ini diam.",
        "The printed total is compared with the sum of its lines, only where every line of the page was read whole. "
        "Where an amount is left unexplained the rule is silent.",
    ),
    check=find,
    fires=(
        Example("two lines of 60 and 40 thousand, total 110", lambda: _page(110_000, 60_000, 40_000)),
        Example("a programme with its two lines, total 90", lambda: _levels(90_000)),
    ),
    silent=(
        Example("the total adds up", lambda: _page(100_000, 60_000, 40_000)),
        Example("the total counts the programme once", lambda: _levels(100_000)),
        Example(
            "an amount on the page belongs to no line", lambda: _page(110_000, 60_000, 40_000, extra="\nlain 10.000")
        ),
        Example("a page of doubtful reading", lambda: _page(110_000, 60_000, 40_000, grade=Grade.POOR)),
        Example("a difference of rounding", lambda: _page(100_001, 60_000, 40_000)),
        Example("a total without lines above", lambda: _page(110_000)),
    ),
)
