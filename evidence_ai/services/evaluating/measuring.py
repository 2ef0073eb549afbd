"""The story of an evaluation: what of a reference set to look at, and the report once it has been looked at."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_ai.domain.dossier import Dossier
from evidence_ai.services.evaluating.documents import score_documents
from evidence_ai.services.evaluating.gold import Gold, Row
from evidence_ai.services.evaluating.numbers import score_budget_lines, score_figures
from evidence_ai.services.evaluating.report import EvaluationReport, Timings
from evidence_ai.services.evaluating.titles import heading_text, score_titles
from evidence_ai.services.examining import Upload

PARTS = ("documents", "titles", "figures", "budget-lines")


@dataclass(frozen=True, slots=True)
class Measured:
    """What the pipeline made of a reference set: documents by file name, titles in the order of their rows."""

    dossiers: dict[str, Dossier]
    titles: list[Dossier]
    timings: tuple[Timings, ...]


def documents_of(gold: Gold, only: tuple[str, ...]) -> list[Upload]:
    """The files that the parts asked for need, each once; `only` empty means every part."""
    rows: dict[str, tuple[Row, ...]] = {
        "documents": gold.documents,
        "figures": gold.figures,
        "budget-lines": gold.budget_lines,
    }
    names = {row["file"] for part, found in rows.items() if _is_asked(part, only) for row in found}
    return [Upload(name=name, path=gold.folder / name) for name in sorted(names)]


def headings_of(gold: Gold, only: tuple[str, ...]) -> list[Upload]:
    """Every title as a heading-only text."""
    rows = gold.titles if _is_asked("titles", only) else ()
    return [Upload(name=f"{row['tid']}.txt", content=heading_text(row).encode()) for row in rows]


def measure(gold: Gold, only: tuple[str, ...], measured: Measured) -> EvaluationReport:
    """Compare what was made of the reference set with its answers; parts not asked for are None."""
    classified = [one.classification for one in measured.titles if one.classification is not None]
    return EvaluationReport(
        documents=score_documents(gold.documents, measured.dossiers) if _is_asked("documents", only) else None,
        titles=score_titles(gold.titles, classified) if measured.titles else None,
        figures=score_figures(gold.figures, measured.dossiers) if _is_asked("figures", only) else None,
        budget_lines=score_budget_lines(gold.budget_lines, measured.dossiers)
        if _is_asked("budget-lines", only)
        else None,
        timings=tuple(one for one in measured.timings if one.files),
    )


def _is_asked(part: str, only: tuple[str, ...]) -> bool:
    return not only or part in only
